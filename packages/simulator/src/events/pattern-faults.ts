/**
 * What EventBridge says of an event pattern that is none. Source: AWS's Event Ruler, whose source is public, and answers of
 * TestEventPattern recorded in December 2024 (checked 2026-11-29). Simplified: AWS adds the place in the text on a second line.
 */

/** A pattern that is none; the message is AWS's reason. Caught by whoever compiles one. */
export class PatternFault extends Error {}

/** Gives up. */
export function fault(reason: string): never {
  throw new PatternFault(reason);
}

/** Gives up unless the value is a text. */
export function textOf(value: unknown, matcher: string): string {
  return typeof value === "string" ? value : fault(`${matcher} match pattern must be a string`);
}

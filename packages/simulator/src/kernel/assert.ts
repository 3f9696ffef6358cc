/** Stops the program on a mistake of our own. A refusal that a learner can cause is a value, never this. */

/** One of our own rules is broken: the simulation cannot be trusted any more. */
export class BrokenRule extends Error {
  override name = "BrokenRule";
}

/**
 * Throws when `condition` is false. Stays on in production: a wrong simulation is worse than none.
 * @param message one sentence with the ids concerned, built only on failure
 */
export function assert(condition: unknown, message: string | (() => string)): asserts condition {
  if (condition) return;
  throw new BrokenRule(`Quayside broke one of its own rules: ${typeof message === "string" ? message : message()}`);
}

/** Stops the program on a mistake of our own. A refusal that a learner can cause is a value, never this. */

/**
 * Throws when `condition` is false. Stays on in production: a wrong simulation is worse than none.
 * @param message one sentence with the ids concerned, built only on failure
 */
export function assert(condition: unknown, message: string | (() => string)): asserts condition {
  if (condition) return;
  throw new Error(`Quayside broke one of its own rules: ${typeof message === "string" ? message : message()}`);
}

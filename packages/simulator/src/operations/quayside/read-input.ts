/** Reads the inputs of our own operations: no API model describes them, so each reads its fields with care. */

/** The fields of an input; none when it is no JSON object. */
export function fieldsOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === "object" && input !== null ? (input as Record<string, unknown>) : {};
}

/** Whether a value is a whole number from `least` to `most`. */
export function isWholeNumber(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

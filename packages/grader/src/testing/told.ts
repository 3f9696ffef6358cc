/** Verdicts and marks with what they say, for tests. */
import "./arrived.ts";

/** A value whose texts, at its first level, are written out in both languages. */
export function told(value: object = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === "function" ? { en: each("en"), vi: each("vi") } : each,
    ]),
  );
}

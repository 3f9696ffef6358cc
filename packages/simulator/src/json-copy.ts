/** Copies of JSON values: what a caller hands in stays the caller's, what we keep never changes. */

/** Deepest nesting that a call's input may have. AWS's shapes stay far below. */
const MAX_DEPTH = 64;

/**
 * A frozen deep copy without members that are undefined.
 * @returns undefined in place of what lies deeper than 64 levels
 */
export function frozenCopy(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return Object.freeze(value.map((item) => frozenCopy(item, depth + 1)));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    // Assigning `__proto__` would change the copy's prototype instead of adding a member.
    if (member === undefined || key === "__proto__") continue;
    copy[key] = frozenCopy(member, depth + 1);
  }
  return Object.freeze(copy);
}

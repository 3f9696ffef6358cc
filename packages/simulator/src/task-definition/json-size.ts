/**
 * How many bytes a value takes as JSON in UTF-8 without blanks. Walks with a stack of its own: JSON.stringify gives up
 * on JSON that is nested some thousand levels deep.
 */

/** Bytes of the value as JSON; members that are undefined count nothing, as in JSON. */
export function jsonSize(value: unknown): number {
  let bytes = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    // A value that is not known may turn out to be as short as it likes.
    if (typeof next === "symbol") continue;
    if (typeof next === "string") bytes += textSize(next);
    else if (typeof next !== "object" || next === null) bytes += String(next).length;
    else if (Array.isArray(next)) {
      bytes += 2 + Math.max(0, next.length - 1);
      for (const item of next) waiting.push(item);
    } else {
      const members = Object.entries(next).filter(([, member]) => member !== undefined);
      bytes += 2 + Math.max(0, members.length - 1);
      for (const [key, member] of members) {
        bytes += textSize(key) + 1;
        waiting.push(member);
      }
    }
  }
  return bytes;
}

/** Bytes of a string with its quotes and escapes. */
function textSize(text: string): number {
  const quoted = JSON.stringify(text);
  let bytes = quoted.length;
  for (let index = 0; index < quoted.length; index += 1) {
    const unit = quoted.charCodeAt(index);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

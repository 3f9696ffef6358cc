/**
 * Request ids in AWS's form. They count the requests of a session instead of being random, so that the same requests
 * get the same ids and a recorded conversation can be compared byte for byte.
 */
const counts = new WeakMap<object, number>();

function hex(value: number, digits: number): string {
  return (value >>> 0).toString(16).padStart(8, "0").slice(0, digits);
}

/** Spreads a counter over 32 bits (the finalizer of MurmurHash3), so that neighbours do not look alike. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The id of the next request of a session. */
export function nextRequestId(session: object): string {
  const count = (counts.get(session) ?? 0) + 1;
  counts.set(session, count);
  const [a, b, c, d] = [mix(count), mix(count + 0x9e3779b9), mix(count + 0x3c6ef372), mix(count + 0xdaa66d2b)];
  return `${hex(a, 8)}-${hex(b, 4)}-4${hex(b >>> 8, 8).slice(5)}-${hex((c & 0x3fff) | 0x8000, 8).slice(4)}-${hex(c, 4)}${hex(d, 8)}`;
}

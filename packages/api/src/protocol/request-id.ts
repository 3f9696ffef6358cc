/**
 * Request ids in AWS's form. They count the requests of a session instead of being random, so that the same requests
 * get the same ids and a recorded conversation can be compared byte for byte.
 */
const counts = new WeakMap<object, number>();

/** Spreads a counter over 32 bits (the finalizer of MurmurHash3), so that neighbours do not look alike. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The id of the next request of a session: 8-4-4-4-12 hexadecimal digits with the version and variant of a random UUID. */
export function nextRequestId(session: object): string {
  const count = (counts.get(session) ?? 0) + 1;
  counts.set(session, count);
  let digits = "";
  for (let word = 0; word < 4; word += 1)
    digits += mix(count * 4 + word)
      .toString(16)
      .padStart(8, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
}

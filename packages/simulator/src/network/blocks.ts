/** IPv4 addresses and blocks as numbers: what lies in what. Text that is neither gives undefined, never an exception. */

const ADDRESS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** An address as a number from 0 to 2^32 - 1; undefined when the text is none. */
export function addressNumber(text: string): number | undefined {
  const match = ADDRESS.exec(text);
  if (match === null) return undefined;
  let number = 0;
  for (const part of match.slice(1)) {
    if (Number(part) > 255) return undefined;
    number = number * 256 + Number(part);
  }
  return number;
}

/** A block of addresses: the first one, and how many there are. */
export interface Block {
  readonly first: number;
  readonly size: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
}

/** A block such as `10.0.0.0/16`; bits behind the prefix are cut off. Undefined when the text is none. */
export function readBlock(text: string): Block | undefined {
  const slash = text.indexOf("/");
  const address = slash === -1 ? undefined : addressNumber(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^\d{1,2}$/.test(length) || Number(length) > 32) return undefined;
  const prefix = Number(length);
  const size = 2 ** (32 - prefix);
  return { first: address - (address % size), size, prefix };
}

/** Whether an address lies in a block. False when either text is broken. */
export function blockContains(block: string, address: string): boolean {
  const inside = addressNumber(address);
  const found = readBlock(block);
  return inside !== undefined && found !== undefined && inside >= found.first && inside < found.first + found.size;
}

/** Whether two blocks have an address in common. False when either text is broken. */
export function blocksOverlap(left: string, right: string): boolean {
  const [one, other] = [readBlock(left), readBlock(right)];
  if (one === undefined || other === undefined) return false;
  return one.first < other.first + other.size && other.first < one.first + one.size;
}

/** A number from 0 to 2^32 - 1 as an address. */
export function addressText(number: number): string {
  return [number / 16_777_216, number / 65_536, number / 256, number].map((part) => Math.floor(part) % 256).join(".");
}

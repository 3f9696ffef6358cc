/** IPv4 addresses and blocks as numbers: what lies in what. Text that is neither gives undefined, never an exception. */
import { joined } from "../kernel/joined.ts";

const DOT = 46;
const ZERO = 48;

/** An address as a number from 0 to 2^32 - 1; undefined when the text is none. */
export function addressNumber(text: string): number | undefined {
  let number = 0;
  let part = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOT && digits > 0) {
      number = number * 256 + part;
      part = 0;
      digits = 0;
      dots += 1;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9 || digits === 3) return undefined;
    part = part * 10 + digit;
    digits += 1;
    if (part > 255) return undefined;
  }
  return dots === 3 && digits > 0 ? number * 256 + part : undefined;
}

/** A block of addresses: the first one, and how many there are. */
export interface Block {
  readonly first: number;
  readonly size: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
}

/** Blocks read so far: the same few stand in every route table and rule. */
const READ = new Map<string, Block | undefined>();
const MOST_KEPT = 1000;

/** A block such as `10.0.0.0/16`; bits behind the prefix are cut off. Undefined when the text is none. */
export function readBlock(text: string): Block | undefined {
  const known = READ.get(text);
  if (known !== undefined) return known;
  if (READ.size === MOST_KEPT) READ.clear();
  const block = read(text);
  READ.set(text, block);
  return block;
}

function read(text: string): Block | undefined {
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
  return joined(".", number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255);
}

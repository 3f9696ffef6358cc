/**
 * Seeded randomness, one stream per concern, so that a new draw in one place does not shift the others.
 * Mulberry32 over a 32-bit state: small, fast, good enough for durations and ids, and not for secrets.
 */

/** State of every stream in use, by name: plain data, part of the world. */
export type RandomState = Record<string, number>;

export class RandomStreams {
  readonly seed: number;
  #states: Map<string, number>;

  constructor(seed: number, states?: Iterable<[string, number]>) {
    this.seed = seed >>> 0;
    this.#states = new Map(states);
  }

  /** Next 32 random bits of a stream, 0 to 4,294,967,295. */
  bits(stream: string): number {
    const state = ((this.#states.get(stream) ?? startOf(stream, this.seed)) + 0x6d2b79f5) | 0;
    this.#states.set(stream, state);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** Next number of a stream, from 0 up to but excluding 1. */
  unit(stream: string): number {
    return this.bits(stream) / 4_294_967_296;
  }

  /** Next whole number of a stream, both ends included. */
  between(stream: string, low: number, high: number): number {
    return low + Math.floor(this.unit(stream) * (high - low + 1));
  }

  fork(): RandomStreams {
    return new RandomStreams(this.seed, this.#states);
  }

  state(): RandomState {
    return Object.fromEntries([...this.#states].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** FNV-1a of the stream's name mixed with the seed: streams of one seed do not resemble each other. */
function startOf(stream: string, seed: number): number {
  return fnv1a(stream, seed) | 0;
}

/** FNV-1a with 32 bits over the characters of a text, 0 to 4,294,967,295. */
export function fnv1a(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

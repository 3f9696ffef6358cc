// Finds the message of AWS that somebody has pasted. What belongs to one run only (ids, ARNs, addresses, names in quotes) is taken
// out first, from both sides; then words count, rare ones more. Pure.

/** One message: its wordings with `…` for what differs, what it means, and where it stands among all. */
export interface FailureEntry {
  readonly id: string;
  readonly says: readonly string[];
  readonly means: string;
  readonly href: string;
}

/** What differs from run to run, most specific first. */
const OWN: readonly RegExp[] = [
  /\barn:aws[\w-]*:[^\s'",)\]]+/gi,
  /\bhttps?:\/\/[^\s'",)\]]*/gi,
  /\bsha256:[0-9a-f]+/gi,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b(?:i|sg|sgr|subnet|eni|nat|vpc|rtb|igw|vpce|fs|ami|pl)-[0-9a-f]{6,}\b/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?/g,
  /\b[0-9a-f]{12,}\b/gi,
];

/** The message without what belongs to one run: what is left can be searched for. */
export function withoutOwn(message: string): string {
  return OWN.reduce((text, own) => text.replace(own, " "), message.replace(/’/g, "'"))
    .replace(/\s+/g, " ")
    .trim();
}

/** The words that a message is known by, each once: letters, and the three digits of a status. */
function wordsOf(text: string): readonly string[] {
  const words = withoutOwn(text.replace(/…/g, " "))
    .toLowerCase()
    .match(/[\p{L}_][\p{L}\d_]*|\b\d{3}\b/gu);
  return [...new Set(words ?? [])];
}

/** Least part of a wording's weight that must stand in a message that is one. */
const IS_IT = 0.75;
/** So many words that a message may be a piece of a wording, such as its first sentences. */
const MANY = 6;
/** Least likeness of two words, by their threes of letters. */
const ALIKE = 0.5;

interface Wording {
  readonly entry: FailureEntry;
  readonly words: readonly string[];
}

/** All messages, ready to be asked. */
export class FailureFinder {
  readonly #wordings: readonly Wording[];
  readonly #weights = new Map<string, number>();
  readonly #byId: ReadonlyMap<string, FailureEntry>;

  constructor(entries: readonly FailureEntry[]) {
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    this.#wordings = entries.flatMap((entry) => entry.says.map((text) => ({ entry, words: wordsOf(text) })));
    for (const { words } of this.#wordings)
      for (const word of words) this.#weights.set(word, (this.#weights.get(word) ?? 0) + 1);
    for (const [word, count] of this.#weights) this.#weights.set(word, Math.log(1 + this.#wordings.length / count));
  }

  byId(id: string): FailureEntry | undefined {
    return this.#byId.get(id);
  }

  /** The message that this text is, or contains; undefined when it is none that is known. A single word is not a message. */
  read(text: string): FailureEntry | undefined {
    const there = new Set(wordsOf(text));
    return this.#best(({ words }) => {
      const found = words.filter((word) => there.has(word));
      if (found.length < 2) return 0;
      const weight = this.#weightOf(found);
      const part = weight / this.#weightOf(words);
      const whole = found.length < MANY ? 0 : weight / this.#weightOf([...there]);
      return Math.max(part, whole) < IS_IT ? 0 : weight * Math.max(part, whole) ** 2;
    });
  }

  /** The message that is nearest to what somebody typed, misspelled perhaps; undefined when nothing is near. */
  nearest(text: string): FailureEntry | undefined {
    const known = [...this.#weights.keys()];
    const wanted = wordsOf(text).flatMap((word) => mostAlike(word, known) ?? []);
    return this.#best(({ words }) => {
      const found = wanted.filter((word) => words.includes(word));
      return found.length === 0 ? 0 : this.#weightOf(found) ** 2 / this.#weightOf(words);
    });
  }

  #best(score: (wording: Wording) => number): FailureEntry | undefined {
    let best: { entry: FailureEntry; score: number } | undefined;
    for (const wording of this.#wordings) {
      const reached = score(wording);
      if (reached > (best?.score ?? 0)) best = { entry: wording.entry, score: reached };
    }
    return best?.entry;
  }

  #weightOf(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + (this.#weights.get(word) ?? 0), 0);
  }
}

/** The word that shares most of its threes of letters with another, when it is alike enough. */
export function mostAlike(word: string, words: readonly string[]): string | undefined {
  const own = threesOf(word);
  let best: { word: string; like: number } | undefined;
  for (const each of words) {
    const others = threesOf(each);
    const shared = own.filter((three) => others.includes(three)).length;
    const like = (2 * shared) / (own.length + others.length);
    if (like >= ALIKE && like > (best?.like ?? 0)) best = { word: each, like };
  }
  return best?.word;
}

function threesOf(word: string): readonly string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
}

/**
 * Reads a regular expression into a tree. Takes the part of Java's syntax that can be matched without going back;
 * everything else is refused with a sentence, never misread.
 */

/** Whether a character, by its code, is taken. */
export type CharacterTest = (code: number) => boolean;

/** A pattern as a tree. `to` is infinite for a repetition without an upper bound. */
export type PatternTree =
  | { readonly kind: "character"; readonly accepts: CharacterTest }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternTree[] }
  | { readonly kind: "repeat"; readonly part: PatternTree; readonly from: number; readonly to: number }
  | { readonly kind: "start" | "end" };

/** Groups inside of groups. Ours: a bound for the reader's own depth. */
const MAX_GROUPS = 64;
const MAX_REPEAT = 1_000;

const isDigit: CharacterTest = (code) => code >= 48 && code <= 57;
const isSpace: CharacterTest = (code) => code === 32 || (code >= 9 && code <= 13);
const isWord: CharacterTest = (code) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isNoLineEnd: CharacterTest = (code) =>
  code !== 10 && code !== 13 && code !== 0x85 && code !== 0x2028 && code !== 0x2029;
const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);

const CLASSES: Readonly<Record<string, CharacterTest>> = {
  d: isDigit,
  D: not(isDigit),
  s: isSpace,
  S: not(isSpace),
  w: isWord,
  W: not(isWord),
};
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12 };

/** Reads one pattern. `fault` says what is wrong when `read` gives nothing. */
export class PatternReader {
  fault: string | undefined;
  readonly #pattern: string;
  #at = 0;
  #ignoreCase = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): PatternTree | undefined {
    if (this.#pattern.startsWith("(?i)")) {
      this.#ignoreCase = true;
      this.#at = 4;
    }
    const tree = this.#choice(0);
    if (tree !== undefined && this.#at < this.#pattern.length)
      return this.#wrong("a parenthesis closes that none opened.");
    return this.fault === undefined ? tree : undefined;
  }

  #choice(depth: number): PatternTree | undefined {
    if (depth > MAX_GROUPS) return this.#wrong(`groups can be nested ${MAX_GROUPS} deep.`);
    const parts: PatternTree[] = [];
    do {
      const part = this.#sequence(depth);
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.#take("|"));
    return parts.length === 1 ? parts[0] : { kind: "choice", parts };
  }

  #sequence(depth: number): PatternTree | undefined {
    const parts: PatternTree[] = [];
    while (this.#at < this.#pattern.length && !"|)".includes(this.#here)) {
      const atom = this.#atom(depth);
      const part = atom && this.#repeated(atom);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return { kind: "sequence", parts };
  }

  #atom(depth: number): PatternTree | undefined {
    const letter = this.#here;
    this.#at += 1;
    switch (letter) {
      case "(":
        return this.#group(depth);
      case "[":
        return this.#characterClass();
      case ".":
        return { kind: "character", accepts: isNoLineEnd };
      case "^":
        return { kind: "start" };
      case "$":
        return { kind: "end" };
      case "\\": {
        const escaped = this.#escape();
        return escaped === undefined
          ? undefined
          : this.#character(typeof escaped === "number" ? same(escaped) : escaped);
      }
      case "*":
      case "+":
      case "?":
      case "{":
        return this.#wrong(`there is nothing in front of ${letter} to repeat.`);
      default:
        return this.#character(same(letter.charCodeAt(0)));
    }
  }

  #group(depth: number): PatternTree | undefined {
    if (this.#take("?") && !this.#take(":")) {
      return this.#wrong("lookaround, flags and named groups are not simulated; (?i) may stand in front.");
    }
    const inner = this.#choice(depth + 1);
    if (inner === undefined) return undefined;
    return this.#take(")") ? inner : this.#wrong("a parenthesis is not closed.");
  }

  #repeated(atom: PatternTree): PatternTree | undefined {
    const bounds = this.#bounds();
    if (bounds === undefined) return this.fault === undefined ? atom : undefined;
    // A lazy repetition takes the same whole values as an eager one.
    if (!this.#take("?") && this.#here === "+") return this.#wrong("possessive repetition is not simulated.");
    if (this.#here !== "" && "*?{".includes(this.#here))
      return this.#wrong("a repetition is repeated: put a group around it.");
    return { kind: "repeat", part: atom, from: bounds[0], to: bounds[1] };
  }

  #bounds(): readonly [number, number] | undefined {
    if (this.#take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#take("?")) return [0, 1];
    if (this.#here !== "{") return undefined;
    const found = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#pattern.slice(this.#at, this.#at + 12));
    if (found === null) return this.#wrong("{ is not followed by a count such as {2} or {1,3}.");
    const from = Number(found[1]);
    const to = found[2] === undefined ? from : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]);
    if (to < from) return this.#wrong(`${found[0]} ends before it begins.`);
    if (from > MAX_REPEAT || (to > MAX_REPEAT && to !== Number.POSITIVE_INFINITY)) {
      return this.#wrong(`${found[0]} repeats more than ${MAX_REPEAT} times.`);
    }
    this.#at += found[0].length;
    return [from, to];
  }

  #characterClass(): PatternTree | undefined {
    const negated = this.#take("^");
    const tests: CharacterTest[] = [];
    for (let first = true; first || this.#here !== "]"; first = false) {
      const low = this.#classMember();
      if (low === undefined) return undefined;
      if (typeof low !== "number") {
        tests.push(low);
        continue;
      }
      if (this.#here !== "-" || this.#pattern.charAt(this.#at + 1) === "]") {
        tests.push(same(low));
        continue;
      }
      this.#at += 1;
      const high = this.#classMember();
      if (typeof high !== "number") return this.#wrong("a range in [...] ends with no character.");
      if (high < low) return this.#wrong("a range in [...] ends before it begins.");
      tests.push((code) => code >= low && code <= high);
    }
    this.#at += 1;
    const any: CharacterTest = (code) => tests.some((test) => test(code));
    const either = this.#ignoreCase ? ignoringCase(any) : any;
    return { kind: "character", accepts: negated ? not(either) : either };
  }

  /** A character of a class by its code, or a class such as `\d` inside of it. */
  #classMember(): number | CharacterTest | undefined {
    const letter = this.#here;
    if (letter === "") return this.#wrong("[ is not closed.");
    if (letter === "[" || this.#pattern.startsWith("&&", this.#at)) {
      return this.#wrong("classes inside of classes are not simulated.");
    }
    this.#at += 1;
    return letter === "\\" ? this.#escape() : letter.charCodeAt(0);
  }

  #escape(): number | CharacterTest | undefined {
    const letter = this.#here;
    if (letter === "") return this.#wrong("a backslash stands at the end.");
    this.#at += 1;
    if (!/[A-Za-z0-9]/.test(letter)) return letter.charCodeAt(0);
    if (Object.hasOwn(CLASSES, letter)) return CLASSES[letter];
    if (Object.hasOwn(CONTROLS, letter)) return CONTROLS[letter];
    return this.#wrong(`\\${letter} is not simulated.`);
  }

  #character(accepts: CharacterTest): PatternTree {
    return { kind: "character", accepts: this.#ignoreCase ? ignoringCase(accepts) : accepts };
  }

  get #here(): string {
    return this.#pattern.charAt(this.#at);
  }

  #take(letter: string): boolean {
    if (this.#here !== letter) return false;
    this.#at += 1;
    return true;
  }

  #wrong(fault: string): undefined {
    this.fault ??= fault;
    return undefined;
  }
}

function same(wanted: number): CharacterTest {
  return (code) => code === wanted;
}

/** As Java does by default, only letters from A to Z have two cases. */
function ignoringCase(test: CharacterTest): CharacterTest {
  return (code) => {
    const isUpper = code >= 65 && code <= 90;
    const isLower = code >= 97 && code <= 122;
    return test(code) || (isUpper && test(code + 32)) || (isLower && test(code - 32));
  };
}

/**
 * Splits a line into words as a POSIX shell does: quotes, backslashes, continued lines, comments, `$(...)`, `$NAME`. It runs
 * one command a line: pipes and redirections are refused with a sentence, never half-understood. A variable that was never
 * set is refused as well, where a shell would go on with nothing.
 */

/** One word of a line. `from` and `to` are positions in the line, quotes included. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line in words. */
export interface Words {
  readonly words: readonly Word[];
  /** Why a shell would not run the line as one command; absent when it would. */
  readonly problem?: string;
}

/** What stands for `$(...)` and `$NAME`; without one of them it is refused. */
export interface Substitutes {
  /** Gives what a command prints. */
  readonly run?: (command: string) => string;
  readonly variables?: ReadonlyMap<string, string> | undefined;
}

/** `$NAME` or `${NAME}` at the beginning of a text. */
const VARIABLE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/;
/** A line that begins so sets a variable. */
const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

const SPACE = /[ \t\r\n]/;
const SHELL_SIGNS: Record<string, string> = {
  "|": "pipes",
  ">": "redirections",
  "<": "redirections",
  ";": "several commands on a line",
  "&": "background commands and `&&`",
  "`": "backticks outside quotes (write $(...) instead)",
  $: "variables",
  "(": "subshells",
  ")": "subshells",
};

/** Inside double quotes a backslash only escapes these; elsewhere it stays. */
const ESCAPED_IN_QUOTES = '$`"\\';

class Reader {
  readonly words: Word[] = [];
  problem: string | undefined;
  readonly #line: string;
  readonly #substitutes: Substitutes;
  #at = 0;

  constructor(line: string, substitutes: Substitutes) {
    this.#line = line;
    this.#substitutes = substitutes;
  }

  read(): Words {
    while (this.#skipSpace() && this.problem === undefined) this.#word();
    return this.problem === undefined ? { words: this.words } : { words: this.words, problem: this.problem };
  }

  /** Moves to the next word; false at the end of the line. */
  #skipSpace(): boolean {
    const line = this.#line;
    for (;;) {
      const char = line[this.#at];
      if (char === undefined || char === "#") return false;
      if (char === "\\" && line[this.#at + 1] === "\n") this.#at += 2;
      else if (char === "\\" && line.startsWith("\r\n", this.#at + 1)) this.#at += 3;
      else if (SPACE.test(char)) this.#at += 1;
      else return true;
    }
  }

  #word(): void {
    let from = this.#at;
    let text = "";
    let quoted = false;
    const assigns = this.words.length === 0 && ASSIGNMENT.test(this.#line.slice(from));
    for (let char = this.#line[this.#at]; char !== undefined && !SPACE.test(char); char = this.#line[this.#at]) {
      if (char === "'" || char === '"') {
        text += char === "'" ? this.#single() : this.#double();
        quoted = true;
      } else if (this.#startsSubstitution()) {
        // Outside quotes the output is cut at its spaces: all but the last piece are words of their own.
        const given = text + this.#substitution();
        const pieces = assigns ? [given] : given.split(/\s+/);
        text = pieces.pop() ?? "";
        for (const piece of pieces) if (piece !== "") this.words.push({ text: piece, from, to: this.#at });
        from = pieces.length > 0 ? this.#at : from;
        quoted = text === "" ? quoted : true;
      } else if (char === "\\") text += this.#escape();
      else if (char in SHELL_SIGNS) {
        this.#refuse(char);
        break;
      } else {
        text += char;
        this.#at += 1;
      }
    }
    const fromNothing = text === "" && !quoted && this.#at > from && this.#line[from] === "$";
    if (!fromNothing && !(text === "" && from === this.#at)) this.words.push({ text, from, to: this.#at });
  }

  #startsSubstitution(): boolean {
    const { run, variables } = this.#substitutes;
    if (run !== undefined && this.#line.startsWith("$(", this.#at)) return true;
    return variables !== undefined && VARIABLE.test(this.#line.slice(this.#at));
  }

  /** What stands for the `$(...)` or `$NAME` at the cursor. */
  #substitution(): string {
    const [whole, ...names] = VARIABLE.exec(this.#line.slice(this.#at)) ?? [];
    if (whole === undefined) return this.#output();
    const name = names.find((found) => found !== undefined) ?? "";
    const value = this.#substitutes.variables?.get(name);
    if (value === undefined)
      this.problem = `the variable ${name} is not set here. Set it first: ${name}=VALUE or ${name}=$(aws ...)`;
    this.#at = value === undefined ? this.#line.length : this.#at + whole.length;
    return value ?? "";
  }

  /** The output of the `$(...)` at the cursor, without the line breaks at its end. */
  #output(): string {
    const end = closingBracket(this.#line, this.#at + 2);
    if (end === -1) {
      this.problem = "a $( is not closed";
      this.#at = this.#line.length;
      return "";
    }
    const command = this.#line.slice(this.#at + 2, end);
    this.#at = end + 1;
    return this.#substitutes.run?.(command).replace(/\n+$/, "") ?? "";
  }

  #refuse(sign: string): void {
    this.problem = `this terminal runs one command at a time: ${SHELL_SIGNS[sign]} are not available. Put quotes around "${sign}" if it belongs to a value`;
    this.#at = this.#line.length;
  }

  #single(): string {
    const end = this.#line.indexOf("'", this.#at + 1);
    const text = this.#line.slice(this.#at + 1, end === -1 ? undefined : end);
    if (end === -1) this.problem = "a single quote is not closed";
    this.#at = end === -1 ? this.#line.length : end + 1;
    return text;
  }

  #double(): string {
    let text = "";
    this.#at += 1;
    for (;;) {
      const char = this.#line[this.#at];
      if (char === undefined) {
        this.problem = "a double quote is not closed";
        return text;
      }
      if (this.#startsSubstitution()) {
        text += this.#substitution();
        continue;
      }
      const next = this.#line[this.#at + 1] ?? "";
      this.#at += 1;
      if (char === '"') return text;
      if (char === "`" || (char === "$" && /[A-Za-z_({]/.test(next))) {
        this.#refuse(char);
        return text;
      }
      if (char === "\\" && (next === "\n" || (next !== "" && ESCAPED_IN_QUOTES.includes(next)))) {
        if (next !== "\n") text += next;
        this.#at += 1;
      } else text += char;
    }
  }

  #escape(): string {
    const next = this.#line[this.#at + 1];
    this.#at += next === undefined ? 1 : 2;
    return next === "\n" || next === undefined ? "" : next;
  }
}

/** Where the bracket that was opened before `from` closes, or -1. Brackets in quotes do not count. */
function closingBracket(line: string, from: number): number {
  let depth = 1;
  let quote = "";
  for (let at = from; at < line.length; at += 1) {
    const char = line[at] as string;
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === "(") depth += 1;
    else if (char === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Splits a line into words. With a problem, `words` holds what was read before it. */
export function splitWords(line: string, substitutes: Substitutes = {}): Words {
  return new Reader(line, substitutes).read();
}

/** The variable that a line sets, with its value; undefined for a line that runs something. */
export function readAssignment(
  line: string,
  { words }: Words,
): { readonly name: string; readonly value: string } | undefined {
  const [first] = words;
  const [whole, name] = (first && ASSIGNMENT.exec(line.slice(first.from))) ?? [];
  return first === undefined || whole === undefined || name === undefined
    ? undefined
    : { name, value: first.text.slice(whole.length) };
}

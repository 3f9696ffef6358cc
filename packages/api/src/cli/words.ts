/**
 * Splits a line into words as a POSIX shell does: quotes, backslashes, continued lines, comments. It runs one command
 * a line: pipes, redirections, variables and substitutions are refused with a sentence, never half-understood.
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

const SPACE = /[ \t\r\n]/;
const SHELL_SIGNS: Record<string, string> = {
  "|": "pipes",
  ">": "redirections",
  "<": "redirections",
  ";": "several commands on a line",
  "&": "background commands and `&&`",
  "`": "command substitution",
  $: "variables and command substitution",
  "(": "subshells",
  ")": "subshells",
};

/** Inside double quotes a backslash only escapes these; elsewhere it stays. */
const ESCAPED_IN_QUOTES = '$`"\\';

class Reader {
  readonly words: Word[] = [];
  problem: string | undefined;
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
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
    const from = this.#at;
    let text = "";
    for (let char = this.#line[this.#at]; char !== undefined && !SPACE.test(char); char = this.#line[this.#at]) {
      if (char === "'") text += this.#single();
      else if (char === '"') text += this.#double();
      else if (char === "\\") text += this.#escape();
      else if (char in SHELL_SIGNS) {
        this.#refuse(char);
        break;
      } else {
        text += char;
        this.#at += 1;
      }
    }
    this.words.push({ text, from, to: this.#at });
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

/** Splits a line into words. With a problem, `words` holds what was read before it. */
export function splitWords(line: string): Words {
  return new Reader(line).read();
}

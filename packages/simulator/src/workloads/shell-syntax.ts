/**
 * Reads a container's command as a small shell would and turns it into a flat list of instructions with jumps, so that
 * where a process stands is a number and a world stays plain data.
 * Simplified: lists with `;`, `&&` and `||`, loops with `while`, `until` and `for`, `if`, quotes, variables, `$(...)`
 * around one command, `set -e`, and output sent to files. A script with pipes, `&`, functions, `case` or arithmetic is not run.
 */
import {
  firstText,
  literal,
  literalText,
  ShellSyntaxError,
  type Token,
  tokens,
  unexpected,
  type Word,
} from "./shell-words.ts";

/** Where the output of a command goes: a file, from its beginning or at its end. */
export interface Redirection {
  readonly target: Word;
  readonly append: boolean;
}

/** One step of a program. Jumps name the position to go to. */
export type Instruction =
  | { readonly kind: "run"; readonly words: readonly Word[]; readonly output?: Redirection }
  | { readonly kind: "set"; readonly name: string; readonly value: Word }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "jump"; to: number; readonly when: "always" | "failed" | "succeeded" };

export type Program = readonly Instruction[];

const SHELL_NAME = /^(?:.*\/)?(?:sh|ash|bash|dash)$/;
/** Words that cannot begin a command; in quotes they could, which no lesson needs. */
const RESERVED = new Set(["do", "done", "then", "else", "elif", "fi", "in", "case", "esac"]);
/** Commands of one program, loops within loops included. Ours: far more than a lesson writes. */
const MOST_INSTRUCTIONS = 2_000;

/**
 * The program of a container: a shell's script after `-c`, or one command, word by word.
 * @param command entry point and command together, one list entry a word, as in the API
 */
export function readProgram(command: readonly string[]): Program {
  const [program = "", ...words] = command;
  const flags = words.slice(
    0,
    words.findIndex((word) => !word.startsWith("-")),
  );
  if (SHELL_NAME.test(program) && flags.some((flag) => /^-[a-z]*c$/.test(flag))) {
    return new Reader(words[flags.length] ?? "", endsOnFailure(flags)).program();
  }
  return [{ kind: "run", words: command.map(literal) }];
}

/** Whether the words after `set` or `sh` ask for an end at the first failure: `-e`, `-eu`, `-o errexit`. */
function endsOnFailure(words: readonly (string | undefined)[]): boolean {
  return words.some((word, index) => /^-[a-z]*e/.test(word ?? "") || (word === "errexit" && words[index - 1] === "-o"));
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  readonly #out: Instruction[] = [];
  /** `set -e` was read. Simplified: it counts from where it stands in the text. */
  #endsOnFailure: boolean;
  /** Inside conditions, whose failures are answers. */
  #conditions = 0;
  readonly #toTheEnd: { to: number }[] = [];

  constructor(script: string, endsOnFailure = false) {
    this.#tokens = tokens(script);
    this.#endsOnFailure = endsOnFailure;
  }

  program(): Program {
    this.#list([]);
    const left = this.#tokens[this.#at];
    if (left !== undefined) throw unexpected(left);
    for (const jump of this.#toTheEnd) jump.to = this.#out.length;
    return this.#out;
  }

  /** Commands until one of the given words; that word stays unread. */
  #list(ends: readonly string[]): void {
    for (;;) {
      while (this.#isOperator(";") || this.#isOperator("\n")) this.#at += 1;
      const next = this.#tokens[this.#at];
      if (next === undefined || ends.includes(this.#keyword() ?? "")) return;
      this.#chain();
      if (!this.#isOperator(";") && !this.#isOperator("\n")) {
        if (this.#tokens[this.#at] === undefined || ends.includes(this.#keyword() ?? "")) return;
        throw unexpected(this.#tokens[this.#at] as Token);
      }
    }
  }

  /** `a && b || c`: each command is skipped when the one before ended the other way. */
  #chain(): void {
    this.#command();
    let skip: { to: number } | undefined;
    while (this.#isOperator("&&") || this.#isOperator("||")) {
      if (skip !== undefined) skip.to = this.#out.length;
      skip = this.#jump(this.#isOperator("&&") ? "failed" : "succeeded");
      this.#at += 1;
      while (this.#isOperator("\n")) this.#at += 1;
      this.#command();
    }
    // Only the last one of a chain ends a script that ends at the first failure.
    if (this.#endsOnFailure && this.#conditions === 0) this.#toTheEnd.push(this.#jump("failed"));
    if (skip !== undefined) skip.to = this.#out.length;
  }

  /** What is asked between a keyword and the next. */
  #condition(end: string): void {
    this.#conditions += 1;
    this.#list([end]);
    this.#conditions -= 1;
  }

  #command(): void {
    if (this.#out.length > MOST_INSTRUCTIONS) throw new ShellSyntaxError("program too long");
    const keyword = this.#keyword();
    if (keyword === "while" || keyword === "until") this.#loop(keyword === "while" ? "failed" : "succeeded");
    else if (keyword === "for") this.#forEach();
    else if (keyword === "if") this.#choice();
    else if (RESERVED.has(keyword ?? "")) throw unexpected(this.#tokens[this.#at]);
    else this.#simple();
  }

  #loop(leaveWhen: "failed" | "succeeded"): void {
    this.#at += 1;
    const start = this.#out.length;
    this.#condition("do");
    const leave = this.#jump(leaveWhen);
    this.#block("do", ["done"]);
    this.#expect("done");
    this.#out.push({ kind: "jump", to: start, when: "always" });
    leave.to = this.#out.length;
    this.#out.push({ kind: "status", status: 0 });
  }

  /** `for` is written out, once for each word. */
  #forEach(): void {
    this.#at += 1;
    const name = literalText(this.#word());
    this.#expect("in");
    const values: Word[] = [];
    while (this.#tokens[this.#at]?.kind === "word") values.push(this.#word() as Word);
    while (this.#isOperator(";") || this.#isOperator("\n")) this.#at += 1;
    const body = this.#at;
    for (const value of values) {
      this.#at = body;
      this.#out.push({ kind: "set", name: name ?? "", value });
      this.#block("do", ["done"]);
    }
    this.#expect("done");
  }

  #choice(): void {
    this.#at += 1;
    this.#condition("then");
    const other = this.#jump("failed");
    this.#block("then", ["else", "fi"]);
    const end = this.#jump("always");
    other.to = this.#out.length;
    if (this.#keyword() === "else") this.#block("else", ["fi"]);
    else this.#out.push({ kind: "status", status: 0 });
    this.#expect("fi");
    end.to = this.#out.length;
  }

  #block(begin: string, ends: readonly string[]): void {
    this.#expect(begin);
    this.#list(ends);
  }

  /** One program with its words and the file that its output goes to. */
  #simple(): void {
    const words: Word[] = [];
    let output: Redirection | undefined;
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
      if (token.kind === "word") words.push(token.word);
      else if (token.text === ">" || token.text === ">>") {
        this.#at += 1;
        output = { target: this.#word() ?? literal(""), append: token.text === ">>" };
        continue;
      } else if (!token.text.startsWith("2>")) break;
      this.#at += 1;
    }
    if (words.length === 0 && output === undefined) throw unexpected(this.#tokens[this.#at]);
    this.#write(words, output);
  }

  #write(words: readonly Word[], output: Redirection | undefined): void {
    const [first, flag, script] = words.map(literalText);
    const assignment = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(firstText(words[0]));
    if (assignment !== null && words.length === 1) {
      const [piece, ...rest] = words[0] as Word;
      const text = (piece as { text: string }).text.slice(assignment[0].length);
      this.#out.push({ kind: "set", name: assignment[1] as string, value: [{ kind: "text", text }, ...rest] });
    } else if (first === "set") this.#setOptions(words.slice(1).map(literalText));
    else if (SHELL_NAME.test(first ?? "") && flag === "-c" && script !== undefined) {
      const inner = new Reader(script).program();
      const base = this.#out.length;
      for (const step of inner) this.#out.push(step.kind === "jump" ? { ...step, to: step.to + base } : step);
    } else this.#out.push({ kind: "run", words, ...(output === undefined ? {} : { output }) });
  }

  /** Of what `set` can do, the end at the first failure is done. */
  #setOptions(options: readonly (string | undefined)[]): void {
    if (endsOnFailure(options)) this.#endsOnFailure = true;
    else if (options.some((option) => /^\+[a-z]*e/.test(option ?? ""))) this.#endsOnFailure = false;
    this.#out.push({ kind: "status", status: 0 });
  }

  #jump(when: "always" | "failed" | "succeeded"): { to: number } {
    const jump = { kind: "jump" as const, to: 0, when };
    this.#out.push(jump);
    return jump;
  }

  #word(): Word | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "word") throw unexpected(token);
    this.#at += 1;
    return token.word;
  }

  #expect(keyword: string): void {
    if (this.#keyword() !== keyword) throw unexpected(this.#tokens[this.#at]);
    this.#at += 1;
  }

  #keyword(): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === "word" ? literalText(token.word) : undefined;
  }

  #isOperator(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "operator" && token.text === text;
  }
}

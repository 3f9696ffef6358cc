/**
 * One go at a lab: a session that began with the lab's scenario, the learner's files, live checks and the mark. The
 * page and `quayside grade` use this same class. The interpreter of command lines is given from outside, because the
 * page loads it only when somebody types.
 */
import type { JournalRecord, Picture, RunView, Session, Wait } from "@quayside/simulator";
import type { Answers } from "./answers.ts";
import type { CheckView } from "./condition.ts";
import { evaluateChecks, findMistakes, markOf } from "./evaluate.ts";
import { History } from "./history.ts";
import type { Check, Lab, LabCommand } from "./lab.ts";
import type { CheckResult, Mark } from "./mark.ts";
import type { Text } from "./text.ts";
import type { Waited } from "./wait-words.ts";

/** What a command printed. */
export interface CommandResult {
  /** 0 when the command was accepted. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Of a command that goes into a shell elsewhere: where the next lines are for; null when it has come back. */
  readonly machine?: { readonly at: string } | null;
  /** Of a wait whose bound was hit: `unmetText` says what did not come within which bound. */
  readonly unmet?: Waited;
}

/** Runs one `aws ...` line against a session: `runCommandLine` of `@quayside/api/cli`. */
export type RunLine = (
  line: string,
  context: {
    readonly session: Session;
    readonly files: Record<string, string>;
    readonly machine?: string | undefined;
    readonly variables?: Map<string, string>;
  },
) => CommandResult;

export interface AttemptOptions {
  /** Needed only for `{ aws }` commands. */
  readonly runLine?: RunLine;
  /** Texts of the editor tabs that differ from the lab's, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Hints and mistakes of the lab, where they are at hand; else `useAnswers` brings them. */
  readonly answers?: Answers;
  /** Hints that were taken before, in an attempt that is continued. Default 0. */
  readonly hintsTaken?: number;
}

const SILENCE: CommandResult = Object.freeze({ exitCode: 0, stdout: "", stderr: "" });

/**
 * A lab being done. `session` and `files` are the learner's to change, directly or through `run`; every verdict is
 * computed from what they left behind, so an attempt needs no state of its own but the number of hints. It may begin as a
 * picture of the first moment, which can be judged already, until somebody touches it.
 */
export class Attempt {
  readonly lab: Lab;
  /** Editor tabs by name; what `file://NAME` reads. */
  readonly files: Record<string, string>;
  readonly #history = new History();
  #runLine: RunLine | undefined;
  /** The shell elsewhere that lines are for, after `ssh` or `aws ecs execute-command`. */
  #machine: string | undefined;
  /** Of the shell: what lines like `ALB=$(aws ...)` have set. */
  readonly #variables = new Map<string, string>();
  #answers: Answers | undefined;
  #results: readonly CheckResult[] | undefined;
  /** The checks that gave the results: those of a lab in two parts change once. */
  #judged: readonly Check[] | undefined;
  #shown: RunView;
  #session: Session | undefined;
  #hintsTaken: number;

  /** Of a session: a fresh one from the lab's scenario or one that is restored. Or of a picture of the first moment. */
  constructor(lab: Lab, run: Session | Picture, options: AttemptOptions = {}) {
    this.lab = lab;
    this.#shown = run;
    if ("call" in run) this.#session = run;
    this.files = { ...Object.fromEntries(lab.files.map((file) => [file.name, file.text])), ...options.files };
    this.#runLine = options.runLine;
    this.#answers = options.answers;
    this.#hintsTaken = options.hintsTaken ?? 0;
  }

  /** What can be read of the run, be it touched or not. */
  get shown(): RunView {
    return this.#shown;
  }

  /** Nothing can happen yet: a picture of the first moment is shown. */
  get isPicture(): boolean {
    return this.#session === undefined;
  }

  /** The session. Throws while a picture is shown. */
  get session(): Session {
    if (this.#session === undefined) throw new Error(`lab ${this.lab.id} shows a picture: begin its run first`);
    return this.#session;
  }

  /** Puts the run that the picture shows in its place; nothing happens when it is there. `Session.start` does it. */
  begin(start: (picture: Pick<RunView, "seed" | "scenario">) => Session): void {
    if (this.#session !== undefined) return;
    this.#session = start(this.#shown);
    this.#shown = this.#session;
  }

  /** Gives the attempt its interpreter of command lines, once it has been loaded. */
  useRunLine(runLine: RunLine): void {
    this.#runLine = runLine;
  }

  /** Gives the attempt the lab's answers, once they have been loaded. */
  useAnswers(answers: Answers): void {
    this.#answers = answers;
  }

  /** How many hints were taken. They cost nothing; the mark mentions them. */
  get hintsTaken(): number {
    return this.#hintsTaken;
  }

  /** The hints that were taken, in their order; none before the answers are there. */
  get hints(): readonly Text[] {
    return this.#answers?.hints.slice(0, this.#hintsTaken) ?? [];
  }

  /** Uncovers the next hint; undefined when there are no more, or no answers yet. */
  takeHint(): Text | undefined {
    const hint = this.#answers?.hints[this.#hintsTaken];
    if (hint !== undefined) this.#hintsTaken += 1;
    return hint;
  }

  /**
   * Does one thing.
   * @returns what it printed; `exitCode` is not 0 when it was refused or a wait's bound was hit, and nothing throws for that
   * @throws when an `{ aws }` command comes before an interpreter was given
   */
  run(command: LabCommand): CommandResult {
    if ("aws" in command) return this.#runAws(command.aws);
    if ("advanceMs" in command) this.session.advance({ byMs: command.advanceMs });
    else if ("until" in command) return this.#wait(command);
    else this.files[command.edit.file] = command.edit.text;
    return SILENCE;
  }

  /**
   * Judges every check, for the live list: without looking for mistakes. Cheap to call often: it works only when
   * something has happened since.
   */
  evaluate(): readonly CheckResult[] {
    const changed = this.#history.follow(this.#shown.journal.records);
    const { checks } = this.lab;
    if (changed || this.#results === undefined || this.#judged !== checks)
      this.#results = evaluateChecks(this.lab, this.view());
    this.#judged = checks;
    return this.#results;
  }

  /**
   * Judges every check and names the mistakes behind those that do not pass; without answers it knows of none. For
   * marking, not for every frame.
   */
  diagnose(): readonly CheckResult[] {
    return findMistakes(this.#answers?.mistakes ?? [], this.evaluate(), this.view());
  }

  /** What the checks look at. */
  view(): CheckView {
    const journal: readonly JournalRecord[] = this.#shown.journal.records;
    this.#history.follow(journal);
    return { tables: this.#shown.tables, journal, history: this.#history, files: this.#changedFiles() };
  }

  /** The report of "Check my work", which also names the mistakes behind what does not pass. */
  mark(): Mark {
    return markOf(this.lab, this.diagnose(), this.#hintsTaken);
  }

  /** Ids of the checks that pass. */
  passedIds(): Check["id"][] {
    return this.evaluate()
      .filter((result) => result.passed)
      .map((result) => result.id);
  }

  #changedFiles(): Record<string, string> {
    const before = new Map(this.lab.files.map((file) => [file.name, file.text]));
    return Object.fromEntries(Object.entries(this.files).filter(([name, text]) => before.get(name) !== text));
  }

  #wait(wait: Wait): CommandResult {
    const advanced = this.session.wait(wait);
    if (advanced.ended !== "bound") return SILENCE;
    return { exitCode: 1, stdout: "", stderr: "", unmet: { wait, advanced } };
  }

  #runAws(line: string): CommandResult {
    const runLine = this.#runLine;
    if (runLine === undefined) throw new Error(`this attempt was given no interpreter for "${line}"`);
    const result = runLine(line, {
      session: this.session,
      files: this.files,
      machine: this.#machine,
      variables: this.#variables,
    });
    if (result.machine !== undefined) this.#machine = result.machine?.at;
    return result;
  }
}

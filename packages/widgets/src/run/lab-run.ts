/**
 * One run of a lab as the page sees it: the attempt, and the moment that is looked at. The present is read from the session,
 * the past is folded from the journal; the session itself goes back only when the learner acts in the past.
 */
import { Attempt, type Lab } from "@quayside/grader";
import { type JournalRecord, JournalView, type Session } from "@quayside/simulator";
import type { Moment } from "../base/cloud.ts";
import { playFrame } from "./player.ts";

export class LabRun {
  readonly attempt: Attempt;
  #atMs: number;
  #view: JournalView | undefined;
  #moment: Moment | undefined;

  /** Starts the lab anew, with the editor's texts as the learner left them, or goes on with a session that was restored. */
  constructor(lab: Lab, files: Readonly<Record<string, string>>, session?: Session, hintsTaken = 0) {
    const known = Object.fromEntries(
      lab.files.flatMap(({ name }) => (Object.hasOwn(files, name) ? [[name, files[name] ?? ""]] : [])),
    );
    this.attempt = new Attempt(lab, { files: known, hintsTaken, ...(session === undefined ? {} : { session }) });
    this.#atMs = this.session.nowMs;
  }

  get session(): Session {
    return this.attempt.session;
  }

  /** The past is looked at. */
  get inPast(): boolean {
    return this.#atMs < this.session.nowMs;
  }

  /** The present is shown, and nothing more is due by itself. */
  get atRest(): boolean {
    return this.session.quiet && !this.inPast;
  }

  /** The moment to draw; the same object as before when nothing changed. */
  get moment(): Moment {
    const { session } = this;
    const { journal, nowMs: headMs } = session;
    const past = this.inPast;
    const atMs = past ? this.#atMs : headMs;
    const recordCount = past ? journal.countUntil(atMs) : journal.length;
    const before = this.#moment;
    // The session of an untouched page gets other tables when the engine comes.
    const same = past || before?.tables === session.tables;
    if (same && before?.atMs === atMs && before.headMs === headMs && before.recordCount === recordCount) return before;
    this.#moment = { tables: past ? this.#tablesAt(atMs) : session.tables, atMs, headMs, recordCount };
    return this.#moment;
  }

  /** Plays one frame. @returns true when the present is shown and nothing more is due */
  play(elapsedMs: number, speed: number, clock: () => number): boolean {
    const played = playFrame(this.session, Math.min(this.#atMs, this.session.nowMs), { elapsedMs, speed }, clock);
    this.#atMs = played.atMs;
    return played.quiet;
  }

  /** Goes to the next thing that happens after the moment shown. */
  step(): void {
    const { session } = this;
    if (this.inPast) {
      const next = session.journal.records[session.journal.countUntil(this.#atMs)];
      this.look(next?.atMs ?? session.nowMs);
      return;
    }
    const { nextDueMs } = session;
    if (nextDueMs !== undefined) session.advance({ untilMs: nextDueMs });
    this.#atMs = session.nowMs;
  }

  /** Goes on until nothing more happens by itself, and shows it. */
  stepUntilQuiet(): void {
    this.session.stepUntilQuiet();
    this.#atMs = this.session.nowMs;
  }

  /** Shows a moment, between the beginning and now. */
  look(atMs: number): void {
    this.#atMs = Math.min(Math.max(0, atMs), this.session.nowMs);
  }

  /** Shows the present. */
  lookAtPresent(): void {
    this.#atMs = this.session.nowMs;
  }

  /** Makes the moment shown the present: what came later is gone as soon as something is asked of the cloud. */
  continueFromHere(): void {
    if (!this.inPast) return;
    this.session.seek(this.#atMs);
    this.#view = undefined;
    this.#atMs = this.session.nowMs;
  }

  /** ARN of the task that a record tells of; undefined when it tells of none. */
  taskOf({ changes, subject }: JournalRecord): string | undefined {
    const { tables } = this.session;
    const changed = changes.find((change) => change.table === "tasks")?.key;
    return changed ?? (tables.tasks.has(subject) ? subject : tables.containers.get(subject)?.taskArn);
  }

  #tablesAt(atMs: number): Moment["tables"] {
    this.#view ??= new JournalView(this.session.journal);
    this.#view.moveTo(atMs);
    return this.#view.tables as Moment["tables"];
  }
}

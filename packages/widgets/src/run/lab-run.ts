/**
 * One run of a lab as the page sees it: the attempt, and the moment that is looked at. It is a picture of the first moment until
 * the first touch, and a session from then on. The present is read from it, the past is folded from the journal; the session
 * itself goes back only when the learner acts in the past.
 */
import { Attempt, type AttemptOptions, type Lab } from "@quayside/grader";
import type { JournalRecord, Session } from "@quayside/simulator";
import { JournalView, type Picture, type RunView } from "@quayside/simulator/picture";
import type { Moment } from "../base/cloud.ts";
import { playFrame } from "./player.ts";

export class LabRun {
  readonly attempt: Attempt;
  #atMs: number;
  #view: JournalView | undefined;
  #moment: Moment | undefined;

  /** A run of the lab that is new, untouched or restored, with what the learner left: the editor's texts, the hints. */
  constructor(lab: Lab, run: Session | Picture, left: Pick<AttemptOptions, "files" | "hintsTaken"> = {}) {
    const { files = {}, hintsTaken = 0 } = left;
    const known = Object.fromEntries(
      lab.files.flatMap(({ name }) => (Object.hasOwn(files, name) ? [[name, files[name] ?? ""]] : [])),
    );
    this.attempt = new Attempt(lab, run, { files: known, hintsTaken });
    this.#atMs = run.nowMs;
  }

  /** What can be read of the run, be it touched or not. */
  get shown(): RunView {
    return this.attempt.shown;
  }

  /** Nobody has touched the run yet: it cannot be called, and no time passes. */
  get isPicture(): boolean {
    return this.attempt.isPicture;
  }

  /** The run itself. Throws while it is a picture. */
  get session(): Session {
    return this.attempt.session;
  }

  /** The first touch: the run that the picture shows takes its place. */
  begin(start: (picture: Pick<RunView, "seed" | "scenario">) => Session): void {
    if (!this.isPicture) return;
    this.attempt.begin(start);
    this.#view = undefined;
    this.#moment = undefined;
  }

  /** The past is looked at. */
  get inPast(): boolean {
    return this.#atMs < this.shown.nowMs;
  }

  /** The present is shown, and nothing is on its way to an end. */
  get atRest(): boolean {
    return this.shown.settled && !this.inPast;
  }

  /** The moment to draw; the same object as before when nothing changed. */
  get moment(): Moment {
    const { journal, tables, nowMs: headMs } = this.shown;
    const past = this.inPast;
    const atMs = past ? this.#atMs : headMs;
    const recordCount = past ? journal.countUntil(atMs) : journal.length;
    const before = this.#moment;
    // After going back the session has other tables.
    const same = past || before?.tables === tables;
    if (same && before?.atMs === atMs && before.headMs === headMs && before.recordCount === recordCount) return before;
    this.#moment = { tables: past ? this.#tablesAt(atMs) : tables, atMs, headMs, recordCount };
    return this.#moment;
  }

  /** Plays one frame. @returns true when the present is shown and nothing is on its way to an end */
  play(elapsedMs: number, speed: number, clock: () => number): boolean {
    const played = playFrame(this.session, Math.min(this.#atMs, this.session.nowMs), { elapsedMs, speed }, clock);
    this.#atMs = played.atMs;
    return played.settled;
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

  /** Goes on, in pieces, until nothing is on its way to an end, and shows it. */
  *settling(): Generator<void, void> {
    for (const _piece of this.session.waiting()) {
      this.#atMs = this.session.nowMs;
      yield;
    }
    this.#atMs = this.session.nowMs;
  }

  /** Shows a moment, between the beginning and now. */
  look(atMs: number): void {
    this.#atMs = Math.min(Math.max(0, atMs), this.shown.nowMs);
  }

  /** Shows the present. */
  lookAtPresent(): void {
    this.#atMs = this.shown.nowMs;
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
    const { tables } = this.shown;
    const changed = changes.find((change) => change.table === "tasks")?.key;
    return changed ?? (tables.tasks.has(subject) ? subject : tables.containers.get(subject)?.taskArn);
  }

  #tablesAt(atMs: number): Moment["tables"] {
    this.#view ??= new JournalView(this.shown.journal);
    this.#view.moveTo(atMs);
    return this.#view.tables as Moment["tables"];
  }
}

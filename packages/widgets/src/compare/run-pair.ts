/**
 * Two runs with locked clocks: whatever is asked of time is asked of both, and both show the same moment. Knows nothing
 * of where the runs came from or of which one the learner speaks to.
 */
import type { Repeating } from "@quayside/simulator";
import type { LabRun } from "../run/lab-run.ts";
import type { Timed } from "../run/timed.ts";

/** The names of two runs that are compared. */
export const RUN_NAMES = ["a", "b"] as const;

/** Which of two runs. */
export type RunName = (typeof RUN_NAMES)[number];

/** The other of two. */
export function otherOf(name: RunName): RunName {
  return name === "a" ? "b" : "a";
}

/** Times that "until quiet" is asked of both: bringing one to the moment of the other can wake it up again. */
const MOST_ROUNDS = 8;

export class RunPair implements Timed {
  readonly a: LabRun;
  readonly b: LabRun;
  /** The run that had more to do in the last frame: it goes first, and sets how far the frame comes. */
  #busier: RunName = "a";

  /** Both show the moment of `b` from now on, which `a` must have come to. */
  constructor(a: LabRun, b: LabRun) {
    this.a = a;
    this.b = b;
    this.#meet(b.moment.atMs);
  }

  /** The moment that both show. */
  get atMs(): number {
    return this.a.moment.atMs;
  }

  /** How far the run has come that has come further. */
  get headMs(): number {
    return Math.max(this.a.session.nowMs, this.b.session.nowMs);
  }

  /** One of them has been further already. */
  get inPast(): boolean {
    return this.atMs < this.headMs;
  }

  get atRest(): boolean {
    return !this.inPast && this.a.session.settled && this.b.session.settled;
  }

  /** What repeats next in either, when nothing is on its way to an end in both. */
  get repeating(): Repeating | undefined {
    const [a, b] = [this.a.session, this.b.session];
    if (!a.settled || !b.settled) return undefined;
    return [...a.repeating, ...b.repeating].sort((one, two) => one.nextAtMs - two.nextAtMs)[0];
  }

  /** When the next thing will happen in either; undefined when nothing is due. */
  get nextDueMs(): number | undefined {
    return earliest(this.a.session.nextDueMs, this.b.session.nextDueMs);
  }

  /**
   * Plays one frame. The busier run keeps within the frame's time; the other one, which has less to do, follows it.
   * @returns true when both have nothing more to do by themselves
   */
  play(elapsedMs: number, speed: number, clock: () => number): boolean {
    const before = { a: this.a.session.steps, b: this.b.session.steps };
    const first = this[this.#busier];
    first.play(elapsedMs, speed, clock);
    this.#meet(first.moment.atMs);
    const steps = { a: this.a.session.steps - before.a, b: this.b.session.steps - before.b };
    if (steps.a !== steps.b) this.#busier = steps.a > steps.b ? "a" : "b";
    return this.atRest;
  }

  /** Goes to the next thing that happens in either. */
  step(): void {
    this.#meet(earliest(nextOf(this.a), nextOf(this.b)) ?? this.headMs);
  }

  /** Goes on, in pieces, until nothing is on its way to an end in either. */
  *settling(): Generator<void, void> {
    for (let round = 0; round < MOST_ROUNDS && (round === 0 || !this.atRest); round += 1) {
      yield* this.a.settling();
      yield* this.b.settling();
      this.#meet(this.headMs);
    }
  }

  /** Shows a moment of both, between the beginning and the head. */
  look(atMs: number): void {
    this.#meet(Math.min(Math.max(0, atMs), this.headMs));
  }

  lookAtPresent(): void {
    this.#meet(this.headMs);
  }

  /** Something was done in one run, which may have taken time: the other one comes along. */
  follow(name: RunName): void {
    this.#meet(this[name].moment.atMs);
  }

  #meet(atMs: number): void {
    for (const run of [this.a, this.b]) {
      if (atMs > run.session.nowMs) run.session.advance({ untilMs: atMs, maxSteps: Number.POSITIVE_INFINITY });
      run.look(atMs);
    }
  }
}

/** When something happens next in a run, behind the moment that it shows. */
function nextOf(run: LabRun): number | undefined {
  const { session } = run;
  if (!run.inPast) return session.nextDueMs;
  const { journal } = session;
  return journal.at(journal.countUntil(run.moment.atMs))?.atMs ?? session.nowMs;
}

function earliest(left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return Math.min(left, right);
}

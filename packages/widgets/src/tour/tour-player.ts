/**
 * Plays a tour on a run of its own: lets time run to the next stop, gives the tour's commands on the way, and goes back. Real
 * time comes in from outside, frame by frame, so that it can be tested without a page. Knows no pictures.
 */
import { type Lab, labOfTour, planTour, type RunLine, type Tour, type TourMoment } from "@quayside/grader";
import { Session } from "@quayside/simulator";
import { DEFAULT_SPEED, SPEEDS } from "../base/speeds.ts";
import { LabRun } from "../run/lab-run.ts";
import { LONGEST_FRAME_MS } from "../run/player.ts";

/** About how long the way to a stop is watched, in real milliseconds; the speed is chosen for it. */
const WAY_MS = 3500;

export class TourPlayer {
  readonly lab: Lab;
  readonly run: LabRun;
  readonly moments: readonly TourMoment[];
  speed = DEFAULT_SPEED;
  readonly #tour: Tour;
  /** Stop that is shown; -1 before the first. */
  #at = -1;
  #goal: number | undefined;
  #leftAtMs = 0;
  #held = false;
  /** Number of stops whose commands were given. */
  #given = 0;
  #speedIsChosen = false;

  /** @throws Error when the tour cannot get to its end */
  constructor(lab: Lab, tour: Tour, runLine: RunLine) {
    this.#tour = tour;
    this.moments = planTour(lab, tour, runLine);
    this.lab = labOfTour(lab, tour);
    this.run = new LabRun(this.lab, Session.start(this.lab));
    this.run.attempt.useRunLine(runLine);
  }

  get at(): number {
    return this.#at;
  }

  /** The stop that time runs to; undefined while one is shown. */
  get goal(): number | undefined {
    return this.#goal;
  }

  get moving(): boolean {
    return this.#goal !== undefined && !this.#held;
  }

  /** The last stop is shown. */
  get done(): boolean {
    return this.#goal === undefined && this.#at === this.moments.length - 1;
  }

  /** How much of the way to the next stop is done, 0 to 1. */
  get share(): number {
    const wayMs = this.#timeOf(this.#goal ?? this.#at) - this.#leftAtMs;
    return wayMs <= 0 ? 1 : Math.min(1, Math.max(0, (this.run.moment.atMs - this.#leftAtMs) / wayMs));
  }

  /** Sets out for the next stop; on the way, gets there at once. */
  next(): void {
    if (this.done) return;
    if (this.#goal === undefined) this.#setOut();
    else this.#reach(this.#timeOf(this.#goal));
  }

  /** Gets to the next stop without showing the way. */
  jump(): void {
    this.next();
    if (this.#goal !== undefined) this.next();
  }

  /** Back in time, to the stop before; on the way, to the stop that was left. */
  back(): void {
    const to = this.#goal === undefined ? this.#at - 1 : this.#at;
    if (to < 0) return;
    this.#goal = undefined;
    this.#at = to;
    this.run.look(this.#timeOf(to));
  }

  /** Holds time on the way. */
  hold(): void {
    this.#held = true;
  }

  /** Goes on: on the way, or to the next stop. */
  goOn(): void {
    this.#held = false;
    if (this.#goal === undefined) this.next();
  }

  /** Looks at any moment that there has been; the stop is the last one before it. */
  look(atMs: number): void {
    this.run.look(atMs);
    this.#goal = undefined;
    const reached = this.moments.slice(0, this.#given);
    this.#at = reached.findLastIndex((moment) => moment.atMs <= this.run.moment.atMs);
  }

  /** The watcher's own speed, from now on. */
  choose(speed: number): void {
    this.speed = speed;
    this.#speedIsChosen = true;
  }

  /** Plays one frame. @returns whether another one would change anything */
  frame(elapsedMs: number): boolean {
    if (this.#goal === undefined || this.#held) return false;
    const passedMs = Math.min(LONGEST_FRAME_MS, Math.max(0, elapsedMs)) * this.speed;
    this.#reach(this.run.moment.atMs + passedMs);
    return this.moving;
  }

  #setOut(): void {
    const goal = this.#at + 1;
    this.#goal = goal;
    this.#held = false;
    this.#leftAtMs = this.run.moment.atMs;
    const wanted = (this.#timeOf(goal) - this.#leftAtMs) / WAY_MS;
    if (!this.#speedIsChosen) this.speed = SPEEDS.find((speed) => speed >= wanted) ?? SPEEDS.at(-1) ?? 1;
    this.#reach(this.#leftAtMs);
  }

  /** Comes to a moment on the way, no further than the stop. */
  #reach(atMs: number): void {
    const goal = this.#goal;
    if (goal === undefined) return;
    const untilMs = Math.min(atMs, this.#timeOf(goal));
    const { session } = this.run;
    const callsAtMs = this.moments[this.#given]?.callsAtMs ?? 0;
    if (this.#given === goal && untilMs >= callsAtMs) {
      if (callsAtMs > session.nowMs) session.advance({ untilMs: callsAtMs });
      for (const command of this.#tour.stops[goal]?.does ?? []) this.run.attempt.run(command);
      this.#given += 1;
    }
    if (untilMs > session.nowMs) {
      session.advance({ untilMs });
      this.run.lookAtPresent();
    } else this.run.look(untilMs);
    if (untilMs < this.#timeOf(goal)) return;
    this.#at = goal;
    this.#goal = undefined;
  }

  #timeOf(stop: number): number {
    return this.moments[stop]?.atMs ?? 0;
  }
}

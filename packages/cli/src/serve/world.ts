/**
 * The served session and its clock: simulated time follows the wall clock at a speed, or stands still until it is
 * moved. Long stretches of time pass in slices, so that the server keeps answering.
 */
import { type Advanced, RunRefused, type Scenario, Session, type Wait } from "@quayside/simulator";
import { RunProblem } from "../usage-problem.ts";
import { giveMemoryBack } from "./give-back.ts";

/** How simulated time passes: by hand, or `speed` simulated seconds a real second. */
export type ClockMode = { readonly kind: "manual" } | { readonly kind: "follow"; readonly speed: number };

/** Furthest that one request may move the clock: 30 days in milliseconds. */
export const MAX_ADVANCE_MS = 30 * 24 * 3_600_000;

/** Steps of the simulator between two looks at the event loop: some tens of milliseconds. */
const SLICE_STEPS = 20_000;

/** Records from which on a world is large enough that its memory is worth giving back. Below it is a few megabytes. */
const LARGE_JOURNAL = 10_000;

/** What a world begins with. */
export interface WorldSetting {
  readonly seed: number;
  readonly scenario: Scenario;
}

/** The session that is served in a Region. A reset replaces it. */
export class World {
  #session: Session;
  #setting: WorldSetting;
  readonly #mode: ClockMode;
  readonly #wallMs: () => number;
  /** The pair of moments from which the clock is followed. */
  #anchor: { wallMs: number; simMs: number };
  /** Counts resets and stops, so that a long advance notices that its world is gone. */
  #epoch = 0;
  #advancing: Promise<unknown> = Promise.resolve();
  #byHand = 0;

  constructor(setting: WorldSetting, mode: ClockMode, wallMs: () => number = () => performance.now()) {
    this.#setting = setting;
    this.#mode = mode;
    this.#wallMs = wallMs;
    this.#session = begin(setting);
    this.#anchor = { wallMs: wallMs(), simMs: this.#session.nowMs };
  }

  get session(): Session {
    return this.#session;
  }

  get setting(): WorldSetting {
    return this.#setting;
  }

  get mode(): ClockMode {
    return this.#mode;
  }

  /** Begins again; what is not given stays. Throws RunProblem when the scenario cannot begin, and keeps the old world. */
  reset(change: Partial<WorldSetting>): void {
    const setting = { ...this.#setting, ...change };
    const records = this.#session.journal.length;
    this.#session = begin(setting);
    this.#setting = setting;
    this.#epoch += 1;
    this.#reanchor();
    giveBackAfter(records);
  }

  /** Drops what older records say and the copies of earlier moments. @returns how many records were dropped */
  forget(): number {
    const { journal } = this.#session;
    const before = journal.first;
    this.#session.forgetBehind();
    const forgotten = this.#session.journal.first - before;
    giveBackAfter(forgotten);
    return forgotten;
  }

  /** Brings a world that was made late to where the others are, in one go. Little happens in a world of which nobody has asked anything. */
  catchUp(nowMs: number): void {
    if (nowMs > this.#session.nowMs) this.#session.advance({ untilMs: nowMs });
    this.#reanchor();
  }

  /** Ends every advance that is under way: nobody waits for it any more. */
  stop(): void {
    this.#epoch += 1;
  }

  /** Lets the simulation catch up with the wall clock, one slice at most. Nothing happens when time is moved by hand. */
  follow(): void {
    if (this.#mode.kind === "manual" || this.#byHand > 0) return;
    const elapsed = (this.#wallMs() - this.#anchor.wallMs) * this.#mode.speed;
    const untilMs = Math.floor(this.#anchor.simMs + elapsed);
    if (untilMs > this.#session.nowMs) this.#session.advance({ untilMs, maxSteps: SLICE_STEPS });
  }

  /**
   * Moves the clock, one request after another.
   * @returns the simulated time afterwards; undefined when the world was reset or stopped meanwhile
   */
  advance(byMs: number): Promise<number | undefined> {
    return this.#inTurn(() => {
      const untilMs = this.#session.nowMs + byMs;
      return () => {
        const { nowMs, ended } = this.#session.advance({ untilMs, maxSteps: SLICE_STEPS });
        return ended === "steps" ? undefined : nowMs;
      };
    });
  }

  /**
   * Waits for something, in its turn among the other requests.
   * @returns how it ended; undefined when the world was reset or stopped meanwhile
   */
  wait(wait: Wait): Promise<Advanced | undefined> {
    return this.#inTurn(() => {
      const pieces = this.#session.waiting(wait);
      return () => {
        const piece = pieces.next();
        return piece.done === true ? piece.value : undefined;
      };
    });
  }

  /** Does something slice by slice until a slice has a result. */
  #inTurn<Result>(begin: () => () => Result | undefined): Promise<Result | undefined> {
    const epoch = this.#epoch;
    const run = this.#advancing.then(() => this.#bySlices(begin, epoch));
    this.#advancing = run.catch(() => undefined);
    return run;
  }

  async #bySlices<Result>(begin: () => () => Result | undefined, epoch: number): Promise<Result | undefined> {
    this.follow();
    this.#byHand += 1;
    try {
      const slice = begin();
      while (epoch === this.#epoch) {
        const result = slice();
        if (result !== undefined) return result;
        await new Promise<void>((resume) => setImmediate(resume));
      }
      return undefined;
    } finally {
      this.#byHand -= 1;
      this.#reanchor();
    }
  }

  #reanchor(): void {
    this.#anchor = { wallMs: this.#wallMs(), simMs: this.#session.nowMs };
  }
}

/** Gives the memory of so many records back, once nobody is in the middle of something with them. */
function giveBackAfter(records: number): void {
  if (records >= LARGE_JOURNAL) setImmediate(() => setImmediate(giveMemoryBack));
}

/** A new session. A scenario that comes from a user's file may make calls that are refused. */
function begin({ seed, scenario }: WorldSetting): Session {
  try {
    return Session.start({ seed, scenario });
  } catch (problem) {
    if (!(problem instanceof RunRefused)) throw problem;
    throw new RunProblem(`the scenario ${scenario.id} cannot begin: ${problem.message}`);
  }
}

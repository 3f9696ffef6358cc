/**
 * Copies of a simulation at moments of its run, so that going to another moment does not begin at the beginning. They stay when
 * the run goes back, for the way forward. Copies get rarer as the world grows and as the run gets longer: making them never
 * costs more than a share of the run itself.
 */
import { assert } from "./kernel/assert.ts";
import { Journal } from "./kernel/journal.ts";
import type { Cloud } from "./model/cloud.ts";

export interface Keyframe {
  /** The simulation with an empty journal and ledger: the run's own hold what was written up to the copy. */
  readonly sim: Cloud;
  /** Records, and rows of the ledger, written before the copy. */
  readonly records: number;
  readonly ledgerRows: number;
  /** Calls made before the copy. */
  readonly calls: number;
}

/** What a run has written: its journal and its ledger. */
export type Written = Pick<Cloud, "journal" | "ledger">;

/** Most copies kept; when they are full every second one goes and the distance doubles. */
const MAX_KEYFRAMES = 48;
const FIRST_DISTANCE_STEPS = 128;
/** A copy of a large world costs about as much as this many steps for each row. That of a small one costs next to nothing. */
const STEPS_PER_ROW = 8;
/** Rows from which on a world is large. */
const LARGE_WORLD_ROWS = 10_000;

export class Keyframes {
  #frames: Keyframe[];
  #distance = FIRST_DISTANCE_STEPS;

  private constructor(frames: Keyframe[]) {
    this.#frames = frames;
  }

  /** Keeps a copy of the beginning. */
  static from(start: Cloud): Keyframes {
    return new Keyframes([frameOf(start, 0)]);
  }

  /** Steps after which the next copy is worth its price. */
  stepsUntilNext(sim: Cloud): number {
    const { tasks, containers } = sim.tables;
    const rows = tasks.size + containers.size;
    const perRow = Math.max(1, STEPS_PER_ROW * Math.min(1, rows / LARGE_WORLD_ROWS));
    const distance = Math.max(this.#distance, perRow * rows);
    return Math.max(1, this.#last().sim.world.steps + distance - sim.world.steps);
  }

  /** Keeps a copy of the present. */
  keep(sim: Cloud, calls: number): void {
    if (this.stepsUntilNext(sim) > 1 && this.#frames.length > 1) return;
    this.#frames.push(frameOf(sim, calls));
    if (this.#frames.length <= MAX_KEYFRAMES) return;
    this.#frames = this.#frames.filter((_, index) => index % 2 === 0);
    this.#distance *= 2;
  }

  /** The latest copy whose moment lies before `atMs`, or the very first. */
  before(atMs: number): Keyframe {
    return this.#frames.findLast(({ sim }) => sim.nowMs < atMs) ?? this.#first();
  }

  /** The latest copy that lies at a place in the run or before it. */
  upTo(steps: number, calls: number): Keyframe {
    return this.#frames.findLast((frame) => frame.sim.world.steps <= steps && frame.calls <= calls) ?? this.#first();
  }

  /** Forgets the copies that lie beyond a place in the run: it goes on differently from there. */
  dropAfter(steps: number, calls: number): void {
    const kept = this.#frames.filter((frame) => frame.sim.world.steps <= steps && frame.calls <= calls);
    if (kept.length < this.#frames.length) this.#frames = kept.length === 0 ? [this.#first()] : kept;
  }

  /** The earliest moment that can be gone to. */
  get earliestMs(): number {
    return this.#first().sim.nowMs;
  }

  /** Keeps a copy of the present alone: what lies behind it cannot be gone to any more. */
  forgetBehind(sim: Cloud, calls: number): void {
    this.#frames = [frameOf(sim, calls)];
  }

  fork(): Keyframes {
    const copy = new Keyframes([...this.#frames]);
    copy.#distance = this.#distance;
    return copy;
  }

  #first(): Keyframe {
    const first = this.#frames[0];
    assert(first !== undefined, "a session lost its first keyframe");
    return first;
  }

  #last(): Keyframe {
    return this.#frames.at(-1) ?? this.#first();
  }
}

/** The simulation of a copy, in a run that has written what `run` has. */
export function broughtBack({ sim, records, ledgerRows }: Keyframe, { journal, ledger }: Written): Cloud {
  return sim.fork(journal.rewound(records), ledger.rewound(ledgerRows));
}

function frameOf(sim: Cloud, calls: number): Keyframe {
  const copy = sim.fork(new Journal(), sim.ledger.empty());
  return { sim: copy, records: sim.journal.length, ledgerRows: sim.ledger.length, calls };
}

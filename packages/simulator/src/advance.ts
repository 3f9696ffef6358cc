/** What can be asked of time, and what comes of it: how far a session goes, and why it ended there. */
import { isThere, type Wait } from "./awaited.ts";
import { assert } from "./kernel/assert.ts";
import type { Cloud } from "./model/cloud.ts";
import { durationMs } from "./wait-text.ts";

/**
 * How far `advance` goes. Without any limit it stops after 1,000,000 steps; a wait for something (`untilSettled`, `until`)
 * also after a day of simulated time unless it is given another bound.
 */
export interface AdvanceRequest {
  /** Until this moment, in simulated milliseconds since the world began. */
  readonly untilMs?: number;
  /** By so many simulated milliseconds. */
  readonly byMs?: number;
  readonly maxSteps?: number;
  /** Until nothing is in progress any more. What repeats for ever is not waited for. */
  readonly untilSettled?: boolean;
  /** Until this holds of the session, which it must only read. */
  readonly until?: () => boolean;
}

/**
 * Why an advance ended: nothing is in progress any more, and nothing repeats (`settled`) or something does (`repeating`);
 * what was waited for is there (`met`), or did not come within the bound (`bound`); the moment or the number of steps
 * that was asked for is reached.
 */
export type Ending = "settled" | "repeating" | "met" | "bound" | "moment" | "steps";

export interface Advanced {
  readonly steps: number;
  readonly nowMs: number;
  readonly ended: Ending;
}

/**
 * How long a wait lasts at most unless it says otherwise, in simulated milliseconds. Ours: longer than anything in AWS
 * that is on its way to an end, and short enough to come to it while somebody looks on.
 */
export const LONGEST_WAIT_MS = 24 * 3_600_000;

/** Steps of a wait, all in all. Ours: a cloud of 10,000 tasks settles within. */
export const LONGEST_WAIT_STEPS = 250_000;

/** Steps between two pieces of a wait. */
const PIECE_STEPS = 256;

/** What can wait: a session. */
interface Waiting {
  readonly steps: number;
  readonly nowMs: number;
  readonly tables: Cloud["tables"];
  advance(request: AdvanceRequest): Advanced;
}

/** What a wait asks of time if it begins now. */
export function requestOf(session: Pick<Waiting, "nowMs" | "tables">, { until, atMost }: Wait): AdvanceRequest {
  const longestMs = atMost === undefined ? LONGEST_WAIT_MS : durationMs(atMost);
  assert(longestMs !== undefined, `"${atMost}" is no length of time`);
  const untilMs = session.nowMs + longestMs;
  if (until === "settled") return { untilSettled: true, untilMs };
  return { until: () => isThere(session.tables, until), untilMs };
}

/** `Session.waiting`. */
export function* waiting(session: Waiting, wait: Wait): Generator<void, Advanced> {
  const before = session.steps;
  const request = requestOf(session, wait);
  for (;;) {
    const left = before + LONGEST_WAIT_STEPS - session.steps;
    const { nowMs, ended } = session.advance({ ...request, maxSteps: Math.min(PIECE_STEPS, left) });
    const steps = session.steps - before;
    if (ended !== "steps") return { steps, nowMs, ended };
    if (steps >= LONGEST_WAIT_STEPS) return { steps, nowMs, ended: "bound" };
    yield;
  }
}

/** Does in one go what could be done in pieces. */
export function resultOf<Result>(pieces: Generator<unknown, Result>): Result {
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
  }
}

/**
 * The arithmetic of playing: real time and speed in, simulated time out. Knows a run only by its clock, so that it can be
 * tested without a page. A frame works for at most `SLICE_MS`; what it does not reach, the next frame goes on with.
 */

/** What the player needs of a session. */
export interface Run {
  readonly nowMs: number;
  readonly settled: boolean;
  advance(limits: { untilMs: number; maxSteps: number }): { steps: number; nowMs: number };
}

/** Longest time that one frame may spend in the simulator, in real milliseconds. */
export const SLICE_MS = 8;
/** A frame that comes later than this (a tab in the background) counts as this long. */
export const LONGEST_FRAME_MS = 100;
/** Steps between two looks at the clock: about a millisecond of work. */
const STEPS_A_TURN = 64;

export interface Played {
  /** The moment to show now. */
  readonly atMs: number;
  /** The present is shown, and nothing is on its way to an end: what repeats for ever plays on only if it is asked to. */
  readonly settled: boolean;
}

/**
 * Plays one frame: first through what already happened, then on with the run.
 * @param atMs the moment shown, at most `run.nowMs`
 * @param elapsedMs real time since the last frame
 * @param clock real time, to keep within the slice
 */
export function playFrame(
  run: Run,
  atMs: number,
  pace: { readonly elapsedMs: number; readonly speed: number },
  clock: () => number,
): Played {
  const target = atMs + Math.min(LONGEST_FRAME_MS, Math.max(0, pace.elapsedMs)) * pace.speed;
  if (target <= run.nowMs) return { atMs: target, settled: false };
  const endOfSlice = clock() + SLICE_MS;
  let steps = STEPS_A_TURN;
  while (run.nowMs < target && steps === STEPS_A_TURN && clock() < endOfSlice) {
    ({ steps } = run.advance({ untilMs: target, maxSteps: STEPS_A_TURN }));
  }
  return { atMs: run.nowMs, settled: run.settled };
}

/** What can be asked of time: the speeds to choose from, and the requests of the transport and the shortcuts. */

/** Simulated seconds per real second that the learner can choose. */
export const SPEEDS: readonly number[] = [1, 2, 5, 10, 30, 100, 1000];

/** The speed at which a lab begins. */
export const DEFAULT_SPEED = 5;

/** What the timeline asks for. */
export type TimeRequest =
  | { readonly action: "play" | "pause" | "step" | "quiet" | "present" }
  | { readonly action: "speed"; readonly speed: number }
  | { readonly action: "scrub"; readonly atMs: number };

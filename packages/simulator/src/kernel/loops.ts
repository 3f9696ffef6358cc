/**
 * Tells work that ends from work that leads to itself for ever: a service whose tasks crash one after the other makes
 * progress at every step and never comes to an end.
 */
import type { Journal, RecordShapes } from "./journal.ts";

/** Entries in a row, each scheduled by the one before, after which a chain is looked at, and then again and again. */
const LOOKED_AT_EVERY = 128;

/**
 * Times that the same thing happens to the same row in one chain of causes before it counts as endless. Ours: more than
 * any work that ends by itself, such as the retries of a health check or a program of 60 sleeps.
 */
const ENDLESS_ROUNDS = 64;

/** A chain of this length counts as endless whatever it is made of: it may leave no records to tell it by. */
export const ENDLESS_DEPTH = 10_000;

/**
 * How deep what is about to be scheduled stands in its chain: `ENDLESS_DEPTH` for one more round of something that never
 * ends, and for everything that comes of it.
 * @param behind the depth of the entry that schedules it; 0 in a call
 * @param cause number of the record that leads to it
 */
export function depthAfter<R extends RecordShapes<R>>(journal: Journal<R>, behind: number, cause: number): number {
  const depth = behind + 1;
  if (depth >= ENDLESS_DEPTH) return ENDLESS_DEPTH;
  if (depth % LOOKED_AT_EVERY !== 0) return depth;
  return journal.mostRounds(cause) >= ENDLESS_ROUNDS ? ENDLESS_DEPTH : depth;
}

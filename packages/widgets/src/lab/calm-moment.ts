/**
 * The moment for parts that are read and not watched (lists): while time plays they follow a few times a second, so that a
 * frame has its time for the map. When time stands still they show what there is.
 */
import type { Moment } from "../base/cloud.ts";

/** Shortest time between two pictures of a list while time plays, in real milliseconds. */
const EVERY_MS = 150;

/** One lab's lists. */
export class CalmMoment {
  #shown: Moment | undefined;
  #shownMs = Number.NEGATIVE_INFINITY;

  /** The moment that the lists show: the one given, or an earlier one when that was given a moment ago. */
  of(moment: Moment | undefined, playing: boolean, nowMs: number): Moment | undefined {
    const shown = this.#shown;
    const isOf = shown !== undefined && moment !== undefined && shown.atMs <= moment.atMs;
    if (playing && isOf && nowMs - this.#shownMs < EVERY_MS) return shown;
    if (moment !== shown) this.#shownMs = nowMs;
    this.#shown = moment;
    return moment;
  }
}

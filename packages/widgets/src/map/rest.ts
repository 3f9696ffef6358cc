/** Where boxes are on a map on which nothing has happened yet: where the scene wants them. How they move comes with the first change. */
import type { Rect } from "./rect.ts";

/** A rectangle on its way, with its opacity. */
export interface Pose {
  x: number;
  y: number;
  w: number;
  h: number;
  opacity: number;
}

export interface Target {
  readonly key: string;
  readonly rect: Rect;
}

/** What painters ask of that which moves boxes. */
export interface Poses {
  /**
   * Sets new targets.
   * @param instant no movement at all: reduced motion, or a leap in time
   * @param bornAt where a box that is new begins its way; without an answer it appears in its place
   */
  aim(targets: readonly Target[], nowMs: number, instant: boolean, bornAt?: (key: string) => Rect | undefined): void;
  /** Brings every box to its place at a moment. @returns whether something still moves */
  settle(nowMs: number): boolean;
  /** Where a box is now; undefined when there is none. */
  pose(key: string): Readonly<Pose> | undefined;
  /** Whether a box is on its way. */
  isUnderway(key: string): boolean;
}

export class Rest implements Poses {
  #poses = new Map<string, Pose>();

  aim(targets: readonly Target[]): void {
    this.#poses = new Map(targets.map(({ key, rect: { x, y, w, h } }) => [key, { x, y, w, h, opacity: 1 }]));
  }

  settle(): boolean {
    return false;
  }

  pose(key: string): Readonly<Pose> | undefined {
    return this.#poses.get(key);
  }

  isUnderway(): boolean {
    return false;
  }
}

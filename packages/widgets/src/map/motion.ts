/**
 * Moves boxes from where they are to where the scene wants them. Real time decides how far a move has come, never what the
 * picture shows in the end; a new target in the middle of a move starts from where the box is.
 */
import { easeCubicOut } from "d3";
import type { Rect } from "./places.ts";

/** Length of a move in milliseconds of real time. */
export const MOVE_MS = 380;

/** A rectangle on its way, with its opacity. */
export interface Pose {
  x: number;
  y: number;
  w: number;
  h: number;
  opacity: number;
}

interface Move {
  from: Pose;
  to: Pose;
  now: Pose;
  startedMs: number;
  leaving: boolean;
}

export interface Target {
  readonly key: string;
  readonly rect: Rect;
}

export class Motion {
  readonly #moves = new Map<string, Move>();

  /**
   * Sets new targets. Boxes that are new appear in place, slightly smaller; boxes that are no longer wanted fade.
   * @param instant no movement at all: reduced motion, or a leap in time
   */
  aim(targets: readonly Target[], nowMs: number, instant: boolean): void {
    const wanted = new Set<string>();
    for (const { key, rect } of targets) {
      wanted.add(key);
      this.#aimOne(key, { x: rect.x, y: rect.y, w: rect.w, h: rect.h, opacity: 1 }, nowMs, instant);
    }
    for (const [key, move] of this.#moves) {
      if (wanted.has(key)) continue;
      if (instant) this.#moves.delete(key);
      else if (!move.leaving) this.#turn(move, { ...move.now, opacity: 0 }, nowMs, true);
    }
  }

  /** Brings every box to its place at a moment. @returns whether something still moves */
  settle(nowMs: number): boolean {
    let moving = false;
    for (const [key, move] of this.#moves) {
      const share = Math.min(1, Math.max(0, (nowMs - move.startedMs) / MOVE_MS));
      blend(move, easeCubicOut(share));
      if (share < 1) moving = true;
      else if (move.leaving) this.#moves.delete(key);
    }
    return moving;
  }

  /** Where a box is now; undefined when there is none. */
  pose(key: string): Readonly<Pose> | undefined {
    return this.#moves.get(key)?.now;
  }

  #aimOne(key: string, to: Pose, nowMs: number, instant: boolean): void {
    const move = this.#moves.get(key);
    if (move === undefined) {
      const from = instant
        ? to
        : { x: to.x + to.w * 0.06, y: to.y + to.h * 0.06, w: to.w * 0.88, h: to.h * 0.88, opacity: 0 };
      this.#moves.set(key, {
        from,
        to,
        now: { ...from },
        startedMs: instant ? nowMs - MOVE_MS : nowMs,
        leaving: false,
      });
    } else if (instant) {
      Object.assign(move, { from: to, to, now: { ...to }, startedMs: nowMs - MOVE_MS, leaving: false });
    } else if (!samePose(move.to, to)) {
      this.#turn(move, to, nowMs, false);
    }
  }

  #turn(move: Move, to: Pose, nowMs: number, leaving: boolean): void {
    Object.assign(move, { from: { ...move.now }, to, startedMs: nowMs, leaving });
  }
}

function blend(move: Move, share: number): void {
  const { from, to, now } = move;
  now.x = from.x + (to.x - from.x) * share;
  now.y = from.y + (to.y - from.y) * share;
  now.w = from.w + (to.w - from.w) * share;
  now.h = from.h + (to.h - from.h) * share;
  now.opacity = from.opacity + (to.opacity - from.opacity) * share;
}

function samePose(left: Pose, right: Pose): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.25;
  return (
    near(left.x, right.x) &&
    near(left.y, right.y) &&
    near(left.w, right.w) &&
    near(left.h, right.h) &&
    left.opacity === right.opacity
  );
}

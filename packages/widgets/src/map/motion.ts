/**
 * Moves boxes from where they are to where the scene wants them. Real time decides how far a move has come, never what the
 * picture shows in the end; a new target in the middle of a move starts from where the box is.
 */
import type { Rect } from "./rect.ts";
import type { Pose, Poses, Target } from "./rest.ts";

/** Length of a move in milliseconds of real time. */
export const MOVE_MS = 380;

interface Move {
  from: Pose;
  to: Pose;
  now: Pose;
  startedMs: number;
  leaving: boolean;
  /** The aim that wanted this box last. */
  wanted: number;
}

export class Motion implements Poses {
  readonly #moves = new Map<string, Move>();
  /** Those that are on their way; a crowd that stands costs nothing. */
  readonly #underway = new Map<string, Move>();
  #aims = 0;

  /**
   * Sets new targets. Boxes that are new come from where they were born, or appear in place, slightly smaller; boxes that are no
   * longer wanted fade.
   * @param instant no movement at all: reduced motion, or a leap in time
   */
  aim(
    targets: readonly Target[],
    nowMs: number,
    instant: boolean,
    bornAt: (key: string) => Rect | undefined = () => undefined,
  ): void {
    this.#aims += 1;
    for (const { key, rect } of targets) {
      if (this.#moves.has(key)) this.#aimOne(key, rect, nowMs, instant);
      else this.#appear({ key, rect }, nowMs, instant ? "instant" : bornAt(key));
    }
    for (const [key, move] of this.#moves) {
      if (move.wanted === this.#aims) continue;
      if (instant) this.#forget(key);
      else if (!move.leaving) this.#turn(key, move, { ...move.now, opacity: 0 }, nowMs, true);
    }
  }

  /** Brings every box to its place at a moment. @returns whether something still moves */
  settle(nowMs: number): boolean {
    for (const [key, move] of this.#underway) {
      const share = Math.min(1, Math.max(0, (nowMs - move.startedMs) / MOVE_MS));
      blend(move, eased(share));
      if (share < 1) continue;
      this.#underway.delete(key);
      if (move.leaving) this.#moves.delete(key);
    }
    return this.#underway.size > 0;
  }

  /** Where a box is now; undefined when there is none. */
  pose(key: string): Readonly<Pose> | undefined {
    return this.#moves.get(key)?.now;
  }

  /** Whether a box is on its way. */
  isUnderway(key: string): boolean {
    return this.#underway.has(key);
  }

  #aimOne(key: string, rect: Rect, nowMs: number, instant: boolean): void {
    const move = this.#moves.get(key);
    if (move === undefined) return;
    move.wanted = this.#aims;
    if (instant) {
      const to = { x: rect.x, y: rect.y, w: rect.w, h: rect.h, opacity: 1 };
      Object.assign(move, { from: to, to, now: { ...to }, leaving: false });
      this.#underway.delete(key);
    } else if (move.leaving || !near(move.to, rect)) {
      this.#turn(key, move, { x: rect.x, y: rect.y, w: rect.w, h: rect.h, opacity: 1 }, nowMs, false);
    }
  }

  #appear({ key, rect: { x, y, w, h } }: Target, nowMs: number, from: Rect | "instant" | undefined): void {
    const to = { x, y, w, h, opacity: 1 };
    const move = { from: to, to, now: to, startedMs: nowMs, leaving: false, wanted: this.#aims };
    if (from === undefined) move.from = { x: x + w * 0.06, y: y + h * 0.06, w: w * 0.88, h: h * 0.88, opacity: 0 };
    else if (from !== "instant") move.from = { x: from.x, y: from.y, w: from.w, h: from.h, opacity: 0.4 };
    move.now = { ...move.from };
    this.#moves.set(key, move);
    if (from !== "instant") this.#underway.set(key, move);
  }

  #turn(key: string, move: Move, to: Pose, nowMs: number, leaving: boolean): void {
    move.from = { ...move.now };
    move.to = to;
    move.startedMs = nowMs;
    move.leaving = leaving;
    this.#underway.set(key, move);
  }

  #forget(key: string): void {
    this.#moves.delete(key);
    this.#underway.delete(key);
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

/** Whether two rectangles are the same to the eye. */
function near(left: Rect, right: Rect): boolean {
  return (
    Math.abs(left.x - right.x) < 0.25 &&
    Math.abs(left.y - right.y) < 0.25 &&
    Math.abs(left.w - right.w) < 0.25 &&
    Math.abs(left.h - right.h) < 0.25
  );
}

/** Quick at first and slow at the end. */
function eased(share: number): number {
  return 1 - (1 - share) ** 3;
}

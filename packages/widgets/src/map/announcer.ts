/**
 * What a screen reader is told of the map: changes of tasks' states, gathered. What failed is named first. While changes keep
 * coming, as at a high speed, messages grow rarer; after a rest the next one comes at once.
 */
import type { TaskMark } from "./kinds/task-mark.ts";
import type { LateTexts } from "./late-texts/index.ts";
import type { Scene } from "./scene.ts";

/** Shortest time between two messages, in real milliseconds, and the longest that it grows to while changes keep coming. */
export const ANNOUNCE_EVERY_MS = 1500;
export const ANNOUNCE_AT_LAST_MS = 6000;
const NAMED_AT_MOST = 3;

export class Announcer {
  /** States as they were last told. */
  readonly #told = new Map<string, string>();
  #lastMs = Number.NEGATIVE_INFINITY;
  #pauseMs = ANNOUNCE_EVERY_MS;

  /** How long to wait before the next message may be said; 0 when it may be said now. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.#lastMs + this.#pauseMs - nowMs);
  }

  /** What has changed since the last message, as a sentence; undefined when nothing has. */
  tell(scene: Scene, texts: LateTexts, nowMs: number): string | undefined {
    const changed = scene.tasks.filter((mark) => this.#told.get(mark.key) !== stateOf(mark));
    if (changed.length === 0) return undefined;
    // What is out of view in a zoomed map keeps the state that was told of it.
    if (!scene.isClipped) this.#told.clear();
    for (const mark of scene.tasks) this.#told.set(mark.key, stateOf(mark));
    const inARow = nowMs - this.#lastMs < this.#pauseMs * 2;
    this.#pauseMs = inARow ? Math.min(ANNOUNCE_AT_LAST_MS, this.#pauseMs * 2) : ANNOUNCE_EVERY_MS;
    this.#lastMs = nowMs;
    const failedFirst = [...changed.filter(hasFailed), ...changed.filter((mark) => !hasFailed(mark))];
    const named = failedFirst.slice(0, NAMED_AT_MOST).map((mark) => `${mark.shortId} ${wordFor(mark, texts)}`);
    return texts.changes({
      named: named.join(", "),
      more: Math.max(0, changed.length - NAMED_AT_MOST),
      running: scene.counts.running,
      total: scene.counts.all,
    });
  }
}

function hasFailed({ look }: TaskMark): boolean {
  return look.name === "failed";
}

/** A task that failed is in another state, as one hears it, than one that stopped as it should. */
function stateOf(mark: TaskMark): string {
  return hasFailed(mark) ? `${mark.lastStatus} failed` : mark.lastStatus;
}

function wordFor(mark: TaskMark, texts: LateTexts): string {
  return hasFailed(mark) ? texts.failed(mark.lastStatus) : mark.lastStatus;
}

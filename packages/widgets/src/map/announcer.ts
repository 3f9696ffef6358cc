/** What a screen reader is told of the map: changes of tasks' states, gathered, at most one message every 1.5 seconds. */
import type { Texts } from "../i18n/index.ts";
import type { Scene } from "./scene.ts";

/** Shortest time between two messages, in real milliseconds. */
export const ANNOUNCE_EVERY_MS = 1500;
const NAMED_AT_MOST = 3;

export class Announcer {
  /** States as they were last told. */
  #told = new Map<string, string>();
  #lastMs = Number.NEGATIVE_INFINITY;

  /** How long to wait before the next message may be said; 0 when it may be said now. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.#lastMs + ANNOUNCE_EVERY_MS - nowMs);
  }

  /** What has changed since the last message, as a sentence; undefined when nothing has. */
  tell(scene: Scene, texts: Texts, nowMs: number): string | undefined {
    const changed = scene.tasks.filter((mark) => this.#told.get(mark.key) !== mark.lastStatus);
    if (changed.length === 0) return undefined;
    this.#told = new Map(scene.tasks.map((mark) => [mark.key, mark.lastStatus]));
    this.#lastMs = nowMs;
    const named = changed.slice(0, NAMED_AT_MOST).map((mark) => `${mark.shortId} ${mark.lastStatus}`);
    return texts.mapChanges({
      named: named.join(", "),
      more: Math.max(0, changed.length - NAMED_AT_MOST),
      running: scene.counts.running,
      total: scene.tasks.length,
    });
  }
}

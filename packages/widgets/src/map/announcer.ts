/** What a screen reader is told of the map: changes of tasks' states, gathered, at most one message every 1.5 seconds. */
import type { Texts } from "../i18n/index.ts";
import type { Scene } from "./scene.ts";

const EVERY_MS = 1500;
const NAMED_AT_MOST = 3;

export class Announcer {
  #statuses = new Map<string, string>();
  #pending = new Map<string, string>();
  #lastMs = Number.NEGATIVE_INFINITY;

  /** Takes in a scene. @returns a sentence when it is time to say one */
  hear(scene: Scene, texts: Texts, nowMs: number): string | undefined {
    const statuses = new Map(scene.tasks.map((mark) => [mark.key, mark.lastStatus]));
    for (const mark of scene.tasks) {
      if (this.#statuses.get(mark.key) !== mark.lastStatus)
        this.#pending.set(mark.key, `${mark.shortId} ${mark.lastStatus}`);
    }
    this.#statuses = statuses;
    if (this.#pending.size === 0 || nowMs - this.#lastMs < EVERY_MS) return undefined;
    const changes = [...this.#pending.values()];
    this.#pending = new Map();
    this.#lastMs = nowMs;
    const named = changes.slice(0, NAMED_AT_MOST).join(", ");
    return texts.mapChanges({
      named,
      more: Math.max(0, changes.length - NAMED_AT_MOST),
      running: scene.counts.running,
      total: scene.tasks.length,
    });
  }
}

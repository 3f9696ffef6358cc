/** Tells the page what is pointed at on a map, so that it can mark its words for it; what there is at a spot is in pointed.ts. */
import { KINDS } from "./kinds/index.ts";
import type { Thing } from "./kinds/kind.ts";
import type { Spot } from "./pointed.ts";
import type { Scene } from "./scene.ts";
import { boxAt } from "./spatial.ts";

/** Where an event of the pointer is, from the upper left corner of the element that listens. */
export function spotOf(event: MouseEvent): Spot {
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** What of a scene is under the pointer: a task before the instance that it runs on. */
export function markUnder(scene: Scene | undefined, event: MouseEvent): Thing | undefined {
  const { x, y } = spotOf(event);
  if (scene === undefined) return undefined;
  for (const kind of KINDS) {
    const found = boxAt(kind.of(scene), x, y);
    if (found !== undefined) return found;
  }
  return undefined;
}

export class Pointing {
  readonly #map: HTMLElement;
  /** What the page was told last. */
  #told = "";

  constructor(map: HTMLElement) {
    this.#map = map;
  }

  /** Says `quayside-point` { targets } when they are others than before. Without a mark and a spot nothing is pointed at. */
  async at(scene: Scene | undefined, mark?: Thing, spot?: Spot): Promise<void> {
    const { targetsAt } = await import("./pointed.ts");
    const targets = scene === undefined ? [] : targetsAt(scene, mark, spot);
    if (targets.join() === this.#told) return;
    this.#told = targets.join();
    this.#map.dispatchEvent(new CustomEvent("quayside-point", { detail: { targets }, bubbles: true, composed: true }));
  }
}

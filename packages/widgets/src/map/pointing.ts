/** Tells the page what is pointed at on a map, so that it can mark its words for it; what there is at a spot is in pointed.ts. */
import { KINDS } from "./kinds/index.ts";
import type { Thing } from "./kinds/kind.ts";
import type { Spot } from "./pointed.ts";
import { holds } from "./rect.ts";
import type { Scene } from "./scene.ts";
import { boxAt } from "./spatial.ts";

/** What a pointer finds on a map, and what the page is told of it. Comes with the first of them. */
export class Pointing {
  readonly #map: HTMLElement;
  /** What the page was told last. */
  #told = "";

  constructor(map: HTMLElement) {
    this.#map = map;
  }

  /** What of a scene is at a spot: a task before the instance that it runs on. */
  under(scene: Scene, { x, y }: Spot): Thing | undefined {
    const isOut = scene.isClipped && !holds(scene.frame, { x, y });
    for (const kind of KINDS) {
      const marks = isOut ? kind.of(scene).filter((mark) => !kind.inCloud(mark)) : kind.of(scene);
      const found = boxAt(marks, x, y);
      if (found !== undefined) return found;
    }
    return undefined;
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

/** What keys do on the map: they walk from thing to thing, choose, ask why, and zoom. Comes with the first touch of the map. */
import type { Camera } from "./camera.ts";
import { thingsOf } from "./kinds/index.ts";
import type { Thing } from "./kinds/kind.ts";
import { MAP_KEYS, type MapAction } from "./map-keys.ts";
import type { Pointing } from "./pointing.ts";
import type { Scene } from "./scene.ts";
import { type Direction, neighbour } from "./spatial.ts";

/** What walking needs of its map. */
export interface Walked {
  readonly scene: Scene | undefined;
  readonly focusedMark: Thing | undefined;
  focused: string | undefined;
  choose(mark: Thing, name?: "quayside-select" | "quayside-why"): void;
}

export class Walk {
  readonly #map: Walked;
  readonly #camera: Camera;
  readonly #pointing: Pointing;
  readonly #say: (percent: number) => void;

  /** @param say tells how near the map is looked at */
  constructor(map: Walked, camera: Camera, pointing: Pointing, say: (percent: number) => void) {
    this.#map = map;
    this.#camera = camera;
    this.#pointing = pointing;
    this.#say = say;
  }

  /** Answers a key on a thing. */
  on(event: KeyboardEvent, mark: Thing | undefined): void {
    const action = MAP_KEYS.get(event.key);
    if (mark === undefined || action === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === "select") this.#map.choose(mark);
    else if (action === "why") this.#map.choose(mark, "quayside-why");
    else if (action === "nearer" || action === "farther" || action === "fit") this.zoom(action);
    else this.#go(mark, action);
  }

  /** Zooms around the thing that has the focus. */
  zoom(action: MapAction): void {
    this.#camera.act(action, this.#map.focusedMark);
    this.#say(Math.round(this.#camera.target * 100));
  }

  #go(from: Thing, direction: Direction): void {
    const { scene } = this.#map;
    if (scene === undefined) return;
    const next = neighbour(thingsOf(scene), from, direction) ?? from;
    this.#map.focused = next.key;
    this.#camera.reveal(next.key);
    void this.#pointing.at(this.#map.scene, next);
  }
}

/**
 * Where the boxes of one map are. Until the first change they stand where the scene wants them; how they move, and where they are
 * born, comes with that change.
 */
import type { Tables } from "../base/cloud.ts";
import { movingOf } from "./kinds/index.ts";
import { type Poses, Rest, type Target } from "./rest.ts";
import type { Scene } from "./scene.ts";

/** What a mover asks of its map. */
interface MapLinks {
  /** Nothing travels: a leap in time, or reduced motion. */
  readonly isStill: () => boolean;
  readonly tables: () => Tables | undefined;
  readonly draw: () => void;
}

export class Mover {
  poses: Poses = new Rest();
  readonly #map: MapLinks;
  #birthplaceOf: typeof import("./births.ts").birthplaceOf | undefined;
  /** The picture before the first change, while the way from it to the next is being fetched. */
  #awaits: Scene | undefined;
  #scene: Scene | undefined;

  constructor(map: MapLinks) {
    this.#map = map;
  }

  /** Sets the boxes of a scene on their way. */
  follow(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before !== undefined && this.poses instanceof Rest) void this.#begin(before);
    if (this.#awaits === undefined) this.#aim(scene, this.#map.isStill(), before?.atMs);
  }

  /** What is born in the first change waits for the way to its place. */
  async #begin(before: Scene): Promise<void> {
    if (!this.#map.isStill()) this.#awaits ??= before;
    const parts = await Promise.all([import("./motion.ts"), import("./births.ts")]).catch(console.error);
    const scene = this.#scene;
    if (scene === undefined || !(this.poses instanceof Rest)) return;
    const first = this.#awaits;
    this.#awaits = undefined;
    if (parts !== undefined) {
      const [{ Motion }, { birthplaceOf }] = parts;
      this.#birthplaceOf = birthplaceOf;
      this.poses = new Motion();
      this.poses.aim(targetsOf(first ?? before), performance.now(), true);
    }
    this.#aim(scene, first === undefined || this.#map.isStill(), first?.atMs);
    this.#map.draw();
  }

  /** What is younger than a moment comes from where it was born. */
  #aim(scene: Scene, still: boolean, sinceMs = 0): void {
    const [tables, born] = [this.#map.tables(), this.#birthplaceOf];
    const bornAt = (key: string) => tables && born?.(scene, tables, key, sinceMs);
    this.poses.aim(targetsOf(scene), performance.now(), still, bornAt);
  }
}

function targetsOf(scene: Scene): Target[] {
  return movingOf(scene).map((mark) => ({ key: mark.key, rect: mark }));
}

/** What lies over the picture of the map: rings of what the page points at, the packet of a connection test. By demand. */
import type { LateTexts } from "./late-texts/index.ts";
import type { Poses } from "./rest.ts";
import type { RingLayer } from "./rings.ts";
import type { Scene } from "./scene.ts";
import type { TripFacts, TripLayer } from "./trip.ts";

/** What the map asks its overlays to show. */
export interface Overlaid {
  readonly highlight: string | undefined;
  readonly trip: TripFacts | undefined;
  readonly still: boolean;
}

export class Overlays {
  #rings: RingLayer | undefined;
  #trips: TripLayer | undefined;

  /** Brings what the map needs now; true when there is something new to draw. */
  async bring({ highlight, trip }: Overlaid): Promise<boolean> {
    const wantsRings = this.#rings === undefined && Boolean(highlight);
    const wantsTrips = this.#trips === undefined && trip !== undefined;
    if (wantsRings) this.#rings = new (await import("./rings.ts")).RingLayer();
    if (wantsTrips) this.#trips = new (await import("./trip.ts")).TripLayer();
    return this.#rings !== undefined || this.#trips !== undefined;
  }

  /** The layers stand in the stage, over everything else. */
  mount(stage: Element | null): void {
    for (const layer of [this.#rings, this.#trips]) {
      if (layer !== undefined && stage !== null && layer.surface.parentElement !== stage) stage.append(layer.surface);
    }
  }

  paint(scene: Scene, motion: Poses, { highlight, trip, still }: Overlaid): void {
    this.#rings?.paint(scene, motion, highlight?.split(" ")[0] ?? "");
    this.#trips?.paint(scene, trip, still);
  }

  /** What is to be said of a highlight that was pressed; undefined when nothing is. */
  async said(
    scene: Scene | undefined,
    motion: Poses,
    highlight: string | undefined,
    texts: LateTexts,
  ): Promise<string | undefined> {
    if (!highlight || scene === undefined) return undefined;
    const { readHighlight, ringsOf } = await import("./rings.ts");
    const { target, said } = readHighlight(highlight);
    return said ? texts.ringed(ringsOf(scene, target, motion).length) : undefined;
  }
}

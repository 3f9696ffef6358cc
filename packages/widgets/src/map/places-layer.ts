/** The ground of the map, under whatever paints the tasks: places and what stands on them, drawn when they changed, else left alone. */
import { nothing, render, svg } from "lit";
import { drawPlaces } from "./kinds/ground.ts";
import { type PaintInput, samePlaces } from "./painter.ts";
import type { Traffic } from "./place.ts";
import { StillLayer } from "./still-layer.ts";

export const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** With a crowd of tasks the counts change in every frame; they are written only so often, in milliseconds of real time. */
const COUNTS_EVERY_MS = 150;

/** An SVG whose first layer is the places. */
export class PlacesLayer {
  readonly surface = document.createElementNS(SVG_NAMESPACE, "svg");
  readonly #group = document.createElementNS(SVG_NAMESPACE, "g");
  readonly #wires = document.createElementNS(SVG_NAMESPACE, "g");
  readonly #still = new StillLayer(SVG_NAMESPACE);
  #drawn: PaintInput | undefined;
  #wired: Traffic["wires"];
  #drawnMs = Number.NEGATIVE_INFINITY;

  constructor() {
    this.surface.setAttribute("aria-hidden", "true");
    this.surface.append(this.#group, this.#wires, this.#still.group);
  }

  /** Draws what changed of the places, at once, and of their counts, soon. @returns whether counts are still to come */
  paint(input: PaintInput): boolean {
    this.#still.paint(input);
    const { wires } = input.scene.traffic;
    if (wires !== this.#wired) render(wires ?? nothing, this.#wires as unknown as HTMLElement);
    this.#wired = wires;
    if (samePlaces(this.#drawn, input)) return false;
    const { scene, texts } = input;
    const nowMs = performance.now();
    const onlyCounts = this.#drawn?.scene.places === scene.places && this.#drawn.texts === texts;
    if (onlyCounts && nowMs - this.#drawnMs < COUNTS_EVERY_MS) return true;
    const box = `0 0 ${scene.width} ${scene.height}`;
    if (this.surface.getAttribute("viewBox") !== box) this.surface.setAttribute("viewBox", box);
    render(svg`${drawPlaces(scene, texts)}`, this.#group as unknown as HTMLElement);
    this.#drawn = input;
    this.#drawnMs = nowMs;
    return false;
  }
}

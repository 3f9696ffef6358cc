/** The unmoving ground of the map, under whatever paints the tasks: drawn when a place or a count changed, else left alone. */
import { render, svg } from "lit";
import { type PaintInput, samePlaces } from "./painter.ts";
import { drawPlaces } from "./place-drawing.ts";

export const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** An SVG whose first layer is the places. */
export class PlacesLayer {
  readonly surface = document.createElementNS(SVG_NAMESPACE, "svg");
  readonly #group = document.createElementNS(SVG_NAMESPACE, "g");
  #drawn: PaintInput | undefined;

  constructor() {
    this.surface.setAttribute("aria-hidden", "true");
    this.surface.append(this.#group);
  }

  paint(input: PaintInput): void {
    const { scene, texts } = input;
    if (this.#drawn?.scene === scene && this.#drawn.texts === texts) return;
    if (!samePlaces(this.#drawn, input)) {
      const box = `0 0 ${scene.width} ${scene.height}`;
      if (this.surface.getAttribute("viewBox") !== box) this.surface.setAttribute("viewBox", box);
      render(svg`${drawPlaces(scene, texts)}`, this.#group as unknown as HTMLElement);
    }
    this.#drawn = input;
  }
}

/** The painter of a map: SVG while it looks near, a canvas from far on, which comes by dynamic import. */
import type { Level } from "./levels.ts";
import type { Painter } from "./painter.ts";
import { SvgPainter } from "./svg-painter.ts";

export class PainterSlot {
  painter: Painter | undefined;
  #kind: "svg" | "canvas" | undefined;

  /**
   * Has the right painter's picture stand in a stage. @returns whether it has just come to stand there
   * @param forced "svg" or "canvas", whatever the level is
   */
  mount(stage: Element, level: Level | undefined, forced: string | undefined, came: () => void): boolean {
    const many = level === "far" || level === "bars";
    const kind = forced === "canvas" || (forced === undefined && many) ? "canvas" : "svg";
    if (this.#kind !== kind) {
      this.#kind = kind;
      if (kind === "svg") this.#replace(new SvgPainter(), came);
      else void import("./canvas-painter.ts").then(({ CanvasPainter }) => this.#replace(new CanvasPainter(), came));
    }
    const surface = this.painter?.surface;
    if (surface === undefined || surface.parentElement === stage) return false;
    stage.prepend(surface);
    return true;
  }

  #replace(painter: Painter, came: () => void): void {
    this.painter?.surface.remove();
    this.painter = painter;
    came();
  }
}

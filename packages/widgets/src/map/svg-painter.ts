/**
 * Draws the scene as SVG. Each task has one group from its first state to its last: a frame sets that group's transform, and
 * what is inside is drawn again only when its mark is another one.
 */
import { render, svg } from "lit";
import { isCut, movingKindOf, movingOf } from "./kinds/index.ts";
import type { Moving } from "./kinds/kind.ts";
import type { Painter, PaintInput } from "./painter.ts";
import { PlacesLayer, SVG_NAMESPACE } from "./places-layer.ts";
import type { Pose } from "./rest.ts";
import type { Scene } from "./scene.ts";
import { cut } from "./still-layer.ts";
import { STRIPES } from "./stripes.ts";

interface Drawn {
  readonly group: SVGGElement;
  mark: Moving | undefined;
  transform: string;
  opacity: string;
  classes: string;
}

export class SvgPainter implements Painter {
  readonly surface: SVGSVGElement;
  readonly #places = new PlacesLayer();
  readonly #flows = document.createElementNS(SVG_NAMESPACE, "g");
  /** Tasks in the cloud that stand, while they may have to be cut at its frame. */
  readonly #inside = document.createElementNS(SVG_NAMESPACE, "g");
  readonly #moving = document.createElementNS(SVG_NAMESPACE, "g");
  readonly #drawn = new Map<string, Drawn>();
  #flowing: typeof import("./flow-drawing.ts") | undefined;
  #scene: Scene | undefined;

  constructor() {
    this.surface = this.#places.surface;
    const patterns = document.createElementNS(SVG_NAMESPACE, "defs");
    render(STRIPES, patterns as unknown as HTMLElement);
    this.surface.append(patterns, this.#flows, this.#inside, this.#moving);
  }

  forgetColours(): void {}

  paint(input: PaintInput): boolean {
    const { scene } = input;
    const late = this.#places.paint(input);
    this.#paintFlows(input);
    cut(this.#inside, scene);
    const fresh = new Set<string>();
    for (const mark of movingOf(scene)) {
      fresh.add(mark.key);
      this.#paintMoving(mark, input);
    }
    for (const [key, drawn] of this.#drawn) if (!fresh.has(key)) this.#paintLeaving(key, drawn, input);
    this.#scene = scene;
    return late;
  }

  /** The lines follow the scene; their dots move by one inherited property of the group. */
  #paintFlows(input: PaintInput): void {
    const { flows } = input.scene;
    if (flows.length === 0 && (this.#scene?.flows.length ?? 0) === 0) return;
    const flowing = this.#flowing;
    if (flowing === undefined) {
      // No image is on its way in most pictures: how one is drawn comes with the first.
      void import("./flow-drawing.ts").then((drawing) => {
        this.#flowing = drawing;
      });
      return;
    }
    if (input.scene !== this.#scene) render(svg`${flowing.drawFlows(flows)}`, this.#flows as unknown as HTMLElement);
    this.#flows.setAttribute("stroke-dashoffset", (-flowing.dotPhase(input)).toFixed(1));
  }

  #paintMoving(mark: Moving, input: PaintInput): void {
    const pose = input.motion.pose(mark.key);
    if (pose === undefined) return;
    const kind = movingKindOf(mark);
    let drawn = this.#drawn.get(mark.key);
    if (drawn === undefined) {
      const group = document.createElementNS(SVG_NAMESPACE, "g");
      drawn = { group, mark: undefined, transform: "", opacity: "", classes: "" };
      this.#drawn.set(mark.key, drawn);
    }
    const home = isCut(mark, input) ? this.#inside : this.#moving;
    if (drawn.group.parentNode !== home) home.append(drawn.group);
    if (drawn.mark !== mark) {
      const same = drawn.mark !== undefined && kind.looksTheSame(drawn.mark, mark);
      if (!same) render(svg`${kind.draw(mark)}`, drawn.group as unknown as HTMLElement);
      drawn.mark = mark;
    }
    place(drawn, mark, pose);
    const classes = kind.classes(mark, input);
    if (drawn.classes !== classes) drawn.group.setAttribute("class", classes);
    drawn.classes = classes;
  }

  #paintLeaving(key: string, drawn: Drawn, input: PaintInput): void {
    const pose = input.motion.pose(key);
    if (pose !== undefined && drawn.mark !== undefined) place(drawn, drawn.mark, pose);
    else {
      drawn.group.remove();
      this.#drawn.delete(key);
    }
  }
}

/** Sets what a move changes; a box on its way to another size is stretched, not drawn again. */
function place(drawn: Drawn, mark: Moving, pose: Readonly<Pose>): void {
  const stretched = Math.abs(pose.w - mark.w) > 0.5 || Math.abs(pose.h - mark.h) > 0.5;
  const scale = stretched ? ` scale(${(pose.w / mark.w).toFixed(3)} ${(pose.h / mark.h).toFixed(3)})` : "";
  const transform = `translate(${pose.x.toFixed(1)} ${pose.y.toFixed(1)})${scale}`;
  if (drawn.transform !== transform) drawn.group.setAttribute("transform", transform);
  drawn.transform = transform;
  const visible = pose.opacity >= 1 ? "1" : pose.opacity.toFixed(2);
  if (drawn.opacity !== visible) drawn.group.setAttribute("opacity", visible);
  drawn.opacity = visible;
}

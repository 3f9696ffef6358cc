/**
 * Draws the scene as SVG. Each task has one group from its first state to its last: a frame moves the group, and what is
 * inside is drawn again only when it changed.
 */
import { render, svg } from "lit";
import { drawFlows } from "./flow-drawing.ts";
import { type Painter, type PaintInput, samePlaces } from "./painter.ts";
import { drawPlaces } from "./place-drawing.ts";
import type { TaskMark } from "./scene.ts";
import { drawTask } from "./task-drawing.ts";

interface Drawn {
  readonly group: SVGGElement;
  mark: TaskMark | undefined;
  w: number;
  h: number;
  transform: string;
  opacity: string;
}

const NAMESPACE = "http://www.w3.org/2000/svg";

export class SvgPainter implements Painter {
  readonly surface: SVGSVGElement;
  readonly #places = document.createElementNS(NAMESPACE, "g");
  readonly #flows = document.createElementNS(NAMESPACE, "g");
  readonly #tasks = document.createElementNS(NAMESPACE, "g");
  readonly #drawn = new Map<string, Drawn>();
  #placesOf: PaintInput | undefined;

  constructor() {
    this.surface = document.createElementNS(NAMESPACE, "svg");
    this.surface.setAttribute("aria-hidden", "true");
    const patterns = document.createElementNS(NAMESPACE, "defs");
    render(STRIPES, patterns as unknown as HTMLElement);
    this.surface.append(patterns, this.#places, this.#flows, this.#tasks);
  }

  forgetColours(): void {}

  paint(input: PaintInput): void {
    const { scene } = input;
    this.#paintPlaces(input);
    render(svg`${drawFlows(input)}`, this.#flows as unknown as HTMLElement);
    const gone = new Set(this.#drawn.keys());
    for (const mark of scene.tasks) {
      gone.delete(mark.key);
      this.#paintTask(mark, input);
    }
    for (const key of gone) this.#paintLeaving(key, input);
  }

  #paintPlaces(input: PaintInput): void {
    const { scene } = input;
    if (!samePlaces(this.#placesOf, input)) {
      this.surface.setAttribute("viewBox", `0 0 ${scene.width} ${scene.height}`);
      render(svg`${drawPlaces(scene, input.texts)}`, this.#places as unknown as HTMLElement);
    }
    this.#placesOf = input;
  }

  #paintTask(mark: TaskMark, input: PaintInput): void {
    const pose = input.motion.pose(mark.key);
    if (pose === undefined) return;
    let drawn = this.#drawn.get(mark.key);
    if (drawn === undefined) {
      const group = document.createElementNS(NAMESPACE, "g");
      drawn = { group, mark: undefined, w: -1, h: -1, transform: "", opacity: "" };
      this.#tasks.append(group);
      this.#drawn.set(mark.key, drawn);
    }
    place(drawn, pose.x, pose.y, pose.opacity);
    if (!sameMark(drawn.mark, mark) || drawn.w !== pose.w || drawn.h !== pose.h) {
      render(svg`${drawTask(mark, pose)}`, drawn.group as unknown as HTMLElement);
      drawn.mark = mark;
      drawn.w = pose.w;
      drawn.h = pose.h;
    }
    drawn.group.setAttribute(
      "class",
      `task${mark.key === input.selected ? " selected" : ""}${input.marked.has(mark.key) ? " marked" : ""}`,
    );
  }

  #paintLeaving(key: string, input: PaintInput): void {
    const drawn = this.#drawn.get(key);
    const pose = input.motion.pose(key);
    if (drawn === undefined) return;
    if (pose === undefined) {
      drawn.group.remove();
      this.#drawn.delete(key);
    } else place(drawn, pose.x, pose.y, pose.opacity);
  }
}

const STRIPED = ["deactivating", "stopping"] as const;
const STRIPES = svg`${STRIPED.map(
  (
    name,
  ) => svg`<pattern id="stripes-${name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="3" height="7" style="fill: var(--qs-state-${name})"></rect></pattern>`,
)}`;

function place(drawn: Drawn, x: number, y: number, opacity: number): void {
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  if (drawn.transform !== transform) drawn.group.setAttribute("transform", transform);
  drawn.transform = transform;
  const visible = opacity >= 1 ? "1" : opacity.toFixed(2);
  if (drawn.opacity !== visible) drawn.group.setAttribute("opacity", visible);
  drawn.opacity = visible;
}

/** Whether two marks look the same, wherever they stand. */
function sameMark(left: TaskMark | undefined, right: TaskMark): boolean {
  return (
    left !== undefined &&
    left.look === right.look &&
    left.detail === right.detail &&
    left.lastStatus === right.lastStatus &&
    left.address === right.address &&
    left.publicAddress === right.publicAddress &&
    left.attachmentStatus === right.attachmentStatus &&
    left.containers.length === right.containers.length &&
    left.containers.every((container, index) => {
      const other = right.containers[index];
      return (
        container.look === other?.look &&
        container.progress === other.progress &&
        container.exitCode === other.exitCode &&
        container.healthStatus === other.healthStatus
      );
    })
  );
}

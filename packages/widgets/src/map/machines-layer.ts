/** The EC2 instances of the map, between the places and the tasks: each in a group of its own, drawn when its mark changed. */
import { render, svg } from "lit";
import { drawMachine } from "./machine-drawing.ts";
import type { MachineMark } from "./machines.ts";
import type { PaintInput } from "./painter.ts";

interface Drawn {
  readonly group: SVGGElement;
  mark: MachineMark | undefined;
  classes: string;
}

export class MachinesLayer {
  readonly group: SVGGElement;
  readonly #drawn = new Map<string, Drawn>();
  #painted: readonly MachineMark[] | undefined;
  #input: Pick<PaintInput, "selected" | "marked" | "verdicts"> | undefined;

  constructor(namespace: string) {
    this.group = document.createElementNS(namespace, "g") as SVGGElement;
  }

  /** Draws what changed. */
  paint({ scene, selected, marked, verdicts }: PaintInput): void {
    const before = this.#input;
    const looksSame =
      before !== undefined && before.selected === selected && before.marked === marked && before.verdicts === verdicts;
    if (this.#painted === scene.machines && looksSame) return;
    this.#painted = scene.machines;
    this.#input = { selected, marked, verdicts };
    const fresh = new Set<string>();
    for (const mark of scene.machines) {
      fresh.add(mark.instanceId);
      this.#paintOne(mark, classesOf(mark, { selected, marked, verdicts }));
    }
    for (const [key, drawn] of this.#drawn) {
      if (fresh.has(key)) continue;
      drawn.group.remove();
      this.#drawn.delete(key);
    }
  }

  #paintOne(mark: MachineMark, classes: string): void {
    let drawn = this.#drawn.get(mark.instanceId);
    if (drawn === undefined) {
      const group = document.createElementNS(this.group.namespaceURI, "g") as SVGGElement;
      drawn = { group, mark: undefined, classes: "" };
      this.group.append(group);
      this.#drawn.set(mark.instanceId, drawn);
    }
    if (drawn.mark !== mark) {
      drawn.group.setAttribute("transform", `translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)})`);
      render(svg`${drawMachine(mark)}`, drawn.group as unknown as HTMLElement);
      drawn.mark = mark;
    }
    if (drawn.classes !== classes) drawn.group.setAttribute("class", classes);
    drawn.classes = classes;
  }
}

/** Names of the styles that a machine has: how it stands, whether it is selected, and what a decision makes of it. */
export function classesOf(
  mark: MachineMark,
  { selected, marked, verdicts }: Pick<PaintInput, "selected" | "marked" | "verdicts">,
): string {
  const verdict = verdicts?.get(mark.key);
  return [
    "machine",
    mark.tone,
    mark.key === selected ? "selected" : "",
    marked.has(mark.key) ? "marked" : "",
    verdict === undefined ? "" : `verdict-${verdict}`,
  ]
    .filter((name) => name !== "")
    .join(" ");
}

/** What stands still on the map, between the ground and what travels: each thing in a group of its own, drawn when its mark changed. */
import { render, svg } from "lit";
import { SEEN } from "./kinds/ground.ts";
import { kindOf, STILL_KINDS } from "./kinds/index.ts";
import type { Look, Still } from "./kinds/kind.ts";
import type { PaintInput } from "./painter.ts";

interface Drawn {
  readonly group: SVGGElement;
  mark: Still | undefined;
  classes: string;
}

export class StillLayer {
  readonly group: SVGGElement;
  /** What is in the cloud, which may be cut at its frame. */
  readonly #inside: SVGGElement;
  readonly #drawn = new Map<string, Drawn>();
  #painted: readonly (readonly Still[])[] = [];
  #look: Look | undefined;

  constructor(namespace: string) {
    this.group = document.createElementNS(namespace, "g") as SVGGElement;
    this.#inside = document.createElementNS(namespace, "g") as SVGGElement;
    this.group.append(this.#inside);
  }

  /** Draws what changed. */
  paint({ scene, selected, marked, verdicts }: PaintInput): void {
    cut(this.#inside, scene);
    const all = STILL_KINDS.map((kind) => kind.of(scene));
    const before = this.#look;
    const looksSame = before?.selected === selected && before?.marked === marked && before?.verdicts === verdicts;
    if (looksSame && all.every((marks, index) => marks === this.#painted[index])) return;
    this.#painted = all;
    this.#look = { selected, marked, verdicts };
    const fresh = new Set<string>();
    for (const mark of all.flat()) {
      fresh.add(mark.key);
      this.#paintOne(mark, kindOf(mark).classes(mark, this.#look));
    }
    for (const [key, drawn] of this.#drawn) {
      if (fresh.has(key)) continue;
      drawn.group.remove();
      this.#drawn.delete(key);
    }
  }

  #paintOne(mark: Still, classes: string): void {
    let drawn = this.#drawn.get(mark.key);
    if (drawn === undefined) {
      const group = document.createElementNS(this.group.namespaceURI, "g") as SVGGElement;
      drawn = { group, mark: undefined, classes: "" };
      (kindOf(mark).inCloud(mark) ? this.#inside : this.group).append(group);
      this.#drawn.set(mark.key, drawn);
    }
    if (drawn.mark !== mark) {
      drawn.group.setAttribute("transform", `translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)})`);
      const { draw, looksTheSame } = kindOf(mark);
      const same = drawn.mark?.kind === mark.kind && looksTheSame?.(drawn.mark, mark);
      if (!same) render(svg`${draw(mark)}`, drawn.group as unknown as HTMLElement);
      drawn.mark = mark;
    }
    if (drawn.classes !== classes) drawn.group.setAttribute("class", classes);
    drawn.classes = classes;
  }
}

/** Cuts a group at the frame of the cloud while that is zoomed. */
export function cut(group: SVGGElement, { isClipped }: PaintInput["scene"]): void {
  if (isClipped !== group.hasAttribute("clip-path")) {
    if (isClipped) group.setAttribute("clip-path", SEEN);
    else group.removeAttribute("clip-path");
  }
}

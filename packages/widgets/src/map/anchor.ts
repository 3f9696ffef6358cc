/** What is under a spot of the map, and where it stands once the cloud is laid out at another size. Pure. */
import { inCloud, kindOf, thingsOf } from "./kinds/index.ts";
import type { Spot } from "./pointed.ts";
import { holds, type Rect } from "./rect.ts";
import type { Scene } from "./scene.ts";

/** What is under a spot: the thing first, then what it is part of; where in each of them the spot is, as shares of its sides. */
export interface Anchor {
  readonly spot: Spot;
  readonly inside: readonly { readonly key: string; readonly fx: number; readonly fy: number }[];
}

/** Takes hold of what is under a spot. */
export function anchorOf(scene: Scene, spot: Spot): Anchor {
  const under = boxesOf(scene).filter((box) => holds(box, spot));
  const smallest = under.sort((left, right) => left.w * left.h - right.w * right.h);
  const inside = smallest.map(({ key, x, y, w, h }) => ({ key, fx: (spot.x - x) / w, fy: (spot.y - y) / h }));
  return { spot, inside };
}

/** Where the spot has come to; undefined when nothing that was under it is there any more. */
export function seekAnchor(scene: Scene, { inside }: Anchor): Spot | undefined {
  const boxes = new Map(boxesOf(scene).map((box) => [box.key, box]));
  for (const { key, fx, fy } of inside) {
    const box = boxes.get(key);
    if (box !== undefined) return { x: box.x + fx * box.w, y: box.y + fy * box.h };
  }
  return undefined;
}

function boxesOf(scene: Scene): (Rect & { readonly key: string })[] {
  const things = thingsOf(scene).filter((mark) => kindOf(mark).inCloud(mark));
  return [...things, ...scene.places.filter(inCloud)];
}

/** How each kind that travels stands on a canvas, one entry each; comes with the canvas. */
import type { MarkOf, Moving } from "./kind.ts";
import type { Sprites } from "./sprite.ts";
import { TASK_SPRITES } from "./task-sprite.ts";

const SPRITES: { readonly [Kind in Moving["kind"]]: Sprites<MarkOf<Kind>> } = { task: TASK_SPRITES };

/** How the kind of a mark stands on a canvas. */
export function spritesOf<Mark extends Moving>({ kind }: Mark): Sprites<Mark> {
  return SPRITES[kind] as unknown as Sprites<Mark>;
}

/** Keys of the map while a task has the focus. One table answers the keys and is what `?` shows. */
import type { Direction } from "./spatial.ts";

/** What a key does on the map. */
export type MapAction = Direction | "select" | "why" | "nearer" | "farther" | "fit";

/** By `KeyboardEvent.key`. */
export const MAP_KEYS: ReadonlyMap<string, MapAction> = new Map<string, MapAction>([
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
  ["Enter", "select"],
  [" ", "select"],
  ["w", "why"],
  ["W", "why"],
  ["+", "nearer"],
  ["=", "nearer"],
  ["-", "farther"],
  ["0", "fit"],
]);

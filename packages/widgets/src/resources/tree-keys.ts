/** Keys of a tree after the ARIA pattern: what each does to a list of visible rows. Pure: rows and a key in, a step out. */
import type { TreeRow } from "./tree-rows.ts";

/** What a key asks for; undefined for keys that are not the tree's. */
export type TreeStep =
  | { readonly kind: "go"; readonly to: number }
  | { readonly kind: "turn"; readonly at: number }
  | { readonly kind: "choose"; readonly at: number }
  | undefined;

/**
 * The step of a key.
 * @param at index of the active row
 * @param nameAt name of a row, for keys that are letters
 */
export function treeStep(rows: readonly TreeRow[], at: number, key: string, nameAt: (at: number) => string): TreeStep {
  const row = rows[at];
  if (row === undefined) return undefined;
  switch (key) {
    case "ArrowDown":
      return go(Math.min(rows.length - 1, at + 1));
    case "ArrowUp":
      return go(Math.max(0, at - 1));
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      if (row.open === undefined) return undefined;
      return row.open ? go(Math.min(rows.length - 1, at + 1)) : { kind: "turn", at };
    case "ArrowLeft":
      return row.open === true ? { kind: "turn", at } : go(parentOf(rows, at));
    case "Enter":
    case " ":
      return row.selection === undefined ? turnIfAny(row, at) : { kind: "choose", at };
    default:
      return key.length === 1 ? byLetter(rows, at, key, nameAt) : undefined;
  }
}

function go(to: number): TreeStep {
  return { kind: "go", to };
}

function turnIfAny({ open }: TreeRow, at: number): TreeStep {
  return open === undefined ? go(at) : { kind: "turn", at };
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) if ((rows[index]?.level ?? 0) < level) return index;
  return at;
}

/** The next row whose name begins with the letter, from the active one around. */
function byLetter(rows: readonly TreeRow[], at: number, key: string, nameAt: (at: number) => string): TreeStep {
  const letter = key.toLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (at + step) % rows.length;
    if (nameAt(index).toLowerCase().startsWith(letter)) return go(index);
  }
  return undefined;
}

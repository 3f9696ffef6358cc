/** What the map says about task definitions: one mark a family, with its latest revisions. Pure. */
import type { Tables } from "../../base/cloud.ts";
import type { Place } from "../place.ts";
import { SHELF_HEAD, SHELF_ROW } from "../places.ts";
import type { Rect } from "../rect.ts";

/** One revision of a family. */
interface Revision {
  readonly revision: number;
  readonly status: string;
}

export interface DefinitionMark extends Rect {
  readonly kind: "definition";
  /** ARN of the newest revision. */
  readonly key: string;
  readonly family: string;
  /** The latest ones that there is room for, oldest first. */
  readonly revisions: readonly Revision[];
}

const MOST_REVISIONS = 3;

/** The families of an account, in the order in which they were registered first. */
export function familiesOf(tables: Tables): ReadonlyMap<string, readonly Revision[]> {
  const families = new Map<string, Revision[]>();
  for (const { family, revision, status } of tables.taskDefinitions.values()) {
    const known = families.get(family);
    if (known === undefined) families.set(family, [{ revision, status }]);
    else known.push({ revision, status });
  }
  return families;
}

/** The marks on a shelf: as many families as it has room for, the latest ones. */
export function definitionMarks(tables: Tables, shelf: Place): DefinitionMark[] {
  const room = Math.max(1, Math.floor((shelf.h - SHELF_HEAD) / SHELF_ROW));
  const arns = new Map<string, string>();
  for (const { family, taskDefinitionArn } of tables.taskDefinitions.values()) arns.set(family, taskDefinitionArn);
  return [...familiesOf(tables)].slice(-room).map(([family, revisions], index) => ({
    kind: "definition",
    key: arns.get(family) ?? family,
    family,
    revisions: revisions.slice(-MOST_REVISIONS),
    x: shelf.x,
    y: shelf.y + SHELF_HEAD + index * SHELF_ROW,
    w: shelf.w,
    h: SHELF_ROW - 4,
  }));
}

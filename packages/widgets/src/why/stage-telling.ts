/**
 * A placement told stage by stage: after each column of its table, which container instances are out, which are still in,
 * and in the end which one is chosen. Pure; the map draws it.
 */
import type { TraceTable } from "@quayside/simulator/why";

/** How an instance stands after so many stages. */
export type Standing = "out" | "in" | "chosen";

/** Number of steps that a table has to tell: one for each column, and the choice. 0 when it is not about instances. */
export function stepsOf(table: TraceTable | undefined): number {
  const tells = table?.rows.some(({ id }) => id.includes(":container-instance/")) === true;
  return tells ? (table?.columns.length ?? 0) + 1 : 0;
}

/**
 * Every instance after the first `step` columns; after the last column the choice is made.
 * @param step 1 to `stepsOf(table)`
 */
export function standingsAfter(table: TraceTable, step: number): ReadonlyMap<string, Standing> {
  const isOver = step > table.columns.length;
  const standings = new Map<string, Standing>();
  for (const { id, cells } of table.rows) {
    if (id === table.winner) standings.set(id, isOver ? "chosen" : "in");
    else standings.set(id, isOver || isOut(cells.slice(0, step)) ? "out" : "in");
  }
  return standings;
}

/** Out is who failed a stage, and who came to a strategy and was not taken by it. */
function isOut(cells: TraceTable["rows"][number]["cells"]): boolean {
  return cells.some(({ verdict }) => verdict === "failed" || verdict === "none");
}

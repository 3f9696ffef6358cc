/** Tables with container instances in them and nothing else, for tests and benches. */
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import { createTables } from "../../model/tables.ts";
import type { PlacementTables } from "../candidates.ts";

/** Tables that hold these instances, put in the given order. */
export function instanceTables(rows: readonly ContainerInstanceRow[]): PlacementTables {
  const { containerInstances, places } = createTables();
  for (const row of rows) containerInstances.put(row);
  return { containerInstances, places };
}

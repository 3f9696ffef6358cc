/** The container instances of a cluster in the order in which placement looks at them. */
import type { ReadonlyTable } from "../kernel/table.ts";
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import type { Placed } from "../model/place.ts";

/** The tables that placement reads. */
export interface PlacementTables extends Placed {
  readonly containerInstances: ReadonlyTable<ContainerInstanceRow>;
}

/** Every instance of a cluster that is not INACTIVE, oldest registration first, whatever way the tables came to be. */
export function candidatesOf(
  { containerInstances }: Pick<PlacementTables, "containerInstances">,
  clusterArn: string,
): ContainerInstanceRow[] {
  const rows: ContainerInstanceRow[] = [];
  let lastSlot = -1;
  let inOrder = true;
  for (const arn of containerInstances.bucket("cluster", clusterArn)) {
    const row = containerInstances.get(arn) as ContainerInstanceRow;
    inOrder &&= row.slot > lastSlot;
    lastSlot = row.slot;
    rows.push(row);
  }
  return inOrder ? rows : rows.sort((left, right) => left.slot - right.slot);
}

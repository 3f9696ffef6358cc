/** Finds a container instance by its ARN or its id, the way every operation names it. */

import { ecsArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { ClusterRow } from "../../model/ecs.ts";

/** The ARN that a reference stands for, and the row when this cluster has it, deregistered ones included. */
export function findContainerInstance(
  sim: Cloud,
  cluster: ClusterRow,
  reference: string,
): { readonly arn: string; readonly row: ContainerInstanceRow | undefined } {
  const arn = reference.startsWith("arn:")
    ? reference
    : ecsArn(sim.tables, `container-instance/${cluster.clusterName}/${reference}`);
  const row = sim.tables.containerInstances.get(arn);
  return { arn, row: row?.spec.clusterArn === cluster.clusterArn ? row : undefined };
}

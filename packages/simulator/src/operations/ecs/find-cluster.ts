/** Finds the cluster that a call means: by short name or ARN, `default` when it names none. */

import { ecsArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow } from "../../model/ecs.ts";

export const DEFAULT_CLUSTER = "default";

/** The ARN that a cluster name or ARN stands for. */
export function clusterArn(sim: Cloud, cluster: string | undefined): string {
  const name = cluster === undefined || cluster === "" ? DEFAULT_CLUSTER : cluster;
  return name.startsWith("arn:") ? name : ecsArn(sim.tables, `cluster/${name}`);
}

/** The cluster when it exists and is ACTIVE. */
export function findCluster(sim: Cloud, cluster: string | undefined): ClusterRow | undefined {
  const row = sim.tables.clusters.get(clusterArn(sim, cluster));
  return row?.status === "ACTIVE" ? row : undefined;
}

/** Names a service the way the API does: by its name, with the cluster beside it, or by its ARN. */
import { ecsArn } from "../../../model/arns.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { ClusterRow } from "../../../model/ecs.ts";
import type { ServiceRow } from "../../../model/services.ts";

/** The ARN that a name or an ARN stands for in a cluster. ARNs of before 2018 have no cluster in them. */
export function serviceArn(sim: Cloud, { clusterName }: ClusterRow, reference: string): string {
  const own = ecsArn(sim.tables, "service/");
  const path = reference.startsWith("arn:")
    ? reference.startsWith(own)
      ? reference.slice(own.length)
      : undefined
    : reference;
  if (path === undefined) return reference;
  return `${own}${path.includes("/") ? path : `${clusterName}/${path}`}`;
}

/** The service of a cluster, INACTIVE ones among them as long as they can be described. */
export function findService(sim: Cloud, cluster: ClusterRow, reference: string): ServiceRow | undefined {
  const row = sim.tables.services.get(serviceArn(sim, cluster, reference));
  return row?.clusterArn === cluster.clusterArn ? row : undefined;
}

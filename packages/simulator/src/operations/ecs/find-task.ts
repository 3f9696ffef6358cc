/** Names a task the way the API does: by its id or its ARN. */

import { ecsArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow } from "../../model/ecs.ts";

/** The ARN that a task id or ARN stands for in a cluster. */
export function taskArn(sim: Cloud, cluster: ClusterRow, task: string): string {
  return task.startsWith("arn:") ? task : ecsArn(sim.tables, `task/${cluster.clusterName}/${task}`);
}

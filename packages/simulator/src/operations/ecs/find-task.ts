/** Names a task the way the API does: by its id or its ARN. */
import type { ClusterRow } from "../../model/ecs.ts";
import { ecsArn } from "../../model/place.ts";

/** The ARN that a task id or ARN stands for in a cluster. */
export function taskArn(cluster: ClusterRow, task: string): string {
  return task.startsWith("arn:") ? task : ecsArn(`task/${cluster.clusterName}/${task}`);
}

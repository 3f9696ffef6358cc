/** Command lines about container instances that labs need again and again. */
import type { LabCommand } from "../lab.ts";

export interface PlaceTasksOptions {
  /** Family, or `family:revision`. */
  readonly family: string;
  /** Default `default`. */
  readonly cluster?: string;
  /** From 1 to 10; default 1. */
  readonly count?: number;
  readonly group?: string;
  /** As the AWS CLI takes them: `type=spread,field=instanceId`. */
  readonly strategies?: readonly string[];
  /** As the AWS CLI takes them: `type=distinctInstance`. */
  readonly constraints?: readonly string[];
}

/** Runs tasks on the container instances of a cluster. */
export function placeTasks(options: PlaceTasksOptions): LabCommand {
  const { family, cluster = "default", count = 1, group, strategies = [], constraints = [] } = options;
  const words = [`aws ecs run-task --cluster ${cluster} --task-definition ${family} --launch-type EC2`];
  if (count !== 1) words.push(`--count ${count}`);
  if (group !== undefined) words.push(`--group ${group}`);
  if (strategies.length > 0) words.push(`--placement-strategy ${strategies.map(quoted).join(" ")}`);
  if (constraints.length > 0) words.push(`--placement-constraints ${constraints.map(quoted).join(" ")}`);
  return { aws: words.join(" ") };
}

/** `$(...)` that prints the ARNs of container instances: all of the cluster, or those that a filter leaves. */
export function instancesOf(cluster: string, filter?: string): string {
  const filtered = filter === undefined ? "" : ` --filter "${filter}"`;
  return `$(aws ecs list-container-instances --cluster ${cluster}${filtered} --query "containerInstanceArns" --output text)`;
}

function quoted(word: string): string {
  return /[\s*()[\]&|<>!]/.test(word) ? `"${word}"` : word;
}

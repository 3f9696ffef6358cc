/** Which target groups the tasks of a service are registered with, and what is registered of a task. */
import type { TaskRow } from "../model/ecs.ts";
import type { TargetRow } from "../model/elb.ts";
import type { ServiceLoadBalancer } from "../model/services.ts";
import type { CloudReaders } from "../model/tables.ts";

type RevisionTables = Pick<CloudReaders, "deployments" | "serviceRevisions" | "taskSets">;

const NONE: readonly ServiceLoadBalancer[] = Object.freeze([]);

/** The target groups of the revision or of the task set that a task belongs to; none for a task that no service has started. */
export function loadBalancersOf(
  tables: RevisionTables,
  { spec }: Pick<TaskRow, "spec">,
): readonly ServiceLoadBalancer[] {
  const { serviceArn, startedBy } = spec;
  if (serviceArn === undefined || startedBy === undefined) return NONE;
  const revisionArn = tables.deployments.get(startedBy)?.serviceRevisionArn;
  const plan = revisionArn === undefined ? tables.taskSets.get(startedBy) : tables.serviceRevisions.get(revisionArn);
  return plan?.loadBalancers ?? NONE;
}

/** The targets of a task that are registered or drain. */
export function targetsOfTask({ targets }: Pick<CloudReaders, "targets">, taskArn: string): readonly TargetRow[] {
  if (targets.size === 0) return [];
  return [...targets.bucket("task", taskArn)].flatMap((key) => targets.get(key) ?? []);
}

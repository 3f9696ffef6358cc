/** Which target groups the tasks of a service are registered with, and what is registered of a task. */
import type { TaskRow } from "../model/ecs.ts";
import type { TargetRow } from "../model/elb.ts";
import type { ServiceLoadBalancer, ServiceRevisionRow } from "../model/services.ts";
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
  if (revisionArn === undefined) return tables.taskSets.get(startedBy)?.loadBalancers ?? NONE;
  const revision = tables.serviceRevisions.get(revisionArn);
  if (revision === undefined) return NONE;
  const { loadBalancers, servedGroups } = revision;
  return loadBalancers.map((each, at) => ({ ...each, targetGroupArn: servedGroups[at] ?? each.targetGroupArn }));
}

/**
 * The groups of a revision that is made: of a pair the one that the revision before does not serve with.
 * @param before the revision that the traffic goes to
 */
export function groupsToServe(
  loadBalancers: readonly ServiceLoadBalancer[],
  before: Pick<ServiceRevisionRow, "servedGroups"> | undefined,
  swaps: boolean,
): readonly string[] {
  return loadBalancers.map(({ targetGroupArn, advancedConfiguration }) => {
    const alternate = advancedConfiguration?.alternateTargetGroupArn;
    if (alternate === undefined) return targetGroupArn;
    const isServed = (arn: string) => before?.servedGroups.includes(arn) === true;
    if (swaps) return isServed(targetGroupArn) ? alternate : targetGroupArn;
    return isServed(alternate) ? alternate : targetGroupArn;
  });
}

/** The targets of a task that are registered or drain. */
export function targetsOfTask({ targets }: Pick<CloudReaders, "targets">, taskArn: string): readonly TargetRow[] {
  if (targets.size === 0) return [];
  return [...targets.bucket("task", taskArn)].flatMap((key) => targets.get(key) ?? []);
}

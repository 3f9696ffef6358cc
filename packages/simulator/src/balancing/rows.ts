/** How rows of load balancing hang together: rules of a listener, groups that an action names, who uses a group. */
import type { ListenerRow, RuleAction, RuleRow, TargetGroupRow, TargetRow } from "../model/elb.ts";
import type { CloudReaders } from "../model/tables.ts";

/** The target groups that an action forwards to. */
export function groupsOf(action: RuleAction): readonly string[] {
  return action.type === "forward" ? action.groups.map(({ targetGroupArn }) => targetGroupArn) : [];
}

/** The rules of a listener in the order in which they are asked: by priority, the default rule last. */
export function rulesOf(tables: Pick<CloudReaders, "rules">, listenerArn: string): RuleRow[] {
  const rows = [...tables.rules.bucket("listener", listenerArn)].flatMap((key) => tables.rules.get(key) ?? []);
  return rows.sort((one, other) => place(one) - place(other));
}

function place({ priority }: RuleRow): number {
  return priority === "default" ? Number.POSITIVE_INFINITY : priority;
}

/** The listeners of a load balancer, in the order in which they were created. */
export function listenersOf(tables: Pick<CloudReaders, "listeners">, loadBalancerArn: string): ListenerRow[] {
  return [...tables.listeners.bucket("loadBalancer", loadBalancerArn)].flatMap(
    (key) => tables.listeners.get(key) ?? [],
  );
}

/** The targets of a group, in the order in which they were registered. */
export function targetsOf(
  tables: Pick<CloudReaders, "targets">,
  { targetGroupArn }: Pick<TargetGroupRow, "targetGroupArn">,
): TargetRow[] {
  return [...tables.targets.bucket("targetGroup", targetGroupArn)].flatMap((key) => tables.targets.get(key) ?? []);
}

/** The load balancer that has a rule which forwards to a group; undefined when none has. */
export function userOf(tables: Pick<CloudReaders, "rules">, targetGroupArn: string): string | undefined {
  for (const { action, loadBalancerArn } of tables.rules.values()) {
    if (groupsOf(action).includes(targetGroupArn)) return loadBalancerArn;
  }
  return undefined;
}

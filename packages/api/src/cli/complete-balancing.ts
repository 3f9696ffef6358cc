/** Values of options of `aws elbv2` that exist in the session: ARNs and names of load balancers, listeners, rules, target groups, targets. */
import type { Session } from "@quayside/simulator";
import type { Completion } from "./completion.ts";

type Tables = Session["tables"];

function* balancers(tables: Tables): Iterable<Completion> {
  for (const row of tables.loadBalancers.values()) {
    yield { text: row.loadBalancerArn, detail: `load balancer, ${row.state}` };
  }
}

function* listeners(tables: Tables): Iterable<Completion> {
  for (const row of tables.listeners.values()) {
    yield { text: row.listenerArn, detail: `listener, ${row.protocol} ${row.port}` };
  }
}

function* rules(tables: Tables): Iterable<Completion> {
  for (const row of tables.rules.values()) yield { text: row.ruleArn, detail: `rule, priority ${row.priority}` };
}

function* groups(tables: Tables): Iterable<Completion> {
  for (const row of tables.targetGroups.values()) {
    yield { text: row.targetGroupArn, detail: `target group, ${row.protocol} ${row.port}` };
  }
}

function* names(tables: Tables): Iterable<Completion> {
  for (const row of tables.loadBalancers.values()) yield { text: row.loadBalancerName, detail: "load balancer" };
  for (const row of tables.targetGroups.values()) yield { text: row.targetGroupName, detail: "target group" };
}

function* targets(tables: Tables): Iterable<Completion> {
  for (const row of tables.targets.values()) {
    yield { text: `Id=${row.id},Port=${row.port}`, detail: `target, ${row.state}` };
  }
}

function* tagged(tables: Tables): Iterable<Completion> {
  for (const list of [balancers, groups, listeners, rules]) yield* list(tables);
}

/** By option. */
export const BALANCING_SOURCES: Readonly<Record<string, (tables: Tables) => Iterable<Completion>>> = {
  "--load-balancer-arn": balancers,
  "--load-balancer-arns": balancers,
  "--listener-arn": listeners,
  "--listener-arns": listeners,
  "--rule-arn": rules,
  "--rule-arns": rules,
  "--target-group-arn": groups,
  "--target-group-arns": groups,
  "--resource-arns": tagged,
  "--names": names,
};

/** Targets as `aws elbv2` takes them; other services have an option of this name, too. */
export const TARGETS = targets;

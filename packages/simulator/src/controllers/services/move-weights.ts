/**
 * Weights of listener rules move with the stages of a deployment that shifts traffic. Before the first stage ECS looks whether it can
 * move them.
 * Source: Developer Guide, "Application Load Balancer resources for blue/green, linear, and canary deployments" and
 * "Troubleshooting Amazon ECS blue/green deployments" (checked 2026-11-29).
 * Simplified: the infrastructure role is taken as it is given; what lets ECS change rules is not looked at.
 */
import { rulesOf } from "../../balancing/rows.ts";
import type { Told } from "../../model/cause.ts";
import { tellServiceDeployment } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { RuleRow, WeightedGroup } from "../../model/elb.ts";
import type { ServiceDeploymentRow, ServiceLoadBalancer, ServiceRevisionRow } from "../../model/services.ts";
import type { TrafficShift } from "../../model/strategies.ts";

/** The two groups of a balancer of a service, by the revision that each has got. */
interface Pair {
  readonly green: string;
  readonly blue: string;
  readonly production: string;
  readonly test: string | undefined;
}

/** The pairs of the revision that is rolled out. */
function pairsOf(sim: Cloud, { targetRevisionArn }: ServiceDeploymentRow): readonly Pair[] {
  const revision = sim.tables.serviceRevisions.get(targetRevisionArn);
  return (revision?.loadBalancers ?? []).flatMap((balancer, at) => pairOf(balancer, revision, at) ?? []);
}

function pairOf(
  { targetGroupArn, advancedConfiguration: advanced }: ServiceLoadBalancer,
  revision: ServiceRevisionRow | undefined,
  at: number,
): Pair | undefined {
  if (advanced === undefined || revision === undefined) return undefined;
  const green = revision.servedGroups[at] ?? targetGroupArn;
  const blue = green === targetGroupArn ? advanced.alternateTargetGroupArn : targetGroupArn;
  return { green, blue, production: advanced.productionListenerRule, test: advanced.testListenerRule };
}

/** The rule of an ARN; of a listener its default rule. */
export function ruleOf({ tables }: Pick<Cloud, "tables">, arn: string): RuleRow | undefined {
  return tables.rules.get(arn) ?? rulesOf(tables, arn).at(-1);
}

/** Whether a Network Load Balancer takes the traffic: it needs longer. */
export function isBehindNetwork(sim: Cloud, row: ServiceDeploymentRow): boolean {
  return pairsOf(sim, row).some(({ production }) => {
    const arn = ruleOf(sim, production)?.loadBalancerArn ?? "";
    return sim.tables.loadBalancers.get(arn)?.type === "network";
  });
}

/** The weights of a stage that is entered, in the rows of the rules. Writes a record for each rule that changes. @param before as it stood in the stage before */
export function moveWeights(sim: Cloud, row: ServiceDeploymentRow, before: TrafficShift, now: TrafficShift): void {
  const { stage } = now;
  const moves = stage === "RECONCILE_SERVICE";
  for (const { green, blue, production, test } of pairsOf(sim, row)) {
    if (moves || (stage === "PRODUCTION_TRAFFIC_SHIFT" && before.productionWeight !== now.productionWeight))
      setWeights(sim, production, { green, blue }, now.productionWeight);
    if (test === undefined) continue;
    if (moves || (stage === "TEST_TRAFFIC_SHIFT" && before.testWeight !== now.testWeight))
      setWeights(sim, test, { green, blue }, now.testWeight);
  }
}

function setWeights(sim: Cloud, arn: string, { green, blue }: Pick<Pair, "green" | "blue">, percent: number): void {
  const rule = ruleOf(sim, arn);
  if (rule?.action.type !== "forward") return;
  // Weights are whole numbers: a share of 2.5 % is 25 of 1000.
  const [share, whole] = Number.isInteger(percent) ? [percent, 100] : [Math.round(percent * 10), 1_000];
  const weights = new Map([
    [green, share],
    [blue, whole - share],
  ]);
  const named = rule.action.groups.map(({ targetGroupArn }) => targetGroupArn).filter((each) => weights.has(each));
  const order = [...new Set([...named, blue, green])];
  const groups = order.map((each): WeightedGroup => ({ targetGroupArn: each, weight: weights.get(each) ?? 0 }));
  if (JSON.stringify(groups) === JSON.stringify(rule.action.groups)) return;
  const action = { ...rule.action, groups };
  sim.change("rules", rule, { action });
  sim.record("LISTENER_RULE_CHANGED", rule.ruleArn, { priority: rule.priority, action });
}

/** Of a deployment that begins. */
interface Beginning {
  /** No revision serves yet. */
  readonly isFirst: boolean;
  /** It cuts another one short, whose weights ECS brings in order. */
  readonly hasLeftovers: boolean;
}

/** Why ECS cannot shift the traffic of a deployment that begins; undefined: it can. */
export function networkProblem(
  sim: Cloud,
  row: ServiceDeploymentRow,
  { isFirst, hasLeftovers }: Beginning,
): Told | undefined {
  for (const { green, blue, production, test } of pairsOf(sim, row)) {
    const rule = ruleOf(sim, production);
    const testRule = test === undefined ? undefined : ruleOf(sim, test);
    if (rule === undefined || (test !== undefined && testRule === undefined))
      return tellServiceDeployment("service-deployment.network-rules");
    const inProduction = groupsIn(rule);
    const known = [...inProduction, ...groupsIn(testRule)].map(({ targetGroupArn }) => targetGroupArn);
    const missing = [green, blue].find((each) => !known.includes(each));
    if (missing !== undefined)
      return tellServiceDeployment("service-deployment.network-group", { targetGroupArn: missing });
    if (hasLeftovers) continue;
    const serving = inProduction.filter(({ weight }) => weight > 0);
    if (serving.length !== 1)
      return tellServiceDeployment("service-deployment.network-serving", { rule: production, count: serving.length });
    const expected = isFirst ? green : blue;
    const [{ targetGroupArn }] = serving as [WeightedGroup];
    if (targetGroupArn !== expected)
      return tellServiceDeployment("service-deployment.network-unexpected", { targetGroupArn, expected });
  }
  return undefined;
}

function groupsIn(rule: RuleRow | undefined): readonly WeightedGroup[] {
  return rule?.action.type === "forward" ? rule.action.groups : [];
}

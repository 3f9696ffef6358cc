/**
 * advancedConfiguration of the load balancers of a service: the second target group, and the rules whose weights ECS moves.
 * Source: Developer Guide, "Troubleshooting Amazon ECS blue/green deployments" (checked 2026-11-29).
 */
import type { Cloud } from "../../../model/cloud.ts";
import type { EcsShapes } from "../../../model/generated/ecs.ts";
import type { Refusal } from "../../../model/refusal.ts";
import type { AdvancedConfiguration, ServiceLoadBalancer } from "../../../model/services.ts";
import type { DeploymentStrategy } from "../../../model/strategies.ts";
import { refuse } from "../refusals.ts";
import type { Checked } from "../task-request.ts";

const RULE = /^arn:[^:]+:elasticloadbalancing:[^:]+:\d+:(listener-rule\/(app|net)|listener\/net)\/.+$/;

/**
 * Reads it of one load balancer; undefined when it has none.
 * @param isKept it is that of the revision before: its rules and groups were looked at then
 */
export function readAdvanced(
  sim: Cloud,
  targetGroupArn: string,
  asked: EcsShapes["AdvancedConfiguration"] | undefined,
  isKept: boolean,
): Checked<AdvancedConfiguration | undefined> {
  if (asked === undefined) return { ok: true, checked: undefined };
  const { alternateTargetGroupArn, productionListenerRule, testListenerRule, roleArn } = asked;
  if (alternateTargetGroupArn === undefined || productionListenerRule === undefined || roleArn === undefined)
    return refuse("service.advanced-members");
  if (!isKept && sim.tables.targetGroups.get(alternateTargetGroupArn) === undefined)
    return refuse("service.target-group", { targetGroupArn: alternateTargetGroupArn });
  if (alternateTargetGroupArn === targetGroupArn) return refuse("service.balancer-twice", { targetGroupArn });
  if (!RULE.test(productionListenerRule)) return refuse("service.production-rule", { arn: productionListenerRule });
  if (productionListenerRule === testListenerRule) return refuse("service.rule-twice", { arn: productionListenerRule });
  const isComplete =
    isKept ||
    testListenerRule !== undefined ||
    isOfBoth(sim, productionListenerRule, [targetGroupArn, alternateTargetGroupArn]);
  if (!isComplete) return refuse("service.test-rule");
  return {
    ok: true,
    checked: {
      alternateTargetGroupArn,
      productionListenerRule,
      ...(testListenerRule === undefined ? {} : { testListenerRule }),
      roleArn,
    },
  };
}

/** Of an Application Load Balancer without a test rule, the production rule must name both groups. */
function isOfBoth({ tables }: Cloud, arn: string, groups: readonly string[]): boolean {
  const rule = tables.rules.get(arn);
  if (rule === undefined) return true;
  const { action } = rule;
  const named = action.type === "forward" ? action.groups.map(({ targetGroupArn }) => targetGroupArn) : [];
  return groups.every((each) => named.includes(each));
}

/** What a strategy needs of the load balancers of a service. */
export function advancedProblem(
  loadBalancers: readonly ServiceLoadBalancer[],
  strategy: DeploymentStrategy,
): Refusal | undefined {
  const isPlain = loadBalancers.some(({ advancedConfiguration }) => advancedConfiguration === undefined);
  return strategy !== "ROLLING" && isPlain ? refuse("service.advanced-required") : undefined;
}

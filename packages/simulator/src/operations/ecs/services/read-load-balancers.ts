/**
 * The target groups of a service: checked against the definition that its tasks run, as CreateService, UpdateService and CreateTaskSet do.
 * Simplified: Classic Load Balancers are refused with a sentence; AWS takes them.
 */
import type { Cloud } from "../../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../../model/ecs.ts";
import type { EcsShapes } from "../../../model/generated/ecs.ts";
import type { Refusal } from "../../../model/refusal.ts";
import type { ServiceLoadBalancer } from "../../../model/services.ts";
import { networkModeOf } from "../../../task-definition/reservation.ts";
import { refuse } from "../refusals.ts";
import type { Checked } from "../task-request.ts";
import { readAdvanced } from "./read-advanced.ts";

/** Target groups of one service. @source Developer Guide, "Registering multiple target groups with an Amazon ECS service" (checked 2026-11-29) */
const MOST_GROUPS = 5;

type Asked = EcsShapes["LoadBalancer"];

/** What they are read beside. */
interface BalancersContext {
  readonly launchType: "FARGATE" | "EC2";
  /** They are those of the revision before: their groups were looked at then. */
  readonly areKept: boolean;
}

/** Reads them, or says which does not fit. */
export function readLoadBalancers(
  sim: Cloud,
  asked: readonly Asked[],
  { launchType, areKept }: BalancersContext,
  definition: TaskDefinitionRow,
): Checked<readonly ServiceLoadBalancer[]> {
  const kinds = kindProblem(asked, launchType);
  if (kinds !== undefined) return kinds;
  const checked: ServiceLoadBalancer[] = [];
  for (const each of asked) {
    const { targetGroupArn, containerName, containerPort } = each;
    if (targetGroupArn === undefined || containerName === undefined || containerPort === undefined) {
      return refuse("service.balancer-members");
    }
    const advanced = readAdvanced(sim, targetGroupArn, each.advancedConfiguration, areKept);
    if (!advanced.ok) return advanced;
    const { checked: advancedConfiguration } = advanced;
    const balancer = {
      ...{ targetGroupArn, containerName, containerPort },
      ...(advancedConfiguration === undefined ? {} : { advancedConfiguration }),
    };
    const problem = containerProblem(balancer, definition) ?? groupProblem(sim, balancer, areKept, definition);
    if (problem !== undefined) return problem;
    checked.push(balancer);
  }
  return { ok: true, checked };
}

function kindProblem(asked: readonly Asked[], launchType: "FARGATE" | "EC2"): Refusal | undefined {
  const classic = asked.filter(({ loadBalancerName }) => loadBalancerName !== undefined);
  if (classic.length > 0) {
    if (asked.some(({ targetGroupArn }) => targetGroupArn !== undefined)) return refuse("service.balancer-kinds");
    if (classic.some(({ advancedConfiguration }) => advancedConfiguration !== undefined)) {
      return refuse("service.advanced-classic");
    }
    return refuse(launchType === "FARGATE" ? "service.classic-fargate" : "service.classic-balancer");
  }
  const advanced = asked.filter(({ advancedConfiguration }) => advancedConfiguration !== undefined).length;
  if (advanced > 0 && advanced < asked.length) return refuse("service.advanced-some");
  if (asked.length > MOST_GROUPS) return refuse("service.balancer-count", { most: MOST_GROUPS });
  const arns = asked.map(({ targetGroupArn }) => targetGroupArn);
  const twice = arns.find((arn, index) => arn !== undefined && arns.indexOf(arn) < index);
  return twice === undefined ? undefined : refuse("service.balancer-twice", { targetGroupArn: twice });
}

function containerProblem(
  { containerName, containerPort }: ServiceLoadBalancer,
  { definition }: TaskDefinitionRow,
): Refusal | undefined {
  const container = definition.containerDefinitions.find(({ name }) => name === containerName);
  if (container === undefined) return refuse("service.no-container", { containerName });
  const isMapped = container.portMappings?.some((mapping) => mapping.containerPort === containerPort) === true;
  return isMapped ? undefined : refuse("service.no-port", { containerName, containerPort });
}

function groupProblem(
  sim: Cloud,
  { targetGroupArn }: ServiceLoadBalancer,
  isKept: boolean,
  { definition }: TaskDefinitionRow,
): Refusal | undefined {
  const group = sim.tables.targetGroups.get(targetGroupArn);
  if (group === undefined) return isKept ? undefined : refuse("service.target-group", { targetGroupArn });
  if (group.loadBalancerArn === undefined && !isKept) return refuse("service.no-balancer", { targetGroupArn });
  const networkMode = networkModeOf(definition);
  const fits = group.targetType === (networkMode === "awsvpc" ? "ip" : "instance");
  return fits
    ? undefined
    : refuse("service.target-type", { targetGroupArn, targetType: group.targetType, networkMode });
}

/**
 * From the members of CreateService and UpdateService to the settings of a service: checked, with AWS's defaults filled in, or
 * with what the service had.
 */
import type { PlacementConstraint, PlacementStrategy } from "../../../model/placement.ts";
import type { Refusal } from "../../../model/refusal.ts";
import {
  type BreakerThreshold,
  type CircuitBreaker,
  DAEMON_PERCENTS,
  DEFAULT_DEPLOYMENT_CONFIGURATION,
  type DeploymentConfiguration,
  type EarlySuccess,
  type SchedulingStrategy,
  type ServiceSettings,
} from "../../../model/services.ts";
import { checkPlacement } from "../../../placement/check-placement.ts";
import type { Input, Shape } from "../../shapes.ts";
import { refuse } from "../refusals.ts";
import type { Checked } from "../task-request.ts";
import { readStrategy } from "./read-strategy.ts";

type CreateInput = Input<"ecs", "CreateService">;
type UpdateInput = Input<"ecs", "UpdateService">;

/** The members that both have. */
export type SettingsInput = Pick<CreateInput & UpdateInput, keyof CreateInput & keyof UpdateInput>;

/** What the settings are read beside. */
export interface SettingsContext {
  readonly schedulingStrategy: SchedulingStrategy;
  readonly launchType: "EC2" | "FARGATE";
  /** Of the service that is changed; undefined for a new one. */
  readonly before: ServiceSettings | undefined;
  readonly definitionConstraints: readonly { readonly type?: string; readonly expression?: string }[] | undefined;
}

const MAX_GRACE = 2_147_483_647;

/** Reads the settings, or says why they cannot be. */
export function readSettings(input: SettingsInput, context: SettingsContext): Checked<ServiceSettings> {
  const { before, schedulingStrategy, launchType } = context;
  if (launchType === "FARGATE") {
    if ((input.placementStrategy?.length ?? 0) > 0) return refuse("placement.fargate-strategy");
    if ((input.placementConstraints?.length ?? 0) > 0) return refuse("placement.fargate-constraint");
  }
  const deployment = readConfiguration(input.deploymentConfiguration, context);
  if (!deployment.ok) return deployment;
  const { checked: deploymentConfiguration } = deployment;
  const grace = input.healthCheckGracePeriodSeconds ?? before?.healthCheckGracePeriodSeconds ?? 0;
  if (grace < 0 || grace > MAX_GRACE) return refuse("service.grace");
  if (schedulingStrategy === "DAEMON" && (input.placementStrategy?.length ?? 0) > 0)
    return refuse("service.daemon-strategy");
  const placement = checkPlacement({
    constraints: input.placementConstraints ?? before?.placementConstraints,
    definitionConstraints: context.definitionConstraints,
    strategies: input.placementStrategy ?? before?.placementStrategy,
    placedBy: "service",
  });
  if (!placement.ok) return refuse("placement.invalid", { problem: placement.message });
  const placementStrategy = (input.placementStrategy ??
    before?.placementStrategy ??
    []) as readonly PlacementStrategy[];
  const rebalancing = readRebalancing(input, context, deploymentConfiguration, placementStrategy);
  if (!rebalancing.ok) return rebalancing;
  return {
    ok: true,
    checked: {
      deploymentConfiguration,
      placementConstraints: (input.placementConstraints ??
        before?.placementConstraints ??
        []) as readonly PlacementConstraint[],
      placementStrategy,
      healthCheckGracePeriodSeconds: grace,
      availabilityZoneRebalancing: rebalancing.checked,
      enableExecuteCommand: input.enableExecuteCommand ?? before?.enableExecuteCommand ?? false,
      enableECSManagedTags: input.enableECSManagedTags ?? before?.enableECSManagedTags ?? false,
      propagateTags: (input.propagateTags ?? before?.propagateTags ?? "NONE") as ServiceSettings["propagateTags"],
    },
  };
}

function readConfiguration(
  input: Shape<"ecs", "DeploymentConfiguration"> = {},
  { before, schedulingStrategy }: SettingsContext,
): Checked<DeploymentConfiguration> {
  const isDaemon = schedulingStrategy === "DAEMON";
  const usual = before?.deploymentConfiguration ?? {
    ...DEFAULT_DEPLOYMENT_CONFIGURATION,
    ...(isDaemon ? DAEMON_PERCENTS : {}),
  };
  const { maximumPercent = usual.maximumPercent, minimumHealthyPercent = usual.minimumHealthyPercent } = input;
  const problem = percentProblem({ maximumPercent, minimumHealthyPercent }, isDaemon);
  if (problem !== undefined) return problem;
  const breaker = readBreaker(input.deploymentCircuitBreaker, usual.deploymentCircuitBreaker);
  if (!breaker.ok) return breaker;
  const strategy = readStrategy(input, usual, schedulingStrategy);
  if (!strategy.ok) return strategy;
  const { alarms = usual.alarms } = input;
  if (alarms.enable && alarms.alarmNames.length === 0) return refuse("service.alarms");
  const early = readEarlySuccess(input.earlySuccessCriteria ?? usual.earlySuccessCriteria, minimumHealthyPercent);
  if (!early.ok) return early;
  const deploymentCircuitBreaker = breaker.checked;
  return {
    ok: true,
    checked: {
      ...strategy.checked,
      maximumPercent,
      minimumHealthyPercent,
      alarms,
      deploymentCircuitBreaker,
      ...(early.checked === undefined ? {} : { earlySuccessCriteria: early.checked }),
    },
  };
}

function percentProblem(
  { maximumPercent, minimumHealthyPercent }: Pick<DeploymentConfiguration, "maximumPercent" | "minimumHealthyPercent">,
  isDaemon: boolean,
): Refusal | undefined {
  if (isDaemon && maximumPercent > 100) return refuse("service.daemon-maximum");
  if (maximumPercent < 100) return refuse("service.maximum-percent");
  if (minimumHealthyPercent > 100) return refuse("service.minimum-percent");
  if (minimumHealthyPercent < 0) return refuse("service.percent-range");
  return maximumPercent === 100 && minimumHealthyPercent === 100 ? refuse("service.percents-block") : undefined;
}

type Cleanup = EarlySuccess["sourceServiceRevisionCleanup"];

function readEarlySuccess(
  input: Shape<"ecs", "DeploymentEarlySuccessCriteria"> | EarlySuccess | undefined,
  minimumHealthyPercent: number,
): Checked<EarlySuccess | undefined> {
  if (input === undefined) return { ok: true, checked: undefined };
  const { enable, healthyPercent, sourceServiceRevisionCleanup: cleanup } = input;
  if (enable && (healthyPercent === undefined || cleanup === undefined)) return refuse("service.early-success");
  const isWithin = healthyPercent === undefined || (healthyPercent >= 0 && healthyPercent <= 100);
  if (!isWithin || (enable && (healthyPercent ?? 0) < minimumHealthyPercent)) return refuse("service.early-percent");
  return { ok: true, checked: { enable, healthyPercent, sourceServiceRevisionCleanup: cleanup as Cleanup } };
}

/** What is left out keeps its old value; a breaker that is off rolls nothing back. */
function readBreaker(
  input: Shape<"ecs", "DeploymentCircuitBreaker"> | undefined,
  usual: CircuitBreaker,
): Checked<CircuitBreaker> {
  if (input === undefined) return { ok: true, checked: usual };
  const { thresholdConfiguration: threshold = usual.thresholdConfiguration } = input;
  if (!["BOUNDED_PERCENT", "UNBOUNDED_PERCENT", "COUNT"].includes(threshold.type))
    return refuse("service.breaker-type");
  const most = threshold.type === "COUNT" ? Number.POSITIVE_INFINITY : 100;
  if (threshold.value < 1 || threshold.value > most) return refuse("service.breaker-value");
  return {
    ok: true,
    checked: {
      enable: input.enable,
      rollback: input.enable && input.rollback,
      resetOnHealthyTask: input.resetOnHealthyTask ?? usual.resetOnHealthyTask,
      thresholdConfiguration: { type: threshold.type as BreakerThreshold["type"], value: threshold.value },
    },
  };
}

type Rebalancing = ServiceSettings["availabilityZoneRebalancing"];

/** On unless the maximum forbids it; where it is asked for, the maximum and the strategy must allow it. */
function readRebalancing(
  { availabilityZoneRebalancing: asked }: SettingsInput,
  { before, schedulingStrategy }: SettingsContext,
  { maximumPercent }: DeploymentConfiguration,
  strategies: readonly PlacementStrategy[],
): Checked<Rebalancing> {
  const isDaemon = schedulingStrategy === "DAEMON";
  const updating = before !== undefined;
  const usual =
    before?.availabilityZoneRebalancing ??
    (isDaemon || maximumPercent <= 100 || !spreads(strategies) ? "DISABLED" : "ENABLED");
  const wanted = (asked ?? usual) as Rebalancing;
  if (wanted === "DISABLED") return { ok: true, checked: wanted };
  if (isDaemon) return refuse("service.rebalancing-daemon");
  if (maximumPercent <= 100) return refuse("service.rebalancing", { updating });
  return spreads(strategies) ? { ok: true, checked: wanted } : refuse("service.rebalancing-strategy", { updating });
}

/** No strategy at all spreads over the zones, too. */
function spreads([first]: readonly PlacementStrategy[]): boolean {
  return first === undefined || (first.type === "spread" && first.field === "attribute:ecs.availability-zone");
}

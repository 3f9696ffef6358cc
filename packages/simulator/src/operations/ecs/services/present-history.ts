/** Turns service deployments and service revisions into the API's shapes, members in AWS's order, times in epoch seconds. */
import { definitionOfRevision } from "../../../controllers/services/service-plan.ts";
import { assert } from "../../../kernel/assert.ts";
import type { Cloud } from "../../../model/cloud.ts";
import { epochSeconds } from "../../../model/place.ts";
import type { DeploymentRow, ServiceDeploymentRow, ServiceRevisionRow } from "../../../model/services.ts";
import { breakerThreshold } from "../../../services/bounds.ts";
import type { Shape } from "../../shapes.ts";
import { describeConfiguration, describeConnections } from "./present-service.ts";
import { countsOf, platformFamily, platformVersion } from "./revision-facts.ts";

/** A service deployment as DescribeServiceDeployments gives it. */
export function describeServiceDeployment(sim: Cloud, row: ServiceDeploymentRow): Shape<"ecs", "ServiceDeployment"> {
  const seconds = (atMs: number | undefined) => (atMs === undefined ? undefined : epochSeconds(sim.tables, atMs));
  const counts = countsOf(sim, row.serviceArn);
  const summary = (arn: string): Shape<"ecs", "ServiceRevisionSummary"> => {
    const deployment = [...sim.tables.deployments.bucket("service", row.serviceArn)]
      .map((id) => sim.tables.deployments.get(id) as DeploymentRow)
      .find(({ serviceRevisionArn }) => serviceRevisionArn === arn);
    const own = counts.get(deployment?.deploymentId ?? "");
    return {
      arn,
      requestedTaskCount: deployment?.desiredCount ?? 0,
      runningTaskCount: own?.running ?? 0,
      pendingTaskCount: own?.pending ?? 0,
      ...weightsOf(row, arn),
    };
  };
  const { rollback, deploymentConfiguration } = row;
  const { deploymentCircuitBreaker } = deploymentConfiguration;
  const desired = sim.tables.services.get(row.serviceArn)?.desiredCount ?? 0;
  return {
    serviceDeploymentArn: row.serviceDeploymentArn,
    serviceArn: row.serviceArn,
    clusterArn: row.clusterArn,
    createdAt: seconds(row.createdAtMs),
    startedAt: seconds(row.startedAtMs),
    finishedAt: seconds(row.finishedAtMs),
    stoppedAt: seconds(row.stoppedAtMs),
    updatedAt: seconds(row.updatedAtMs),
    sourceServiceRevisions: row.sourceRevisionArns.map(summary),
    targetServiceRevision: summary(row.targetRevisionArn),
    status: row.status,
    statusReason: row.statusReason,
    ...describeShift(sim, row),
    deploymentConfiguration: describeConfiguration(row),
    rollback:
      rollback === undefined
        ? undefined
        : {
            reason: rollback.reason,
            startedAt: seconds(rollback.startedAtMs),
            serviceRevisionArn: rollback.revisionArn,
          },
    deploymentCircuitBreaker: {
      status: row.breakerStatus,
      failureCount: row.failureCount,
      threshold: deploymentCircuitBreaker.enable ? breakerThreshold(desired, deploymentCircuitBreaker) : 0,
    },
    alarms: describeAlarms(row),
  };
}

function describeAlarms({
  alarmsStatus: status,
  triggeredAlarms,
  deploymentConfiguration,
}: ServiceDeploymentRow): Shape<"ecs", "ServiceDeploymentAlarms"> {
  const { alarmNames, enable } = deploymentConfiguration.alarms;
  if (!enable) return { status };
  return { status, alarmNames, triggeredAlarmNames: triggeredAlarms.length === 0 ? undefined : triggeredAlarms };
}

/** Shares of the traffic that a revision is to get, where ECS moves it: what the new one does not get goes to the newest before. */
function weightsOf(
  { shift, targetRevisionArn, sourceRevisionArns }: ServiceDeploymentRow,
  arn: string,
): Pick<Shape<"ecs", "ServiceRevisionSummary">, "requestedTestTrafficWeight" | "requestedProductionTrafficWeight"> {
  if (shift?.movesTraffic !== true) return {};
  const share = (weight: number) => {
    if (arn === targetRevisionArn) return weight;
    return arn === sourceRevisionArns[0] ? 100 - weight : 0;
  };
  return {
    requestedTestTrafficWeight: share(shift.testWeight),
    requestedProductionTrafficWeight: share(shift.productionWeight),
  };
}

/** The stage of a deployment that shifts traffic, and the hooks of that stage. */
function describeShift(
  sim: Cloud,
  { shift }: ServiceDeploymentRow,
): Pick<Shape<"ecs", "ServiceDeployment">, "lifecycleStage" | "lifecycleHookDetails"> {
  if (shift?.stage === undefined) return {};
  const hooks = shift.hooks.map(({ hookId, targetType, targetArn, status, expiresAtMs, timeoutAction }) => ({
    hookId,
    targetType,
    targetArn,
    status,
    expiresAt: epochSeconds(sim.tables, expiresAtMs),
    timeoutAction,
  }));
  return {
    // AWS's model does not list PRE_PRODUCTION_TRAFFIC_SHIFT among the values, its text does.
    lifecycleStage: shift.stage as Shape<"ecs", "ServiceDeployment">["lifecycleStage"],
    lifecycleHookDetails: hooks.length === 0 ? undefined : hooks,
  };
}

/**
 * A service revision as DescribeServiceRevisions gives it. Which members the first one lacks, and that a later one has no images until its
 * deployment has begun, is recorded.
 */
export function describeServiceRevision(sim: Cloud, row: ServiceRevisionRow): Shape<"ecs", "ServiceRevision"> {
  const { definition } = definitionOfRevision(sim, row);
  const deployment = deploymentOf(sim, row);
  const { serviceConnectConfiguration, volumeConfigurations, vpcLatticeConfigurations } = describeConnections(sim, row);
  const isFirst = deployment.number === 1;
  const hasBegun = sim.tables.serviceDeployments.get(deployment.serviceDeploymentArn)?.status !== "PENDING";
  const images = definition.containerDefinitions.map(({ name, image }) => ({
    containerName: name,
    image,
    imageDigest: deploymentOf(sim, row).imageDigests[name],
  }));
  return {
    serviceRevisionArn: row.serviceRevisionArn,
    serviceArn: row.serviceArn,
    clusterArn: row.clusterArn,
    taskDefinition: row.taskDefinitionArn,
    launchType: row.launchType,
    platformVersion: platformVersion(sim, row),
    platformFamily: platformFamily(sim, row),
    loadBalancers: isFirst && row.loadBalancers.length === 0 ? undefined : row.loadBalancers,
    serviceRegistries: isFirst && row.serviceRegistries.length === 0 ? undefined : row.serviceRegistries,
    networkConfiguration: row.networkConfiguration,
    containerImages: isFirst || hasBegun ? images : undefined,
    guardDutyEnabled: false,
    serviceConnectConfiguration,
    volumeConfigurations,
    createdAt: epochSeconds(sim.tables, row.createdAtMs),
    vpcLatticeConfigurations,
    resolvedConfiguration: row.loadBalancers.length === 0 ? undefined : resolvedConfiguration(row),
    monitoring: row.monitoring,
  };
}

/** The target groups that its tasks are really registered with. @source API Reference, ServiceRevision (checked 2026-11-29) */
function resolvedConfiguration({
  loadBalancers,
  servedGroups,
}: ServiceRevisionRow): Shape<"ecs", "ResolvedConfiguration"> {
  return {
    loadBalancers: loadBalancers.map(({ targetGroupArn, advancedConfiguration }, at) => ({
      targetGroupArn: servedGroups[at] ?? targetGroupArn,
      productionListenerRule: advancedConfiguration?.productionListenerRule,
    })),
  };
}

/** The one that the revision was made for: it has the same number. */
function deploymentOf(sim: Cloud, { serviceRevisionArn }: ServiceRevisionRow): DeploymentRow {
  const deploymentId = `ecs-svc/${serviceRevisionArn.slice(serviceRevisionArn.lastIndexOf("/") + 1)}`;
  const row = sim.tables.deployments.get(deploymentId);
  assert(row !== undefined, () => `there is no deployment ${deploymentId}`);
  return row;
}

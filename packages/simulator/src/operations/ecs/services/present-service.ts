/** Turns the rows of services into the API's shapes, members in AWS's order, times in epoch seconds. */

import { eventsOf } from "../../../controllers/services/say.ts";
import { definitionOfRevision } from "../../../controllers/services/service-plan.ts";
import { deploymentsOf, revisionOf } from "../../../controllers/services/service-rows.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { TaskRow } from "../../../model/ecs.ts";
import { ACCOUNT_ID, CALLER_ARN, epochSeconds } from "../../../model/place.ts";
import type { DeploymentRow, ServiceDeploymentRow, ServiceRevisionRow, ServiceRow } from "../../../model/services.ts";
import { breakerThreshold } from "../../../services/bounds.ts";
import type { Shape } from "../../shapes.ts";

/** Which answer it is in. */
interface Shown {
  readonly tags: boolean;
  /** Only answers of reads show the service deployment that is going on. */
  readonly isRead: boolean;
}

/** How many tasks run and are on their way; a task that is to stop counts as neither. @source Recorded answers (checked 2026-11-29) */
interface Counts {
  running: number;
  pending: number;
}

/** @source API Reference, CreateService, role (checked 2026-11-29) */
const SERVICE_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;

const PLATFORM_VERSION = "1.4.0";

function countsOf(sim: Cloud, serviceArn: string): ReadonlyMap<string, Counts> {
  const { tasks } = sim.tables;
  const counts = new Map<string, Counts>();
  for (const arn of tasks.bucket("service", serviceArn)) {
    const { desiredStatus, lastStatus, spec } = tasks.get(arn) as TaskRow;
    if (desiredStatus !== "RUNNING") continue;
    const own = counts.get(spec.startedBy ?? "") ?? { running: 0, pending: 0 };
    counts.set(spec.startedBy ?? "", own);
    if (lastStatus === "RUNNING") own.running += 1;
    else own.pending += 1;
  }
  return counts;
}

/** A service as the operations give it. */
export function describeService(sim: Cloud, row: ServiceRow, { tags, isRead }: Shown): Shape<"ecs", "Service"> {
  const deployments = deploymentsOf(sim, row.serviceArn);
  const revision = revisionOf(sim, deployments[0]);
  const counts = countsOf(sim, row.serviceArn);
  const all = [...counts.values()];
  const isOnFargate = revision.launchType === "FARGATE";
  const goingOn = deployments.find(({ rolloutState }) => rolloutState === "IN_PROGRESS");
  return {
    serviceArn: row.serviceArn,
    serviceName: row.serviceName,
    clusterArn: row.clusterArn,
    loadBalancers: [],
    serviceRegistries: [],
    status: row.status,
    desiredCount: row.desiredCount,
    runningCount: sumOf(all.map(({ running }) => running)),
    pendingCount: sumOf(all.map(({ pending }) => pending)),
    launchType: revision.launchType,
    platformVersion: isOnFargate ? revision.platformVersion : undefined,
    platformFamily: isOnFargate ? platformFamily(sim, revision) : undefined,
    taskDefinition: revision.taskDefinitionArn,
    deploymentConfiguration: describeConfiguration(row),
    deployments: deployments.map((deployment) =>
      describeDeployment(sim, deployment, counts.get(deployment.deploymentId)),
    ),
    roleArn: isOnFargate ? SERVICE_ROLE : undefined,
    events: eventsOf(sim, row.serviceArn).map(({ id, createdAtMs, message }) => ({
      id,
      createdAt: epochSeconds(sim.tables, createdAtMs),
      message,
    })),
    createdAt: epochSeconds(sim.tables, row.createdAtMs),
    currentServiceDeployment: isRead ? goingOn?.serviceDeploymentArn : undefined,
    currentServiceRevisions: isRead
      ? deployments.map((deployment) => ({
          arn: deployment.serviceRevisionArn,
          requestedTaskCount: deployment.desiredCount ?? 0,
          runningTaskCount: counts.get(deployment.deploymentId)?.running ?? 0,
          pendingTaskCount: counts.get(deployment.deploymentId)?.pending ?? 0,
        }))
      : undefined,
    placementConstraints: row.placementConstraints,
    placementStrategy: row.placementStrategy,
    networkConfiguration: revision.networkConfiguration,
    healthCheckGracePeriodSeconds: row.healthCheckGracePeriodSeconds,
    schedulingStrategy: row.schedulingStrategy,
    deploymentController: { type: "ECS" },
    tags: tags ? row.tags : undefined,
    createdBy: CALLER_ARN,
    enableECSManagedTags: row.enableECSManagedTags,
    propagateTags: row.propagateTags,
    enableExecuteCommand: row.enableExecuteCommand,
    availabilityZoneRebalancing: row.availabilityZoneRebalancing,
    resourceManagementType: "CUSTOMER",
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function platformFamily(sim: Cloud, revision: ServiceRevisionRow): string {
  const { runtimePlatform } = definitionOfRevision(sim, revision).definition;
  return runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS") === true ? "Windows" : "Linux";
}

function describeConfiguration({ deploymentConfiguration }: ServiceRow): Shape<"ecs", "DeploymentConfiguration"> {
  const { strategy, maximumPercent, minimumHealthyPercent, bakeTimeInMinutes, alarms, deploymentCircuitBreaker } =
    deploymentConfiguration;
  return { deploymentCircuitBreaker, maximumPercent, minimumHealthyPercent, alarms, strategy, bakeTimeInMinutes };
}

function describeDeployment(
  sim: Cloud,
  row: DeploymentRow,
  { running, pending }: Counts = { running: 0, pending: 0 },
): Shape<"ecs", "Deployment"> {
  const revision = revisionOf(sim, row);
  const isOnFargate = revision.launchType === "FARGATE";
  return {
    id: row.deploymentId,
    status: row.status,
    taskDefinition: revision.taskDefinitionArn,
    desiredCount: row.desiredCount ?? 0,
    pendingCount: pending,
    runningCount: running,
    failedTasks: row.failedTasks,
    createdAt: epochSeconds(sim.tables, row.createdAtMs),
    updatedAt: epochSeconds(sim.tables, row.updatedAtMs),
    launchType: revision.launchType,
    platformVersion: isOnFargate
      ? revision.platformVersion === "LATEST"
        ? PLATFORM_VERSION
        : revision.platformVersion
      : undefined,
    platformFamily: isOnFargate ? platformFamily(sim, revision) : undefined,
    networkConfiguration: revision.networkConfiguration,
    rolloutState: row.rolloutState,
    rolloutStateReason: row.rolloutStateReason,
  };
}

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
    deploymentConfiguration,
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
    alarms: { status: "DISABLED" },
  };
}

/** A service revision as DescribeServiceRevisions gives it. */
export function describeServiceRevision(sim: Cloud, row: ServiceRevisionRow): Shape<"ecs", "ServiceRevision"> {
  const { definition } = definitionOfRevision(sim, row);
  const isOnFargate = row.launchType === "FARGATE";
  return {
    serviceRevisionArn: row.serviceRevisionArn,
    serviceArn: row.serviceArn,
    clusterArn: row.clusterArn,
    taskDefinition: row.taskDefinitionArn,
    launchType: row.launchType,
    platformVersion: isOnFargate
      ? row.platformVersion === "LATEST"
        ? PLATFORM_VERSION
        : row.platformVersion
      : undefined,
    platformFamily: isOnFargate ? platformFamily(sim, row) : undefined,
    networkConfiguration: row.networkConfiguration,
    containerImages: definition.containerDefinitions.map(({ name, image }) => ({
      containerName: name,
      image,
      imageDigest: digestOf(sim, row, name),
    })),
    guardDutyEnabled: false,
    createdAt: epochSeconds(sim.tables, row.createdAtMs),
    monitoring: row.monitoring,
  };
}

/** What its tasks have pulled. */
function digestOf(
  sim: Cloud,
  { serviceArn, serviceRevisionArn }: ServiceRevisionRow,
  name: string,
): string | undefined {
  const { tasks, containers, deployments } = sim.tables;
  for (const arn of tasks.bucket("service", serviceArn)) {
    const { spec } = tasks.get(arn) as TaskRow;
    if (deployments.get(spec.startedBy ?? "")?.serviceRevisionArn !== serviceRevisionArn) continue;
    const digest = spec.containerArns
      .map((each) => containers.get(each))
      .find((row) => row?.name === name)?.imageDigest;
    if (digest !== undefined) return digest;
  }
  return undefined;
}

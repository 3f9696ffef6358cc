/** Turns the rows of services into the API's shapes, members in AWS's order, times in epoch seconds. */

import { eventsOf } from "../../../controllers/services/say.ts";
import { deploymentsOf, revisionOf } from "../../../controllers/services/service-rows.ts";
import { taskSetsOf } from "../../../controllers/services/task-set-beat.ts";
import { fnv1a } from "../../../kernel/random.ts";
import type { Cloud } from "../../../model/cloud.ts";
import { ACCOUNT_ID, CALLER_ARN, epochSeconds } from "../../../model/place.ts";
import type {
  DeploymentRow,
  ServiceDeploymentRow,
  ServiceDeploymentStatus,
  ServiceRevisionRow,
  ServiceRow,
} from "../../../model/services.ts";
import type { Shape } from "../../shapes.ts";
import { discoveryArn } from "../namespaces.ts";
import { describeTaskSet } from "./present-task-set.ts";
import { type Counts, countsOf, platformFamily, platformVersion } from "./revision-facts.ts";

/** What an answer shows of a service. @source Recorded answers (checked 2026-11-29) */
interface Shown {
  readonly tags: boolean;
  /** Only a read shows the service deployment that is going on, and the answer of a deletion shows less. */
  readonly of: "read" | "change" | "deletion";
}

/** @source API Reference, CreateService, role (checked 2026-11-29) */
const SERVICE_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;

/** Statuses of a service deployment that is going on. */
const GOING_ON: ReadonlySet<ServiceDeploymentStatus> = new Set([
  "IN_PROGRESS",
  "STOP_REQUESTED",
  "ROLLBACK_REQUESTED",
  "ROLLBACK_IN_PROGRESS",
]);

/** A service as the operations give it. */
export function describeService(sim: Cloud, row: ServiceRow, { tags, of }: Shown): Shape<"ecs", "Service"> {
  const isExternal = row.deploymentController === "EXTERNAL";
  const deployments: readonly DeploymentRow[] = isExternal ? [] : deploymentsOf(sim, row.serviceArn);
  const [primary] = deployments;
  const revision = primary && revisionOf(sim, primary);
  const counts = countsOf(sim, row.serviceArn);
  const all = [...counts.values()];
  return {
    serviceArn: row.serviceArn,
    serviceName: row.serviceName,
    clusterArn: row.clusterArn,
    loadBalancers: revision?.loadBalancers ?? [],
    serviceRegistries: revision?.serviceRegistries ?? [],
    status: row.status,
    desiredCount: row.desiredCount,
    runningCount: sumOf(all.map(({ running }) => running)),
    pendingCount: sumOf(all.map(({ pending }) => pending)),
    launchType: revision?.launchType,
    platformVersion: revision?.platformVersion,
    platformFamily: revision && platformFamily(sim, revision),
    taskDefinition: revision?.taskDefinitionArn,
    deploymentConfiguration: of === "deletion" ? shortConfiguration(row) : describeConfiguration(row),
    taskSets: isExternal
      ? taskSetsOf(sim, row.serviceArn).map((set) => describeTaskSet(sim, set, { tags }))
      : undefined,
    deployments: deployments.map((deployment) =>
      describeDeployment(sim, row, deployment, counts.get(deployment.deploymentId)),
    ),
    roleArn: revision === undefined || usesRole(revision) ? SERVICE_ROLE : undefined,
    events: eventsOf(sim, row.serviceArn).map(({ id, createdAtMs, message }) => ({
      id,
      createdAt: epochSeconds(sim.tables, createdAtMs),
      message,
    })),
    createdAt: epochSeconds(sim.tables, row.createdAtMs),
    currentServiceDeployment: of === "read" ? goingOn(sim, row) : undefined,
    currentServiceRevisions:
      of === "deletion" || isExternal
        ? undefined
        : deployments.map((deployment) => ({
            arn: deployment.serviceRevisionArn,
            requestedTaskCount: deployment.desiredCount ?? 0,
            runningTaskCount: counts.get(deployment.deploymentId)?.running ?? 0,
            pendingTaskCount: counts.get(deployment.deploymentId)?.pending ?? 0,
          })),
    placementConstraints: row.placementConstraints,
    placementStrategy: row.placementStrategy,
    networkConfiguration: revision?.networkConfiguration,
    healthCheckGracePeriodSeconds: row.healthCheckGracePeriodSeconds,
    schedulingStrategy: row.schedulingStrategy,
    deploymentController: { type: row.deploymentController },
    tags: tags ? row.tags : undefined,
    createdBy: CALLER_ARN,
    enableECSManagedTags: row.enableECSManagedTags,
    propagateTags: row.propagateTags,
    enableExecuteCommand: row.enableExecuteCommand,
    availabilityZoneRebalancing: row.availabilityZoneRebalancing,
    resourceManagementType: "CUSTOMER",
  };
}

/** ECS registers targets and makes network interfaces with it. @source Recorded answers; Developer Guide, service-linked role (checked 2026-11-29) */
function usesRole({ networkConfiguration, loadBalancers }: ServiceRevisionRow): boolean {
  return networkConfiguration !== undefined || loadBalancers.length > 0;
}

/** Of a service that is being deleted an older deployment is DRAINING. @source Recorded answers (checked 2026-11-29) */
function statusOf({ status }: ServiceRow, deployment: DeploymentRow): string {
  return status === "DRAINING" && deployment.status === "ACTIVE" ? "DRAINING" : deployment.status;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** One that is asked for is not going on yet, and the one that it stops still is. @source Recorded answers (checked 2026-11-29) */
function goingOn(sim: Cloud, { serviceArn }: ServiceRow): string | undefined {
  const { serviceDeployments } = sim.tables;
  const isGoingOn = (arn: string) => GOING_ON.has((serviceDeployments.get(arn) as ServiceDeploymentRow).status);
  return [...serviceDeployments.bucket("service", serviceArn)].findLast(isGoingOn);
}

type Configured = Pick<ServiceRow, "deploymentConfiguration">;

/** As answers show it: alarms only when there are some. */
export function describeConfiguration({
  deploymentConfiguration,
}: Configured): Shape<"ecs", "DeploymentConfiguration"> {
  const { strategy, maximumPercent, minimumHealthyPercent, bakeTimeInMinutes, alarms, ...rest } =
    deploymentConfiguration;
  const { deploymentCircuitBreaker, earlySuccessCriteria, lifecycleHooks, linearConfiguration, canaryConfiguration } =
    rest;
  return {
    deploymentCircuitBreaker,
    maximumPercent,
    minimumHealthyPercent,
    alarms: alarms.alarmNames.length === 0 ? undefined : alarms,
    strategy,
    bakeTimeInMinutes,
    lifecycleHooks,
    linearConfiguration,
    canaryConfiguration,
    earlySuccessCriteria,
  };
}

function shortConfiguration(row: Configured): Shape<"ecs", "DeploymentConfiguration"> {
  const { enable, rollback } = row.deploymentConfiguration.deploymentCircuitBreaker;
  return {
    ...describeConfiguration(row),
    deploymentCircuitBreaker: { enable, rollback },
    bakeTimeInMinutes: undefined,
  };
}

function describeDeployment(
  sim: Cloud,
  service: ServiceRow,
  row: DeploymentRow,
  { running, pending }: Counts = { running: 0, pending: 0 },
): Shape<"ecs", "Deployment"> {
  const revision = revisionOf(sim, row);
  return {
    id: row.deploymentId,
    status: statusOf(service, row),
    taskDefinition: revision.taskDefinitionArn,
    desiredCount: row.desiredCount ?? 0,
    pendingCount: pending,
    runningCount: running,
    failedTasks: row.failedTasks,
    createdAt: epochSeconds(sim.tables, row.createdAtMs),
    updatedAt: epochSeconds(sim.tables, row.updatedAtMs),
    launchType: revision.launchType,
    platformVersion: platformVersion(sim, revision),
    platformFamily: platformFamily(sim, revision),
    networkConfiguration: revision.networkConfiguration,
    rolloutState: row.rolloutState,
    rolloutStateReason: row.rolloutStateReason,
    ...describeConnections(sim, revision),
  };
}

/** How a revision is found and what is attached to its tasks; only what it has. */
export function describeConnections(sim: Cloud, revision: ServiceRevisionRow) {
  const { serviceConnectConfiguration, namespaceArn = "", volumeConfigurations, vpcLatticeConfigurations } = revision;
  return {
    serviceConnectConfiguration,
    serviceConnectResources: serviceConnectConfiguration?.services?.map(({ portName, discoveryName = portName }) => ({
      discoveryName,
      discoveryArn: discoveryArn(sim, `service/srv-${codeOf(`${namespaceArn} ${discoveryName}`)}`),
    })),
    volumeConfigurations: volumeConfigurations.length === 0 ? undefined : volumeConfigurations,
    vpcLatticeConfigurations: vpcLatticeConfigurations.length === 0 ? undefined : vpcLatticeConfigurations,
  };
}

/** Sixteen digits that are the same for the same name. */
function codeOf(name: string): string {
  return [fnv1a(name), fnv1a(name, 1)].map((part) => part.toString(16).padStart(8, "0")).join("");
}

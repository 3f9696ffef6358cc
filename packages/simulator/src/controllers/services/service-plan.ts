/** From the rows of a service to the plan of its tasks. */
import { assert } from "../../kernel/assert.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow } from "../../model/ecs.ts";
import { DEFAULT_SERVICE_STRATEGIES } from "../../model/placement.ts";
import type { DeploymentRow, ServiceRevisionRow, ServiceRow } from "../../model/services.ts";
import { mergeTags, type Tag } from "../../model/tags.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { checkPlacement } from "../../placement/check-placement.ts";
import type { TaskPlan } from "../tasks/task-plan.ts";
import { revisionOf } from "./service-rows.ts";

/** What the tasks of a deployment are to be. */
export function planOf(sim: Cloud, service: ServiceRow, deployment: DeploymentRow): TaskPlan {
  return planFor(sim, service, revisionOf(sim, deployment), deployment.deploymentId);
}

/** What the tasks of a revision or of a task set are to be. */
export function planFor(
  sim: Cloud,
  service: ServiceRow,
  revision: Pick<ServiceRevisionRow, "taskDefinitionArn" | "launchType" | "network">,
  startedBy: string,
): TaskPlan {
  const cluster = sim.tables.clusters.get(service.clusterArn) as ClusterRow;
  const definition = definitionOfRevision(sim, revision);
  const { subnetIds, securityGroups, assignPublicIp } = revision.network;
  return {
    cluster,
    definition,
    launchType: revision.launchType,
    subnets: subnetIds.map((id) => sim.tables.subnets.get(id)).filter((row): row is SubnetRow => row !== undefined),
    securityGroups,
    assignPublicIp,
    group: `service:${service.serviceName}`,
    serviceArn: service.serviceArn,
    startedBy,
    enableExecuteCommand: service.enableExecuteCommand,
    overrides: NOTHING,
    tags: tagsOf(service, definition, cluster),
    placement: revision.launchType === "EC2" ? placementOf(service, definition) : undefined,
  };
}

const NOTHING: TaskPlan["overrides"] = Object.freeze({});

/** The definition that a revision runs. */
export function definitionOfRevision(
  sim: Cloud,
  { taskDefinitionArn }: Pick<ServiceRevisionRow, "taskDefinitionArn">,
): TaskDefinitionRow {
  const row = sim.tables.taskDefinitions.get(taskDefinitionArn);
  assert(row !== undefined, () => `a service runs a definition that is gone: ${taskDefinitionArn}`);
  return row;
}

/** Checked when the service was made; the constraints of a definition when that was registered. */
function placementOf(service: ServiceRow, { definition }: TaskDefinitionRow): TaskPlan["placement"] {
  const checked = checkPlacement({
    constraints: service.placementConstraints,
    definitionConstraints: definition.placementConstraints,
    strategies: service.placementStrategy,
    placedBy: "service",
  });
  assert(checked.ok, "the placement of a service was checked when it was made");
  // A DAEMON service names its instances: there is nothing to choose.
  const strategies = service.schedulingStrategy === "DAEMON" ? DEFAULT_SERVICE_STRATEGIES : checked.strategies;
  return { constraints: checked.constraints, strategies };
}

/** @source Developer Guide, "Tagging your Amazon ECS resources", managed tags (checked 2026-11-29) */
function tagsOf(service: ServiceRow, definition: TaskDefinitionRow, { clusterName }: ClusterRow): readonly Tag[] {
  const { propagateTags, enableECSManagedTags, serviceName } = service;
  const propagated =
    propagateTags === "TASK_DEFINITION" ? definition.tags : propagateTags === "SERVICE" ? service.tags : [];
  if (!enableECSManagedTags) return propagated;
  return mergeTags(propagated, [
    { key: "aws:ecs:clusterName", value: clusterName },
    { key: "aws:ecs:serviceName", value: serviceName },
  ]);
}

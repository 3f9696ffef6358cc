/** What RunTask refuses before any task exists, in AWS's words where they are known. */
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow, TaskOverride } from "../../model/ecs.ts";
import type { Tag } from "../../model/tags.ts";
import type { SecurityGroupRow, SubnetRow } from "../../model/vpc.ts";
import { isFargateSize, readCpu, readMemory } from "../../task-definition/sizes.ts";
import { invalid, type Refusal, refuse } from "../outcome.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuseRoles } from "./refuse-roles.ts";
import { refuseTags } from "./refuse-tags.ts";

export interface RunTaskInput {
  readonly cluster?: string;
  readonly taskDefinition: string;
  readonly count?: number;
  readonly launchType?: string;
  readonly capacityProviderStrategy?: readonly unknown[];
  readonly platformVersion?: string;
  readonly group?: string;
  readonly startedBy?: string;
  readonly clientToken?: string;
  readonly enableExecuteCommand?: boolean;
  readonly enableECSManagedTags?: boolean;
  readonly propagateTags?: string;
  readonly tags?: readonly Tag[];
  readonly overrides?: TaskOverride;
  readonly placementConstraints?: readonly unknown[];
  readonly placementStrategy?: readonly unknown[];
  readonly networkConfiguration?: {
    readonly awsvpcConfiguration?: {
      readonly subnets?: readonly string[];
      readonly securityGroups?: readonly string[];
      readonly assignPublicIp?: string;
    };
  };
}

/** A request whose names have become rows. */
export interface CheckedRequest {
  readonly cluster: ClusterRow;
  readonly definition: TaskDefinitionRow;
  readonly subnets: readonly SubnetRow[];
  readonly securityGroups: readonly string[];
}

type Checked<T> = { readonly ok: true; readonly request: T } | Refusal;

/** Tasks that one call can start. @source API Reference, RunTask, count (checked 2026-11-20) */
const MAX_COUNT = 10;
const MAX_SUBNETS = 16;
const MAX_SECURITY_GROUPS = 5;
const MAX_STARTED_BY = 128;
const PLATFORM_VERSIONS = new Set(["LATEST", "1.4.0", "1.3.0"]);

/** Refuses the request, or gives the rows that it names. */
export function checkRunTask(sim: Cloud, input: RunTaskInput): Checked<CheckedRequest> {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const definition = findPresentDefinition(sim, input.taskDefinition);
  if (definition === undefined) return refuse("ClientException", "Unable to describe task definition.");
  if (definition.status !== "ACTIVE") return refuse("ClientException", "TaskDefinition is inactive");
  const problem =
    limits(input) ??
    fargateOnly(input, definition) ??
    overridden(input, definition) ??
    refuseTags(input.tags) ??
    refuseRoles(sim, input, definition);
  if (problem !== undefined) return problem;
  const network = networkOf(sim, input);
  return network.ok ? { ok: true, request: { cluster, definition, ...network.request } } : network;
}

function limits(input: RunTaskInput): Refusal | undefined {
  const { count = 1, startedBy = "" } = input;
  // Ours: AWS's wording for a count out of range is not confirmed.
  if (count < 1 || count > MAX_COUNT) return invalid(`count must be between 1 and ${MAX_COUNT}; it is ${count}.`);
  if (startedBy.length > MAX_STARTED_BY) return invalid(`startedBy can have at most ${MAX_STARTED_BY} characters.`);
  if ((input.clientToken ?? "").length > 64) return invalid("clientToken can have at most 64 characters.");
  if (JSON.stringify(input.overrides ?? {}).length > 8192)
    return invalid("overrides can have at most 8192 characters.");
  if (input.propagateTags === "SERVICE") return invalid("propagateTags cannot be SERVICE when running a task.");
  return undefined;
}

function fargateOnly(input: RunTaskInput, definition: TaskDefinitionRow): Refusal | undefined {
  if ((input.capacityProviderStrategy?.length ?? 0) > 0) {
    if (input.launchType !== undefined) {
      return invalid(
        "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
      );
    }
    return refuse(
      "UnsupportedFeatureException",
      "Quayside does not simulate capacity provider strategies yet; AWS does. Use launchType FARGATE.",
    );
  }
  // Without a launch type and without a default strategy of the cluster, AWS takes EC2.
  if (input.launchType === undefined || input.launchType === "EC2") {
    return invalid("No Container Instances were found in your cluster.");
  }
  if (input.launchType !== "FARGATE") {
    return refuse(
      "UnsupportedFeatureException",
      `Quayside does not simulate the launch type ${input.launchType} yet; AWS does. Use FARGATE.`,
    );
  }
  if (!definition.definition.compatibilities.includes("FARGATE")) {
    return invalid("Task definition does not support launch_type FARGATE.");
  }
  if ((input.placementStrategy?.length ?? 0) > 0) {
    return invalid("Placement strategies are not supported with FARGATE launch type.");
  }
  if ((input.placementConstraints?.length ?? 0) > 0) {
    return invalid("Placement constraints are not supported with FARGATE launch type.");
  }
  if (input.platformVersion !== undefined && !PLATFORM_VERSIONS.has(input.platformVersion)) {
    return refuse("PlatformUnknownException", "The specified platform version does not exist.");
  }
  return undefined;
}

function overridden(input: RunTaskInput, definition: TaskDefinitionRow): Refusal | undefined {
  const names = new Set(definition.definition.containerDefinitions.map((container) => container.name));
  for (const { name } of input.overrides?.containerOverrides ?? []) {
    if (name !== undefined && names.has(name)) continue;
    return invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
  }
  const { cpu = definition.definition.cpu, memory = definition.definition.memory } = input.overrides ?? {};
  const units = readCpu(cpu ?? "");
  const mib = readMemory(memory ?? "");
  if (units !== undefined && mib !== undefined && isFargateSize(units, mib)) return undefined;
  return refuse("ClientException", "No Fargate configuration exists for given values.");
}

type Network = Pick<CheckedRequest, "subnets" | "securityGroups">;

function networkOf(sim: Cloud, input: RunTaskInput): Checked<Network> {
  const configuration = input.networkConfiguration?.awsvpcConfiguration;
  if (configuration === undefined) {
    return invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  const { subnets: subnetIds = [], securityGroups: groupIds = [] } = configuration;
  if (subnetIds.length === 0) return invalid("subnets can not be empty.");
  if (subnetIds.length > MAX_SUBNETS) return invalid("subnets can have at most 16 items.");
  if (groupIds.length > MAX_SECURITY_GROUPS) return invalid("securityGroups can have at most 5 items.");
  const subnets: SubnetRow[] = [];
  for (const subnetId of subnetIds) {
    const subnet = sim.tables.subnets.get(subnetId);
    if (subnet === undefined) return invalid(`The subnet ID '${subnetId}' does not exist`);
    subnets.push(subnet);
  }
  for (const groupId of groupIds) {
    if (!sim.tables.securityGroups.has(groupId)) return invalid(`The security group '${groupId}' does not exist`);
  }
  const vpcId = subnets[0]?.vpcId;
  if (subnets.some((subnet) => subnet.vpcId !== vpcId)) return invalid("All subnets must be in the same VPC.");
  return { ok: true, request: { subnets, securityGroups: groupIds.length > 0 ? groupIds : defaultGroup(sim, vpcId) } };
}

/** Without security groups a task gets the default one of its VPC. */
function defaultGroup(sim: Cloud, vpcId: string | undefined): string[] {
  const group = [...sim.tables.securityGroups.values()].find(
    (row: SecurityGroupRow) => row.vpcId === vpcId && row.groupName === "default",
  );
  return group === undefined ? [] : [group.groupId];
}

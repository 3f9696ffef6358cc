/** What RunTask refuses before any task exists, in AWS's words where they are known. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { isFargateSize, readCpu, readMemory } from "../../task-definition/sizes.ts";
import { invalid, type Refusal, refuse } from "../outcome.ts";
import { checkForInstances } from "./check-for-instances.ts";
import { networkOf } from "./check-network.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { planTask } from "./plan-task.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuseRoles } from "./refuse-roles.ts";
import { refuseTags } from "./refuse-tags.ts";
import type { Checked, RunTaskInput } from "./task-request.ts";

/** Tasks that one call can start. @source API Reference, RunTask, count (checked 2026-11-20) */
const MAX_COUNT = 10;
const MAX_STARTED_BY = 128;
const PLATFORM_VERSIONS = new Set(["LATEST", "1.4.0", "1.3.0"]);

/** Refuses the request, or gives the plan of its tasks. */
export function checkRunTask(sim: Cloud, input: RunTaskInput): Checked<TaskPlan> {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const definition = findPresentDefinition(sim, input.taskDefinition);
  if (definition === undefined) return refuse("ClientException", "Unable to describe task definition.");
  if (definition.status !== "ACTIVE") return refuse("ClientException", "TaskDefinition is inactive");
  const problem =
    limits(input) ??
    launchTypeProblem(input, definition) ??
    overridden(input, definition) ??
    refuseTags(input.tags) ??
    refuseRoles(sim, input, definition);
  if (problem !== undefined) return problem;
  if (input.launchType !== "FARGATE") return checkForInstances(sim, input, cluster, definition);
  const refusal = fargateProblem(input, definition);
  if (refusal !== undefined) return refusal;
  const network = networkOf(sim, input);
  if (!network.ok) return network;
  return { ok: true, checked: planTask(input, { cluster, definition, launchType: "FARGATE", ...network.checked }) };
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

/** Without a launch type and without a default strategy of the cluster, AWS takes EC2. */
function launchTypeProblem(input: RunTaskInput, { definition }: TaskDefinitionRow): Refusal | undefined {
  const { launchType = "EC2" } = input;
  if ((input.capacityProviderStrategy?.length ?? 0) > 0) {
    if (input.launchType !== undefined) {
      return invalid(
        "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
      );
    }
    return refuse(
      "UnsupportedFeatureException",
      "Quayside does not simulate capacity provider strategies yet; AWS does. Use launchType FARGATE or EC2.",
    );
  }
  if (launchType !== "FARGATE" && launchType !== "EC2") {
    return refuse(
      "UnsupportedFeatureException",
      `Quayside does not simulate the launch type ${launchType} yet; AWS does. Use FARGATE or EC2.`,
    );
  }
  if (definition.compatibilities.includes(launchType)) return undefined;
  return invalid(`Task definition does not support launch_type ${launchType}.`);
}

function fargateProblem(input: RunTaskInput, { definition }: TaskDefinitionRow): Refusal | undefined {
  if ((input.placementStrategy?.length ?? 0) > 0) {
    return invalid("Placement strategies are not supported with FARGATE launch type.");
  }
  if ((input.placementConstraints?.length ?? 0) > 0) {
    return invalid("Placement constraints are not supported with FARGATE launch type.");
  }
  if (input.platformVersion !== undefined && !PLATFORM_VERSIONS.has(input.platformVersion)) {
    return refuse("PlatformUnknownException", "The specified platform version does not exist.");
  }
  const { cpu = definition.cpu, memory = definition.memory } = input.overrides ?? {};
  const units = readCpu(cpu ?? "");
  const mib = readMemory(memory ?? "");
  if (units !== undefined && mib !== undefined && isFargateSize(units, mib)) return undefined;
  return refuse("ClientException", "No Fargate configuration exists for given values.");
}

function overridden(input: RunTaskInput, definition: TaskDefinitionRow): Refusal | undefined {
  const names = new Set(definition.definition.containerDefinitions.map((container) => container.name));
  for (const { name } of input.overrides?.containerOverrides ?? []) {
    if (name !== undefined && names.has(name)) continue;
    return invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
  }
  return undefined;
}

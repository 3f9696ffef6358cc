/** What RunTask refuses before any task exists, in AWS's words where they are known. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import type { Refusal } from "../../model/refusal.ts";
import { isFargateSize, readCpu, readMemory } from "../../task-definition/sizes.ts";
import { checkForInstances } from "./check-for-instances.ts";
import { networkOf } from "./check-network.ts";
import { findCluster } from "./find-cluster.ts";
import { planTask } from "./plan-task.ts";
import { refuse } from "./refusals.ts";
import { refuseRoles } from "./refuse-roles.ts";
import { refuseTags } from "./refuse-tags.ts";
import { runnableDefinition } from "./runnable-definition.ts";
import type { Checked, RunTaskInput } from "./task-request.ts";

/** Tasks that one call can start. @source API Reference, RunTask, count (checked 2026-11-20) */
const MAX_COUNT = 10;
const MAX_STARTED_BY = 128;
const PLATFORM_VERSIONS = new Set(["LATEST", "1.4.0", "1.3.0"]);

/** Refuses the request, or gives the plan of its tasks. */
export function checkRunTask(sim: Cloud, input: RunTaskInput): Checked<TaskPlan> {
  const runnable = runnableDefinition(sim, input.taskDefinition);
  if (!runnable.ok) return runnable;
  const definition = runnable.checked;
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
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
  if (count < 1 || count > MAX_COUNT) return refuse("run-task.count", { most: MAX_COUNT, count });
  if (startedBy.length > MAX_STARTED_BY) return refuse("run-task.started-by", { most: MAX_STARTED_BY });
  if ((input.clientToken ?? "").length > 64) return refuse("run-task.client-token");
  if (JSON.stringify(input.overrides ?? {}).length > 8192) return refuse("run-task.overrides");
  if (input.propagateTags === "SERVICE") return refuse("run-task.propagate-tags");
  return undefined;
}

/** Without a launch type and without a default strategy of the cluster, AWS takes EC2. */
function launchTypeProblem(input: RunTaskInput, { definition }: TaskDefinitionRow): Refusal | undefined {
  const { launchType = "EC2" } = input;
  if ((input.capacityProviderStrategy?.length ?? 0) > 0) {
    if (input.launchType !== undefined) {
      return refuse("run-task.launch-type-and-strategy");
    }
    return refuse("run-task.capacity-provider");
  }
  if (launchType !== "FARGATE" && launchType !== "EC2") {
    return refuse("run-task.launch-type", { launchType });
  }
  if (definition.compatibilities.includes(launchType)) return undefined;
  return refuse("task-definition.launch-type", { launchType });
}

function fargateProblem(input: RunTaskInput, { definition }: TaskDefinitionRow): Refusal | undefined {
  if ((input.placementStrategy?.length ?? 0) > 0) {
    return refuse("placement.fargate-strategy");
  }
  if ((input.placementConstraints?.length ?? 0) > 0) {
    return refuse("placement.fargate-constraint");
  }
  if (input.platformVersion !== undefined && !PLATFORM_VERSIONS.has(input.platformVersion)) {
    return refuse("run-task.platform");
  }
  const { cpu = definition.cpu, memory = definition.memory } = input.overrides ?? {};
  const units = readCpu(cpu ?? "");
  const mib = readMemory(memory ?? "");
  if (units !== undefined && mib !== undefined && isFargateSize(units, mib)) return undefined;
  return refuse("run-task.fargate-size");
}

function overridden(input: RunTaskInput, definition: TaskDefinitionRow): Refusal | undefined {
  const names = new Set(definition.definition.containerDefinitions.map((container) => container.name));
  for (const { name } of input.overrides?.containerOverrides ?? []) {
    if (name !== undefined && names.has(name)) continue;
    return refuse("run-task.override-container", { name });
  }
  return undefined;
}

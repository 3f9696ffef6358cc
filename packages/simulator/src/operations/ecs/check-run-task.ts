/** What RunTask refuses before any task exists, in AWS's words where they are known. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import { LINUX_PLATFORM_VERSION, WINDOWS_PLATFORM_VERSION } from "../../model/fargate-platform.ts";
import type { Refusal } from "../../model/refusal.ts";
import { isWindows } from "../../task-definition/rule.ts";
import { isFargateSize, readCpu, readMemory } from "../../task-definition/sizes.ts";
import { checkForInstances } from "./check-for-instances.ts";
import { networkOf } from "./check-network.ts";
import { refuseTaskRequest } from "./check-task-request.ts";
import { findCluster } from "./find-cluster.ts";
import { planTask } from "./plan-task.ts";
import { refuse } from "./refusals.ts";
import { runnableDefinition } from "./runnable-definition.ts";
import type { Checked, RunTaskInput } from "./task-request.ts";

/** Tasks that one call can start. @source API Reference, RunTask, count (checked 2026-11-20) */
const MAX_COUNT = 10;
const MAX_STARTED_BY = 128;

/** Platform versions that there were. @source Developer Guide, Fargate Linux platform versions (checked 2026-11-20) */
const OLDER_VERSIONS = new Set(["1.0.0", "1.1.0", "1.2.0", "1.3.0"]);

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
    refuseTaskRequest(sim, input, definition, {
      launchType: input.launchType ?? "EC2",
      mostStartedBy: MAX_STARTED_BY,
    });
  if (problem !== undefined) return problem;
  if (input.launchType !== "FARGATE") return checkForInstances(sim, input, cluster, definition);
  const refusal = fargateProblem(input, definition);
  if (refusal !== undefined) return refusal;
  const network = networkOf(sim, input);
  if (!network.ok) return network;
  return { ok: true, checked: planTask(input, { cluster, definition, launchType: "FARGATE", ...network.checked }) };
}

function limits(input: RunTaskInput): Refusal | undefined {
  const { count = 1 } = input;
  if (count < 1 || count > MAX_COUNT) return refuse("run-task.count", { most: MAX_COUNT, count });
  if ((input.clientToken ?? "").length > 64) return refuse("run-task.client-token");
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
  const platform = platformProblem(input, definition);
  if (platform !== undefined) return platform;
  const { cpu = definition.cpu, memory = definition.memory } = input.overrides ?? {};
  const units = readCpu(cpu ?? "");
  const mib = readMemory(memory ?? "");
  if (units !== undefined && mib !== undefined && isFargateSize(units, mib)) return undefined;
  return refuse("run-task.fargate-size");
}

export function platformProblem(
  { platformVersion = "LATEST" }: Pick<RunTaskInput, "platformVersion">,
  definition: TaskDefinitionRow["definition"],
): Refusal | undefined {
  const onWindows = isWindows(definition);
  if (
    platformVersion === "LATEST" ||
    platformVersion === (onWindows ? WINDOWS_PLATFORM_VERSION : LINUX_PLATFORM_VERSION)
  )
    return undefined;
  if (onWindows || !OLDER_VERSIONS.has(platformVersion)) return refuse("run-task.platform");
  return refuse("run-task.platform-version", { version: platformVersion });
}

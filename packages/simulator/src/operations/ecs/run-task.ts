/**
 * RunTask on Fargate: checks the request, picks a subnet for each task, writes the rows, hands over to provisioning.
 * Simplified: EC2, EXTERNAL and capacity providers are refused with a sentence; AWS runs them.
 */

import { provisionTask } from "../../controllers/begin-task.ts";
import { newContainerRow, newTaskRow } from "../../controllers/new-rows.ts";
import { hexId, uuid } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow, TaskOverride, TaskRow, TaskSpec } from "../../model/ecs.ts";
import { ecsArn } from "../../model/place.ts";
import { tokenBucket } from "../../model/tables.ts";
import { mergeTags, type Tag } from "../../model/tags.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { answer, command, type Outcome, refuse } from "../outcome.ts";
import { checkRunTask, type RunTaskInput } from "./check-run-task.ts";
import { describeTask } from "./describe.ts";

/** `LATEST` for Linux. @source Developer Guide, Fargate platform versions (checked 2026-11-20) */
const PLATFORM_VERSION = "1.4.0";

export const runTask = command((sim: Cloud, input: RunTaskInput): Outcome => {
  const checked = checkRunTask(sim, input);
  if (!checked.ok) return checked;
  const { cluster, definition, subnets, securityGroups } = checked.request;
  const earlier = input.clientToken === undefined ? [] : findByToken(sim, cluster, input.clientToken);
  if (earlier.length > 0) return repeat(sim, input, earlier);
  const created: TaskRow[] = [];
  for (let index = 0; index < (input.count ?? 1); index += 1) {
    const subnet = subnets[pickSubnet(sim, subnets.length)] as SubnetRow;
    created.push(createTask(sim, { input, cluster, definition, subnet, securityGroups }));
  }
  return answer({ tasks: created.map((task) => describeTask(sim, task, { tags: true })), failures: [] });
});

interface NewTask {
  readonly input: RunTaskInput;
  readonly cluster: ClusterRow;
  readonly definition: TaskDefinitionRow;
  readonly subnet: SubnetRow;
  readonly securityGroups: readonly string[];
}

function createTask(sim: Cloud, request: NewTask): TaskRow {
  const spec = specOf(sim, request);
  const slot = sim.tables.tasks.nextSlot;
  const task = newTaskRow(spec, slot, tagsOf(request));
  sim.put("tasks", task);
  for (const [index, { name }] of request.definition.definition.containerDefinitions.entries()) {
    sim.put("containers", newContainerRow(spec, slot, index, name));
  }
  sim.record("TASK_CREATED", spec.taskArn, { subnetId: spec.subnetId });
  provisionTask(sim, task);
  return task;
}

function specOf(sim: Cloud, { input, cluster, definition, subnet, securityGroups }: NewTask): TaskSpec {
  const { random } = sim.world;
  const taskId = hexId(random, 32);
  const overrides: TaskOverride = input.overrides ?? {};
  const { cpu = "256", memory = "512", runtimePlatform } = definition.definition;
  const containers = ecsArn(`container/${cluster.clusterName}/${taskId}`);
  const windows = runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS") === true;
  return Object.freeze({
    taskArn: ecsArn(`task/${cluster.clusterName}/${taskId}`),
    taskId,
    clusterArn: cluster.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    launchType: "FARGATE" as const,
    networkMode: "awsvpc" as const,
    platformVersion: windows ? "1.0.0" : PLATFORM_VERSION,
    platformFamily: windows ? "Windows" : "Linux",
    availabilityZone: subnet.availabilityZone,
    subnetId: subnet.subnetId,
    securityGroups,
    assignPublicIp: input.networkConfiguration?.awsvpcConfiguration?.assignPublicIp === "ENABLED",
    cpu: overrides.cpu ?? cpu,
    memory: overrides.memory ?? memory,
    group: input.group ?? `family:${definition.family}`,
    ...(input.startedBy === undefined ? {} : { startedBy: input.startedBy }),
    ...(input.clientToken === undefined ? {} : { clientToken: input.clientToken, tokenRequest: JSON.stringify(input) }),
    enableExecuteCommand: input.enableExecuteCommand === true,
    overrides,
    attachmentId: uuid(random),
    containerArns: definition.definition.containerDefinitions.map(() => `${containers}/${uuid(random)}`),
    firstContainerSlot: sim.tables.containers.nextSlot,
    createdAtMs: sim.nowMs,
  });
}

function tagsOf({ input, definition, cluster }: NewTask): readonly Tag[] {
  const propagated = input.propagateTags === "TASK_DEFINITION" ? definition.tags : [];
  const managed =
    input.enableECSManagedTags === true ? [{ key: "aws:ecs:clusterName", value: cluster.clusterName }] : [];
  const own = input.tags ?? [];
  return propagated.length + managed.length === 0 ? own : mergeTags(mergeTags(propagated, managed), own);
}

/** Fargate spreads over the given subnets as well as it can; by lot here, since the real choice is undocumented. */
function pickSubnet(sim: Cloud, count: number): number {
  return count === 1 ? 0 : sim.world.random.between("placement", 0, count - 1);
}

function findByToken(sim: Cloud, cluster: ClusterRow, clientToken: string): TaskRow[] {
  const keys = sim.tables.tasks.bucket("clientToken", tokenBucket(cluster.clusterArn, clientToken));
  return Array.from(keys, (key) => sim.tables.tasks.get(key) as TaskRow);
}

/**
 * The same token again: the same tasks for the same request, a conflict for another.
 * @source API Reference, "Ensuring idempotency"; the wording of the conflict is ours (checked 2026-11-20)
 */
function repeat(sim: Cloud, input: RunTaskInput, earlier: readonly TaskRow[]): Outcome {
  if (earlier[0]?.spec.tokenRequest === JSON.stringify(input)) {
    return answer({ tasks: earlier.map((task) => describeTask(sim, task, { tags: true })), failures: [] });
  }
  const message = `The client token ${input.clientToken} was used before with other parameters.`;
  return refuse("ConflictException", message, { resourceIds: earlier.map((task) => task.taskArn) });
}

/** The rows of a new task, on Fargate or on a container instance, and its first steps on the agenda. */

import { keepBooks } from "../../controllers/machines/instance-books.ts";
import { provisionTask } from "../../controllers/tasks/begin-task.ts";
import { newContainerRow, newTaskRow } from "../../controllers/tasks/new-rows.ts";
import { hexId, uuid } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow, TaskReservation } from "../../model/container-instances.ts";
import type { ClusterRow, NetworkMode, PlacedOn, TaskDefinitionRow, TaskRow, TaskSpec } from "../../model/ecs.ts";
import { ecsArn } from "../../model/place.ts";
import { mergeTags, type Tag } from "../../model/tags.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import type { RunTaskInput } from "./task-request.ts";

/** `LATEST` for Linux. @source Developer Guide, Fargate platform versions (checked 2026-11-20) */
const PLATFORM_VERSION = "1.4.0";

/** What RunTask and StartTask have in common. */
export type TaskCall = Pick<
  RunTaskInput,
  | "group"
  | "startedBy"
  | "clientToken"
  | "enableExecuteCommand"
  | "enableECSManagedTags"
  | "propagateTags"
  | "tags"
  | "overrides"
  | "networkConfiguration"
>;

/** A task that has been accepted. */
export interface NewTask {
  readonly input: TaskCall;
  readonly cluster: ClusterRow;
  readonly definition: TaskDefinitionRow;
  /** Where its addresses come from: its own interface's subnet, or the instance's. */
  readonly subnet: SubnetRow;
  /** Empty for a task without an interface of its own. */
  readonly securityGroups: readonly string[];
  /** Number of the record that decided it; the running call's by default. */
  readonly cause?: number;
  /** Undefined on Fargate. */
  readonly on?: { readonly instance: ContainerInstanceRow; readonly reservation: TaskReservation };
}

/** Writes the rows of a task and lets it begin. */
export function createTask(sim: Cloud, request: NewTask): TaskRow {
  const spec = specOf(sim, request);
  const slot = sim.tables.tasks.nextSlot;
  const task = newTaskRow(spec, slot, tagsOf(request));
  sim.put("tasks", task);
  keepBooks(sim, undefined, task);
  for (const [index, { name }] of request.definition.definition.containerDefinitions.entries()) {
    sim.put("containers", newContainerRow(spec, slot, index, name));
  }
  const { placed, subnetId } = spec;
  const facts = {
    ...(spec.networkMode === "awsvpc" ? { subnetId } : {}),
    ...(placed === undefined ? {} : { containerInstanceArn: placed.containerInstanceArn }),
  };
  sim.record("TASK_CREATED", spec.taskArn, facts, request.cause);
  provisionTask(sim, task);
  return task;
}

/** The task group of a call: what it says, or the family of the definition. */
export function groupOf(input: TaskCall, definition: TaskDefinitionRow): string {
  return input.group ?? `family:${definition.family}`;
}

function specOf(sim: Cloud, request: NewTask): TaskSpec {
  const { input, cluster, definition, subnet, securityGroups } = request;
  const { random } = sim.world;
  const taskId = hexId(random, 32);
  const containers = ecsArn(`container/${cluster.clusterName}/${taskId}`);
  const { overrides = {}, startedBy, clientToken } = input;
  const networkMode = (definition.definition.networkMode ?? "bridge") as NetworkMode;
  return Object.freeze({
    taskArn: ecsArn(`task/${cluster.clusterName}/${taskId}`),
    taskId,
    clusterArn: cluster.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    networkMode,
    ...computeOf(sim, request),
    availabilityZone: subnet.availabilityZone,
    subnetId: subnet.subnetId,
    securityGroups,
    assignPublicIp: input.networkConfiguration?.awsvpcConfiguration?.assignPublicIp === "ENABLED",
    group: groupOf(input, definition),
    ...(startedBy === undefined ? {} : { startedBy }),
    ...(clientToken === undefined ? {} : { clientToken, tokenRequest: JSON.stringify(input) }),
    enableExecuteCommand: input.enableExecuteCommand === true,
    overrides,
    ...(networkMode === "awsvpc" ? { attachmentId: uuid(random) } : {}),
    containerArns: definition.definition.containerDefinitions.map(() => `${containers}/${uuid(random)}`),
    firstContainerSlot: sim.tables.containers.nextSlot,
    createdAtMs: sim.nowMs,
  });
}

type Compute = Pick<TaskSpec, "launchType" | "cpu" | "memory" | "platformVersion" | "platformFamily" | "placed">;

/** Where and with how much it runs. On EC2 the amounts are those that placement counted. */
function computeOf(sim: Cloud, { input, definition, on }: NewTask): Compute {
  if (on !== undefined) {
    const { reservation } = on;
    return {
      launchType: "EC2",
      cpu: String(reservation.cpu),
      memory: String(reservation.memory),
      placed: placedOn(sim, on),
    };
  }
  const { cpu = "256", memory = "512", runtimePlatform } = definition.definition;
  const windows = runtimePlatform?.operatingSystemFamily?.startsWith("WINDOWS") === true;
  return {
    launchType: "FARGATE",
    platformVersion: windows ? "1.0.0" : PLATFORM_VERSION,
    platformFamily: windows ? "Windows" : "Linux",
    cpu: input.overrides?.cpu ?? cpu,
    memory: input.overrides?.memory ?? memory,
  };
}

function placedOn(sim: Cloud, { instance, reservation }: NonNullable<NewTask["on"]>): PlacedOn {
  const machine = sim.tables.ec2Instances.get(instance.spec.ec2InstanceId);
  return Object.freeze({
    containerInstanceArn: instance.containerInstanceArn,
    instanceSlot: instance.slot,
    ec2Slot: machine?.slot ?? -1,
    reservation,
  });
}

function tagsOf({ input, definition, cluster }: NewTask): readonly Tag[] {
  const propagated = input.propagateTags === "TASK_DEFINITION" ? definition.tags : [];
  const managed =
    input.enableECSManagedTags === true ? [{ key: "aws:ecs:clusterName", value: cluster.clusterName }] : [];
  const own = input.tags ?? [];
  return propagated.length + managed.length === 0 ? own : mergeTags(mergeTags(propagated, managed), own);
}

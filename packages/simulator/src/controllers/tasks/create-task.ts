/** The rows of a new task, on Fargate or on a container instance, and its first steps on the agenda. */
import { hexId, uuid } from "../../kernel/ids.ts";
import { joined } from "../../kernel/joined.ts";
import { ecsArn } from "../../model/arns.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow, TaskReservation } from "../../model/container-instances.ts";
import type { NetworkMode, PlacedOn, TaskRow, TaskSpec } from "../../model/ecs.ts";
import { LINUX_PLATFORM_VERSION, WINDOWS_PLATFORM_VERSION } from "../../model/fargate-platform.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { isWindows } from "../../task-definition/rule.ts";
import { readCpu, readMemory } from "../../task-definition/sizes.ts";
import { newContainerRow, newTaskRow } from "../rows/new-rows.ts";
import { provisionTask } from "./begin-task.ts";
import type { TaskPlan } from "./task-plan.ts";

/** The place of one task. */
export interface TaskPlace {
  /** Where its addresses come from: its own interface's subnet, or the instance's. */
  readonly subnet: SubnetRow;
  /** Number of the record that decided it; the running call's by default. */
  readonly cause?: number;
  /** Undefined on Fargate. */
  readonly on?: { readonly instance: ContainerInstanceRow; readonly reservation: TaskReservation };
}

/** Writes the rows of a task and lets it begin. */
export function createTask(sim: Cloud, plan: TaskPlan, place: TaskPlace): TaskRow {
  const spec = specOf(sim, plan, place);
  const slot = sim.tables.tasks.nextSlot;
  const task = newTaskRow(spec, slot, plan.tags);
  sim.put("tasks", task);
  for (const [index, { name }] of plan.definition.definition.containerDefinitions.entries()) {
    sim.put("containers", newContainerRow(spec, slot, index, name));
  }
  const { placed, subnetId } = spec;
  const facts = {
    ...(spec.networkMode === "awsvpc" ? { subnetId } : {}),
    ...(placed === undefined ? {} : { containerInstanceArn: placed.containerInstanceArn }),
  };
  sim.record("TASK_CREATED", spec.taskArn, facts, place.cause);
  provisionTask(sim, task);
  return task;
}

function specOf(sim: Cloud, plan: TaskPlan, place: TaskPlace): TaskSpec {
  const { cluster, definition, startedBy, token } = plan;
  const { subnet } = place;
  const { random } = sim.world;
  const taskId = hexId(random, 32);
  const containers = ecsArn(sim.tables, `container/${cluster.clusterName}/${taskId}`);
  const { launchType, platformVersion, platformFamily, cpu, memory, placed } = computeOf(sim, plan, place);
  const networkMode = (definition.definition.networkMode ?? "bridge") as NetworkMode;
  return Object.freeze({
    taskArn: ecsArn(sim.tables, `task/${cluster.clusterName}/${taskId}`),
    taskId,
    clusterArn: cluster.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    networkMode,
    launchType,
    platformVersion,
    platformFamily,
    cpu,
    memory,
    placed,
    availabilityZone: subnet.availabilityZone,
    subnetId: subnet.subnetId,
    securityGroups: plan.securityGroups,
    assignPublicIp: plan.assignPublicIp,
    group: plan.group,
    serviceArn: plan.serviceArn,
    startedBy,
    clientToken: token?.clientToken,
    tokenRequest: token?.request,
    enableExecuteCommand: plan.enableExecuteCommand,
    overrides: plan.overrides,
    attachmentId: networkMode === "awsvpc" ? uuid(random) : undefined,
    containerArns: definition.definition.containerDefinitions.map(() => joined("/", containers, uuid(random))),
    firstContainerSlot: sim.tables.containers.nextSlot,
    createdAtMs: sim.nowMs,
  });
}

type Compute = Pick<TaskSpec, "launchType" | "cpu" | "memory" | "platformVersion" | "platformFamily" | "placed">;

/** Where and with how much it runs. On EC2 the amounts are those that placement counted. */
function computeOf(sim: Cloud, { definition, overrides }: TaskPlan, { on }: TaskPlace): Compute {
  if (on !== undefined) {
    const { reservation } = on;
    return {
      launchType: "EC2",
      cpu: String(reservation.cpu),
      memory: String(reservation.memory),
      placed: placedOn(sim, on),
    };
  }
  const { cpu = "256", memory = "512" } = definition.definition;
  const windows = isWindows(definition.definition);
  return {
    launchType: "FARGATE",
    platformVersion: windows ? WINDOWS_PLATFORM_VERSION : LINUX_PLATFORM_VERSION,
    platformFamily: windows ? "Windows" : "Linux",
    // An answer has numbers, whatever units the call came in.
    cpu: overrides.cpu === undefined ? cpu : String(readCpu(overrides.cpu)),
    memory: overrides.memory === undefined ? memory : String(readMemory(overrides.memory)),
  };
}

function placedOn(sim: Cloud, { instance, reservation }: NonNullable<TaskPlace["on"]>): PlacedOn {
  const machine = sim.tables.ec2Instances.get(instance.spec.ec2InstanceId);
  return Object.freeze({
    containerInstanceArn: instance.containerInstanceArn,
    instanceSlot: instance.slot,
    ec2Slot: machine?.slot ?? -1,
    reservation,
  });
}

/** Reads and replaces the rows of a task: every change of a lifecycle field passes through its chart here. */
import { type AttachmentEvent, attachmentChart } from "../charts/attachment-chart.ts";
import { type ContainerEvent, containerChart, shownStatus } from "../charts/container-chart.ts";
import { type TaskEvent, taskChart } from "../charts/task-chart.ts";
import { assert } from "../kernel/assert.ts";
import type { Cloud } from "../model/cloud.ts";
import type { AttachmentStatus, ContainerRow, TaskRow, TaskStatus } from "../model/ecs.ts";
import type { RegisteredContainerDefinition, RegisteredTaskDefinition } from "../model/task-definition.ts";
import type { Range } from "../model/timing.ts";

/**
 * Task states whose arrival raises `version`, besides a change of `desiredStatus`. Ours, chosen to give the versions
 * seen in published Fargate tasks: 3 at RUNNING, 6 at STOPPED, 5 at STOPPED after a failed start.
 */
const REPORTED: ReadonlySet<TaskStatus> = new Set(["PENDING", "ACTIVATING", "RUNNING", "DEPROVISIONING", "STOPPED"]);

/** The task, or undefined when it has expired meanwhile. */
export function findTask(sim: Cloud, taskArn: string): TaskRow | undefined {
  return sim.tables.tasks.get(taskArn);
}

/** The containers of a task in the order of its definition. */
export function containersOf(sim: Cloud, task: TaskRow): ContainerRow[] {
  return task.spec.containerArns.map((containerArn) => sim.tables.containers.get(containerArn) as ContainerRow);
}

/** The definition that a task runs. */
export function definitionOf(sim: Cloud, task: TaskRow): RegisteredTaskDefinition {
  const row = sim.tables.taskDefinitions.get(task.spec.taskDefinitionArn);
  assert(row !== undefined, () => `${task.taskArn} runs a definition that is gone: ${task.spec.taskDefinitionArn}`);
  return row.definition;
}

/** One container's part of the definition. */
export function containerDefinition(definition: RegisteredTaskDefinition, name: string): RegisteredContainerDefinition {
  const found = definition.containerDefinitions.find((container) => container.name === name);
  assert(found !== undefined, () => `definition ${definition.family} has no container ${name}`);
  return found;
}

/** Moves a task along its chart. The change belongs to the next record. */
export function moveTask(sim: Cloud, task: TaskRow, event: TaskEvent, patch: Partial<TaskRow> = {}): TaskRow {
  const lastStatus = taskChart.after(task.lastStatus, event);
  const reported = REPORTED.has(lastStatus) || (patch.desiredStatus ?? task.desiredStatus) !== task.desiredStatus;
  const version = reported ? task.version + 1 : task.version;
  const row = { ...task, ...patch, lastStatus, version };
  sim.put("tasks", row);
  return row;
}

/** Changes fields of a task that belong to no chart. */
export function replaceTask(sim: Cloud, task: TaskRow, patch: Partial<TaskRow>): TaskRow {
  const row = { ...task, ...patch };
  sim.put("tasks", row);
  return row;
}

/** Moves a container along its chart. The change belongs to the next record. */
export function moveContainer(
  sim: Cloud,
  container: ContainerRow,
  event: ContainerEvent,
  patch: Partial<ContainerRow> = {},
): ContainerRow {
  const phase = containerChart.after(container.phase, event);
  const row = { ...container, ...patch, phase, lastStatus: shownStatus(phase) };
  sim.put("containers", row);
  return row;
}

/** Changes fields of a container that belong to no chart. */
export function replaceContainer(sim: Cloud, container: ContainerRow, patch: Partial<ContainerRow>): ContainerRow {
  const row = { ...container, ...patch };
  sim.put("containers", row);
  return row;
}

/** The status of a task's attachment after one or more events in a row. */
export function attachmentAfter(status: AttachmentStatus, ...events: AttachmentEvent[]): AttachmentStatus {
  return events.reduce((at, event) => attachmentChart.after(at, event), status);
}

/** Draws a duration from a range, in milliseconds. */
export function draw(sim: Cloud, stream: string, range: Range): number {
  return sim.world.random.between(stream, range.lowMs, range.highMs);
}

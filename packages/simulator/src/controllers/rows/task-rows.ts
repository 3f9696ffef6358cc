/** Reads and replaces the rows of a task: every change of a lifecycle field passes through its chart here. */
import { type AttachmentEvent, attachmentChart } from "../../charts/attachment-chart.ts";
import { type ContainerEvent, containerChart, shownStatus } from "../../charts/container-chart.ts";
import { type TaskEvent, taskChart } from "../../charts/task-chart.ts";
import type { Nature } from "../../kernel/agenda.ts";
import { assert } from "../../kernel/assert.ts";
import type { ScheduleOptions } from "../../kernel/simulation.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry, Due, DueKind } from "../../model/due.ts";
import type { AttachmentStatus, ContainerOverride, ContainerRow, TaskRow, TaskStatus } from "../../model/ecs.ts";
import type { RegisteredContainerDefinition, RegisteredTaskDefinition } from "../../model/task-definition.ts";
import type { Range } from "../../model/timing.ts";
import { copyOfContainer, copyOfTask } from "./row-copies.ts";

/**
 * Task states whose arrival raises `version`, besides a change of `desiredStatus` and, on Fargate, of a container: 3 at
 * RUNNING, 6 at STOPPED after StopTask, 5 after an exit, 4 after a failed start.
 * Simplified: always so; some recorded tasks counted one more while they were PENDING. The Task State Change events that
 * AWS sends to Amazon EventBridge at each version are not simulated.
 * @source Recorded answers and events of Fargate tasks; on EC2 ours (checked 2026-11-29)
 */
const REPORTED: ReadonlySet<TaskStatus> = new Set(["PENDING", "ACTIVATING", "RUNNING", "DEPROVISIONING", "STOPPED"]);

/** True for a task whose agent is Fargate's own: what its containers do is heard of later, and in other words. */
export function isOnFargate(task: TaskRow): boolean {
  return task.spec.placed === undefined;
}

/** True while the task is meant to run, as far as its agent knows. */
export function isWanted(task: TaskRow): boolean {
  return task.desiredStatus === "RUNNING" && task.ending === undefined;
}

/** The task of an agenda entry, or undefined when it has expired meanwhile. */
export function findTask(sim: Cloud, entry: CloudEntry<DueKind<"tasks">>): TaskRow | undefined {
  return sim.tables.tasks.at(entry.slot);
}

/** The container of an agenda entry with its task, or undefined when they have expired meanwhile. */
export function findContainer(
  sim: Cloud,
  entry: CloudEntry<DueKind<"containers">>,
): { container: ContainerRow; task: TaskRow } | undefined {
  const container = sim.tables.containers.at(entry.slot);
  const task = container === undefined ? undefined : sim.tables.tasks.at(container.taskSlot);
  return container === undefined || task === undefined ? undefined : { container, task };
}

/** Puts something about a task on the agenda. */
export function scheduleTask<Kind extends DueKind<"tasks">>(
  sim: Cloud,
  task: TaskRow,
  delayMs: number,
  kind: Kind,
  data: Due[Kind]["data"],
  options?: ScheduleOptions,
): void {
  sim.schedule(delayMs, kind, task.taskArn, task.slot, data, options);
}

/** Puts something about a container on the agenda; gives the number of the entry. */
export function scheduleContainer<Kind extends DueKind<"containers">>(
  sim: Cloud,
  container: ContainerRow,
  delayMs: number,
  kind: Kind,
  data: Due[Kind]["data"],
  options?: ScheduleOptions,
): number {
  return sim.schedule(delayMs, kind, container.containerArn, container.slot, data, options);
}

/** Takes back what a container would do next by itself. */
export function cancelTimer(sim: Cloud, container: ContainerRow): void {
  if (container.timer !== undefined) sim.cancel(container.timer);
}

/** What a container does by itself: a policy that has started it again will do so at every end, for ever. */
export function natureOf({ restartCount }: Pick<ContainerRow, "restartCount">): Nature {
  return restartCount > 0 ? "periodic" : "progress";
}

/** The containers of a task in the order of its definition. */
export function containersOf(sim: Cloud, task: TaskRow): ContainerRow[] {
  const { containerArns, firstContainerSlot } = task.spec;
  return containerArns.map((_, index) => sim.tables.containers.at(firstContainerSlot + index) as ContainerRow);
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

/** What RunTask changed of one container. */
export function overrideOf(task: TaskRow, name: string): ContainerOverride | undefined {
  return task.spec.overrides.containerOverrides?.find((candidate) => candidate.name === name);
}

/** Moves a task along its chart. The change belongs to the next record. */
export function moveTask(sim: Cloud, task: TaskRow, event: TaskEvent, patch?: Partial<TaskRow>): TaskRow {
  const lastStatus = taskChart.after(task.lastStatus, event);
  const version = REPORTED.has(lastStatus) ? task.version + 1 : task.version;
  return replaceTask(sim, task, patch === undefined ? { lastStatus, version } : { lastStatus, version, ...patch });
}

/** Changes fields of a task that belong to no chart. */
export function replaceTask(sim: Cloud, task: TaskRow, patch: Partial<TaskRow>): TaskRow {
  return sim.change("tasks", task, patch, copyOfTask);
}

/**
 * Moves a container along its chart. That it has stopped is shown when ECS has heard of it (hear-exits.ts). The change
 * belongs to the next record.
 */
export function moveContainer(
  sim: Cloud,
  container: ContainerRow,
  event: ContainerEvent,
  patch: Partial<ContainerRow> = {},
): ContainerRow {
  const phase = containerChart.after(container.phase, event);
  const lastStatus = phase === "STOPPED" && isHeardLate(sim, container) ? container.lastStatus : shownStatus(phase);
  return replaceContainer(sim, container, { phase, lastStatus, ...patch });
}

function isHeardLate(sim: Cloud, { taskSlot }: ContainerRow): boolean {
  const task = sim.tables.tasks.at(taskSlot);
  return task !== undefined && isOnFargate(task) && task.lastStatus !== "DEPROVISIONING";
}

/** Changes fields of a container that belong to no chart. */
export function replaceContainer(sim: Cloud, container: ContainerRow, patch: Partial<ContainerRow>): ContainerRow {
  return sim.change("containers", container, patch, copyOfContainer);
}

/** The status of a task's attachment after one or more events in a row. The task must have one. */
export function attachmentAfter(status: AttachmentStatus | undefined, ...events: AttachmentEvent[]): AttachmentStatus {
  assert(status !== undefined, "only a task in awsvpc mode has an attachment");
  return events.reduce((at: AttachmentStatus, event) => attachmentChart.after(at, event), status);
}

/** Draws a duration from a range, in milliseconds. */
export function draw(sim: Cloud, stream: string, { lowMs, highMs, rarely }: Range): number {
  const { random } = sim.world;
  if (lowMs === highMs) return lowMs;
  const usual = random.between(stream, lowMs, highMs);
  return rarely !== undefined && random.between(stream, 1, rarely.oneIn) === 1 ? usual + rarely.addsMs : usual;
}

/**
 * The first rows of a task and its containers. Every field is there from the start, undefined where it has no value
 * yet: rows of one shape are copied and read several times faster than rows that grow.
 */
import { attachmentChart } from "../../charts/attachment-chart.ts";
import { containerChart, shownStatus } from "../../charts/container-chart.ts";
import { taskChart } from "../../charts/task-chart.ts";
import type { ContainerRow, TaskRow, TaskSpec } from "../../model/ecs.ts";
import type { Tag } from "../../model/tags.ts";

/** A task that has just been accepted. */
export function newTaskRow(spec: TaskSpec, slot: number, tags: readonly Tag[]): TaskRow {
  const hasInterface = spec.networkMode === "awsvpc";
  return {
    taskArn: spec.taskArn,
    slot,
    spec,
    // Without an interface there is nothing to provision: the agent can have the task at once.
    lastStatus: hasInterface ? taskChart.initial : taskChart.after(taskChart.initial, "PROVISIONED"),
    desiredStatus: "RUNNING",
    version: 1,
    attachmentStatus: hasInterface ? attachmentChart.initial : undefined,
    healthStatus: "UNKNOWN",
    ending: undefined,
    holdsHost: false,
    tags,
    networkInterface: undefined,
    // The agent of an instance is connected before the task exists.
    connectivity: spec.placed === undefined ? undefined : "CONNECTED",
    connectivityAtMs: spec.placed === undefined ? undefined : spec.createdAtMs,
    pullStartedAtMs: undefined,
    pullStoppedAtMs: undefined,
    startedAtMs: undefined,
    stoppingAtMs: undefined,
    executionStoppedAtMs: undefined,
    stoppedAtMs: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
  };
}

/** The container number `index` of a new task. */
export function newContainerRow(spec: TaskSpec, taskSlot: number, index: number, name: string): ContainerRow {
  const phase = containerChart.initial;
  return {
    containerArn: spec.containerArns[index] as string,
    taskArn: spec.taskArn,
    slot: spec.firstContainerSlot + index,
    taskSlot,
    name,
    lastStatus: shownStatus(phase),
    phase,
    healthStatus: "UNKNOWN",
    failedProbes: 0,
    restartCount: 0,
    imageDigest: undefined,
    runtimeId: undefined,
    exitCode: undefined,
    reason: undefined,
    pullStartedAtMs: undefined,
    pullEndsAtMs: undefined,
    startedAtMs: undefined,
    stoppedAtMs: undefined,
    timer: undefined,
    memory: undefined,
    portTaken: undefined,
    endsAtMs: undefined,
    networkBindings: undefined,
    bridgeAddress: undefined,
    fileVariables: undefined,
  };
}

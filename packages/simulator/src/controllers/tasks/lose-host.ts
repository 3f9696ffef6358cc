/**
 * A task whose machine is gone, or no longer belongs to ECS: STOPPED at once, without signals and without exit codes.
 * Source: Developer Guide, "Amazon ECS stopped tasks error messages" (checked 2026-11-21).
 */
import { shownStatus } from "../../charts/container-chart.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { StopOrder, TaskRow } from "../../model/ecs.ts";
import { addressKey } from "../../model/tables.ts";
import { expireLater } from "../containers/release.ts";
import { removeFilesOf } from "../containers/task-files.ts";
import { changeOutput } from "../containers/task-logs.ts";
import { releaseAddress } from "../network/addresses.ts";
import { cancelTimer, containersOf, moveContainer, moveTask } from "../rows/task-rows.ts";

/** Ends a task that has not stopped yet. Its interface goes with its host. */
export function loseHost(
  sim: Cloud,
  task: TaskRow,
  { stopCode, reason: stoppedReason, why }: Omit<StopOrder, "cause">,
): void {
  for (const container of containersOf(sim, task)) {
    if (container.phase === "STOPPED") continue;
    cancelTimer(sim, container);
    changeOutput(sim, container, (run) => ({ ...run, endedAtMs: sim.nowMs }));
    const event = shownStatus(container.phase) === "RUNNING" ? "EXITED" : "ABANDONED";
    moveContainer(sim, container, event, { stoppedAtMs: sim.nowMs, timer: undefined, endsAtMs: undefined });
  }
  const { networkInterface, desiredStatus } = task;
  if (networkInterface !== undefined) {
    sim.remove("networkInterfaces", addressKey(networkInterface.subnetId, networkInterface.privateIpv4Address));
    releaseAddress(sim, task.spec.subnetId);
  }
  removeFilesOf(sim, task);
  const wasAsked = desiredStatus === "STOPPED";
  const stopped = moveTask(sim, task, "HOST_LOST", {
    desiredStatus: "STOPPED",
    holdsHost: false,
    stoppedAtMs: sim.nowMs,
    ...(wasAsked ? {} : { stopCode, stoppedReason, stoppingAtMs: sim.nowMs }),
    ...(task.attachmentStatus === undefined ? {} : { attachmentStatus: "DELETED" as const }),
  });
  sim.record("HOST_LOST", task.taskArn, { stopCode, stoppedReason, why });
  expireLater(sim, stopped);
}

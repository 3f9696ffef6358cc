/**
 * Tells in the journal when a container's log driver drops lines: CloudWatch Logs shows a gap and says nothing.
 * Simplified: only the first loss of a process is told, within its first minute, and not of a process that uses files.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { ContainerRow } from "../../model/ecs.ts";
import { placeOf } from "../../model/place.ts";
import { firstLoss } from "../../workloads/log-buffer.ts";
import { readLog } from "../../workloads/read-log.ts";
import { findContainer, scheduleContainer } from "../rows/task-rows.ts";
import { currentRun } from "./task-logs.ts";

/** How far ahead the output of a process is looked at. Ours. */
const LOOKED_AT_MS = 60_000;

/** Puts on the agenda when a process that has just started will lose lines. */
export function watchForLosses(sim: Cloud, container: ContainerRow): void {
  const run = currentRun(sim, container);
  if (run?.bufferBytes === undefined) return;
  const { bufferBytes, ...unbuffered } = run;
  const lines = readLog({ runs: [unbuffered] }, sim.nowMs + LOOKED_AT_MS, placeOf(sim.tables));
  const loss = firstLoss(lines, bufferBytes);
  if (loss === undefined) return;
  const data = { lost: loss.lost, bufferBytes, startedAtMs: sim.nowMs };
  scheduleContainer(sim, container, loss.atMs - sim.nowMs, "LOG_BUFFER_FULL", data);
}

/** The buffer is full, unless the process has ended before. */
export function onLogBufferFull(sim: Cloud, entry: CloudEntry<"LOG_BUFFER_FULL">): void {
  const container = findContainer(sim, entry)?.container;
  const { startedAtMs, ...loss } = entry.data;
  if (container?.startedAtMs !== startedAtMs || (container.stoppedAtMs ?? sim.nowMs) < sim.nowMs) return;
  sim.record("LOG_LINES_LOST", container.containerArn, loss);
}

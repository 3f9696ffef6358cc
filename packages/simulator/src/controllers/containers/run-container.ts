/** What happens to a container while it runs: its process ends, is started again, or answers health probes. */
import { tellDependency } from "../../model/causes/starts.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { ContainerRow, HealthStatus, TaskRow } from "../../model/ecs.ts";
import type { ProcessEnd } from "../../model/processes.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { CONTAINER_RESTARTED_AFTER } from "../../model/timing.ts";
import { dependencyHolds, waitingOf } from "../../workloads/dependencies.ts";
import { judgeProbe } from "../../workloads/health-probes.ts";
import {
  cancelTimer,
  containerDefinition,
  containersOf,
  definitionOf,
  draw,
  findContainer,
  isOnFargate,
  isWanted,
  moveContainer,
  natureOf,
  replaceContainer,
  replaceTask,
  scheduleContainer,
} from "../rows/task-rows.ts";
import { endByExit, endOfExecution } from "./end-task.ts";
import { ESSENTIAL_EXITED, reportExit } from "./hear-exits.ts";
import { letRunAgain, planEnds, SIGKILL_EXIT_CODE } from "./let-run.ts";
import { probeNeighbours, probeNext, probingOf } from "./probes.ts";
import { judgeRestart } from "./restart-policy.ts";
import { failDependent, startWhatCanStart } from "./start-containers.ts";
import { stopWhatCanStop } from "./stop-containers.ts";
import { changeOutput } from "./task-logs.ts";

/** The container's process has ended, by itself or after a signal. */
export function onContainerExited(sim: Cloud, entry: CloudEntry<"CONTAINER_EXITED">): void {
  const found = findContainer(sim, entry);
  if (found === undefined) return;
  const { container, task } = found;
  if (container.timer !== entry.seq) return;
  recordExit(sim, task, container, entry.data);
}

/** The agent has started the container again, unless the task is to stop meanwhile: then the exit was the last one. */
export function onContainerRestarted(sim: Cloud, entry: CloudEntry<"CONTAINER_RESTARTED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "RESTARTING") return;
  const { container, task } = found;
  if (!isWanted(task)) {
    recordExit(sim, task, container, entry.data);
    return;
  }
  letRunAgain(sim, task, container);
  startWhatCanStart(sim, task);
}

/** The grace period is over: the runtime kills the process. */
export function onSigkillDue(sim: Cloud, entry: CloudEntry<"SIGKILL_DUE">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "STOPPING" || found.container.timer !== entry.seq) return;
  const { container, task } = found;
  sim.record("SIGKILL_SENT", container.containerArn);
  recordExit(sim, task, container, { exitCode: SIGKILL_EXIT_CODE });
}

/** Somebody outside of ECS kills the process of a container that runs or is being stopped. */
export function killProcess(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const cause = sim.record("CONTAINER_KILLED", container.containerArn);
  cancelTimer(sim, container);
  recordExit(sim, task, container, { exitCode: SIGKILL_EXIT_CODE }, cause);
}

/** The run of a container's health check that changes what is known of it. */
export function onHealthProbed(sim: Cloud, entry: CloudEntry<"HEALTH_PROBED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "RUNNING" || found.container.restartCount !== entry.data) return;
  const { container, task } = found;
  const probing = probingOf(sim, task, container);
  if (probing === undefined) return;
  const probed = judgeProbe(probing, container, sim.nowMs - (container.startedAtMs ?? 0));
  const { healthStatus, failedProbes, passed } = probed;
  // Out of date: what it looks at has changed since it was planned.
  if (healthStatus === container.healthStatus && failedProbes === container.failedProbes) return;
  const changed = replaceContainer(sim, container, { healthStatus, failedProbes });
  const current = updateHealth(sim, task);
  sim.record("HEALTH_CHANGED", container.containerArn, {
    healthStatus,
    failedProbes,
    passed,
    task: current.healthStatus,
  });
  startWhatCanStart(sim, current);
  probeNext(sim, task, changed);
}

/** A container that others wait for has not come far enough in its `startTimeout`. */
export function onStartTimedOut(sim: Cloud, entry: CloudEntry<"START_TIMED_OUT">): void {
  const found = findContainer(sim, entry);
  if (found === undefined || found.container.phase === "STOPPED" || !isWanted(found.task)) return;
  const { container, task } = found;
  const definition = definitionOf(sim, task);
  const waiting = containersOf(sim, task).find(
    (other) =>
      other.phase === "WAITING" &&
      containerDefinition(definition, other.name).dependsOn?.some(
        (dependency) => dependency.containerName === container.name && !dependencyHolds(dependency, container),
      ),
  );
  if (waiting === undefined) return;
  failDependent(
    sim,
    task,
    waiting,
    tellDependency("dependency.timed-out", waitingOf(definition, container, waiting.name)),
  );
}

/**
 * A task's health looks at its essential containers that have a check: any UNHEALTHY, else any UNKNOWN, else HEALTHY. Without
 * one it is UNKNOWN.
 * @source API Reference, Task, healthStatus; recorded answers leave out those without a check (checked 2026-11-29)
 */
export function taskHealth(definition: RegisteredTaskDefinition, containers: readonly ContainerRow[]): HealthStatus {
  const counted = containers.filter(({ name }) => {
    const { essential, healthCheck } = containerDefinition(definition, name);
    return essential && healthCheck !== undefined;
  });
  if (counted.some((row) => row.healthStatus === "UNHEALTHY")) return "UNHEALTHY";
  return counted.length > 0 && counted.every((row) => row.healthStatus === "HEALTHY") ? "HEALTHY" : "UNKNOWN";
}

/** @param because the record that led here; by default the first one of the step */
function recordExit(sim: Cloud, task: TaskRow, container: ContainerRow, end: ProcessEnd, because?: number): void {
  const essential = containerDefinition(definitionOf(sim, task), container.name).essential;
  changeOutput(sim, container, (run) => ({ ...run, endedAtMs: sim.nowMs, exitCode: end.exitCode }));
  const restart = judgeRestart(sim, task, container, end.exitCode);
  const facts = { ...end, essential, ...(restart === undefined ? {} : { restart }) };
  if (restart?.restarts === true) {
    beginRestart(sim, task, container, end);
    sim.record("CONTAINER_EXITED", container.containerArn, facts, because);
    probeNeighbours(sim, task, container);
    return;
  }
  const { exitCode, reason } = end;
  const ended = { exitCode, reason, stoppedAtMs: sim.nowMs, timer: undefined, endsAtMs: undefined };
  const over = moveContainer(sim, container, "EXITED", ended);
  planEnds(sim, task, over);
  const current = essential ? replaceTask(sim, task, endOfExecution(sim, task, ESSENTIAL_EXITED)) : task;
  const cause = sim.record("CONTAINER_EXITED", container.containerArn, facts, because);
  probeNeighbours(sim, task, over);
  if (essential && isWanted(task)) {
    endByExit(sim, current, cause);
    return;
  }
  if (isOnFargate(task)) reportExit(sim, task, cause);
  else if (!isWanted(task)) stopWhatCanStop(sim, current, cause);
  startWhatCanStart(sim, current);
}

/** The task goes on as if nothing had happened: for ECS the container stays RUNNING, its health is not known. */
function beginRestart(sim: Cloud, task: TaskRow, container: ContainerRow, end: ProcessEnd): void {
  const delayMs = draw(sim, "restarts", CONTAINER_RESTARTED_AFTER);
  const options = { cause: sim.nextRecord, nature: natureOf(container) };
  scheduleContainer(sim, container, delayMs, "CONTAINER_RESTARTED", end, options);
  const fresh = { healthStatus: "UNKNOWN", failedProbes: 0, timer: undefined, endsAtMs: undefined } as const;
  planEnds(sim, task, moveContainer(sim, container, "RESTART_BEGUN", fresh));
  updateHealth(sim, task);
}

function updateHealth(sim: Cloud, task: TaskRow): TaskRow {
  const healthStatus = taskHealth(definitionOf(sim, task), containersOf(sim, task));
  return healthStatus === task.healthStatus ? task : replaceTask(sim, task, { healthStatus });
}

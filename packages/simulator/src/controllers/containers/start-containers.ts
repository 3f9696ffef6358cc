/**
 * PENDING to RUNNING: the agent pulls, creates and starts the containers in the order that `dependsOn` asks for.
 * A dependent container's pull waits, too; whatever cannot start any more ends the task.
 */
import type { AgendaEntry } from "../../kernel/agenda.ts";
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { CONTAINER_CREATED_AFTER, CONTAINER_STARTED_AFTER } from "../../model/timing.ts";
import { beginStop } from "../rows/begin-stop.ts";
import {
  containerDefinition,
  containersOf,
  definitionOf,
  draw,
  findContainer,
  moveContainer,
  moveTask,
  replaceTask,
  scheduleContainer,
} from "../rows/task-rows.ts";
import { dependencyVerdict } from "./dependencies.ts";
import { letRun } from "./let-run.ts";
import { publishPorts } from "./publish-ports.ts";
import { beginPull, keepLayers, type PullEnd, pulledBuild } from "./pull-image.ts";
import { openLog } from "./task-logs.ts";

/**
 * Starts the pull of every container whose dependencies allow it, marks the others as waiting, and turns the task
 * RUNNING once every container has come as far as it will. Call it after every change of a container.
 */
export function startWhatCanStart(sim: Cloud, task: TaskRow): void {
  if (task.desiredStatus === "STOPPED") return;
  const containers = containersOf(sim, task);
  if (!containers.some(({ phase }) => phase === "NONE" || phase === "WAITING")) {
    turnRunning(sim, task, containers);
    return;
  }
  const definition = definitionOf(sim, task);
  let current = task;
  for (const container of containers) {
    if (container.phase !== "NONE" && container.phase !== "WAITING") continue;
    const verdict = dependencyVerdict(definition, container.name, containers);
    if (verdict.kind === "ready") current = beginPull(sim, current, container, definition);
    else if (verdict.kind === "waiting" && container.phase === "NONE") {
      moveContainer(sim, container, "DEPENDENCY_AWAITED");
      sim.record("DEPENDENCY_AWAITED", container.containerArn, { waitsFor: verdict.waitsFor });
    } else if (verdict.kind === "impossible") {
      failToStart(sim, current, container, verdict.reason, 143);
      return;
    }
  }
}

/** The pull ended: the image is there, or the registry refused. */
export function onPullStopped(sim: Cloud, entry: AgendaEntry): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "PULLING") return;
  const { container, task } = found;
  const outcome = entry.data as PullEnd;
  if (outcome.reason !== undefined) {
    failToStart(sim, task, container, outcome.reason, undefined, { why: outcome.why });
    return;
  }
  const image = pulledBuild(sim, outcome);
  const timer = scheduleContainer(sim, container, draw(sim, "agent", CONTAINER_CREATED_AFTER), "CONTAINER_CREATED", {
    cause: sim.nextRecord,
  });
  moveContainer(sim, container, "PULL_STOPPED", { imageDigest: image.imageDigest, timer });
  replaceTask(sim, task, { pullStoppedAtMs: sim.nowMs });
  keepLayers(sim, task, containerDefinition(definitionOf(sim, task), container.name).image, image.imageDigest);
  sim.record("PULL_STOPPED", container.containerArn, { imageDigest: image.imageDigest, sizeMB: image.sizeMB });
}

/** The runtime has made the container. */
export function onContainerCreated(sim: Cloud, entry: AgendaEntry): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "PULLED") return;
  const { container, task } = found;
  // Docker names a container when it makes it; Fargate's id has another form.
  const dockerId = task.spec.placed === undefined ? undefined : hexId(sim.world.random, 64);
  const refusal = openLog(sim, task, container, dockerId);
  if (refusal !== undefined) {
    failToStart(sim, task, container, refusal, undefined);
    return;
  }
  const timer = scheduleContainer(sim, container, draw(sim, "agent", CONTAINER_STARTED_AFTER), "CONTAINER_STARTED", {
    cause: sim.nextRecord,
  });
  const { taskId } = task.spec;
  const published = task.spec.placed === undefined ? {} : publishPorts(sim, task, container);
  const runtimeId = dockerId ?? `${taskId}-${sim.world.random.between("ids", 1_000_000_000, 3_999_999_999)}`;
  moveContainer(sim, container, "CREATED", { runtimeId, timer, ...published });
  sim.record("CONTAINER_CREATED", container.containerArn, published.networkBindings && { ...published });
}

/** The container's process runs. */
export function onContainerStarted(sim: Cloud, entry: AgendaEntry): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "CREATED") return;
  const { container, task } = found;
  letRun(sim, task, container);
  startWhatCanStart(sim, task);
}

/** A container that never started: it stops with its reason, and the task with it. */
export function failToStart(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  reason: string,
  exitCode: number | undefined,
  facts: object = {},
): void {
  moveContainer(sim, container, "FAILED", {
    reason,
    stoppedAtMs: sim.nowMs,
    ...(exitCode === undefined ? {} : { exitCode }),
  });
  const kind = container.phase === "PULLING" ? "PULL_FAILED" : "START_FAILED";
  const cause = sim.record(kind, container.containerArn, { reason, ...facts });
  // On Fargate the text of the failure stands in the task's stoppedReason itself, on EC2 only in the container's reason.
  const stoppedReason = task.spec.placed === undefined ? reason : "Task failed to start";
  beginStop(sim, task, { stopCode: "TaskFailedToStart", stoppedReason, cause });
}

function turnRunning(sim: Cloud, task: TaskRow, containers: readonly ContainerRow[]): void {
  if (task.lastStatus !== "PENDING" || task.desiredStatus !== "RUNNING") return;
  if (!containers.every((container) => container.phase === "RUNNING" || container.phase === "STOPPED")) return;
  moveTask(sim, task, "CONTAINERS_STARTED", { startedAtMs: sim.nowMs });
  sim.record("TASK_RUNNING", task.taskArn);
}

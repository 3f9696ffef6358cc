/**
 * PENDING to RUNNING: the agent pulls, creates and starts the containers in the order that `dependsOn` asks for.
 * A dependent container's pull waits, too; whatever cannot start any more ends the task.
 */
import { hexId, joined } from "../../kernel/ids.ts";
import type { Told } from "../../model/cause.ts";
import type { PullCause } from "../../model/causes/pulls.ts";
import { type StartCause, tellStop } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { CONTAINER_CREATED_AFTER, CONTAINER_STARTED_AFTER } from "../../model/timing.ts";
import { dependencyVerdict } from "../../workloads/dependencies.ts";
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
import { letRun } from "./let-run.ts";
import { publishPorts } from "./publish-ports.ts";
import { beginPull, keepLayers, pulledBuild } from "./pull-image.ts";
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
      failToStart(sim, current, container, { ...verdict.because, exitCode: 143 });
      return;
    }
  }
}

/** The pull ended: the image is there, or the registry refused. */
export function onPullStopped(sim: Cloud, entry: CloudEntry<"PULL_STOPPED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "PULLING") return;
  const { container, task } = found;
  const { image: repository, ...end } = entry.data;
  if (end.imageDigest === undefined) {
    const told = { reason: end.reason, why: end.why };
    failedBefore(sim, container, told.reason);
    endFailed(sim, task, told, sim.record("PULL_FAILED", container.containerArn, told));
    return;
  }
  const image = pulledBuild(sim, repository, end.imageDigest);
  const delayMs = draw(sim, "agent", CONTAINER_CREATED_AFTER);
  const options = { cause: sim.nextRecord };
  const timer = scheduleContainer(sim, container, delayMs, "CONTAINER_CREATED", undefined, options);
  moveContainer(sim, container, "PULL_STOPPED", { imageDigest: image.imageDigest, timer });
  replaceTask(sim, task, { pullStoppedAtMs: sim.nowMs });
  keepLayers(sim, task, containerDefinition(definitionOf(sim, task), container.name).image, image.imageDigest);
  sim.record("PULL_STOPPED", container.containerArn, { imageDigest: image.imageDigest, sizeMB: image.sizeMB });
}

/** The runtime has made the container. */
export function onContainerCreated(sim: Cloud, entry: CloudEntry<"CONTAINER_CREATED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "PULLED") return;
  const { container, task } = found;
  // Docker names a container when it makes it; Fargate's id has another form.
  const dockerId = task.spec.placed === undefined ? undefined : hexId(sim.world.random, 64);
  const refusal = openLog(sim, task, container, dockerId);
  if (refusal !== undefined) {
    failToStart(sim, task, container, refusal);
    return;
  }
  const delayMs = draw(sim, "agent", CONTAINER_STARTED_AFTER);
  const options = { cause: sim.nextRecord };
  const timer = scheduleContainer(sim, container, delayMs, "CONTAINER_STARTED", undefined, options);
  const { taskId } = task.spec;
  const published = task.spec.placed === undefined ? {} : publishPorts(sim, task, container);
  const runtimeId = dockerId ?? joined("-", taskId, sim.world.random.between("ids", 1_000_000_000, 3_999_999_999));
  moveContainer(sim, container, "CREATED", { runtimeId, timer, ...published });
  sim.record("CONTAINER_CREATED", container.containerArn, published.networkBindings && { ...published });
}

/** The container's process runs. */
export function onContainerStarted(sim: Cloud, entry: CloudEntry<"CONTAINER_STARTED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "CREATED") return;
  const { container, task } = found;
  letRun(sim, task, container);
  startWhatCanStart(sim, task);
}

/** Why a container never started. */
interface FailedStart extends Told<StartCause> {
  readonly exitCode?: number;
}

/** A container that never started: it stops with its reason, and the task with it. */
export function failToStart(sim: Cloud, task: TaskRow, container: ContainerRow, failed: FailedStart): void {
  const { reason, why, exitCode } = failed;
  failedBefore(sim, container, reason, exitCode);
  const told = { reason, why };
  endFailed(sim, task, told, sim.record("START_FAILED", container.containerArn, told));
}

/** Belongs to the next record. */
function failedBefore(sim: Cloud, container: ContainerRow, reason: string, exitCode?: number): void {
  moveContainer(sim, container, "FAILED", { reason, exitCode, stoppedAtMs: sim.nowMs });
}

function endFailed(sim: Cloud, task: TaskRow, told: Told<StartCause | PullCause>, cause: number): void {
  // On Fargate the text of the failure stands in the task's stoppedReason itself, on EC2 only in the container's reason.
  const shown = task.spec.placed === undefined ? told : tellStop("stop.failed-to-start");
  beginStop(sim, task, { stopCode: "TaskFailedToStart", ...shown, cause });
}

function turnRunning(sim: Cloud, task: TaskRow, containers: readonly ContainerRow[]): void {
  if (task.lastStatus !== "PENDING" || task.desiredStatus !== "RUNNING") return;
  if (!containers.every((container) => container.phase === "RUNNING" || container.phase === "STOPPED")) return;
  moveTask(sim, task, "CONTAINERS_STARTED", { startedAtMs: sim.nowMs });
  sim.record("TASK_RUNNING", task.taskArn);
}

/**
 * PENDING to RUNNING: the agent pulls, creates and starts the containers in the order that `dependsOn` asks for.
 * A dependent container's pull waits, too; whatever cannot start any more ends the task.
 */
import type { AgendaEntry } from "../kernel/agenda.ts";
import type { Cloud } from "../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { ImageBuild, ImageRow } from "../model/registry.ts";
import type { RegistryFaultRow } from "../model/registry-faults.ts";
import type { RegisteredTaskDefinition } from "../model/task-definition.ts";
import {
  CONTAINER_CREATED_AFTER,
  CONTAINER_STARTED_AFTER,
  PULL_MB_PER_SECOND,
  PULL_OVERHEAD_MS,
} from "../model/timing.ts";
import { standingOfAgent } from "../network/standing.ts";
import { reachesService } from "../network/way-out.ts";
import { buildWith } from "../workloads/image-builds.ts";
import { parseImageReference } from "../workloads/image-reference.ts";
import { decidePull } from "../workloads/pull.ts";
import { afterFailure, failingRow, timesSlower } from "../workloads/registry-faults.ts";
import { beginStop } from "./begin-stop.ts";
import { dependencyVerdict } from "./dependencies.ts";
import { openedRegistry } from "./fetch-registry-credentials.ts";
import { letRun } from "./let-run.ts";
import { executionRoleOf } from "./resource-step.ts";
import { openLog } from "./task-logs.ts";
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
} from "./task-rows.ts";

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
  const outcome = entry.data as { image: string; imageDigest?: string; reason?: string; why?: string };
  if (outcome.reason !== undefined) {
    failToStart(sim, task, container, outcome.reason, undefined, { why: outcome.why });
    return;
  }
  // The tag may have moved while the layers came: the digest was settled when the pull began.
  const image = buildWith(sim.tables.images.get(outcome.image) as ImageRow, outcome.imageDigest);
  const timer = scheduleContainer(sim, container, draw(sim, "agent", CONTAINER_CREATED_AFTER), "CONTAINER_CREATED", {
    cause: sim.nextRecord,
  });
  moveContainer(sim, container, "PULL_STOPPED", { imageDigest: image.imageDigest, timer });
  replaceTask(sim, task, { pullStoppedAtMs: sim.nowMs });
  sim.record("PULL_STOPPED", container.containerArn, { imageDigest: image.imageDigest, sizeMB: image.sizeMB });
}

/** The runtime has made the container. */
export function onContainerCreated(sim: Cloud, entry: AgendaEntry): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "PULLED") return;
  const { container, task } = found;
  const refusal = openLog(sim, task, container);
  if (refusal !== undefined) {
    failToStart(sim, task, container, refusal, undefined);
    return;
  }
  const timer = scheduleContainer(sim, container, draw(sim, "agent", CONTAINER_STARTED_AFTER), "CONTAINER_STARTED", {
    cause: sim.nextRecord,
  });
  const { taskId } = task.spec;
  const runtimeId = `${taskId}-${sim.world.random.between("ids", 1_000_000_000, 3_999_999_999)}`;
  moveContainer(sim, container, "CREATED", { runtimeId, timer });
  sim.record("CONTAINER_CREATED", container.containerArn);
}

/** The container's process runs. */
export function onContainerStarted(sim: Cloud, entry: AgendaEntry): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "CREATED") return;
  const { container, task } = found;
  letRun(sim, task, container);
  startWhatCanStart(sim, task);
}

function beginPull(sim: Cloud, task: TaskRow, container: ContainerRow, definition: RegisteredTaskDefinition): TaskRow {
  const { image, repositoryCredentials } = containerDefinition(definition, container.name);
  const request = { sim, task, definition };
  const { repository } = parseImageReference(image);
  const findFault = (scope: string) => sim.tables.registryFaults.get(scope);
  const failing = failingRow(repository, findFault);
  const verdict = decidePull({
    image,
    role: executionRoleOf(request),
    hasCredentials: repositoryCredentials !== undefined,
    opensRegistry: openedRegistry(request, repositoryCredentials?.credentialsParameter),
    reaches: (goal) => reachesService(sim.tables, standingOfAgent(sim.tables, task), goal),
    cpuArchitecture: definition.runtimePlatform?.cpuArchitecture ?? "X86_64",
    find: (name) => sim.tables.images.get(name),
    fault: failing?.failing?.why,
  });
  const slower = timesSlower(repository, findFault);
  const durationMs = verdict.ok ? slower * pullDurationMs(sim, verdict.image) : draw(sim, "pulls", verdict.after);
  const byFault = !verdict.ok && verdict.why === failing?.failing?.why ? failing : undefined;
  const data = verdict.ok
    ? { image: repository, imageDigest: verdict.image.imageDigest }
    : { image: repository, reason: verdict.reason, why: verdict.why };
  const timer = scheduleContainer(sim, container, durationMs, "PULL_STOPPED", {
    data,
    cause: byFault?.failing?.record ?? sim.nextRecord,
  });
  if (byFault !== undefined) countFailure(sim, byFault);
  moveContainer(sim, container, "PULL_STARTED", {
    pullStartedAtMs: sim.nowMs,
    pullEndsAtMs: sim.nowMs + durationMs,
    timer,
  });
  const current = task.pullStartedAtMs === undefined ? replaceTask(sim, task, { pullStartedAtMs: sim.nowMs }) : task;
  sim.record("PULL_STARTED", container.containerArn, {
    image,
    durationMs,
    ...(slower > 1 ? { timesSlower: slower } : {}),
  });
  return current;
}

/** One of the pulls that were to fail is used up. The change belongs to the next record. */
function countFailure(sim: Cloud, row: RegistryFaultRow): void {
  const after = afterFailure(row);
  if (after === undefined) sim.remove("registryFaults", row.scope);
  else if (after !== row) sim.put("registryFaults", after);
}

function pullDurationMs(sim: Cloud, image: ImageBuild): number {
  const { low, high } = PULL_MB_PER_SECOND;
  const megabytesPerSecond = low + sim.world.random.unit("pulls") * (high - low);
  return Math.round(PULL_OVERHEAD_MS + (image.sizeMB / megabytesPerSecond) * 1000);
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
  // On Fargate the text of the failure stands in the task's stoppedReason itself.
  beginStop(sim, task, { stopCode: "TaskFailedToStart", stoppedReason: reason, cause });
}

function turnRunning(sim: Cloud, task: TaskRow, containers: readonly ContainerRow[]): void {
  if (task.lastStatus !== "PENDING" || task.desiredStatus !== "RUNNING") return;
  if (!containers.every((container) => container.phase === "RUNNING" || container.phase === "STOPPED")) return;
  moveTask(sim, task, "CONTAINERS_STARTED", { startedAtMs: sim.nowMs });
  sim.record("TASK_RUNNING", task.taskArn);
}

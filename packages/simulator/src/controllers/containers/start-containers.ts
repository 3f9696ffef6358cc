/**
 * PENDING to RUNNING: the agent pulls, creates and starts the containers in the order that `dependsOn` asks for. On EC2 a
 * dependent container's pull waits, too; on Fargate all pulls begin at once, each behind the check of its log driver.
 * A container that cannot start any more ends the task when it is essential.
 */
import { hexId } from "../../kernel/ids.ts";
import type { Told } from "../../model/cause.ts";
import { tellProcess, tellProcessOnInstance } from "../../model/causes/processes.ts";
import type { PullCause } from "../../model/causes/pulls.ts";
import type { ResourceCause } from "../../model/causes/resources.ts";
import { type DependencyCause, tellPorts } from "../../model/causes/starts.ts";
import type { StartCause, StopCause } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { ContainerRow, StopOrder, TaskRow } from "../../model/ecs.ts";
import { CONTAINER_CREATED_AFTER, CONTAINER_STARTED_AFTER } from "../../model/timing.ts";
import { machineOf } from "../../network/standing.ts";
import { loadBalancersOf } from "../../services/balancers.ts";
import { startOf } from "../../workloads/container-start.ts";
import { dependencyVerdict } from "../../workloads/dependencies.ts";
import {
  containerDefinition,
  containersOf,
  definitionOf,
  draw,
  findContainer,
  isOnFargate,
  isWanted,
  moveContainer,
  moveTask,
  replaceContainer,
  replaceTask,
  scheduleContainer,
} from "../rows/task-rows.ts";
import { endFailedStart, endOfExecution, failedStart, WITHOUT_WORDS } from "./end-task.ts";
import { reportExit } from "./hear-exits.ts";
import { letRun } from "./let-run.ts";
import { publishPorts } from "./publish-ports.ts";
import { beginPull, keepLayers, pulledBuild } from "./pull-image.ts";
import { openLog } from "./task-logs.ts";

/**
 * Lets every container go on whose dependencies allow it, marks the others as waiting, and turns the task RUNNING once
 * every container has come as far as it will. Call it after every change of a container.
 */
export function startWhatCanStart(sim: Cloud, task: TaskRow): void {
  if (!isWanted(task)) return;
  const containers = containersOf(sim, task);
  if (!containers.some(isHeldUp)) {
    turnRunning(sim, task, containers);
    return;
  }
  const definition = definitionOf(sim, task);
  let current = task;
  for (const container of containers) {
    if (!isHeldUp(container)) continue;
    if (container.phase === "NONE" && isOnFargate(task)) {
      current = beginPull(sim, current, container, definition);
      continue;
    }
    const verdict = dependencyVerdict(definition, container.name, containers);
    if (verdict.kind === "ready") current = goOn(sim, current, container);
    else if (verdict.kind === "waiting" && container.phase !== "WAITING") {
      moveContainer(sim, container, "DEPENDENCY_AWAITED");
      sim.record("DEPENDENCY_AWAITED", container.containerArn, { waitsFor: verdict.waitsFor });
    } else if (verdict.kind === "impossible") {
      failDependent(sim, current, container, verdict.because);
      return;
    }
  }
}

/** True for a container that goes on when its dependencies allow it. */
function isHeldUp({ phase, timer }: ContainerRow): boolean {
  return phase === "NONE" || ((phase === "WAITING" || phase === "PULLED") && timer === undefined);
}

/** The next step of a container whose dependencies are there. */
function goOn(sim: Cloud, task: TaskRow, container: ContainerRow): TaskRow {
  if (!isOnFargate(task)) return beginPull(sim, task, container, definitionOf(sim, task));
  replaceContainer(sim, container, { timer: createSoon(sim, container) });
  sim.record("DEPENDENCY_MET", container.containerArn);
  return task;
}

/** The cause is the next record. @returns number of the entry */
function createSoon(sim: Cloud, container: ContainerRow): number {
  const delayMs = draw(sim, "agent", CONTAINER_CREATED_AFTER);
  return scheduleContainer(sim, container, delayMs, "CONTAINER_CREATED", undefined, { cause: sim.nextRecord });
}

/** The pull ended: the image is there, or the registry refused. */
export function onPullStopped(sim: Cloud, entry: CloudEntry<"PULL_STOPPED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "PULLING") return;
  const { container, task } = found;
  const { data: end } = entry;
  if (end.imageDigest === undefined) {
    const told = { reason: end.reason, why: end.why };
    const record = () => sim.record("PULL_FAILED", container.containerArn, told);
    if (failToPull(sim, task, container, told, record)) startWhatCanStart(sim, task);
    return;
  }
  const image = pulledBuild(sim, end.image, end.imageDigest);
  const definition = definitionOf(sim, task);
  const isReady = dependencyVerdict(definition, container.name, containersOf(sim, task)).kind === "ready";
  const timer = isReady || !isOnFargate(task) ? createSoon(sim, container) : undefined;
  moveContainer(sim, container, "PULL_STOPPED", { imageDigest: image.imageDigest, timer });
  const current = replaceTask(sim, task, { pullStoppedAtMs: sim.nowMs });
  keepLayers(sim, task, containerDefinition(definition, container.name).image, image.imageDigest);
  sim.record("PULL_STOPPED", container.containerArn, { imageDigest: image.imageDigest, sizeMB: image.sizeMB });
  if (timer === undefined) startWhatCanStart(sim, current);
}

/** Before the pull, Fargate's check of the log driver's options has failed. */
export function onLoggingRefused(sim: Cloud, entry: CloudEntry<"LOGGING_REFUSED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "PULLING") return;
  const { container, task } = found;
  const checked = replaceTask(sim, task, { pullStoppedAtMs: sim.nowMs });
  failAndEnd(sim, checked, container, {}, failedStart(entry.data), startFailed(sim, container, entry.data));
}

/** The runtime has made the container. */
export function onContainerCreated(sim: Cloud, entry: CloudEntry<"CONTAINER_CREATED">): void {
  const found = findContainer(sim, entry);
  if (found === undefined || found.container.timer !== entry.seq) return;
  const { container, task } = found;
  const made = isOnFargate(task) ? {} : makeOnInstance(sim, task, container);
  if (made === undefined) return;
  const delayMs = draw(sim, "agent", CONTAINER_STARTED_AFTER);
  const options = { cause: sim.nextRecord };
  const timer = scheduleContainer(sim, container, delayMs, "CONTAINER_STARTED", undefined, options);
  moveContainer(sim, container, "CREATED", { timer, ...made });
  const { networkBindings, bridgeAddress } = made;
  sim.record("CONTAINER_CREATED", container.containerArn, networkBindings && { networkBindings, bridgeAddress });
}

/** What Docker gives a container: a name, ports, a log. @returns undefined when it cannot be made */
function makeOnInstance(sim: Cloud, task: TaskRow, container: ContainerRow): Partial<ContainerRow> | undefined {
  const refusedBefore = refusalOf(sim, task, container);
  if (refusedBefore !== undefined && AT_CREATION.has(refusedBefore.why)) {
    failToStart(sim, task, container, refusedBefore);
    return undefined;
  }
  const runtimeId = hexId(sim.world.random, 64);
  const refusal = openLog(sim, task, container, runtimeId);
  if (refusal !== undefined) {
    failToStart(sim, task, container, refusal);
    return undefined;
  }
  const published = publishPorts(sim, task, container);
  if (published.ok) return { runtimeId, ...published.given };
  failToStart(sim, task, container, tellPorts("ports.too-few-in-a-row", { count: published.count }));
  return undefined;
}

/** The container's process runs. */
export function onContainerStarted(sim: Cloud, entry: CloudEntry<"CONTAINER_STARTED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "CREATED") return;
  const { container, task } = found;
  const refusal = refusalOf(sim, task, container);
  if (refusal !== undefined) {
    failToStart(sim, task, container, refusal);
    return;
  }
  const isLast = containersOf(sim, task).every(
    ({ phase, slot }) => slot === container.slot || phase === "RUNNING" || phase === "STOPPED",
  );
  // On Fargate a container that runs before its task does is told to ECS.
  const current = isLast || !isOnFargate(task) ? task : replaceTask(sim, task, { version: task.version + 1 });
  letRun(sim, current, container);
  startWhatCanStart(sim, current);
}

/** What Docker refuses before there is a container. */
const AT_CREATION: ReadonlySet<StartCause> = new Set<StartCause>([
  "process.no-command",
  "process.relative-directory",
  "process.too-little-memory",
]);

/** Why the runtime does not start the process of a container, if it does not. */
function refusalOf(sim: Cloud, task: TaskRow, container: ContainerRow): FailedStart | undefined {
  const start = startOf(sim.tables, task, container);
  if (start.kind === "runs") return undefined;
  const { why, word, exitCode } = start;
  const tell = isOnFargate(task) ? tellProcess : tellProcessOnInstance;
  const told = tell(why, { word });
  return { ...told, ...(exitCode !== undefined && { exitCode }) };
}

/** Why a container never started. */
interface FailedStart extends Told<StartCause> {
  readonly exitCode?: number;
}

/**
 * A container that never started: it stops, and the task with it when it is essential. On Fargate the text of the failure
 * stands in the task's `stoppedReason` alone, on EC2 in the container's `reason` alone.
 * Simplified: that the others go on without one that is not essential is what the API Reference says of `essential`; no
 * recorded answer of Fargate shows it.
 */
function failToStart(sim: Cloud, task: TaskRow, container: ContainerRow, start: FailedStart): void {
  const { reason, why, exitCode } = start;
  const shown = isOnFargate(task) ? {} : { reason, exitCode };
  const stop = isEssential(sim, task, container) ? stopOfFailed(task, { reason, why }) : undefined;
  if (failAndEnd(sim, task, container, shown, stop, startFailed(sim, container, start))) startWhatCanStart(sim, task);
}

/**
 * A container whose image does not come. On EC2 the task goes on without one that is not essential, unless the agent's
 * `ECS_IMAGE_PULL_BEHAVIOR` is `always` or `once`.
 * @returns whether the task goes on
 * @source Source of the public agent 1.105.1 (checked 2026-11-29)
 * Simplified: Fargate always pulls, so it ends the task as an agent with `always` does; no recorded answer shows it.
 */
function failToPull(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  told: Told<StartCause | PullCause>,
  record: () => number,
): boolean {
  const behaviour = machineOf(sim.tables, task)?.agentConfiguration.ECS_IMAGE_PULL_BEHAVIOR ?? "default";
  const ends = isOnFargate(task) || isEssential(sim, task, container) || behaviour === "always" || behaviour === "once";
  return failAndEnd(sim, task, container, { reason: told.reason }, ends ? stopOfFailed(task, told) : undefined, record);
}

/** A container whose registry does not let the agent in: its image does not come. @returns whether the task goes on */
export function failToLogIn(sim: Cloud, task: TaskRow, container: ContainerRow, told: Told<ResourceCause>): boolean {
  return failToPull(sim, task, container, told, startFailed(sim, container, told));
}

/**
 * A container whose dependency can no longer be met. On Fargate neither the container nor the task says so.
 * @source Recorded answers of a Fargate task: no exit code, no reason, and the general words in the task (checked 2026-11-29)
 */
export function failDependent(sim: Cloud, task: TaskRow, container: ContainerRow, told: Told<DependencyCause>): void {
  const shown = isOnFargate(task) ? {} : { reason: told.reason, exitCode: 143 };
  const stop = isEssential(sim, task, container) ? WITHOUT_WORDS : undefined;
  if (failAndEnd(sim, task, container, shown, stop, startFailed(sim, container, told))) startWhatCanStart(sim, task);
}

/**
 * @param stop the end of the task; undefined when it goes on
 * @param record writes down what failed
 * @returns whether the task goes on
 */
function failAndEnd(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  shown: Partial<Pick<FailedStart, "reason" | "exitCode">>,
  stop: StopOrder | undefined,
  record: () => number,
): boolean {
  moveContainer(sim, container, "FAILED", { ...shown, stoppedAtMs: sim.nowMs });
  if (stop !== undefined) {
    const failed = replaceTask(sim, task, endOfExecution(sim, task, stop));
    endFailedStart(sim, failed, stop, record());
    return false;
  }
  const cause = record();
  if (isOnFargate(task)) reportExit(sim, task, cause);
  return true;
}

function startFailed(sim: Cloud, { containerArn }: ContainerRow, { reason, why }: Told<StartCause>): () => number {
  return () => sim.record("START_FAILED", containerArn, { reason, why });
}

function isEssential(sim: Cloud, task: TaskRow, { name }: ContainerRow): boolean {
  return containerDefinition(definitionOf(sim, task), name).essential;
}

function stopOfFailed(task: TaskRow, told: Told<StopCause>): StopOrder {
  return isOnFargate(task) ? failedStart(told) : WITHOUT_WORDS;
}

function turnRunning(sim: Cloud, task: TaskRow, containers: readonly ContainerRow[]): void {
  if (task.lastStatus !== "PENDING") return;
  if (!containers.every((container) => container.phase === "RUNNING" || container.phase === "STOPPED")) return;
  // Its service registers it, and then it is RUNNING.
  if (loadBalancersOf(sim.tables, task).length > 0) {
    moveTask(sim, task, "REGISTRATION_STARTED");
    sim.record("TASK_ACTIVATING", task.taskArn);
    return;
  }
  moveTask(sim, task, "CONTAINERS_STARTED", { startedAtMs: sim.nowMs });
  sim.record("TASK_RUNNING", task.taskArn);
}

/** The moment a container's process starts: what it will do, and when it will end if it ends by itself. */
import { tellExit } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { ProcessEnd } from "../../model/processes.ts";
import type { Behaviour } from "../../model/registry.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { readMemory } from "../../task-definition/sizes.ts";
import { startOf } from "../../workloads/container-start.ts";
import { takenPort } from "../../workloads/listening-ports.ts";
import { nextOutOfMemory, type OutOfMemory } from "../../workloads/memory.ts";
import { instanceOf } from "../host/host-queue.ts";
import { copyOfContainer } from "../rows/row-copies.ts";
import {
  cancelTimer,
  containerDefinition,
  containersOf,
  definitionOf,
  moveContainer,
  natureOf,
  overrideOf,
  replaceContainer,
  scheduleContainer,
} from "../rows/task-rows.ts";
import { watchForLosses } from "./log-losses.ts";
import { probeNeighbours, probeNext } from "./probes.ts";
import { beginProcess } from "./processes.ts";
import { beginOutput } from "./task-logs.ts";

/** Exit code of a process that SIGKILL ended. */
export const SIGKILL_EXIT_CODE = 137;

/** What the process of a container does, by its image and its command. A container that cannot start does nothing. */
export function behaviour(sim: Cloud, task: TaskRow, container: ContainerRow): Behaviour {
  const start = startOf(sim.tables, task, container);
  return start.kind === "runs" ? start.acts : {};
}

/** Starts the container's process and puts on the agenda how it will end, if it ends by itself. */
export function letRun(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const portTaken = takenPort(sim.tables, task, container);
  const acts = behaviour(sim, task, portTaken === undefined ? container : { ...container, portTaken });
  const { startTimeout } = containerDefinition(definitionOf(sim, task), container.name);
  const { nowMs: startedAtMs } = sim;
  const { memory } = acts;
  const starting = Object.assign(copyOfContainer(container), { phase: "RUNNING", startedAtMs, memory, portTaken });
  const plan = planEnds(sim, task, starting);
  const running = moveContainer(sim, container, "STARTED", { startedAtMs, memory, portTaken, ...plan });
  beginOutput(sim, task, running);
  beginProcess(sim, task, running);
  const endsByItself = acts.runsForMs !== undefined || acts.memory !== undefined;
  sim.record("CONTAINER_STARTED", container.containerArn, endsByItself ? { acts } : undefined);
  watchForLosses(sim, running);
  probeNext(sim, task, running);
  probeNeighbours(sim, task, running);
  if (startTimeout !== undefined) scheduleContainer(sim, container, 1000 * startTimeout, "START_TIMED_OUT", undefined);
}

/** Starts the process again, in the same container: same image, same address, nothing is pulled. */
export function letRunAgain(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const restartCount = container.restartCount + 1;
  const portTaken = takenPort(sim.tables, task, { ...container, portTaken: undefined });
  const again = { startedAtMs: sim.nowMs, restartCount, timer: undefined, portTaken, hangs: undefined };
  const plan = planEnds(sim, task, { ...container, phase: "RUNNING", ...again });
  const restarted = moveContainer(sim, container, "RESTARTED", { ...again, ...plan });
  beginOutput(sim, task, restarted);
  beginProcess(sim, task, restarted);
  sim.record("CONTAINER_RESTARTED", container.containerArn, { restartCount });
  watchForLosses(sim, restarted);
  probeNext(sim, task, restarted);
  probeNeighbours(sim, task, restarted);
}

/**
 * Puts on the agenda when the containers of a task will end by themselves: `changed`, which starts or has just ended, and
 * those whose memory it shares. The changes belong to the next record, which is also the cause.
 * @returns the plan for `changed`, which the caller writes into its row; undefined when it has ended
 */
export function planEnds(sim: Cloud, task: TaskRow, changed: ContainerRow): Plan | undefined {
  const running = containersOf(sim, task)
    .map((row) => (row.slot === changed.slot ? changed : row))
    .filter((row) => row.phase === "RUNNING" && (row.slot === changed.slot || row.memory !== undefined));
  const full = fullMemory(sim, task, running);
  let own: Plan | undefined;
  for (const row of running) {
    const end = endOf(row, behaviour(sim, task, row), full);
    if (row.slot === changed.slot) own = planEnd(sim, row, end);
    else if (end?.atMs !== row.endsAtMs) {
      cancelTimer(sim, row);
      replaceContainer(sim, row, planEnd(sim, row, end));
    }
  }
  return own;
}

/** What a running container will do next by itself, as its row keeps it. */
type Plan = Pick<ContainerRow, "timer" | "endsAtMs">;

function planEnd(sim: Cloud, row: ContainerRow, end: PlannedEnd | undefined): Plan {
  if (end === undefined) return { timer: undefined, endsAtMs: undefined };
  const options = { cause: sim.nextRecord, nature: natureOf(row) };
  const timer = scheduleContainer(sim, row, end.atMs - sim.nowMs, "CONTAINER_EXITED", end.data, options);
  return { timer, endsAtMs: end.atMs };
}

interface PlannedEnd {
  readonly atMs: number;
  readonly data: ProcessEnd;
}

function fullMemory(sim: Cloud, task: TaskRow, running: readonly ContainerRow[]): OutOfMemory | undefined {
  const definition = definitionOf(sim, task);
  const users = running.flatMap(({ name, startedAtMs = sim.nowMs, memory: use }) => {
    if (use === undefined) return [];
    const limitMiB = overrideOf(task, name)?.memory ?? containerDefinition(definition, name).memory;
    return [{ name, startedAtMs, use, limitMiB }];
  });
  if (users.length === 0) return undefined;
  return nextOutOfMemory(users, memoryLimitOf(sim, task, definition), sim.nowMs);
}

/** MiB that the containers of a task share: the task's memory, or on EC2 without it the whole instance. */
function memoryLimitOf(sim: Cloud, task: TaskRow, definition: RegisteredTaskDefinition): number {
  const isSet = (task.spec.overrides.memory ?? definition.memory) !== undefined;
  const machine = isSet ? undefined : instanceOf(sim, task)?.spec.registered.memory;
  return machine ?? readMemory(task.spec.memory) ?? Number.POSITIVE_INFINITY;
}

/** A main process whose child is killed ends by itself. */
function killedExitCode({ memory, exitCode = 0 }: Behaviour): number {
  return memory?.ofChild === true ? exitCode : SIGKILL_EXIT_CODE;
}

function endOf(row: ContainerRow, acts: Behaviour, full: OutOfMemory | undefined): PlannedEnd | undefined {
  const { startedAtMs = 0 } = row;
  const byItself = startedAtMs + (acts.runsForMs ?? Number.POSITIVE_INFINITY);
  if (full?.name === row.name && full.atMs < byItself) {
    const { limit, limitMiB } = full;
    return {
      atMs: full.atMs,
      data: { exitCode: killedExitCode(acts), ...tellExit("exit.out-of-memory"), memory: { limit, limitMiB } },
    };
  }
  return acts.runsForMs === undefined ? undefined : { atMs: byItself, data: { exitCode: acts.exitCode ?? 0 } };
}

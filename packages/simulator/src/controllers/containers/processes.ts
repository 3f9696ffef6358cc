/**
 * Processes that use files, step by step: a program runs until it sleeps, and goes on when the time has passed. What it
 * reads is what the others have written by then.
 */

import { dateText } from "../../model/calendar.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { epochMs } from "../../model/place.ts";
import type { Resumption, ShellState } from "../../model/processes.ts";
import { startOf } from "../../workloads/container-start.ts";
import { valuesOf } from "../../workloads/environment.ts";
import type { CommandRun } from "../../workloads/process-start.ts";
import { programOf, usesFiles } from "../../workloads/shell.ts";
import type { ShellHost } from "../../workloads/shell-host.ts";
import { runShell, SHELL_START } from "../../workloads/shell-run.ts";
import { systemOf } from "../../workloads/shell-system.ts";
import { ShellSyntaxError } from "../../workloads/shell-words.ts";
import { hostnameOf } from "../agent/agent-side.ts";
import {
  containerDefinition,
  definitionOf,
  findContainer,
  natureOf,
  overrideOf,
  replaceContainer,
  scheduleContainer,
} from "../rows/task-rows.ts";
import { probeReaders } from "./probes.ts";
import { filesOf } from "./task-files.ts";
import { changeOutput } from "./task-logs.ts";

/** How often a program may sleep before it counts as one that never ends. Ours. */
const SLEEPS_IN_PROGRESS = 60;

/** Runs the first step of a process that has just started, when it uses files. The changes belong to the next record. */
export function beginProcess(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const run = fileCommand(sim, task, container);
  if (run !== undefined) goOn(sim, task, container, { run, state: SHELL_START });
}

/** A process wakes up. */
export function onProcessResumed(sim: Cloud, entry: CloudEntry<"PROCESS_RESUMED">): void {
  const found = findContainer(sim, entry);
  if (found?.container.phase !== "RUNNING") return;
  const { container, task } = found;
  const { state, startedAtMs } = entry.data;
  const run = fileCommand(sim, task, container);
  if (container.startedAtMs !== startedAtMs || run === undefined) return;
  goOn(sim, task, container, { run, state });
  // A program that only looks, again and again, leaves no trace in the journal.
  if (sim.journal.pendingChanges === 0) return;
  sim.record("PROCESS_RESUMED", container.containerArn);
  probeReaders(sim, task);
}

function goOn(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  { run, state }: { readonly run: CommandRun; readonly state: ShellState },
): void {
  const program = programOf(run.command);
  if (program instanceof ShellSyntaxError) return;
  const printed: string[] = [];
  const step = runShell(program, state, hostOf(sim, task, container, { printed, run }));
  if (printed.length > 0) {
    const lines = printed.map((text) => ({ atMs: sim.nowMs, text }));
    changeOutput(sim, container, (run) => ({ ...run, lines: [...(run.lines ?? []), ...lines] }));
  }
  if (step.kind === "busy") {
    // The sleep behind it has happened: nothing of it is left to be taken back.
    if (state !== SHELL_START && container.timer !== undefined) replaceContainer(sim, container, { timer: undefined });
    return;
  }
  const options = { cause: sim.nextRecord, nature: natureOf(container) };
  if (step.kind === "exit") {
    const timer = scheduleContainer(sim, container, 0, "CONTAINER_EXITED", { exitCode: step.exitCode }, options);
    replaceContainer(sim, container, { timer });
    return;
  }
  const data: Resumption = { state: step.state, startedAtMs: container.startedAtMs ?? 0 };
  const nature = step.state.sleeps > SLEEPS_IN_PROGRESS ? "periodic" : options.nature;
  const timer = scheduleContainer(sim, container, step.ms, "PROCESS_RESUMED", data, { ...options, nature });
  // A number of its own at every sleep would leave a trace of each: what comes again and again is not taken back.
  const kept = nature === "periodic" ? undefined : timer;
  if (kept !== container.timer) replaceContainer(sim, container, { timer: kept });
}

/** The command of a container, when it is what runs and uses files. */
function fileCommand(sim: Cloud, task: TaskRow, container: ContainerRow): CommandRun | undefined {
  const start = startOf(sim.tables, task, container);
  const run = start.kind === "runs" ? start.run : undefined;
  return run !== undefined && usesFiles(run.command) ? run : undefined;
}

function hostOf(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  { printed, run }: { readonly printed: string[]; readonly run: CommandRun },
): ShellHost {
  const definition = containerDefinition(definitionOf(sim, task), container.name);
  const environment = valuesOf(definition, overrideOf(task, container.name), container.fileVariables);
  return {
    nowMs: sim.nowMs,
    environment,
    system: systemOf(run.system, environment),
    hostname: hostnameOf(sim, task, container),
    files: filesOf(sim, task, container),
    print: (line) => printed.push(line),
    dateText: (atMs) => dateText(epochMs(sim.tables, atMs)),
  };
}

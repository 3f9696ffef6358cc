/** What RunTask and StartTask refuse of `overrides`: the rules of a definition hold for what a call changes of it. */
import type { TaskDefinitionRow } from "../../model/ecs.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { readCpu, readMemory } from "../../task-definition/sizes.ts";
import { refuse } from "./refusals.ts";
import type { RunTaskInput } from "./task-request.ts";

type Overrides = NonNullable<RunTaskInput["overrides"]>;

/** @source API Reference, RunTask, overrides (checked 2026-11-20) */
const MAX_OVERRIDES = 8192;

/** GiB of a Fargate task's own disk. @source API Reference, EphemeralStorage (checked 2026-11-29) */
const STORAGE_GIB = { least: 21, most: 200 } as const;

/** Refuses overrides that no task of this definition can have. */
export function refuseOverrides(
  { overrides = {} }: Pick<RunTaskInput, "overrides">,
  launchType: string,
  { definition }: TaskDefinitionRow,
): Refusal | undefined {
  if (JSON.stringify(overrides).length > MAX_OVERRIDES) return refuse("run-task.overrides");
  if ((overrides.inferenceAcceleratorOverrides?.length ?? 0) > 0) return refuse("run-task.inference");
  return (
    named(overrides, definition) ??
    variables(overrides) ??
    units(overrides) ??
    storage(overrides, launchType) ??
    containerMemory(overrides, definition)
  );
}

function named({ containerOverrides = [] }: Overrides, definition: RegisteredTaskDefinition): Refusal | undefined {
  const names = new Set(definition.containerDefinitions.map((container) => container.name));
  const unknown = containerOverrides.find(({ name }) => name === undefined || !names.has(name));
  return unknown === undefined ? undefined : refuse("run-task.override-container", { name: unknown.name });
}

/** The rule of a definition holds for what a call adds to it. */
function variables({ containerOverrides = [] }: Overrides): Refusal | undefined {
  const added = containerOverrides.flatMap(({ environment = [] }) => environment);
  return added.every(({ name }) => name?.trim()) ? undefined : refuse("run-task.override-variable");
}

function units({ cpu, memory }: Overrides): Refusal | undefined {
  if (cpu !== undefined && readCpu(cpu) === undefined) return refuse("run-task.override-size", { member: "cpu" });
  if (memory === undefined || readMemory(memory) !== undefined) return undefined;
  return refuse("run-task.override-size", { member: "memory" });
}

function storage({ ephemeralStorage }: Overrides, launchType: string): Refusal | undefined {
  if (ephemeralStorage === undefined) return undefined;
  if (launchType !== "FARGATE") return refuse("run-task.storage-on-ec2");
  const { sizeInGiB } = ephemeralStorage;
  const { least, most } = STORAGE_GIB;
  return sizeInGiB >= least && sizeInGiB <= most ? undefined : refuse("run-task.storage-size", { least, most });
}

/** A container cannot have more than its task, whichever of the two the call changes. */
function containerMemory(overrides: Overrides, definition: RegisteredTaskDefinition): Refusal | undefined {
  const task = readMemory(overrides.memory ?? definition.memory ?? "");
  if (task === undefined) return undefined;
  const given = new Map(overrides.containerOverrides?.map((override) => [override.name, override]));
  for (const { name, memory, memoryReservation } of definition.containerDefinitions) {
    const changed = given.get(name);
    const most = Math.max(changed?.memory ?? memory ?? 0, changed?.memoryReservation ?? memoryReservation ?? 0);
    if (most > task) return refuse("run-task.container-memory", { name, mib: most, task });
  }
  return undefined;
}

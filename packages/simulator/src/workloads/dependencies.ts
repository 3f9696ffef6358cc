/**
 * `dependsOn`: whether a container may start, must wait, or can never start.
 * Source: API Reference, ContainerDependency, and the public agent's dependency graph (checked 2026-11-20).
 */
import type { Told } from "../model/cause.ts";
import { type DependencyCause, tellDependency } from "../model/causes/starts.ts";
import type { ContainerRow } from "../model/ecs.ts";
import type { ContainerDependency, RegisteredTaskDefinition } from "../model/task-definition.ts";

export type DependencyVerdict =
  | { readonly kind: "ready" }
  | { readonly kind: "waiting"; readonly waitsFor: string }
  | { readonly kind: "impossible"; readonly because: Told<DependencyCause> };

const READY: DependencyVerdict = { kind: "ready" };

/** Judges one container against the others of its task. */
export function dependencyVerdict(
  definition: RegisteredTaskDefinition,
  name: string,
  containers: readonly ContainerRow[],
): DependencyVerdict {
  const dependsOn = definition.containerDefinitions.find((container) => container.name === name)?.dependsOn;
  if (dependsOn === undefined) return READY;
  let waiting: DependencyVerdict | undefined;
  for (const dependency of dependsOn) {
    const target = containers.find((container) => container.name === dependency.containerName);
    if (target === undefined) continue;
    const verdict = judge(dependency, target, () => waitingOf(definition, target, name));
    if (verdict.kind === "impossible") return verdict;
    if (verdict.kind === "waiting") waiting ??= verdict;
  }
  return waiting ?? READY;
}

/** The containers that must have stopped before this one may be stopped: those that depend on it. */
export function dependentsOf(definition: RegisteredTaskDefinition, name: string): string[] {
  return definition.containerDefinitions
    .filter((container) => container.dependsOn?.some((dependency) => dependency.containerName === name) === true)
    .map((container) => container.name);
}

/** True when the condition of a dependency is met. */
export function dependencyHolds(dependency: ContainerDependency, target: ContainerRow): boolean {
  return judge(dependency, target, () => ({ dependency: "", target: "" })).kind === "ready";
}

/** A container that waits for another one, both as the agent writes them in its log and in reasons. */
export function waitingOf(
  definition: RegisteredTaskDefinition,
  dependency: ContainerRow,
  waits: string,
): { readonly dependency: string; readonly target: string } {
  const named = (name: string, statuses: string) => {
    const image = definition.containerDefinitions.find((container) => container.name === name)?.image;
    return `${name}(${image}) (${statuses})`;
  };
  const { name, exitCode } = dependency;
  const exit = exitCode === undefined ? "" : ` - Exit: ${exitCode}`;
  return { dependency: `${named(name, statusesOf(dependency))}${exit}`, target: named(waits, "NONE->RUNNING") };
}

/**
 * What the agent knows of a container, and wants of it: it wants RUNNING of what has exited, STOPPED of what did not start.
 * @source Source of the public agent 1.105.1 (checked 2026-11-29)
 */
function statusesOf({ phase, startedAtMs }: ContainerRow): string {
  if (phase === "STOPPED") return `STOPPED->${startedAtMs === undefined ? "STOPPED" : "RUNNING"}`;
  return `${startedAtMs === undefined ? "NONE" : "RUNNING"}->RUNNING`;
}

function judge(
  { condition }: ContainerDependency,
  target: ContainerRow,
  waiting: () => Parameters<typeof tellDependency>[1],
): DependencyVerdict {
  const waits: DependencyVerdict = { kind: "waiting", waitsFor: `${target.name}: ${condition}` };
  const stopped = target.phase === "STOPPED";
  const started = target.startedAtMs !== undefined;
  if (stopped && !started) return impossible(tellDependency("dependency.not-started", waiting()));
  if (condition === "START") return started ? READY : waits;
  if (condition === "HEALTHY") {
    if (stopped) return impossible(tellDependency("dependency.not-healthy", waiting()));
    return target.healthStatus === "HEALTHY" ? READY : waits;
  }
  if (!stopped) return waits;
  if (condition === "SUCCESS" && target.exitCode !== 0) {
    return impossible(tellDependency("dependency.failed", waiting()));
  }
  return READY;
}

function impossible(because: Told<DependencyCause>): DependencyVerdict {
  return { kind: "impossible", because };
}

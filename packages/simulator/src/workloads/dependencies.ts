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
    const verdict = judge(dependency, target, name);
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
  return judge(dependency, target, "").kind === "ready";
}

/** @param waits name of the container that waits */
function judge({ condition }: ContainerDependency, target: ContainerRow, waits: string): DependencyVerdict {
  const names = { dependency: target.name, target: waits };
  const waiting: DependencyVerdict = { kind: "waiting", waitsFor: `${target.name}: ${condition}` };
  const stopped = target.phase === "STOPPED";
  const started = target.startedAtMs !== undefined;
  if (stopped && !started) return impossible(tellDependency("dependency.not-started", names));
  if (condition === "START") return started ? READY : waiting;
  if (condition === "HEALTHY") {
    if (stopped) return impossible(tellDependency("dependency.not-healthy", names));
    return target.healthStatus === "HEALTHY" ? READY : waiting;
  }
  if (!stopped) return waiting;
  if (condition === "SUCCESS" && target.exitCode !== 0) {
    return impossible(tellDependency("dependency.failed", names));
  }
  return READY;
}

function impossible(because: Told<DependencyCause>): DependencyVerdict {
  return { kind: "impossible", because };
}

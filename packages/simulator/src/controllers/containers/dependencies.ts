/**
 * `dependsOn`: whether a container may start, must wait, or can never start.
 * Source: API Reference, ContainerDependency, and the public agent's dependency graph (checked 2026-11-20).
 */
import type { ContainerRow } from "../../model/ecs.ts";
import type { ContainerDependency, RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { containerDefinition } from "../rows/task-rows.ts";

export type DependencyVerdict =
  | { readonly kind: "ready" }
  | { readonly kind: "waiting"; readonly waitsFor: string }
  | { readonly kind: "impossible"; readonly reason: string };

const READY: DependencyVerdict = { kind: "ready" };

/** Judges one container against the others of its task. */
export function dependencyVerdict(
  definition: RegisteredTaskDefinition,
  name: string,
  containers: readonly ContainerRow[],
): DependencyVerdict {
  const { dependsOn } = containerDefinition(definition, name);
  if (dependsOn === undefined) return READY;
  let waiting: DependencyVerdict | undefined;
  for (const dependency of dependsOn) {
    const target = containers.find((container) => container.name === dependency.containerName);
    if (target === undefined) continue;
    const verdict = judge(dependency, target);
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
  return judge(dependency, target).kind === "ready";
}

function judge(dependency: ContainerDependency, target: ContainerRow): DependencyVerdict {
  const { condition } = dependency;
  const waiting: DependencyVerdict = { kind: "waiting", waitsFor: `${target.name}: ${condition}` };
  const stopped = target.phase === "STOPPED";
  const started = target.startedAtMs !== undefined;
  if (stopped && !started) return impossible(target, "did not start");
  if (condition === "START") return started ? READY : waiting;
  if (condition === "HEALTHY") {
    if (stopped) return impossible(target, "stopped before it was healthy");
    return target.healthStatus === "HEALTHY" ? READY : waiting;
  }
  if (!stopped) return waiting;
  if (condition === "SUCCESS" && target.exitCode !== 0) return impossible(target, `exited with ${target.exitCode}`);
  return READY;
}

/**
 * Simplified: AWS puts the text of the agent's dependency error here; its exact wording on Fargate is not confirmed.
 */
function impossible(target: ContainerRow, what: string): DependencyVerdict {
  return {
    kind: "impossible",
    reason: `CannotStartContainerError: dependency graph: dependency container ${target.name} ${what}`,
  };
}

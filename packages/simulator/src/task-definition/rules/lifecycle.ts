/** What decides how containers start and stop: volumes to mount, `dependsOn`, health checks, timeouts. */
import type { HealthCheck, TaskDefinitionInput } from "../../model/task-definition.ts";
import { eachContainer, type Rule, rule } from "../rule.ts";

/** Bounds of a health check, seconds and counts. @see API Reference, HealthCheck */
const HEALTH_BOUNDS: readonly [keyof HealthCheck & string, number, number][] = [
  ["interval", 5, 300],
  ["timeout", 2, 60],
  ["retries", 1, 10],
  ["startPeriod", 0, 300],
];

export const lifecycleRules: readonly Rule[] = [
  rule({ id: "vol-unknown", evidence: "exact", hint: "Name a volume of the definition." }, function* (definition) {
    const volumes = new Set(definition.volumes?.map((volume) => volume.name));
    for (const { container, path } of eachContainer(definition)) {
      for (const [index, { sourceVolume }] of (container.mountPoints ?? []).entries()) {
        if (sourceVolume !== undefined && volumes.has(sourceVolume)) continue;
        yield {
          message: `Unknown volume '${sourceVolume ?? "null"}'.`,
          path: [...path, "mountPoints", index, ...(sourceVolume === undefined ? [] : ["sourceVolume"])],
        };
      }
    }
  }),
  rule({ id: "dep-unknown", evidence: "exact", hint: "Name a container of the definition." }, (definition) =>
    dependencies(definition, ({ target, containerName }) =>
      // The stray plus sign is AWS's own.
      target === undefined ? `Cannot depend on container + '${containerName}' because it does not exist` : undefined,
    ),
  ),
  rule(
    { id: "dep-essential", evidence: "exact", hint: "Set essential to false on the container waited for." },
    (definition) =>
      dependencies(definition, ({ target, condition }) =>
        target !== undefined && target.essential !== false && (condition === "SUCCESS" || condition === "COMPLETE")
          ? "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container"
          : undefined,
      ),
  ),
  rule({ id: "dep-health", evidence: "near", hint: "Give the container waited for a healthCheck." }, (definition) =>
    dependencies(definition, ({ target, condition }) =>
      target !== undefined && condition === "HEALTHY" && target.healthCheck === undefined
        ? "A dependency container with HEALTHY condition must have health check configured"
        : undefined,
    ),
  ),
  rule({ id: "dep-cycle", evidence: "ours", hint: "Break the cycle." }, function* (definition) {
    if (hasCycle(definition)) {
      yield { message: "Container dependencies should not have a cycle", path: ["containerDefinitions"] };
    }
  }),
  rule({ id: "hc-high", evidence: "exact", hint: "Keep to the documented range." }, (definition) =>
    healthBounds(definition, (value, field, [, high], name) =>
      value > high
        ? `Health check ${field} must be less than or equal to the maximum allowed value ${high} for container '${name}'`
        : undefined,
    ),
  ),
  rule({ id: "hc-low", evidence: "ours", hint: "Keep to the documented range." }, (definition) =>
    healthBounds(definition, (value, field, [low], name) =>
      value < low
        ? `Health check ${field} must be greater than or equal to the minimum allowed value ${low} for container '${name}'`
        : undefined,
    ),
  ),
  rule({ id: "stop-min", evidence: "ours", hint: "Use at least 2 seconds." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      for (const field of ["startTimeout", "stopTimeout"] as const) {
        const value = container[field];
        if (value === undefined || value >= 2) continue;
        const which = field === "startTimeout" ? "start" : "stop";
        const message = `Granular ${which} timeout on container '${container.name}' must be at least 2 seconds.`;
        yield { message, path: [...path, field] };
      }
    }
  }),
];

type Target = TaskDefinitionInput["containerDefinitions"][number] | undefined;

function* dependencies(
  definition: TaskDefinitionInput,
  judge: (dependency: { target: Target; containerName: string; condition: string }) => string | undefined,
): Iterable<{ message: string; path: (string | number)[] }> {
  for (const { container, path } of eachContainer(definition)) {
    for (const [index, { containerName, condition }] of (container.dependsOn ?? []).entries()) {
      const target = definition.containerDefinitions.find((candidate) => candidate.name === containerName);
      const message = judge({ target, containerName, condition });
      if (message !== undefined) yield { message, path: [...path, "dependsOn", index] };
    }
  }
}

function* healthBounds(
  definition: TaskDefinitionInput,
  judge: (value: number, field: string, bounds: [number, number], name: string) => string | undefined,
): Iterable<{ message: string; path: (string | number)[] }> {
  for (const { container, path } of eachContainer(definition)) {
    for (const [field, low, high] of HEALTH_BOUNDS) {
      const value = container.healthCheck?.[field];
      if (typeof value !== "number") continue;
      const message = judge(value, field, [low, high], container.name ?? "");
      if (message !== undefined) yield { message, path: [...path, "healthCheck", field] };
    }
  }
}

/** Depth-first over at most ten containers; a container on the current path closes a cycle. */
function hasCycle(definition: TaskDefinitionInput): boolean {
  const done = new Set<string>();
  const visit = (name: string, onPath: ReadonlySet<string>): boolean => {
    if (onPath.has(name)) return true;
    if (done.has(name)) return false;
    done.add(name);
    const container = definition.containerDefinitions.find((candidate) => candidate.name === name);
    const next = new Set(onPath).add(name);
    return container?.dependsOn?.some((dependency) => visit(dependency.containerName, next)) === true;
  };
  return definition.containerDefinitions.some(({ name }) => name !== undefined && visit(name, new Set()));
}

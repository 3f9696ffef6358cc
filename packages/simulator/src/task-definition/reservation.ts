/**
 * What one task of a definition takes of its container instance. CPU and memory of the task when they are set, else the
 * sum over its containers: `memoryReservation` when set, else `memory`. Static host ports only in bridge and host mode.
 * Source: Developer Guide, "How Amazon ECS places tasks", and API Reference, ContainerDefinition (checked 2026-11-21).
 */
import type { TaskReservation } from "../model/container-instances.ts";
import type { NetworkMode, TaskOverride } from "../model/ecs.ts";
import type { RegisteredContainerDefinition, RegisteredTaskDefinition } from "../model/task-definition.ts";
import { readCpu, readMemory } from "./sizes.ts";

/** A reservation before an instance is chosen: how many GPUs, not which. */
export interface WantedResources extends Omit<TaskReservation, "gpus"> {
  readonly gpus: number;
}

/** The mode of a definition; bridge when it names none, as on Linux. */
export function networkModeOf(definition: RegisteredTaskDefinition): NetworkMode {
  return (definition.networkMode ?? "bridge") as NetworkMode;
}

/** What a task of this definition takes, with the changes that the call makes. */
export function wantedResources(definition: RegisteredTaskDefinition, overrides: TaskOverride = {}): WantedResources {
  const mode = networkModeOf(definition);
  const taskCpu = readCpu(overrides.cpu ?? definition.cpu ?? "");
  const taskMemory = readMemory(overrides.memory ?? definition.memory ?? "");
  const given = new Map(overrides.containerOverrides?.map((override) => [override.name, override]));
  let cpu = 0;
  let memory = 0;
  let gpus = 0;
  const tcpPorts: number[] = [];
  const udpPorts: number[] = [];
  for (const container of definition.containerDefinitions) {
    const changed = { ...container, ...given.get(container.name) };
    cpu += changed.cpu ?? 0;
    memory += changed.memoryReservation ?? changed.memory ?? 0;
    gpus += gpusOf(changed);
    for (const { port, protocol } of staticPorts(container, mode))
      (protocol === "udp" ? udpPorts : tcpPorts).push(port);
  }
  return {
    cpu: taskCpu ?? cpu,
    memory: taskMemory ?? memory,
    gpus,
    tcpPorts,
    udpPorts,
    interfaces: mode === "awsvpc" ? 1 : 0,
  };
}

/** Host ports that a container takes for itself; dynamic ones are the agent's business, interfaces have their own. */
function* staticPorts(
  container: RegisteredContainerDefinition,
  mode: NetworkMode,
): Iterable<{ port: number; protocol: string }> {
  if (mode !== "bridge" && mode !== "host") return;
  for (const { hostPort, protocol = "tcp" } of container.portMappings ?? []) {
    // In host mode registering has filled in the container's port.
    if (hostPort !== undefined && hostPort !== 0) yield { port: hostPort, protocol };
  }
}

function gpusOf({ resourceRequirements = [] }: Pick<RegisteredContainerDefinition, "resourceRequirements">): number {
  let gpus = 0;
  for (const { type, value } of resourceRequirements) {
    if (type === "GPU") gpus += Number(value) || 0;
  }
  return gpus;
}

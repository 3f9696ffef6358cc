/**
 * What AWS fills in when it registers a definition: container defaults, sizes in digits, required attributes, launch
 * types that the content is fit for.
 * Source: API Reference, TaskDefinition, and exported task definitions (checked 2026-11-20).
 */
import type {
  ContainerDefinition,
  HealthCheck,
  PortMapping,
  RegisteredContainerDefinition,
  RegisteredTaskDefinition,
  TaskDefinitionInput,
} from "../model/task-definition.ts";
import { HEALTH_CHECK_DEFAULTS } from "../model/timing.ts";
import { compatibilitiesOf } from "./compatibilities.ts";
import { readDefinition } from "./definition.ts";
import { requiredAttributes } from "./required-attributes.ts";
import { readCpu, readMemory } from "./sizes.ts";

type VolumeInput = NonNullable<TaskDefinitionInput["volumes"]>[number];

/** The definition as the service keeps it. The input must have passed the rules. */
export function registeredForm(input: TaskDefinitionInput): RegisteredTaskDefinition {
  const { tags: _tags, ...rest } = input;
  const { definition } = readDefinition(input);
  return {
    ...rest,
    containerDefinitions: input.containerDefinitions.map((container) => fillContainer(container, input.networkMode)),
    volumes: (input.volumes ?? []).map(fillVolume),
    placementConstraints: input.placementConstraints ?? [],
    ...(input.cpu === undefined ? {} : { cpu: String(readCpu(input.cpu)) }),
    ...(input.memory === undefined ? {} : { memory: String(readMemory(input.memory)) }),
    requiresAttributes: requiredAttributes(definition).map((name) => ({ name })),
    compatibilities: compatibilitiesOf(definition),
  };
}

/** Launch types that the content is fit for, whatever was asked. */
export function compatibilities(input: TaskDefinitionInput): string[] {
  return compatibilitiesOf(readDefinition(input).definition);
}

function fillContainer(container: ContainerDefinition, networkMode: string | undefined): RegisteredContainerDefinition {
  return {
    ...container,
    name: container.name as string,
    image: container.image as string,
    cpu: container.cpu ?? 0,
    portMappings: (container.portMappings ?? []).map((mapping) => fillMapping(mapping, networkMode)),
    essential: container.essential ?? true,
    environment: container.environment ?? [],
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    ...(container.healthCheck === undefined ? {} : { healthCheck: fillHealthCheck(container.healthCheck) }),
    systemControls: container.systemControls ?? [],
  };
}

function fillMapping(mapping: PortMapping, networkMode: string | undefined): PortMapping {
  // The service takes http and keeps tcp.
  const protocol = mapping.protocol === undefined || mapping.protocol === "http" ? "tcp" : mapping.protocol;
  if (mapping.containerPortRange !== undefined) return { ...mapping, protocol };
  const shared = networkMode === "awsvpc" || networkMode === "host";
  return {
    ...mapping,
    hostPort: mapping.hostPort ?? (shared ? (mapping.containerPort ?? 0) : 0),
    protocol,
  };
}

function fillHealthCheck(check: HealthCheck): HealthCheck {
  const { interval, timeout, retries } = HEALTH_CHECK_DEFAULTS;
  return { interval, timeout, retries, ...check };
}

function fillVolume(volume: VolumeInput): VolumeInput {
  const efs = volume.efsVolumeConfiguration;
  if (typeof efs !== "object" || efs === null) return volume;
  return { ...volume, efsVolumeConfiguration: { rootDirectory: "/", ...efs } };
}

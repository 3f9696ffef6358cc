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
import { isFargateSize, readCpu, readMemory } from "./sizes.ts";

const PREFIX = "com.amazonaws.ecs.capability.";

/** The definition as the service keeps it. The input must have passed the rules. */
export function registeredForm(input: TaskDefinitionInput): RegisteredTaskDefinition {
  const { tags: _tags, ...rest } = input;
  return {
    ...rest,
    containerDefinitions: input.containerDefinitions.map((container) => fillContainer(container, input.networkMode)),
    volumes: input.volumes ?? [],
    placementConstraints: input.placementConstraints ?? [],
    ...(input.cpu === undefined ? {} : { cpu: String(readCpu(input.cpu)) }),
    ...(input.memory === undefined ? {} : { memory: String(readMemory(input.memory)) }),
    requiresAttributes: requiresAttributes(input).map((name) => ({ name })),
    compatibilities: compatibilities(input),
  };
}

/** Launch types that the content is fit for, whatever was asked. */
export function compatibilities(input: TaskDefinitionInput): string[] {
  if (input.networkMode !== "awsvpc") return ["EXTERNAL", "EC2"];
  const cpu = input.cpu === undefined ? undefined : readCpu(input.cpu);
  const memory = input.memory === undefined ? undefined : readMemory(input.memory);
  const fits = cpu !== undefined && memory !== undefined && isFargateSize(cpu, memory);
  return fits ? ["EC2", "MANAGED_INSTANCES", "FARGATE"] : ["EC2", "MANAGED_INSTANCES"];
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
  if (mapping.containerPortRange !== undefined) return { ...mapping, protocol: mapping.protocol ?? "tcp" };
  const shared = networkMode === "awsvpc" || networkMode === "host";
  return {
    ...mapping,
    hostPort: mapping.hostPort ?? (shared ? (mapping.containerPort ?? 0) : 0),
    protocol: mapping.protocol ?? "tcp",
  };
}

function fillHealthCheck(check: HealthCheck): HealthCheck {
  const { interval, timeout, retries } = HEALTH_CHECK_DEFAULTS;
  return { interval, timeout, retries, ...check };
}

/** Names that a container instance must announce; irrelevant on Fargate, returned all the same. */
function requiresAttributes(input: TaskDefinitionInput): string[] {
  const names = new Set<string>();
  const add = (condition: boolean, ...attributes: string[]) => {
    if (condition) for (const attribute of attributes) names.add(attribute);
  };
  const role = input.executionRoleArn !== undefined;
  for (const container of input.containerDefinitions) {
    const driver = container.logConfiguration?.logDriver;
    const ecr = /^\d{12}\.dkr\.ecr\./.test(container.image ?? "");
    add(driver !== undefined, `${PREFIX}logging-driver.${driver}`);
    add(driver === "awslogs", `${PREFIX}docker-remote-api.1.19`);
    add(driver === "awslogs" && role, "ecs.capability.execution-role-awslogs");
    add(ecr, `${PREFIX}ecr-auth`);
    add(ecr && role, "ecs.capability.execution-role-ecr-pull");
    add(container.memoryReservation !== undefined, `${PREFIX}docker-remote-api.1.21`);
    add(container.healthCheck !== undefined, "ecs.capability.container-health-check");
    add(container.healthCheck?.startPeriod !== undefined, `${PREFIX}docker-remote-api.1.29`);
    add(
      container.dependsOn !== undefined || container.startTimeout !== undefined || container.stopTimeout !== undefined,
      "ecs.capability.container-ordering",
    );
    add(container.privileged === true, `${PREFIX}privileged-container`);
  }
  add(input.taskRoleArn !== undefined, `${PREFIX}task-iam-role`);
  add(input.networkMode === "awsvpc", "ecs.capability.task-eni", `${PREFIX}docker-remote-api.1.18`);
  return [...names];
}

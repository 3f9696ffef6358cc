/**
 * Names that a container instance must announce to run a definition; irrelevant on Fargate, returned all the same.
 * Left out: the capabilities for task CPU and memory, which exported definitions with a task size do not list.
 * Source: exported task definitions and the public agent's list of capabilities (checked 2026-11-20).
 */
import type { RegisteredTaskDefinition } from "../model/task-definition.ts";
import type { Container, Definition, Volume } from "./definition.ts";
import { isGiven } from "./rule.ts";

const OLD = "com.amazonaws.ecs.capability.";
const NEW = "ecs.capability.";
const api = (version: string): string => `${OLD}docker-remote-api.${version}`;

/** Attribute names that follow from the content, each once. */
export function requiredAttributes(definition: Definition): string[] {
  const names = new Set<string>();
  for (const container of definition.containerDefinitions) {
    for (const name of ofContainer(container, definition)) names.add(name);
  }
  for (const volume of definition.volumes ?? []) for (const name of ofVolume(volume)) names.add(name);
  for (const name of ofTask(definition)) names.add(name);
  return [...names];
}

/**
 * What `runtimePlatform` asks of an instance; without it ECS asks for nothing. It stands in no `requiresAttributes`.
 * @source API Reference, RuntimePlatform; Developer Guide, Amazon ECS container instance attributes (checked 2026-11-29)
 */
export function platformAttributes({
  runtimePlatform = {},
}: RegisteredTaskDefinition): { readonly name: string; readonly value: string }[] {
  const { cpuArchitecture, operatingSystemFamily } = runtimePlatform;
  const wanted: { name: string; value: string }[] = [];
  if (cpuArchitecture !== undefined) {
    wanted.push({ name: "ecs.cpu-architecture", value: cpuArchitecture === "ARM64" ? "arm64" : "x86_64" });
  }
  if (operatingSystemFamily === "LINUX") wanted.push({ name: "ecs.os-type", value: "linux" });
  else if (operatingSystemFamily !== undefined) {
    wanted.push({ name: "ecs.os-type", value: "windows" }, { name: "ecs.os-family", value: operatingSystemFamily });
  }
  return wanted;
}

function* ofTask(task: Definition): Iterable<string> {
  if (task.taskRoleArn !== undefined) {
    yield `${OLD}task-iam-role`;
    if (task.networkMode === "host") yield `${OLD}task-iam-role-network-host`;
  }
  if (task.networkMode === "awsvpc") yield* [`${NEW}task-eni`, api("1.18")];
  if (task.pidMode !== undefined || task.ipcMode !== undefined) yield `${NEW}pid-ipc-namespace-sharing`;
  if (task.proxyConfiguration !== undefined) yield `${NEW}aws-appmesh`;
  if (task.enableFaultInjection === true) yield `${NEW}fault-injection`;
}

function* ofContainer(container: Container, { executionRoleArn }: Definition): Iterable<string> {
  const hasRole = executionRoleArn !== undefined;
  yield* ofLogging(container, hasRole);
  if (/^\d{12}\.dkr\.ecr[.-]/.test(container.image ?? "")) {
    yield `${OLD}ecr-auth`;
    if (hasRole) yield `${NEW}execution-role-ecr-pull`;
  }
  if (container.memoryReservation !== undefined || container.image?.includes("@sha256:")) yield api("1.21");
  if (container.healthCheck !== undefined) yield `${NEW}container-health-check`;
  if (container.healthCheck?.startPeriod !== undefined) yield api("1.29");
  for (const store of storesOf(container.secrets)) yield `${NEW}secrets.${store}.environment-variables`;
  if (isGiven(container.environmentFiles)) yield `${NEW}env-files.s3`;
  if (isGiven(container.dependsOn) || container.startTimeout !== undefined || container.stopTimeout !== undefined) {
    yield `${NEW}container-ordering`;
  }
  if (container.privileged === true) yield `${OLD}privileged-container`;
  if (container.repositoryCredentials !== undefined) yield `${NEW}private-registry-authentication.secretsmanager`;
  if (container.portMappings?.some(({ containerPortRange }) => containerPortRange !== undefined)) {
    yield `${NEW}network.container-port-range`;
  }
  if (container.restartPolicy?.enabled === true) yield `${NEW}container-restart-policy`;
  for (const option of container.dockerSecurityOptions ?? []) {
    if (option.startsWith("label:")) yield `${OLD}selinux`;
    if (option.startsWith("apparmor:")) yield `${OLD}apparmor`;
  }
  for (const spec of container.credentialSpecs ?? []) {
    yield spec.startsWith("credentialspecdomainless:") ? `${NEW}gmsa-domainless` : `${NEW}gmsa`;
  }
}

function* ofLogging({ logConfiguration, firelensConfiguration }: Container, hasRole: boolean): Iterable<string> {
  if (logConfiguration !== undefined) {
    const { logDriver, options } = logConfiguration;
    yield `${OLD}logging-driver.${logDriver}`;
    if (logDriver === "awslogs") yield api("1.19");
    if (logDriver === "awslogs" && hasRole) yield `${NEW}execution-role-awslogs`;
    if (options?.has("awslogs-create-group")) yield api("1.29");
    if (options?.has("mode") || options?.has("max-buffer-size")) yield api("1.28");
    for (const store of storesOf(logConfiguration.secretOptions)) yield `${NEW}secrets.${store}.bootstrap.log-driver`;
  }
  if (firelensConfiguration !== undefined) {
    yield `${NEW}firelens.${firelensConfiguration.type}`;
    const file = firelensConfiguration.options?.get("config-file-type");
    if (file !== undefined) yield `${NEW}firelens.options.config.${file}`;
  }
}

function* ofVolume(volume: Volume): Iterable<string> {
  if (volume.efsVolumeConfiguration !== undefined) {
    yield* [`${NEW}efs`, api("1.25")];
    if (volume.efsVolumeConfiguration.authorizationConfig !== undefined) yield `${NEW}efsAuth`;
  }
  if (volume.fsxWindowsFileServerVolumeConfiguration !== undefined) yield `${NEW}fsxWindowsFileServer`;
  if (volume.s3filesVolumeConfiguration !== undefined) yield `${NEW}storage.s3-files`;
  if (volume.configuredAtLaunch === true) yield `${NEW}storage.ebs-task-volume-attach`;
  if (volume.dockerVolumeConfiguration !== undefined) {
    yield `${NEW}docker-volume-driver.${volume.dockerVolumeConfiguration.driver ?? "local"}`;
  }
}

/** Where secrets come from: `asm` for Secrets Manager, `ssm` for the parameter store, which bare names mean. */
function storesOf(secrets: Container["secrets"] = []): Set<"asm" | "ssm"> {
  return new Set(
    secrets.map(({ valueFrom = "" }) => (/^arn:aws[a-z-]*:secretsmanager:/.test(valueFrom) ? "asm" : "ssm")),
  );
}

/**
 * The attributes that the ECS agent of an ECS-optimized Linux AMI registers, besides those that the instance adds.
 * Source: published DescribeContainerInstances answers and the public agent's capabilities (checked 2026-11-21).
 * Simplified: one list for every AMI of one age; real lists differ by agent, Docker and kernel.
 */
import type { Attributes } from "./container-instances.ts";

const OLD = "com.amazonaws.ecs.capability.";
const NEW = "ecs.capability.";

/** @source the public agent, supported Docker API versions (checked 2026-11-21) */
const OLDEST_DOCKER_API = 17;
const NEWEST_DOCKER_API = 44;

/** What `ECS_AVAILABLE_LOGGING_DRIVERS` is on the AMI. @source Developer Guide, agent configuration, and the AMI's ecs-init (checked 2026-11-21) */
const LOGGING_DRIVERS: readonly string[] = ["json-file", "syslog", "awslogs", "fluentd", "none"];

const OLD_CAPABILITIES = [
  "ecr-auth",
  "privileged-container",
  "task-iam-role",
  "task-iam-role-network-host",
  "logging-driver.awsfirelens",
];

const NEW_CAPABILITIES = [
  "aws-appmesh",
  "cni-plugin-version",
  "container-health-check",
  "container-ordering",
  "container-restart-policy",
  "docker-plugin.local",
  "docker-volume-driver.local",
  "efs",
  "efsAuth",
  "env-files.s3",
  "execute-command",
  "execution-role-awslogs",
  "execution-role-ecr-pull",
  "fault-injection",
  "firelens.fluentbit",
  "firelens.fluentd",
  "firelens.options.config.file",
  "firelens.options.config.s3",
  "full-sync",
  "network.container-port-range",
  "pid-ipc-namespace-sharing",
  "private-registry-authentication.secretsmanager",
  "secrets.asm.bootstrap.log-driver",
  "secrets.asm.environment-variables",
  "secrets.ssm.bootstrap.log-driver",
  "secrets.ssm.environment-variables",
  "storage.ebs-task-volume-attach",
  "task-cpu-mem-limit",
  "task-eni",
  "task-eni-block-instance-metadata",
];

/**
 * Attributes of an agent with this configuration.
 * @param loggingDrivers `ECS_AVAILABLE_LOGGING_DRIVERS` as a list; undefined for the AMI's own
 */
export function agentCapabilities(loggingDrivers: readonly string[] = LOGGING_DRIVERS): Attributes {
  const names = [
    ...OLD_CAPABILITIES.map((name) => OLD + name),
    ...loggingDrivers.map((driver) => `${OLD}logging-driver.${driver}`),
    ...Array.from(
      { length: NEWEST_DOCKER_API - OLDEST_DOCKER_API + 1 },
      (_, index) => `${OLD}docker-remote-api.1.${OLDEST_DOCKER_API + index}`,
    ),
    ...NEW_CAPABILITIES.map((name) => NEW + name),
  ];
  return Object.fromEntries(names.map((name) => [name, null]));
}

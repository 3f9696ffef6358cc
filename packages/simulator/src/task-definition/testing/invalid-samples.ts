/** Definitions with one mistake each, and what must answer: a rule of the service, or the client before it sends anything. */
import type { Changes } from "./change.ts";
import type { ValidName } from "./valid-samples.ts";

/** One change to a valid sample. */
export interface InvalidSample {
  readonly mistake: string;
  readonly base: ValidName;
  readonly changes: Changes;
  /** The rule that the service answers with first. */
  readonly rule?: string;
  /** Path of what a client refuses to send: a wrong type, or a member that the API does not have. */
  readonly client?: string;
}

const secrets = [{ name: "DB_PASSWORD", valueFrom: "db-password" }];

/** The catalogue of common mistakes, in the order of the samples that they change. */
export const INVALID: readonly InvalidSample[] = [
  { mistake: "memory that does not go with the CPU", base: "web", changes: { memory: "4096" }, rule: "fargate-pair" },
  { mistake: "bridge on Fargate", base: "web", changes: { networkMode: "bridge" }, rule: "fargate-network" },
  { mistake: "no task CPU", base: "web", changes: { cpu: undefined }, rule: "fargate-cpu" },
  { mistake: "task CPU as a number", base: "web", changes: { cpu: 256 }, client: "cpu" },
  {
    mistake: "no execution role for a private image",
    base: "webProduction",
    changes: { executionRoleArn: undefined },
    rule: "fargate-role-ecr",
  },
  {
    mistake: "no execution role for secrets",
    base: "armApi",
    changes: { executionRoleArn: undefined },
    rule: "secret-role",
  },
  {
    mistake: "secrets at the task level",
    base: "armApi",
    changes: { secrets, "c0.secrets": undefined },
    client: "secrets",
  },
  {
    mistake: "execution role inside of a container",
    base: "webProduction",
    changes: { executionRoleArn: undefined, "c0.executionRoleArn": "arn:aws:iam::123456789012:role/exec" },
    client: "c0.executionRoleArn",
  },
  {
    mistake: "a variable with the name of a secret",
    base: "armApi",
    changes: { "c0.environment.1": { name: "DB_PASSWORD", value: "x" } },
    rule: "secret-env",
  },
  {
    mistake: "another host port in awsvpc",
    base: "webProduction",
    changes: { "c0.portMappings.0.hostPort": 8080 },
    rule: "awsvpc-hostport",
  },
  {
    mistake: "no stream prefix on Fargate",
    base: "webProduction",
    changes: { "c0.logConfiguration.options.awslogs-stream-prefix": undefined },
    rule: "fargate-streamprefix",
  },
  {
    mistake: "json-file on Fargate",
    base: "webProduction",
    changes: { "c0.logConfiguration": { logDriver: "json-file" } },
    rule: "fargate-logdriver",
  },
  {
    mistake: "create-group false",
    base: "webProduction",
    changes: { "c0.logConfiguration.options.awslogs-create-group": "false" },
    rule: "log-create",
  },
  {
    mistake: "an init container that is essential",
    base: "initMigrate",
    changes: { "c0.essential": undefined },
    rule: "dep-essential",
  },
  {
    mistake: "HEALTHY without a health check",
    base: "sidecar",
    changes: { "c1.healthCheck": undefined },
    rule: "dep-health",
  },
  {
    mistake: "a dependency with a typing error",
    base: "initMigrate",
    changes: { "c1.dependsOn.0.containerName": "migrte" },
    rule: "dep-unknown",
  },
  {
    mistake: "a stop timeout of five minutes on Fargate",
    base: "initMigrate",
    changes: { "c1.stopTimeout": 300 },
    rule: "fargate-stoptimeout",
  },
  { mistake: "20 GiB written out", base: "web", changes: { "ephemeralStorage.sizeInGiB": 20 }, rule: "eph-min" },
  { mistake: "no memory at all", base: "bridge", changes: { "c1.memory": undefined }, rule: "mem-missing" },
  {
    mistake: "reservation above the limit",
    base: "bridge",
    changes: { "c0.memory": 128, "c0.memoryReservation": 256 },
    rule: "mem-res",
  },
  {
    mistake: "links in awsvpc",
    base: "bridge",
    changes: { networkMode: "awsvpc", "c0.portMappings": undefined, "c1.portMappings": undefined },
    rule: "links-mode",
  },
  {
    mistake: "one host port twice",
    base: "bridge",
    changes: { "c0.portMappings.0.hostPort": 8080, "c1.portMappings.0.hostPort": 8080 },
    rule: "hostport-dup",
  },
  {
    mistake: "IAM for EFS without encryption",
    base: "efs",
    changes: {
      "v0.efsVolumeConfiguration": {
        fileSystemId: "fs-0123456789abcdef0",
        transitEncryption: "DISABLED",
        authorizationConfig: { iam: "ENABLED" },
      },
    },
    rule: "efs-iam",
  },
  {
    mistake: "a mount of a volume with a typing error",
    base: "efs",
    changes: { "c0.mountPoints.0.sourceVolume": "dta" },
    rule: "vol-unknown",
  },
  {
    mistake: "FireLens without a router",
    base: "firelens",
    changes: { "c1.firelensConfiguration": undefined },
    rule: "fl-norouter",
  },
  {
    mistake: "FARGATE beside EC2 in host mode",
    base: "hostAgent",
    changes: { requiresCompatibilities: ["EC2", "FARGATE"] },
    rule: "fargate-network",
  },
  {
    mistake: "eleven containers",
    base: "web",
    changes: {
      containerDefinitions: Array.from({ length: 11 }, (_, index) => ({ name: `c${index}`, image: "nginx" })),
    },
    rule: "too-many",
  },
  { mistake: "half a vCPU for Windows", base: "windows", changes: { cpu: "512" }, rule: "fargate-win-cpu" },
  {
    mistake: "an EBS volume that nobody mounts",
    base: "ebs",
    changes: { "c0.mountPoints": undefined },
    rule: "vol-unused",
  },
];

/** Changes that look like mistakes and are none. */
export const STILL_VALID: readonly { readonly base: ValidName; readonly changes: Changes; readonly why: string }[] = [
  {
    base: "web",
    changes: { "c0.linuxParameters.tmpfs": [{ containerPath: "/tmp", size: 64 }] },
    why: "Fargate has tmpfs since January 2026",
  },
  { base: "web", changes: { "c0.portMappings.0.hostPort": 80 }, why: "the host port may repeat the container's" },
  { base: "initMigrate", changes: { "c1.stopTimeout": 120 }, why: "120 seconds are accepted" },
  {
    base: "bridge",
    changes: { "c0.memory": 128, "c0.memoryReservation": 128 },
    why: "the reservation may equal the limit",
  },
  {
    base: "web",
    changes: { taskRoleArn: null, volumes: null, "c0.command": null, "c0.healthCheck": null },
    why: "null counts as absent",
  },
];

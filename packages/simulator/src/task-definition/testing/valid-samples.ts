/** Definitions that the service registers: one for each way in which people use ECS. */
import type { Json } from "./change.ts";
import { bridge, gpu, hostAgent } from "./valid-samples-ec2.ts";

const ACCOUNT = "123456789012";
const ROLES = {
  executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/ecsTaskExecutionRole`,
  taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/app/app-task-role`,
};
const ECR = `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`;

const fargate = (cpu: string, memory: string): Json => ({
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu,
  memory,
});

const awslogs = (prefix: string): Json => ({
  logDriver: "awslogs",
  options: { "awslogs-group": "/ecs/app", "awslogs-region": "us-east-1", "awslogs-stream-prefix": prefix },
});

const web: Json = {
  family: "fargate-web-min",
  ...fargate("256", "512"),
  containerDefinitions: [{ name: "web", image: "nginx:1.29", portMappings: [{ containerPort: 80 }] }],
};

const webProduction: Json = {
  family: "fargate-web-prod",
  ...fargate("1024", "2048"),
  ...ROLES,
  containerDefinitions: [
    {
      name: "web",
      image: `${ECR}/shop/web:2026-11-01`,
      essential: true,
      readonlyRootFilesystem: true,
      portMappings: [{ name: "http", containerPort: 80, protocol: "tcp", appProtocol: "http" }],
      healthCheck: { command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], startPeriod: 30 },
      logConfiguration: awslogs("web"),
    },
  ],
};

const armApi: Json = {
  family: "fargate-arm64-api",
  ...fargate(".5 vCPU", "1GB"),
  ...ROLES,
  runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
  containerDefinitions: [
    {
      name: "api",
      image: `${ECR}/api@sha256:${"0123456789abcdef".repeat(4)}`,
      environment: [{ name: "STAGE", value: "production" }],
      secrets: [
        { name: "API_KEY", valueFrom: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/api/key` },
        {
          name: "DB_PASSWORD",
          valueFrom: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:db-AbCdEf:password::`,
        },
      ],
      portMappings: [{ containerPort: 8080, hostPort: 8080 }],
    },
  ],
};

const firelens: Json = {
  family: "fargate-firelens",
  ...fargate("512", "1024"),
  ...ROLES,
  containerDefinitions: [
    {
      name: "app",
      image: "public.ecr.aws/docker/library/httpd:2.4",
      logConfiguration: {
        logDriver: "awsfirelens",
        options: { Name: "cloudwatch", "log-driver-buffer-limit": "2097152" },
      },
    },
    {
      name: "log-router",
      image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
      logConfiguration: awslogs("router"),
      memoryReservation: 50,
    },
  ],
};

const initMigrate: Json = {
  family: "fargate-init-migrate",
  ...fargate("512", "1024"),
  containerDefinitions: [
    { name: "migrate", image: "ghcr.io/shop/migrate:7", essential: false, startTimeout: 120, command: ["migrate"] },
    {
      name: "app",
      image: "ghcr.io/shop/app:7",
      stopTimeout: 60,
      dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }],
    },
  ],
};

const sidecar: Json = {
  family: "fargate-sidecar-healthy",
  ...fargate("1024", "2048"),
  pidMode: "task",
  containerDefinitions: [
    {
      name: "app",
      image: "ghcr.io/shop/app:7",
      dependsOn: [{ containerName: "proxy", condition: "HEALTHY" }],
      linuxParameters: { initProcessEnabled: true, capabilities: { add: ["SYS_PTRACE"], drop: ["NET_RAW"] } },
    },
    {
      name: "proxy",
      image: "envoyproxy/envoy:v1.36.0",
      portMappings: [{ containerPort: 9901 }],
      restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 },
      healthCheck: { command: ["CMD", "curl", "localhost:9901/ready"], interval: 10, timeout: 5, retries: 3 },
    },
  ],
};

const efs: Json = {
  family: "fargate-efs",
  ...fargate("512", "1024"),
  taskRoleArn: ROLES.taskRoleArn,
  volumes: [
    {
      name: "data",
      efsVolumeConfiguration: {
        fileSystemId: "fs-0123456789abcdef0",
        transitEncryption: "ENABLED",
        transitEncryptionPort: 2999,
        authorizationConfig: { accessPointId: "fsap-0123456789abcdef0", iam: "ENABLED" },
      },
    },
    { name: "scratch" },
  ],
  containerDefinitions: [
    {
      name: "app",
      image: "ghcr.io/shop/app:7",
      mountPoints: [
        { sourceVolume: "data", containerPath: "/data" },
        { sourceVolume: "scratch", containerPath: "/scratch" },
      ],
    },
    {
      name: "indexer",
      image: "ghcr.io/shop/indexer:7",
      essential: false,
      mountPoints: [{ sourceVolume: "scratch", containerPath: "/in", readOnly: true }],
    },
  ],
};

const ebs: Json = {
  family: "fargate-ebs-batch",
  ...fargate("8192", "16384"),
  ephemeralStorage: { sizeInGiB: 100 },
  volumes: [{ name: "scratch", configuredAtLaunch: true }],
  containerDefinitions: [
    {
      name: "batch",
      image: "ghcr.io/shop/batch:7",
      mountPoints: [{ sourceVolume: "scratch", containerPath: "/scratch" }],
    },
  ],
};

const windows: Json = {
  family: "fargate-windows-iis",
  ...fargate("1024", "2048"),
  executionRoleArn: ROLES.executionRoleArn,
  runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" },
  containerDefinitions: [
    {
      name: "iis",
      image: "mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022",
      portMappings: [{ containerPort: 80 }],
      logConfiguration: awslogs("iis"),
    },
  ],
};

const managed: Json = {
  family: "managed-host",
  requiresCompatibilities: ["MANAGED_INSTANCES"],
  networkMode: "host",
  cpu: "2 vCPU",
  memory: "4 GB",
  enableFaultInjection: true,
  containerDefinitions: [
    {
      name: "app",
      image: "ghcr.io/shop/app:7",
      portMappings: [{ containerPort: 8080 }],
      linuxParameters: { tmpfs: [{ containerPath: "/tmp", size: 64 }] },
    },
  ],
};

const external: Json = {
  family: "external-none-batch",
  requiresCompatibilities: ["EXTERNAL"],
  networkMode: "none",
  containerDefinitions: [{ name: "batch", image: "ghcr.io/shop/batch:7", memoryReservation: 64 }],
};

const giant: Json = {
  family: "fargate-giant",
  ...fargate("32 vcpu", "244GB"),
  containerDefinitions: [{ name: "solver", image: "ghcr.io/shop/solver:7" }],
};

/** By short name. The first twelve are the classic ones; the others stand for the other launch types and the largest size. */
export const VALID = {
  web,
  webProduction,
  armApi,
  firelens,
  initMigrate,
  sidecar,
  efs,
  ebs,
  bridge,
  hostAgent,
  gpu,
  windows,
  managed,
  external,
  giant,
} as const satisfies Record<string, Json>;

export type ValidName = keyof typeof VALID;

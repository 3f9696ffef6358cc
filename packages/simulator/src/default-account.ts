/**
 * What the account of every world holds besides its network: roles, secrets, parameters, file systems, and the images that not
 * everybody may pull. Ours, except for what the managed policies allow: AmazonECSTaskExecutionRolePolicy,
 * AmazonEC2ContainerServiceforEC2Role and AmazonEC2ContainerServiceEventsRole, AWS Managed Policy Reference (checked 2026-11-21).
 */

import { addressAt, blockSize } from "./controllers/network/addresses.ts";
import { DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS } from "./default-network.ts";
import { arn } from "./kernel/ids.ts";
import type { Cloud } from "./model/cloud.ts";
import { EXEC_ACTIONS } from "./model/exec.ts";
import type { Policy, PolicyStatement, RoleRow } from "./model/iam.ts";
import { ACCOUNT_ID, regionOf } from "./model/place.ts";
import type { ParameterRow, SecretContent, SecretRow, SecretVersion } from "./model/secrets.ts";

import type { FileSystemPolicy, FileSystemRow, MountTarget, ObjectRow } from "./model/storage.ts";
import type { SubnetRow } from "./model/vpc.ts";

const ECR_PULL = [
  "ecr:GetAuthorizationToken",
  "ecr:BatchCheckLayerAvailability",
  "ecr:GetDownloadUrlForLayer",
  "ecr:BatchGetImage",
];
const LOGS = ["logs:CreateLogStream", "logs:PutLogEvents"];
const ECS_AGENT = [
  "ec2:DescribeTags",
  "ecs:CreateCluster",
  "ecs:DeregisterContainerInstance",
  "ecs:DiscoverPollEndpoint",
  "ecs:Poll",
  "ecs:RegisterContainerInstance",
  "ecs:StartTelemetrySession",
  "ecs:UpdateContainerInstancesState",
  "ecs:Submit*",
];

/** What the managed policy of the execution role allows: pull and log, no secret. */
const EXECUTION_POLICY = policy("AmazonECSTaskExecutionRolePolicy", allow([...ECR_PULL, ...LOGS], "*"));

const CONFIG_BUCKET = "shop-config";
const CONFIG_BUCKET_ARN = `arn:aws:s3:::${CONFIG_BUCKET}`;

const rolesIn = (region: string): readonly RoleRow[] => [
  role("ecsTaskExecutionRole", "ecs-tasks", "The usual execution role: pulls from Amazon ECR, writes logs.", [
    EXECUTION_POLICY,
  ]),
  role("loggingExecutionRole", "ecs-tasks", "The usual execution role that may also create log groups.", [
    EXECUTION_POLICY,
    policy("create-log-groups", allow(["logs:CreateLogGroup"], "*")),
  ]),
  role("shopExecutionRole", "ecs-tasks", "Execution role of the shop: reads its secrets and parameters, too.", [
    EXECUTION_POLICY,
    policy(
      "read-shop-secrets",
      allow(["secretsmanager:GetSecretValue"], secretArn(region, "shop/*")),
      allow(["ssm:GetParameters"], parameterArn(region, "/shop/*")),
    ),
    policy(
      "read-shop-config",
      allow(["s3:GetObject"], `${CONFIG_BUCKET_ARN}/*`),
      allow(["s3:GetBucketLocation"], CONFIG_BUCKET_ARN),
    ),
  ]),
  role(
    "vaultExecutionRole",
    "ecs-tasks",
    "Execution role that reads every bucket and secret of the shop, decrypting them.",
    [
      EXECUTION_POLICY,
      policy(
        "read-shop-secrets",
        allow(["secretsmanager:GetSecretValue"], secretArn(region, "shop/*")),
        allow(["ssm:GetParameters"], parameterArn(region, "/shop/*")),
        allow(["kms:Decrypt"], shopKeyArn(region)),
      ),
      policy("read-buckets", allow(["s3:GetObject", "s3:GetBucketLocation", "s3:ListBucket"], "*")),
    ],
  ),
  role("shopTaskRole", "ecs-tasks", "What the shop's own code may do: read and write its orders.", [
    policy(
      "orders",
      allow(
        ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
        arn({ service: "dynamodb", region, account: ACCOUNT_ID, resource: "table/orders" }),
      ),
    ),
  ]),
  role("filesTaskRole", "ecs-tasks", "For tasks that mount EFS file systems by their role, to read and write.", [
    policy(
      "AmazonElasticFileSystemClientReadWriteAccess",
      allow(
        ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:DescribeMountTargets"],
        "*",
      ),
    ),
  ]),
  role("filesReaderTaskRole", "ecs-tasks", "For tasks that mount EFS file systems by their role, to read only.", [
    policy("AmazonElasticFileSystemReadOnlyAccess-client", allow(["elasticfilesystem:ClientMount"], "*")),
  ]),
  role("execTaskRole", "ecs-tasks", "Task role for ECS Exec: its agent may open the channels of Session Manager.", [
    policy("ecs-exec", allow(EXEC_ACTIONS, "*")),
  ]),
  role("ecsInstanceRole", "ec2", "For container instances: the ECS agent uses it. Tasks cannot.", [
    policy("AmazonEC2ContainerServiceforEC2Role", allow([...ECS_AGENT, ...ECR_PULL, ...LOGS], "*")),
  ]),
  ...eventRolesIn(region),
];

/** For rules of EventBridge: one as it should be, and two that are not enough. */
const eventRolesIn = (region: string): readonly RoleRow[] => [
  role("ecsEventsRole", "events", "For rules of EventBridge that run tasks: runs them and hands their roles over.", [
    policy("AmazonEC2ContainerServiceEventsRole", allow(["ecs:RunTask"], "*"), allow(["iam:PassRole"], "*")),
  ]),
  role("eventsWithoutPassRole", "events", "For rules of EventBridge: may run tasks, but hands over no role.", [
    policy("run-tasks", allow(["ecs:RunTask"], "*")),
  ]),
  role("eventsPinnedRole", "events", "For rules of EventBridge: may run the first revision of report, and no other.", [
    policy(
      "run-report",
      allow(
        ["ecs:RunTask"],
        arn({ service: "ecs", region, account: ACCOUNT_ID, resource: "task-definition/report:1" }),
      ),
      allow(["iam:PassRole"], "*"),
    ),
  ]),
];

const LOGIN: SecretContent = { format: "json", keys: ["username", "password"] };
const DATABASE: SecretContent = { format: "json", keys: ["username", "password", "host", "dbname"] };
const TOKEN: SecretContent = { format: "text", firstCharacter: "t" };

const secretsIn = (region: string): readonly SecretRow[] => [
  secret(region, "shop/database-Rq7kZe", "User name and password of the shop's database; rotated once.", [
    version("5d0f4a2e-1c1b-4c52-9d86-0b7c1f2a9e31", ["AWSCURRENT"], DATABASE),
    version("a9b1c6d4-77e3-4d0a-8f15-3e2d6c5b4a90", ["AWSPREVIOUS"], DATABASE),
  ]),
  secret(region, "shop/registry-mW3xTb", "User name and password of registry.example.com.", [
    {
      ...version("c3e8b7a6-2f4d-4b19-a1c0-9d8e7f6a5b42", ["AWSCURRENT"], LOGIN),
      opensRegistry: "registry.example.com",
    },
  ]),
  secret(region, "shop/payment-token-Hd9vLq", "A token as plain text, not JSON.", [
    version("f1d2e3c4-b5a6-4978-8a9b-0c1d2e3f4a53", ["AWSCURRENT"], TOKEN),
  ]),
  {
    ...secret(region, "shop/card-processor-Zt8rWu", "Login of the card processor, under a key of the customer's.", [
      version("b2c3d4e5-f6a7-4b8c-9d0e-1f2a3b4c5d75", ["AWSCURRENT"], LOGIN),
    ]),
    kmsKeyArn: shopKeyArn(region),
  },
  secret(region, "payroll/database-Yk2nPs", "Another team's database. The shop's role must not read it.", [
    version("0a1b2c3d-4e5f-4a6b-9c7d-8e9f0a1b2c64", ["AWSCURRENT"], DATABASE),
  ]),
];

const parametersIn = (region: string): readonly ParameterRow[] => [
  parameter(region, "/shop/log-level", "String", "How much the shop logs."),
  parameter(region, "/shop/mail-password", "SecureString", "Password of the shop's mail account."),
  {
    ...parameter(region, "/shop/card-pin", "SecureString", "Encrypted with a key of the customer's."),
    kmsKeyArn: shopKeyArn(region),
  },
];

/** Environment files: one as it should be, and one that its author took for YAML, so that it says nothing. */
const OBJECTS: readonly ObjectRow[] = [
  {
    bucket: CONFIG_BUCKET,
    key: "api.env",
    text: "# Settings of the shop's API\nLOG_LEVEL=info\nREGION_NAME=Virginia\nGREETING=hello from S3\n",
  },
  { bucket: CONFIG_BUCKET, key: "yaml.env", text: "LOG_LEVEL: debug\nGREETING: hello\n" },
];

/** A file system of the account, before its mount targets stand in subnets. */
interface PlannedFileSystem extends Omit<FileSystemRow, "mountTargets"> {
  readonly subnets: readonly (keyof typeof DEFAULT_SUBNETS)[];
}

/** One file system that every zone reaches, one that only the first zone reaches, and one with a policy. */
const FILE_SYSTEMS: readonly PlannedFileSystem[] = [
  {
    ...fileSystem("fs-0a11d4e6b2c357f98", "shared"),
    accessPoints: [{ accessPointId: "fsap-0123456789abcdef0", path: "/shop" }],
  },
  { ...fileSystem("fs-0b22e5f7c3d468a09", "first-zone-only"), subnets: ["private-a"] },
  fileSystem("fs-0c33f6a8d4e579b10", "roles-only", {
    preventsAnonymousAccess: true,
    enforcesTransitEncryption: true,
  }),
];

/** Writes the rows of the account. The change belongs to the record that follows. */
export function buildDefaultAccount(sim: Cloud): void {
  const region = regionOf(sim.tables);
  for (const row of rolesIn(region)) sim.put("roles", { ...row });
  for (const row of secretsIn(region)) sim.put("secrets", { ...row });
  for (const row of parametersIn(region)) sim.put("parameters", { ...row });
  for (const row of OBJECTS) sim.put("objects", { ...row });
  for (const { subnets, ...row } of FILE_SYSTEMS) {
    const mountTargets = subnets.map((name) => mountTarget(sim, row.fileSystemId, DEFAULT_SUBNETS[name]));
    sim.put("fileSystems", { ...row, mountTargets });
  }
}

function role(
  roleName: string,
  service: "ecs-tasks" | "ec2" | "events",
  description: string,
  policies: Policy[],
): RoleRow {
  const roleArn = arn({ service: "iam", region: "", account: ACCOUNT_ID, resource: `role/${roleName}` });
  return { roleArn, roleName, description, trustedServices: [`${service}.amazonaws.com`], policies };
}

function policy(policyName: string, ...statements: PolicyStatement[]): Policy {
  return { policyName, statements };
}

function allow(actions: readonly string[], resource: string): PolicyStatement {
  return { effect: "Allow", actions, resources: [resource] };
}

function secret(
  region: string,
  nameAndSuffix: string,
  description: string,
  versions: readonly SecretVersion[],
): SecretRow {
  return {
    secretArn: secretArn(region, nameAndSuffix),
    name: nameAndSuffix.replace(/-\w{6}$/, ""),
    description,
    versions,
  };
}

function version(versionId: string, stages: readonly string[], content: SecretContent): SecretVersion {
  return { versionId, stages, content };
}

function parameter(region: string, name: string, type: ParameterRow["type"], description: string): ParameterRow {
  return { parameterArn: parameterArn(region, name), name, type, description };
}

function fileSystem(fileSystemId: string, name: string, policy?: FileSystemPolicy): PlannedFileSystem {
  const subnets = ["private-a", "private-b"] as const;
  return { fileSystemId, name, subnets, accessPoints: [], directories: [], ...(policy && { policy }) };
}

/** Its address is the tenth from the end of the subnet: tasks take the low ones. Without groups it has the VPC's default group. */
function mountTarget(sim: Cloud, fileSystemId: string, subnetId: string): MountTarget {
  const { availabilityZone, cidrBlock } = sim.tables.subnets.get(subnetId) as SubnetRow;
  return {
    mountTargetId: fileSystemId.replace("fs-0", `fsmt-${availabilityZone.at(-1)}`),
    availabilityZone,
    subnetId,
    privateIpv4Address: addressAt(cidrBlock, blockSize(cidrBlock) - 10),
    securityGroups: [DEFAULT_SECURITY_GROUP_ID],
  };
}

/** Key of the customer's, which encrypts the shop's most precious secrets. */
function shopKeyArn(region: string): string {
  const resource = "key/7c1f0a52-9b3e-4d68-8a27-5e4f1b6d0c93";
  return arn({ service: "kms", region, account: ACCOUNT_ID, resource });
}

function secretArn(region: string, name: string): string {
  return arn({ service: "secretsmanager", region, account: ACCOUNT_ID, resource: `secret:${name}` });
}

/** The slash before a hierarchical name is the one behind `parameter`. */
function parameterArn(region: string, name: string): string {
  return arn({ service: "ssm", region, account: ACCOUNT_ID, resource: `parameter${name}` });
}

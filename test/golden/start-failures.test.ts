/**
 * Every failure of a start that both launch types know, as one text table: on Fargate in Fargate's words, on EC2 in those of
 * the agent and of Docker, with where each stands and how well it is known. Long for its stories.
 */
import {
  ACCOUNT_ID,
  type ContainerDefinition,
  DEFAULT_SUBNETS,
  defaultScenario,
  type NetworkPlan,
  Session,
} from "@quayside/simulator";
import { CAUSE_TABLES } from "@quayside/simulator/causes";
import { expect, test } from "vitest";

interface Failure {
  readonly containers: readonly Partial<ContainerDefinition>[];
  readonly volumes?: readonly object[];
  readonly role?: string;
  /** Where it runs; default: public-a. */
  readonly subnet?: keyof typeof DEFAULT_SUBNETS;
  /** A private subnet from which only the endpoints of these services can be reached. */
  readonly reaching?: readonly string[];
  readonly cpuArchitecture?: "ARM64";
  readonly before?: (session: Session) => void;
}

type LaunchType = "FARGATE" | "EC2";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
const DATABASE = `${SECRET}shop/database-Rq7kZe`;
const TOKEN = `${SECRET}shop/payment-token-Hd9vLq`;
const API = { image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0" };
const METRICS = { image: "registry.example.com/acme/metrics:2.3" };
const role = "shopExecutionRole";
const ecrRole = "ecsTaskExecutionRole";

const secret = (...valueFrom: string[]) => [
  { secrets: valueFrom.map((each, at) => ({ name: `SECRET_${at}`, valueFrom: each })) },
];
const login = (credentialsParameter: string) => [{ ...METRICS, repositoryCredentials: { credentialsParameter } }];
const files = (...names: string[]) => [
  { environmentFiles: names.map((name) => ({ type: "s3", value: `arn:aws:s3:::${name}` })) },
];
const logging = (more: object = {}) => {
  const options = { "awslogs-group": "/ecs/app", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "app" };
  return { logConfiguration: { logDriver: "awslogs", options: { ...options, ...more } } };
};
const waiting = (first: Partial<ContainerDefinition>, condition: string) => [
  { name: "first", image: "busybox", essential: false, ...first },
  { name: "second", dependsOn: [{ containerName: "first", condition }] },
];
const broken = (why: string) => (session: Session) =>
  must(session, "quayside", "FailPulls", { registry: "docker.io", why });
const SHARED_FILES = "fs-0a11d4e6b2c357f98";
const efs = (efsVolumeConfiguration: object): Failure => ({
  volumes: [{ name: "data", efsVolumeConfiguration }],
  containers: [{ mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }],
});
/** The default security group lets its own members in no more. */
const closeDefaultGroup = (session: Session) => {
  const [group] = [...session.tables.securityGroups.values()].filter(({ groupName }) => groupName === "default");
  const GroupId = group?.groupId;
  const IpPermissions = [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] }];
  must(session, "ec2", "RevokeSecurityGroupIngress", { GroupId, IpPermissions });
};
const withGroup = (session: Session) => must(session, "logs", "CreateLogGroup", { logGroupName: "/ecs/app" });

const FAILURES: Readonly<Record<string, Failure>> = {
  "ECR: nobody answers for the token": { containers: [API], role, reaching: ["logs"] },
  "ECR: the role may not have a token": { containers: [API], role: "shopTaskRole" },
  "ECR: another account's repository": { containers: [{ image: API.image.replace("123", "999") }], role },
  "ECR: no such repository": { containers: [{ image: API.image.replace("api", "apis") }], role: ecrRole },
  "ECR: no such tag": { containers: [{ image: `${API.image}-beta` }], role },
  "ECR: no such digest": { containers: [{ image: API.image.replace(":1.0", `@sha256:${"0".repeat(64)}`) }], role },
  "ECR: no way to the layers": { containers: [API], role, reaching: ["ecr.api", "ecr.dkr"] },
  "Docker Hub: no way": { containers: [{}], reaching: ["logs"] },
  "Docker Hub: no such tag": { containers: [{ image: "nginx:nope" }] },
  "Docker Hub: a name that is misspelt": { containers: [{ image: "ngnix" }] },
  "Docker Hub: an image that is not in the catalogue": { containers: [{ image: "redis:8" }] },
  "another registry: an image that is not in the catalogue": { containers: [{ image: "quay.io/acme/api:1.4" }] },
  "Docker Hub: too many pulls": { containers: [{}], before: broken("rate-limit") },
  "Docker Hub: an error of the registry": { containers: [{}], before: broken("server-error") },
  "private registry: no credentials": { containers: [METRICS] },
  "private registry: wrong credentials": { containers: login(DATABASE), role },
  "private registry: the role may not read them": { containers: login(`${SECRET}shop/registry-mW3xTb`), role: ecrRole },
  "private registry: they are no JSON": { containers: login(TOKEN), role },
  "private registry: nobody answers for them": { containers: login(TOKEN), role, reaching: ["logs"] },
  "an index without the architecture": { containers: [{ image: "quayside/slow-start" }], cpuArchitecture: "ARM64" },
  "an image of one other architecture": { containers: [{ image: "quayside/x86-only" }], cpuArchitecture: "ARM64" },
  "secret: the role may not read it": { containers: secret(DATABASE), role: ecrRole },
  "secrets: neither has its key": { containers: secret(`${DATABASE}:Password::`, `${DATABASE}:user::`), role },
  "secret: the role may not use its key": { containers: secret(`${SECRET}shop/card-processor-Zt8rWu`), role },
  "secret: nobody answers": { containers: secret(DATABASE), role, reaching: ["logs"] },
  "secret: not there": { containers: secret(`${SECRET}shop/databases-Rq7kZe`), role },
  "secret: no such version": { containers: secret(`${DATABASE}::AWSPENDING:`), role },
  "secret: no such key": { containers: secret(`${DATABASE}:Password::`), role },
  "secret: no JSON": { containers: secret(`${TOKEN}:token::`), role },
  "secret: an ARN with too few colons": { containers: secret(`${DATABASE}:password`), role },
  "parameter: the role may not read it": { containers: secret("/shop/log-level"), role: ecrRole },
  "parameter: the role may not use its key": { containers: secret("/shop/card-pin"), role },
  "parameter: nobody answers": { containers: secret("/shop/log-level"), role, reaching: ["logs"] },
  "parameters: not there": { containers: secret("shop/log-level", "/shop/nothing"), role },
  "secret: its key denies": { containers: secret(`${SECRET}shop/card-processor-Zt8rWu`), role },
  "parameter: its key denies": { containers: secret("/shop/card-pin"), role },
  "environment file: the role may not read it": { containers: files("shop-config/api.env"), role: ecrRole },
  "environment file: nobody answers": { containers: files("shop-config/api.env"), role, reaching: ["logs"] },
  "environment file: no role": { containers: files("shop-config/api.env") },
  "environment file: not there": { containers: files("shop-config/none.env"), role: "vaultExecutionRole" },
  "environment file: no such bucket": { containers: files("nobodys/none.env"), role: "vaultExecutionRole" },
  "environment file: an ARN without a key": { containers: files("shop-config"), role },
  "log: no such group": { containers: [logging()], role },
  "log: the role may make no group": { containers: [logging({ "awslogs-create-group": "true" })], role },
  "log: the role may make no stream": { containers: [logging()], role: "shopTaskRole", before: withGroup },
  "log: nobody answers": { containers: [{ ...API, ...logging() }], role, reaching: ["ecr.api", "ecr.dkr", "s3"] },
  "EFS: no such file system": efs({ fileSystemId: "fs-00000000000000000" }),
  "EFS: no mount target in the zone": { ...efs({ fileSystemId: "fs-0b22e5f7c3d468a09" }), subnet: "public-b" },
  "EFS: port 2049 is closed": { ...efs({ fileSystemId: SHARED_FILES }), before: closeDefaultGroup },
  "EFS: the policy lets nobody in": efs({ fileSystemId: "fs-0c33f6a8d4e579b10" }),
  "EFS: no such directory": efs({ fileSystemId: SHARED_FILES, rootDirectory: "/nowhere" }),
  "program: not in the path": { containers: [{ image: "busybox", command: ["serve"] }] },
  "program: the command in one string": { containers: [{ image: "busybox", command: ["npm start"] }] },
  "program: no such file": { containers: [{ entryPoint: ["/app/start.sh"] }] },
  "program: not executable": { containers: [{ entryPoint: ["/etc/passwd"] }] },
  "program: unknown to the shell": { containers: [{ image: "busybox", command: ["sh", "-c", "serve"] }] },
  "user: not in the image": { containers: [{ user: "nosuch" }] },
  "memory: too little": { containers: [{ memory: 5 }] },
  "dependency: it failed": { containers: waiting({ command: ["sh", "-c", "exit 3"] }, "SUCCESS") },
  "dependency: it never starts": { containers: waiting({ command: ["serve"] }, "START") },
  "dependency: it takes too long": {
    containers: waiting({ command: ["sleep", "60"], startTimeout: 10 }, "COMPLETE"),
  },
  "not essential: its tag is missing": { containers: [{}, { name: "side", image: "busybox:0", essential: false }] },
  "not essential: its program is missing": {
    containers: [{}, { name: "side", image: "busybox", command: ["serve"], essential: false }],
  },
  "not essential: its dependency failed": {
    containers: [
      { name: "first", image: "busybox", command: ["sh", "-c", "exit 3"], essential: false },
      { name: "second", essential: false, dependsOn: [{ containerName: "first", condition: "SUCCESS" }] },
      { name: "web", image: "quayside/shop:1.0" },
    ],
  },
};

test("failures of starts on both launch types", async () => {
  const table = Object.entries(FAILURES).map(([name, failure]) =>
    [name, ...(["FARGATE", "EC2"] as const).flatMap((launchType) => outcome(failure, launchType))].join("\n"),
  );
  const text = `${table.join("\n\n")}\n`;
  expect(text).not.toMatch(/undefined/);
  await expect(text).toMatchFileSnapshot("start-failures/both-launch-types.txt");
});

test.each(["always", "once", "prefer-cached"])("a side container without an image, agent with %s", (behaviour) => {
  const session = run({ containers: [{}, { name: "side", image: "busybox:0", essential: false }] }, "EC2", behaviour);
  const [task] = [...session.tables.tasks.values()];
  expect(task?.lastStatus).toBe(behaviour === "prefer-cached" ? "RUNNING" : "STOPPED");
});

/** Where everything stands after some minutes, in lines. */
function outcome(failure: Failure, launchType: LaunchType): string[] {
  const session = run(failure, launchType);
  const [task] = session.tables.tasks.values();
  if (task === undefined) return [];
  const { lastStatus, stopCode, stoppedReason } = task;
  const whys = session.journal.records.flatMap((record) =>
    record.kind === "RESOURCE_FAILED" || record.kind === "PULL_FAILED" || record.kind === "START_FAILED"
      ? [`${record.facts.why} (${known(record.facts.why, launchType)})`]
      : [],
  );
  const containers = task.spec.containerArns.flatMap((arn) => {
    const row = session.tables.containers.get(arn);
    if (row === undefined) return [];
    const { name, lastStatus: status, exitCode, reason } = row;
    return [`    ${name} ${status}, exit code ${exitCode ?? "none"}, reason ${reason ?? "none"}`];
  });
  return [
    `  ${launchType} ${lastStatus}, ${stopCode ?? "no stop code"}: ${[...new Set(whys)].join(", ") || "started"}`,
    `    stoppedReason ${stoppedReason ?? "none"}`,
    ...containers,
  ];
}

function known(id: string, launchType: LaunchType): string {
  const row = CAUSE_TABLES.map((table) => table[id]).find((each) => each !== undefined);
  return (launchType === "EC2" ? row?.onInstance?.wording : undefined) ?? row?.wording ?? "not in a table";
}

function run(failure: Failure, launchType: LaunchType, pullBehaviour?: string): Session {
  const { reaching, before, cpuArchitecture } = failure;
  const endpoints = reaching?.map((service) => ({ service }));
  const network: NetworkPlan | undefined = endpoints && { natGateway: false, endpoints };
  const session = Session.start({ seed: 1, scenario: { ...defaultScenario, ...(network && { network }) } });
  const subnet = failure.subnet ?? (reaching === undefined ? "public-a" : "private-a");
  if (launchType === "EC2") {
    const instanceType = cpuArchitecture === undefined ? "t3.large" : "t4g.medium";
    const agentConfiguration = pullBehaviour && { ECS_IMAGE_PULL_BEHAVIOR: pullBehaviour };
    must(session, "quayside", "ProvideContainerInstances", { subnets: [subnet], instanceType, agentConfiguration });
  }
  must(session, "ecs", "RegisterTaskDefinition", definition(failure, launchType));
  before?.(session);
  const awsvpcConfiguration = {
    subnets: [DEFAULT_SUBNETS[subnet]],
    assignPublicIp: reaching === undefined ? "ENABLED" : "DISABLED",
  };
  const there = launchType === "EC2" ? {} : { networkConfiguration: { awsvpcConfiguration } };
  must(session, "ecs", "RunTask", { taskDefinition: "app", launchType, ...there });
  session.advance({ byMs: 900_000 });
  return session;
}

function definition({ containers, volumes, role: name, cpuArchitecture }: Failure, launchType: LaunchType): object {
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  const platform = cpuArchitecture && { runtimePlatform: { cpuArchitecture } };
  return {
    family: "app",
    ...(launchType === "FARGATE" ? { ...size, ...platform } : {}),
    ...(volumes && { volumes }),
    ...(name && { executionRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${name}` }),
    containerDefinitions: containers.map((container) => ({
      name: "app",
      image: "nginx",
      ...(launchType === "EC2" ? { memory: 64 } : {}),
      ...container,
    })),
  };
}

function must(session: Session, service: Parameters<Session["call"]>[0], operation: string, input: object): void {
  const result = session.call(service, operation, input);
  if (!result.ok) throw new Error(`${operation}: ${result.error.message}`);
}

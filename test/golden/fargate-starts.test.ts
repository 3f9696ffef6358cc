/** What Fargate fetches before the first container, as text tables: in which order, and with which words it fails. */
import type { ContainerDefinition } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { type LifeOptions, startTask } from "./fargate-task.ts";
import { journalTable, taskTable } from "./journal-table.ts";

interface Start extends LifeOptions {
  readonly name: string;
}

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
const DATABASE = `${SECRET}shop/database-Rq7kZe`;
const API: ContainerDefinition = {
  name: "api",
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0",
};
const METRICS: ContainerDefinition = {
  name: "metrics",
  image: "registry.example.com/acme/metrics:2.3",
  repositoryCredentials: { credentialsParameter: `${SECRET}shop/registry-mW3xTb` },
};
const web = (secrets: Record<string, string>): ContainerDefinition => ({
  name: "web",
  image: "nginx",
  secrets: Object.entries(secrets).map(([name, valueFrom]) => ({ name, valueFrom })),
});
const executionRole = "shopExecutionRole";

const STARTS: readonly Start[] = [
  {
    name: "everything-at-once",
    executionRole,
    containers: [
      {
        ...API,
        secrets: [
          { name: "DB_PASSWORD", valueFrom: `${DATABASE}:password::` },
          { name: "LOG_LEVEL", valueFrom: "/shop/log-level" },
        ],
      },
      METRICS,
    ],
  },
  { name: "ecr-unreachable", executionRole, containers: [API], assignPublicIp: "DISABLED" },
  { name: "ecr-denied", executionRole: "shopTaskRole", containers: [API] },
  { name: "ecr-other-account", executionRole, containers: [{ ...API, image: API.image?.replace("123", "999") ?? "" }] },
  { name: "ecr-tag-missing", executionRole, containers: [{ ...API, image: `${API.image}-beta` }] },
  { name: "program-misses-its-variable", executionRole, containers: [API] },
  { name: "secret-denied", executionRole: "ecsTaskExecutionRole", containers: [web({ A: DATABASE })] },
  { name: "secret-of-another-team", executionRole, containers: [web({ A: `${SECRET}payroll/database-Yk2nPs` })] },
  { name: "secret-unreachable", executionRole, containers: [web({ A: DATABASE })], assignPublicIp: "DISABLED" },
  { name: "secret-not-found", executionRole, containers: [web({ A: `${SECRET}shop/databases-Rq7kZe` })] },
  { name: "secret-version-not-found", executionRole, containers: [web({ A: `${DATABASE}::AWSPENDING:` })] },
  { name: "secret-of-a-stage", executionRole, containers: [web({ A: `${DATABASE}:password:AWSPREVIOUS:` })] },
  { name: "secret-key-missing", executionRole, containers: [web({ A: `${DATABASE}:Password::` })] },
  { name: "secret-is-no-json", executionRole, containers: [web({ A: `${SECRET}shop/payment-token-Hd9vLq:token::` })] },
  { name: "secret-arn-malformed", executionRole, containers: [web({ A: `${DATABASE}:password` })] },
  { name: "secret-by-name", executionRole, containers: [web({ A: "shop/database" })] },
  { name: "parameter-denied", executionRole: "ecsTaskExecutionRole", containers: [web({ A: "/shop/log-level" })] },
  { name: "parameter-without-its-slash", executionRole, containers: [web({ A: "shop/log-level" })] },
  { name: "parameters-unreachable", executionRole, containers: [web({ A: "/shop/x" })], assignPublicIp: "DISABLED" },
  {
    name: "log-secret-without-a-role",
    containers: [
      {
        name: "web",
        image: "nginx",
        logConfiguration: {
          logDriver: "splunk",
          options: { "splunk-url": "https://splunk.example.com" },
          secretOptions: [{ name: "splunk-token", valueFrom: `${SECRET}shop/payment-token-Hd9vLq` }],
        },
      },
    ],
  },
  { name: "registry-without-login", containers: [{ name: "metrics", image: METRICS.image ?? "" }] },
  {
    name: "registry-with-another-login",
    executionRole,
    containers: [{ ...METRICS, repositoryCredentials: { credentialsParameter: DATABASE } }],
  },
  { name: "registry-secret-denied", executionRole: "ecsTaskExecutionRole", containers: [METRICS] },
  { name: "registry-secret-unreachable", executionRole, containers: [METRICS], assignPublicIp: "DISABLED" },
  {
    name: "registry-secret-is-no-json",
    executionRole,
    containers: [{ ...METRICS, repositoryCredentials: { credentialsParameter: `${SECRET}shop/payment-token-Hd9vLq` } }],
  },
  { name: "docker-hub-unknown-repository", containers: [{ name: "app", image: "shop/api:1.0" }] },
];

describe("the start of a Fargate task", () => {
  test.each(STARTS)("$name", async ({ name, ...options }) => {
    const life = startTask(options);
    for (let rounds = 0; rounds < 100 && !life.session.quiet; rounds += 1) life.session.stepUntilQuiet();
    const story = `${taskTable(life.session)}\n${journalTable(life.session, 9)}`;
    expect(story).not.toMatch(/undefined/);
    await expect(story).toMatchFileSnapshot(`fargate-starts/${name}.txt`);
  });

  test("stopped while secrets are fetched: no container begins", () => {
    const life = startTask({ executionRole, containers: [web({ A: DATABASE })], assignPublicIp: "DISABLED" });
    life.session.advance({ untilMs: 30_000 });
    life.session.call("ecs", "StopTask", { task: life.taskArn });
    life.session.advance({ untilMs: 300_000 });
    expect(life.session.tables.tasks.get(life.taskArn)).toMatchObject({
      lastStatus: "STOPPED",
      stopCode: "UserInitiated",
      pullStartedAtMs: undefined,
    });
  });

  test.each(["ecsInstanceRole", "noSuchRole"])("RunTask refuses the role %s, which ECS cannot assume", (role) => {
    expect(() => startTask({ executionRole: role, containers: [API] })).toThrow(
      `ECS was unable to assume the role 'arn:aws:iam::123456789012:role/${role}' that was provided for this task.`,
    );
  });
});

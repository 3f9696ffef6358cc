/** Whole lives of Fargate tasks as text tables: every way to start, to end and to fail that the simulator knows. */
import { describe, expect, test } from "vitest";
import { type Life, type LifeOptions, NGINX, startTask } from "./fargate-task.ts";
import { journalTable, taskTable } from "./journal-table.ts";

interface Story extends LifeOptions {
  readonly name: string;
  /** How far time goes before `afterwards`, for tasks that never come to rest by themselves; default: until it is quiet. */
  readonly untilMs?: number;
  /** What the user does after the task has settled; default: nothing. */
  readonly afterwards?: (life: Life) => void;
}

const stop = ({ session, taskArn }: Life) => {
  session.call("ecs", "StopTask", { task: taskArn, reason: "Lesson over" });
};
const app = (image: string, more = {}) => ({ name: "app", image, ...more });

const restart = (restartAttemptPeriod: number) => ({ enabled: true, restartAttemptPeriod });

const STORIES: readonly Story[] = [
  { name: "web-server-stopped-by-user", containers: [NGINX], afterwards: stop },
  { name: "job-exits-0", containers: [app("quayside/hello:1")] },
  { name: "application-exits-1", containers: [app("quayside/crash:1")] },
  { name: "out-of-memory", containers: [app("quayside/leaky:1")] },
  { name: "ignores-sigterm", containers: [app("quayside/stubborn:1", { stopTimeout: 10 })], afterwards: stop },
  { name: "image-not-found", containers: [app("nginx:does-not-exist")] },
  { name: "no-route-to-registry", containers: [NGINX], assignPublicIp: "DISABLED" },
  { name: "private-subnet-with-nat", containers: [NGINX], subnet: "private-a", assignPublicIp: "DISABLED" },
  {
    name: "wrong-architecture",
    containers: [app("quayside/slow-start:1")],
    runtimePlatform: { cpuArchitecture: "ARM64" },
  },
  {
    name: "init-container-then-app",
    containers: [
      { name: "migrate", image: "busybox", essential: false, command: ["sh", "-c", "sleep 20; exit 0"] },
      { ...NGINX, dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }] },
    ],
    afterwards: stop,
  },
  {
    name: "init-container-fails",
    containers: [
      { name: "migrate", image: "busybox", essential: false, command: ["sh", "-c", "sleep 5; exit 3"] },
      { ...NGINX, dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }] },
    ],
  },
  {
    name: "waits-for-healthy-dependency",
    containers: [
      app("quayside/slow-start:1", {
        healthCheck: { command: ["CMD-SHELL", "curl -f http://localhost:8080/"], retries: 5 },
      }),
      { ...NGINX, dependsOn: [{ containerName: "app", condition: "HEALTHY" }] },
    ],
    afterwards: stop,
  },
  {
    name: "start-timeout-of-a-dependency",
    containers: [
      app("busybox", { essential: false, command: ["sleep", "300"], startTimeout: 30 }),
      { ...NGINX, dependsOn: [{ containerName: "app", condition: "COMPLETE" }] },
    ],
  },
  {
    name: "unhealthy-standalone-task-runs-on",
    containers: [{ ...NGINX, healthCheck: { command: ["CMD-SHELL", "exit 1"], interval: 10 } }],
  },
  {
    name: "non-essential-container-exits",
    containers: [NGINX, { name: "helper", image: "quayside/crash:1", essential: false }],
  },
  {
    name: "restart-policy-starts-it-again",
    containers: [app("busybox", { command: ["sh", "-c", "sleep 90; exit 1"], restartPolicy: restart(60) })],
    untilMs: 300_000,
    afterwards: stop,
  },
  {
    name: "restart-policy-asks-for-a-longer-run",
    containers: [app("busybox", { command: ["sh", "-c", "sleep 90; exit 1"], restartPolicy: { enabled: true } })],
  },
  {
    name: "restart-policy-ignores-exit-0",
    containers: [
      app("busybox", { command: ["sleep", "90"], restartPolicy: { ...restart(60), ignoredExitCodes: [0] } }),
    ],
  },
  {
    name: "restarted-container-is-healthy-again",
    containers: [
      NGINX,
      app("busybox", {
        essential: false,
        command: ["sh", "-c", "sleep 70; exit 2"],
        healthCheck: { command: ["CMD", "true"], interval: 20 },
        restartPolicy: restart(60),
      }),
    ],
    untilMs: 140_000,
    afterwards: stop,
  },
  {
    name: "stopped-while-two-containers-wait",
    containers: [
      { name: "migrate", image: "busybox", essential: false, command: ["sleep", "infinity"] },
      {
        name: "cache",
        image: "quayside/cache:1",
        healthCheck: { command: ["CMD", "cache-cli", "ping"], interval: 5 },
        dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }],
      },
      { ...NGINX, dependsOn: [{ containerName: "cache", condition: "HEALTHY" }] },
    ],
    untilMs: 60_000,
    afterwards: stop,
  },
  {
    name: "start-timeout-of-a-met-condition",
    containers: [
      {
        name: "cache",
        image: "quayside/cache:1",
        startTimeout: 30,
        healthCheck: { command: ["CMD", "cache-cli", "ping"], interval: 5 },
      },
      { name: "migrate", image: "busybox", essential: false, command: ["sleep", "45"] },
      {
        ...NGINX,
        dependsOn: [
          { containerName: "cache", condition: "HEALTHY" },
          { containerName: "migrate", condition: "SUCCESS" },
        ],
      },
    ],
  },
  {
    name: "hard-limit-kills-one-container",
    containers: [app("quayside/leaky:1", { essential: false, memory: 192 }), NGINX],
  },
  {
    name: "memory-of-the-task-is-shared",
    size: { cpu: "512", memory: "1024" },
    containers: [app("quayside/thumbnails:1"), { name: "leak", image: "quayside/leaky:1", essential: false }],
  },
  {
    name: "a-leak-in-its-limit-leaves-room",
    size: { cpu: "512", memory: "1024" },
    containers: [
      app("quayside/thumbnails:1"),
      { name: "leak", image: "quayside/leaky:1", essential: false, memory: 192 },
    ],
  },
  {
    name: "log-group-missing",
    containers: [
      {
        ...NGINX,
        logConfiguration: {
          logDriver: "awslogs",
          options: { "awslogs-group": "/ecs/web", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web" },
        },
      },
    ],
    executionRole: "ecsTaskExecutionRole",
  },
];

const settle = ({ session }: Life) => {
  for (let rounds = 0; rounds < 100 && !session.quiet; rounds += 1) session.stepUntilQuiet();
};

describe("the life of a Fargate task", () => {
  test.each(STORIES)("$name", async ({ afterwards, untilMs, ...options }) => {
    const life = startTask(options);
    if (untilMs === undefined) settle(life);
    else life.session.advance({ untilMs });
    afterwards?.(life);
    settle(life);
    await expect(`${taskTable(life.session)}\n${journalTable(life.session, 3)}`).toMatchFileSnapshot(
      `fargate-lives/${(expect.getState().currentTestName ?? "").split(" > ").at(-1)}.txt`,
    );
  });

  test("stopped while PROVISIONING: nothing is pulled, the interface goes", async () => {
    const life = startTask({ containers: [NGINX] });
    life.session.advance({ untilMs: 5_000 });
    stop(life);
    settle(life);
    await expect(journalTable(life.session, 3)).toMatchFileSnapshot("fargate-lives/stopped-while-provisioning.txt");
  });

  test("stopped while PENDING: the pull is abandoned", async () => {
    const life = startTask({ containers: [NGINX] });
    life.session.advance({ untilMs: 12_500 });
    stop(life);
    settle(life);
    await expect(journalTable(life.session, 3)).toMatchFileSnapshot("fargate-lives/stopped-while-pending.txt");
  });

  test("a stopped task can be described for an hour", () => {
    const life = startTask({ containers: [app("quayside/hello:1")] });
    settle(life);
    const stoppedAtMs = life.session.tables.tasks.get(life.taskArn)?.stoppedAtMs ?? 0;
    life.session.advance({ untilMs: stoppedAtMs + 3_599_999 });
    expect(life.session.tables.tasks.size).toBe(1);
    life.session.advance({ byMs: 1 });
    expect(life.session.tables.tasks.size).toBe(0);
    expect(life.session.tables.containers.size).toBe(0);
    const interfaces = [...life.session.tables.networkInterfaces.values()];
    expect(interfaces.filter(({ taskArn }) => taskArn !== undefined)).toEqual([]);
  });
});

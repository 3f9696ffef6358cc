/** Golden stories of what happens from outside of ECS: killed processes, a slow registry, pulls that fail. */
import { describe, expect, test } from "vitest";
import { type Life, type LifeOptions, NGINX, startTask } from "./fargate-task.ts";
import { journalTable, taskTable } from "./journal-table.ts";

interface Story extends LifeOptions {
  readonly name: string;
  readonly afterwards?: (life: Life) => void;
}

/** A call of the service for what happens from outside. Must be accepted. */
const outside = (session: Life["session"], operation: string, input: unknown) =>
  expect(session.call("quayside", operation, input)).toMatchObject({ ok: true });

const kill =
  (container: string) =>
  ({ session, taskArn }: Life) =>
    outside(session, "KillContainer", { task: taskArn, container });

const STORIES: readonly Story[] = [
  { name: "essential-container-killed", containers: [NGINX], afterwards: kill("web") },
  {
    name: "killed-container-starts-again",
    containers: [{ ...NGINX, restartPolicy: { enabled: true, restartAttemptPeriod: 60 } }],
    afterwards: (life) => {
      life.session.advance({ byMs: 60_000 });
      kill("web")(life);
      life.session.advance({ byMs: 5_000 });
    },
  },
  {
    name: "killed-while-it-ignores-sigterm",
    containers: [{ name: "app", image: "quayside/stubborn:1" }],
    afterwards: (life) => {
      life.session.call("ecs", "StopTask", { task: life.taskArn });
      life.session.advance({ byMs: 10_000 });
      kill("app")(life);
    },
  },
  {
    name: "registry-is-slow",
    containers: [NGINX],
    before: (session) => outside(session, "SlowRegistry", { registry: "docker.io", timesSlower: 20 }),
  },
  {
    name: "registry-answers-503-once",
    containers: [NGINX],
    before: (session) => outside(session, "FailPulls", { image: "nginx", count: 1 }),
    afterwards: ({ session }) => expect(session.tables.registryFaults.size).toBe(0),
  },
  {
    name: "registry-does-not-answer",
    containers: [NGINX],
    before: (session) => outside(session, "FailPulls", { why: "unreachable" }),
  },
  {
    name: "docker-hub-limits-pulls",
    containers: [NGINX],
    before: (session) => outside(session, "FailPulls", { why: "rate-limit" }),
  },
];

describe("faults", () => {
  test.each(STORIES)("$name", async ({ name, afterwards, ...options }) => {
    const life = startTask(options);
    life.session.stepUntilQuiet();
    afterwards?.(life);
    life.session.stepUntilQuiet();
    const told = `${taskTable(life.session)}\n${journalTable(life.session, 3)}`;
    await expect(told).toMatchFileSnapshot(`faults/${name}.txt`);
  });
});

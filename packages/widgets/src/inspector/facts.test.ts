/** What the inspector says of containers: their memory while they run, their restarts. */
import "@quayside/simulator/engine";
import "@quayside/simulator/task-definition";
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { factsOf } from "./facts.ts";
import { inspectorTexts } from "./texts.ts";

function containerFact(session: Session) {
  const [taskArn = ""] = session.tables.tasks.keys();
  const moment = { tables: session.tables, atMs: session.nowMs, headMs: session.nowMs, recordCount: 0 };
  const groups = factsOf(moment, { table: "tasks", key: taskArn }, inspectorTexts("en")) ?? [];
  return groups.flatMap(({ facts }) => facts).find(({ name }) => name === "app");
}

function run(container: object): Session {
  const session = Session.start();
  session.call("ecs", "RegisterTaskDefinition", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "app", ...container }],
  });
  session.call("ecs", "RunTask", {
    taskDefinition: "app",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } },
  });
  return session;
}

test("a running container shows what it holds of the memory, a killed one why", () => {
  const session = run({ image: "quayside/leaky:1" });
  expect(containerFact(session)?.aside).toBeUndefined();
  const startedAtMs = () => [...session.tables.containers.values()][0]?.startedAtMs;
  while (startedAtMs() === undefined) session.advance({ maxSteps: 1 });
  expect(containerFact(session)).toMatchObject({ value: "RUNNING", aside: "112 MiB" });
  session.advance({ byMs: 10_000 });
  expect(containerFact(session)?.aside).toBe("312 MiB");
  session.stepUntilQuiet();
  expect(containerFact(session)).toMatchObject({
    value: "STOPPED, exitCode 137",
    aside: "OutOfMemoryError: Container killed due to memory usage",
  });
});

test("a container that was started again says how often", () => {
  const session = run({
    image: "busybox",
    command: ["sh", "-c", "sleep 60; exit 1"],
    restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
  });
  session.advance({ untilMs: 160_000 });
  expect(containerFact(session)?.value).toBe("RUNNING, RestartCount 2");
});

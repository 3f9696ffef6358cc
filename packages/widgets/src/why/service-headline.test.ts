/** The answer to "why?" of what a service does: the root cause first, then what its scheduler did, in both languages. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { type Why, whyOf } from "@quayside/simulator/why";
import { describe, expect, test } from "vitest";
import { arriving } from "../i18n/by-language.ts";
import { headlineOf } from "./headline.ts";

const NETWORK = {
  awsvpcConfiguration: {
    subnets: [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]],
    assignPublicIp: "ENABLED",
  },
};
const CRASHES = { image: "busybox", command: ["sh", "-c", "exit 1"] };

function register(session: Session, container: object = {}): void {
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx", ...container }],
  });
}

/** A service of two tasks on Fargate, two minutes after its creation. */
function serving(more: object = {}): Session {
  const session = Session.start();
  register(session);
  const outcome = session.call("ecs", "CreateService", {
    serviceName: "shop",
    taskDefinition: "web",
    desiredCount: 2,
    launchType: "FARGATE",
    networkConfiguration: NETWORK,
    ...more,
  });
  expect(outcome.ok).toBe(true);
  return pass(session, 120);
}

function pass(session: Session, seconds: number): Session {
  session.advance({ byMs: seconds * 1_000 });
  return session;
}

function ask(session: Session, key: string): Why {
  const why = whyOf(session.journal, { key });
  if (why === undefined) throw new Error("the journal knows nothing of it");
  return why;
}

function head(session: Session, key: string, language = "en") {
  const { text, more, says } = headlineOf(ask(session, key), session.tables, language, undefined);
  return [text, more, says].map((each) => each?.replaceAll(/[0-9a-f]{32}/g, "ID").replaceAll(/\b[0-9a-f]{8}\b/g, "ID"));
}

const taskAt = (session: Session, at: number) => [...session.tables.tasks.keys()].at(at) ?? "";
const serviceOf = (session: Session) => [...session.tables.services.keys()][0] ?? "";

describe("a task of a service", () => {
  test("is there because of a call", () => {
    const session = serving();
    expect(head(session, taskAt(session, 0))).toEqual([
      "You called CreateService. Service shop started this task: fewer tasks were there than it wants.",
      "Every container has started; the task is RUNNING.",
      undefined,
    ]);
    expect(ask(session, taskAt(session, 0)).decisions[0]?.record.kind).toBe("SERVICE_DECIDED");
  });

  test("is there because another one was lost", async () => {
    const session = serving();
    session.call("ecs", "StopTask", { task: taskAt(session, 0) });
    pass(session, 120);
    expect(head(session, taskAt(session, -1))[0]).toBe(
      "Task ID ended before. You called StopTask. Service shop started this task: fewer tasks were there than it wants.",
    );
    await arriving("vi");
    expect(head(session, taskAt(session, -1), "vi")[0]).toMatch(
      /^Trước đó task ID đã kết thúc. .*StopTask.*Service shop/,
    );
    expect(head(session, taskAt(session, 0)).slice(0, 2)).toEqual([
      "You called StopTask.",
      "The task has stopped with the stopCode UserInitiated.",
    ]);
  });

  test("was stopped because fewer are wanted", () => {
    const session = serving();
    session.call("ecs", "UpdateService", { service: "shop", desiredCount: 0 });
    pass(session, 8);
    const [text, more, says] = head(session, taskAt(session, 0));
    expect(text).toBe("You called UpdateService. Service shop stopped this task: more tasks were there than it wants.");
    expect(more).toBe("The task is being stopped, with the stopCode ServiceSchedulerInitiated.");
    expect(says).toMatch(/^Scaling activity initiated by/);
  });
});

describe("a rollout that fails", () => {
  const breaker = { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } };

  function failing(more: object, seconds: number): Session {
    const session = serving(more);
    register(session, CRASHES);
    session.call("ecs", "UpdateService", { service: "shop", taskDefinition: "web:2" });
    return pass(session, seconds);
  }

  test("is stuck because its tasks end", () => {
    const session = failing({}, 300);
    const [text, more] = head(session, serviceOf(session));
    expect(text).toBe("Container web, which is essential, ended with exit code 1: the whole task ends with it.");
    expect(more).toMatch(/^The service scheduler saw 2 healthy of /);
    const [deployment] = [...session.tables.deployments.values()].filter(({ status }) => status === "PRIMARY");
    expect(head(session, deployment?.deploymentId ?? "")).toEqual(head(session, serviceOf(session)));
  });

  test("was rolled back because its tasks ended, and says so until the next one", () => {
    const session = failing(breaker, 900);
    const [text, more] = head(session, serviceOf(session));
    expect(text).toBe("Container web, which is essential, ended with exit code 1: the whole task ends with it.");
    expect(more).toMatch(/^Deployment \S+ is FAILED: \d tasks failed, the circuit breaker allows fewer than 3\.$/);
    const last = [...session.tables.tasks.values()].findLast(
      ({ stopCode }) => stopCode === "ServiceSchedulerInitiated",
    );
    if (last !== undefined)
      expect(head(session, last.taskArn)[0]).toMatch(/^Deployment \S+ is FAILED: .* Service shop stopped/);
    session.call("ecs", "UpdateService", { service: "shop", forceNewDeployment: true });
    expect(head(session, serviceOf(session))[0]).toMatch(/^Deployment \S+ began, of web:1\.$/);
  });
});

test("a service in its steady state tells that", () => {
  const session = serving();
  expect(head(session, serviceOf(session))[0]).toBe("shop has its 2 tasks, all of them healthy: a steady state.");
});

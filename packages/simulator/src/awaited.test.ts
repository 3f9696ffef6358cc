/** What can be waited for: each is there from its moment on and not before, and a wait ends at its bound when it does not come. */
import { describe, expect, test } from "vitest";
import { AWAITED, type AwaitedThing, isThere, partsOf, type Wait } from "./awaited.ts";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import type { JournalRecord } from "./model/records.ts";
import { Session } from "./session.ts";
import { durationMs } from "./wait-text.ts";

const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };

/** A task of two containers: db is checked, job ends and its policy starts it again, if it is to. */
function shop({ count = 1, restarts = false } = {}): Session {
  const session = Session.start({ seed: 3 });
  const made = session.call("ecs", "RegisterTaskDefinition", {
    family: "shop",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [
      { name: "db", image: "nginx", healthCheck: { command: ["CMD", "true"], interval: 10 } },
      {
        name: "job",
        image: "busybox",
        essential: false,
        command: ["sh", "-c", "sleep 70; exit 1"],
        restartPolicy: { enabled: restarts, restartAttemptPeriod: 60 },
      },
    ],
  });
  expect(made.ok).toBe(true);
  run(session, count);
  return session;
}

function run(session: Session, count = 1): void {
  const network = { networkConfiguration: { awsvpcConfiguration }, launchType: "FARGATE" };
  expect(session.call("ecs", "RunTask", { taskDefinition: "shop", count, ...network }).ok).toBe(true);
}

function stop(session: Session, at: number): void {
  session.call("ecs", "StopTask", { task: [...session.tables.tasks.keys()].at(at) });
}

function waitFor(session: Session, until: AwaitedThing, atMost: Extract<Wait, { until: object }>["atMost"] = "10 min") {
  return session.wait({ until, atMost });
}

/** The kinds of the records of the moment that brought it. */
function broughtBy({ journal, nowMs }: Session): JournalRecord["kind"][] {
  return journal.records.filter((record) => record.atMs === nowMs).map((record) => record.kind);
}

describe("a wait ends with the step that brings it", () => {
  test.each<[AwaitedThing, JournalRecord["kind"], boolean]>([
    [{ taskRunning: "shop" }, "TASK_RUNNING", false],
    [{ containerHealthy: "shop/db" }, "HEALTH_CHANGED", false],
    [{ containerStopped: "shop/job" }, "EXIT_REPORTED", false],
    [{ containerRestarted: "shop/job" }, "CONTAINER_RESTARTED", true],
  ])("%j", (until, kind, restarts) => {
    const session = shop({ restarts });
    expect(isThere(session.tables, until)).toBe(false);
    expect(waitFor(session, until).ended).toBe("met");
    expect(broughtBy(session)).toContain(kind);
    expect(waitFor(session, until)).toMatchObject({ ended: "met", steps: 0 });
  });

  test("taskStopped", () => {
    const session = shop();
    session.advance({ byMs: 60_000 });
    stop(session, 0);
    expect(waitFor(session, { taskStopped: "shop" }).ended).toBe("met");
    expect(broughtBy(session)).toContain("TASK_STOPPED");
  });

  test("instanceRegistered", () => {
    const session = Session.start();
    expect(isThere(session.tables, { instanceRegistered: "default" })).toBe(false);
    session.call("quayside", "ProvideContainerInstances", { cluster: "default" });
    expect(waitFor(session, { instanceRegistered: "default" })).toMatchObject({ ended: "met", steps: 0 });
    const [machine] = session.tables.ec2Instances.values();
    const launched = session.call("ec2", "RunInstances", {
      ImageId: machine?.imageId,
      InstanceType: "t3.small",
      MinCount: 2,
      MaxCount: 2,
      SubnetId: DEFAULT_SUBNETS["public-a"],
      IamInstanceProfile: { Name: "ecsInstanceRole" },
    });
    expect(launched.ok).toBe(true);
    expect(isThere(session.tables, { instanceRegistered: "default" })).toBe(false);
    expect(waitFor(session, { instanceRegistered: "default" })).toMatchObject({ ended: "met" });
    expect(session.tables.containerInstances.size).toBe(3);
    for (const containerInstance of session.tables.containerInstances.keys()) {
      expect(isThere(session.tables, { instanceRegistered: "default" })).toBe(true);
      session.call("quayside", "DisconnectAgent", { containerInstance });
    }
    expect(isThere(session.tables, { instanceRegistered: "default" })).toBe(false);
    expect(isThere(session.tables, { instanceRegistered: "other" })).toBe(false);
  });
});

describe("a wait for a service", () => {
  const service = { serviceName: "shop", taskDefinition: "shop", desiredCount: 2, launchType: "FARGATE" };

  function serving(): Session {
    const session = shop();
    session.call("ecs", "CreateService", { ...service, networkConfiguration: { awsvpcConfiguration } });
    return session;
  }

  test("ends with its steady state, which a call, a stopped task and a deletion end", () => {
    const session = serving();
    expect(isThere(session.tables, { serviceSteady: "shop" })).toBe(false);
    expect(waitFor(session, { serviceSteady: "shop" }).ended).toBe("met");
    expect(broughtBy(session)).toContain("SERVICE_STEADY");
    session.call("ecs", "UpdateService", { service: "shop", desiredCount: 3 });
    expect(isThere(session.tables, { serviceSteady: "shop" })).toBe(false);
    expect(waitFor(session, { serviceSteady: "shop" }).ended).toBe("met");
    stop(session, -1);
    expect(isThere(session.tables, { serviceSteady: "shop" })).toBe(false);
    expect(waitFor(session, { serviceSteady: "shop" }).ended).toBe("met");
    session.call("ecs", "DeleteService", { service: "shop", force: true });
    expect(waitFor(session, { serviceSteady: "shop" }).ended).toBe("bound");
  });

  test("ends when it is INACTIVE", () => {
    const session = serving();
    expect(isThere(session.tables, { serviceInactive: "shop" })).toBe(false);
    session.call("ecs", "DeleteService", { service: "shop", force: true });
    expect(waitFor(session, { serviceInactive: "shop" }).ended).toBe("met");
    expect(broughtBy(session)).toContain("SERVICE_INACTIVE");
  });
});

test("every task counts that is meant to run, and every one that ever was when they are to be over", () => {
  const session = shop({ count: 2 });
  waitFor(session, { taskRunning: "shop" });
  expect([...session.tables.tasks.values()].map((task) => task.lastStatus)).toEqual(["RUNNING", "RUNNING"]);
  stop(session, 0);
  expect(isThere(session.tables, { taskRunning: "shop" })).toBe(true);
  expect(waitFor(session, { taskStopped: "shop" })).toMatchObject({ ended: "bound" });
  stop(session, 1);
  expect(isThere(session.tables, { taskRunning: "shop" })).toBe(false);
  expect(waitFor(session, { taskStopped: "shop" }).ended).toBe("met");
});

test("a family, a container or a cluster that is only part of the name is another one", () => {
  const session = shop();
  session.advance({ byMs: 60_000 });
  for (const name of ["sho", "shop2", "hop", "x"]) expect(isThere(session.tables, { taskRunning: name })).toBe(false);
  expect(isThere(session.tables, { containerHealthy: "shop/d" })).toBe(false);
});

test.each(Object.keys(AWAITED))(
  "%s ends at its bound in a cloud where nothing happens, and the clock stands there",
  (kind) => {
    const session = Session.start();
    const until = { [kind]: "web/nginx" } as unknown as AwaitedThing;
    expect(partsOf(until)).toEqual([kind, "web/nginx"]);
    expect(session.wait({ until, atMost: "90 s" })).toEqual({ ended: "bound", nowMs: 90_000, steps: 0 });
  },
);

test("a wait until settled may have another bound than a day", () => {
  const session = shop();
  expect(session.wait({ until: "settled", atMost: "5 s" })).toMatchObject({ ended: "bound", nowMs: 5_000 });
  expect(session.wait({ until: "settled", atMost: "1 h" }).ended).toBe("settled");
});

test.each([
  ["500 ms", 500],
  ["90s", 90_000],
  ["1.5 h", 5_400_000],
  ["10 min", 600_000],
  ["0 s", undefined],
  ["-1 s", undefined],
  ["10", undefined],
  ["ten min", undefined],
  ["1e3 s", undefined],
  ["10 min ", undefined],
])("%j as a length of time", (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

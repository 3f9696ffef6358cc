/** What the fault panel offers: running containers and tasks, what follows when they die, registries and images. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { beforeEach, describe, expect, test } from "vitest";
import type { Moment } from "../base/cloud.ts";
import { textsFor } from "../i18n/index.ts";
import { causeOf } from "./cause-fault.ts";
import {
  agentTargets,
  alarmTargets,
  endOf,
  killTargets,
  pullScopes,
  stopTargets,
  targetOf,
  zoneTargets,
} from "./targets.ts";

let session: Session;

const moment = (): Moment => ({
  tables: session.tables,
  atMs: session.nowMs,
  headMs: session.nowMs,
  recordCount: session.journal.length,
});

function run(containerDefinitions: unknown[]): string {
  session.call("ecs", "RegisterTaskDefinition", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions,
  });
  const outcome = session.call("ecs", "RunTask", {
    taskDefinition: "app",
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  });
  return outcome.ok ? ((outcome.output.tasks as { taskArn: string }[])[0]?.taskArn ?? "") : "";
}

const cause = (operation: string, input: object) => causeOf([{ operation, input }], textsFor("en"), "en")(session);

beforeEach(() => {
  session = Session.start();
});

test("a zone is out of capacity until its end, and can be chosen only before", () => {
  const zones = () => zoneTargets(moment()).map(({ key, hasCapacity }) => [key, hasCapacity]);
  expect(zones()).toEqual([
    ["us-east-1a", true],
    ["us-east-1b", true],
  ]);
  cause("SetFargateCapacity", { availabilityZone: "us-east-1a", available: false });
  expect(zones()[0]).toEqual(["us-east-1a", false]);
  cause("SetFargateCapacity", { availabilityZone: "us-east-1a", available: true });
  expect(zones()[0]).toEqual(["us-east-1a", true]);
});

test("an alarm can be chosen while a service watches it and it is not in ALARM", () => {
  const alarms = () => alarmTargets(moment()).map(({ key, isRaised }) => [key, isRaised]);
  run([{ name: "web", image: "nginx" }]);
  expect(alarms()).toEqual([]);
  const deploymentConfiguration = { alarms: { alarmNames: ["errors"], enable: true, rollback: true } };
  const subnets = [DEFAULT_SUBNETS["public-a"]];
  const outcome = session.call("ecs", "CreateService", {
    serviceName: "app",
    taskDefinition: "app",
    desiredCount: 1,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets } },
    deploymentConfiguration,
  });
  expect(outcome.ok).toBe(true);
  expect(alarms()).toEqual([["errors", false]]);
  expect(cause("SetAlarm", { name: "errors", state: "ALARM" })).toEqual({
    kind: "news",
    text: "The alarm errors is in the state ALARM.",
  });
  expect(alarms()).toEqual([["errors", true]]);
});

describe("what can be killed", () => {
  test("is what runs, with what follows", () => {
    const restarts = { enabled: true, restartAttemptPeriod: 60 };
    run([
      { name: "web", image: "nginx" },
      { name: "helper", image: "quayside/shop:1.0", essential: false },
      { name: "again", image: "quayside/shop:1.0", restartPolicy: restarts },
      { name: "never", image: "quayside/shop:1.0", restartPolicy: { ...restarts, ignoredExitCodes: [137] } },
    ]);
    expect(killTargets(moment())).toEqual([]);
    session.stepUntilQuiet();
    expect(killTargets(moment()).map(({ container, consequence }) => [container.name, consequence])).toEqual([
      ["web", "task-stops"],
      ["helper", "task-goes-on"],
      ["again", "restarts"],
      ["never", "task-stops"],
    ]);
  });

  test("is also what is being stopped, which no longer counts as a task to stop", () => {
    const task = run([{ name: "app", image: "quayside/stubborn:1" }]);
    session.stepUntilQuiet();
    expect(stopTargets(moment()).map(({ key }) => key)).toEqual([task]);
    session.call("ecs", "StopTask", { task });
    session.advance({ byMs: 10_000 });
    expect(stopTargets(moment())).toEqual([]);
    expect(killTargets(moment())).toMatchObject([{ consequence: "ends-the-wait" }]);
  });

  test("is chosen by the selection of a task or of a container, newest first", () => {
    const first = run([{ name: "web", image: "nginx" }]);
    run([{ name: "web", image: "nginx" }]);
    session.stepUntilQuiet();
    const targets = killTargets(moment());
    expect(targets.map(({ task }) => task.taskArn).at(-1)).toBe(first);
    expect(targetOf(targets, { table: "tasks", key: first })?.task.taskArn).toBe(first);
    const key = targets[1]?.key ?? "";
    expect(targetOf(targets, { table: "containers", key })?.key).toBe(key);
    expect(targetOf(targets, undefined)).toBeUndefined();
  });
});

test("images come from the registries and repositories of the task definitions, without tags", () => {
  run([
    { name: "a", image: "nginx:1.29" },
    { name: "b", image: "public.ecr.aws/nginx/nginx:latest" },
    { name: "c", image: `quayside/shop@sha256:${"a".repeat(64)}` },
  ]);
  expect(pullScopes(moment()).map(({ kind, name, isHub }) => [kind, name, isHub])).toEqual([
    ["all", "", true],
    ["registry", "docker.io", true],
    ["registry", "public.ecr.aws", false],
    ["image", "nginx", true],
    ["image", "public.ecr.aws/nginx/nginx", false],
    ["image", "quayside/shop", true],
  ]);
});

test("agents are named by their machine and cluster, deregistered instances are not there", () => {
  session.call("quayside", "ProvideContainerInstances", { cluster: "default", count: 2 });
  const [first, second] = agentTargets(moment());
  expect(first).toMatchObject({ connected: true, label: expect.stringMatching(/^i-\w+ · default$/) });
  expect(cause("DisconnectAgent", first?.input ?? {})).toMatchObject({
    kind: "news",
    text: expect.stringMatching(/^ECS has lost the agent of container instance /),
  });
  session.call("ecs", "DeregisterContainerInstance", { containerInstance: second?.key });
  expect(agentTargets(moment()).map(({ key, connected }) => [key, connected])).toEqual([[first?.key, false]]);
  expect(cause("ReconnectAgent", first?.input ?? {}).kind).toBe("news");
});

describe("a fault", () => {
  test("is told in the words of the journal, a refusal in its own", () => {
    expect(cause("SlowRegistry", { timesSlower: 10 })).toEqual({
      kind: "news",
      text: "Pulls from every registry take 10 times as long from now on.",
    });
    expect(cause("KillContainer", { task: "none" })).toMatchObject({
      kind: "refused",
      title: "KillContainer was refused",
      message: "The referenced task was not found.",
    });
  });

  test.each([{}, { registry: "docker.io" }, { image: "nginx" }])("of %j can be ended by its row", (place) => {
    cause("FailPulls", place);
    if (!("image" in place)) cause("SlowRegistry", { ...place, timesSlower: 3 });
    const [row] = session.tables.registryFaults.values();
    if (row === undefined) throw new Error("there is no fault to end");
    expect(causeOf(endOf(row), textsFor("en"), "en")(session).kind).toBe("news");
    expect(session.tables.registryFaults.size).toBe(0);
  });
});

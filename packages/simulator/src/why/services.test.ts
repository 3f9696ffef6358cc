/** "Why?" of services, told from the journal alone: what the scheduler saw and did, and what the circuit breaker counted. */
import { expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "../default-network.ts";
import { Session } from "../session.ts";
import { traceText } from "./trace-text.ts";
import { type Why, whyOf } from "./why.ts";

const NETWORK = { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]] } };
const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const CRASHES = { image: "busybox", command: ["sh", "-c", "exit 1"] };

function register(session: Session, launchType: string, container: object = {}): void {
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: [launchType],
    ...(launchType === "FARGATE" ? { networkMode: "awsvpc", cpu: "256", memory: "512" } : {}),
    containerDefinitions: [{ name: "web", image: "nginx", memory: 400, ...container }],
  });
}

/** A service of two tasks. */
function serving({ launchType = "FARGATE", machines = 0, seconds = 120, more = {}, container = {} } = {}): Session {
  const session = Session.start();
  register(session, launchType, container);
  if (machines > 0) session.call("quayside", "ProvideContainerInstances", { count: machines });
  const network = launchType === "FARGATE" ? { networkConfiguration: NETWORK } : {};
  const service = { serviceName: "shop", taskDefinition: "web", desiredCount: 2, launchType, ...network, ...more };
  const outcome = session.call("ecs", "CreateService", service);
  expect(outcome.ok).toBe(true);
  session.advance({ byMs: seconds * 1_000 });
  return session;
}

/** The same, whose second revision crashes. */
function crashing(seconds: number, more: object = {}): Session {
  const session = serving({
    more: {
      ...more,
      networkConfiguration: { awsvpcConfiguration: { ...NETWORK.awsvpcConfiguration, assignPublicIp: "ENABLED" } },
    },
  });
  register(session, "FARGATE", CRASHES);
  session.call("ecs", "UpdateService", { service: "shop", taskDefinition: "web:2" });
  session.advance({ byMs: seconds * 1_000 });
  return session;
}

function ask(session: Session, key: string | undefined): Why {
  const why = whyOf(session.journal, { key: key ?? "" });
  if (why === undefined) throw new Error("the journal knows nothing of it");
  return why;
}

/** The table, every id of a task as ID. */
function told({ table }: Why): string {
  const text = table === undefined ? "" : traceText(table);
  return `\n${text.replaceAll(/[0-9a-f]{32}/g, "ID".padEnd(32)).replaceAll(/ +$/gm, "")}\n`;
}

const serviceOf = ({ tables }: Session) => [...tables.services.keys()][0];

test("a rollout that cannot go on: what the scheduler saw, and what holds it back", () => {
  const session = crashing(15);
  const why = ask(session, serviceOf(session));
  expect(why.service).toMatchObject({ service: "shop", bounds: ["minimum"] });
  expect(told(why)).toMatchInlineSnapshot(`
    "
    What the scheduler of shop saw and did
      DEPLOYMENT     WANTED  RUNNING  PENDING  HEALTHY  IT DOES
      web:2 PRIMARY    2       0        2        0        nothing
      web:1 ACTIVE     2       2        0        2        nothing
    = Of 2 wanted, 2 healthy tasks are the fewest and 4 tasks the most. What holds it back: minimumHealthyPercent lets no more stop.
    "
  `);
});

test("a deployment that failed: what the circuit breaker counted, and the task behind it", () => {
  const session = crashing(900, { deploymentConfiguration: BREAKER });
  const why = ask(session, serviceOf(session));
  expect([why.record.kind, why.service?.behind?.record.kind]).toEqual(["DEPLOYMENT_FAILED", "TASK_STOP_REQUESTED"]);
  expect(told(why)).toMatchInlineSnapshot(`
    "
    Tasks of web:2 that the circuit breaker counted
      TASK                              STOPCODE                    STOPPEDREASON
    x ID                                  EssentialContainerExited    Essential container in task exited
    x ID                                  EssentialContainerExited    Essential container in task exited
    x ID                                  EssentialContainerExited    Essential container in task exited
    x ID                                  EssentialContainerExited    Essential container in task exited
    = failedTasks 4: the circuit breaker allows fewer than 3.
    "
  `);
});

test("a deployment that an alarm failed: the alarm stands behind it, and whoever set it behind that", () => {
  const session = serving({ launchType: "EC2", machines: 2 });
  const deploymentConfiguration = { alarms: { alarmNames: ["calm", "errors"], enable: true, rollback: true } };
  session.call("ecs", "UpdateService", { service: "shop", deploymentConfiguration, forceNewDeployment: true });
  session.call("quayside", "SetAlarm", { name: "errors", state: "ALARM" });
  session.advance({ byMs: 120_000 });
  const { service, record } = ask(session, serviceOf(session));
  expect(record).toMatchObject({ kind: "DEPLOYMENT_FAILED", facts: { why: "alarm", alarmNames: ["errors"] } });
  expect(service?.behind?.record).toMatchObject({ kind: "ALARM_STATE_CHANGED", subject: "errors" });
});

test("a shift of traffic: the pause at which it waits, and the hook that has failed it", () => {
  const session = serving({ launchType: "EC2", machines: 2 });
  const pause = { targetType: "PAUSE", lifecycleStages: ["PRE_SCALE_UP"] };
  const deploymentConfiguration = { strategy: "BLUE_GREEN", lifecycleHooks: [pause] };
  session.call("ecs", "UpdateService", { service: "shop", deploymentConfiguration, forceNewDeployment: true });
  session.advance({ byMs: 60_000 });
  const waiting = ask(session, serviceOf(session));
  expect([waiting.record.kind, waiting.service?.behind?.record.kind]).toEqual(["STAGE_WAITS", "HOOK_AWAITING_ACTION"]);
  const row = [...session.tables.serviceDeployments.values()].at(-1);
  const { serviceDeploymentArn, shift } = row ?? {};
  const hookId = shift?.hooks[0]?.hookId;
  session.call("ecs", "ContinueServiceDeployment", { serviceDeploymentArn, hookId, action: "ROLLBACK" });
  session.advance({ byMs: 10_000 });
  const { record, service } = ask(session, serviceOf(session));
  expect(record).toMatchObject({ kind: "DEPLOYMENT_FAILED", facts: { why: "hook" } });
  expect(service?.behind?.record).toMatchObject({ kind: "HOOK_CONTINUED", facts: { action: "ROLLBACK" } });
});

test("a task of a service on Fargate was placed among the subnets of its revision", () => {
  const session = crashing(0);
  expect(ask(session, [...session.tables.tasks.keys()][0]).table?.rows).toHaveLength(2);
});

test("a service without a place for its tasks leads to the placement that found none", () => {
  const session = serving({ launchType: "EC2", machines: 1, container: { memory: 60_000 } });
  const why = ask(session, serviceOf(session));
  expect(why.service?.behind).toMatchObject({
    causes: ["placement.memory", "PLACEMENT_DECIDED unplaced", "PLACEMENT_DECIDED"],
  });
  expect(why.service?.behind?.table?.outcome?.phrase).toBe("nobody-fits-service");
});

test("a task that the scheduler stopped says who asked", () => {
  const session = serving({ launchType: "EC2", machines: 1 });
  session.call("ecs", "UpdateService", { service: "shop", desiredCount: 1 });
  session.advance({ byMs: 60_000 });
  const stopped = [...session.tables.tasks.values()].find(({ desiredStatus }) => desiredStatus === "STOPPED");
  const why = ask(session, stopped?.taskArn);
  expect(why.table?.outcome).toEqual({ phrase: "asked-by-service", facts: { service: "shop" } });
  expect(why.service).toMatchObject({
    act: { does: "stop", motive: "scale-in" },
    behind: { record: { subject: "UpdateService" } },
  });
  expect(why.decisions.map(({ record }) => record.kind)).toEqual([
    "SERVICE_DECIDED",
    "TASK_CREATED",
    "PULL_STOPPED",
    "SERVICE_DECIDED",
    "CONTAINER_EXITED",
  ]);
});

test("a task that takes the place of one on a draining instance was asked for by no call about the service", () => {
  const session = serving({ launchType: "EC2", machines: 2 });
  const [instance] = session.tables.containerInstances.keys();
  session.call("ecs", "UpdateContainerInstancesState", { containerInstances: [instance], status: "DRAINING" });
  session.advance({ byMs: 60_000 });
  const { service } = ask(session, [...session.tables.tasks.keys()].at(-1));
  expect(service?.act?.motive).toBe("scale-out");
  expect(service?.behind).toBeUndefined();
});

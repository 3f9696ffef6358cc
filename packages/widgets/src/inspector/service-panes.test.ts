/** What the inspector says of a service: its deployments, its events in AWS's words, the decisions of its scheduler; and of its tasks. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import type { Moment } from "../base/cloud.ts";
import { describeAt } from "./describe.ts";
import { overviewOf, paneOf } from "./panes.ts";
import { decisionsPane } from "./service-panes.ts";
import { inspectorTexts } from "./texts/index.ts";

const t = inspectorTexts("en");

function begin(): Session {
  const session = Session.start();
  const call = (operation: string, input: object) => {
    const outcome = session.call("ecs", operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
  };
  call("RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx" }],
  });
  call("CreateService", {
    serviceName: "shop",
    taskDefinition: "web",
    desiredCount: 2,
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  });
  return session;
}

function momentOf({ tables, nowMs, journal }: Session): Moment {
  return { tables, atMs: nowMs, headMs: nowMs, recordCount: journal.length };
}

function serviceOf({ tables }: Session): { readonly table: "services"; readonly key: string } {
  const [key = ""] = tables.services.keys();
  return { table: "services", key };
}

const valuesOf = (session: Session, tab: "deployments" | "events" | "configuration") =>
  (paneOf(momentOf(session), serviceOf(session), tab, t)?.groups ?? []).flatMap(({ facts }) => facts);

test("events are AWS's texts, newest first", () => {
  const session = begin();
  expect(paneOf(momentOf(session), serviceOf(session), "events", t)?.note).toBe(t.noEvents);
  session.advance({ byMs: 120_000 });
  const [newest, , oldest] = valuesOf(session, "events");
  expect(newest?.value).toBe("(service shop) has reached a steady state.");
  expect(oldest?.value).toMatch(/^\(service shop\) has started 2 tasks: \(task [0-9a-f]+\) \(task [0-9a-f]+\)\.$/);
});

test("a deployment says how it is, with its reason and what failed", () => {
  const session = begin();
  session.advance({ byMs: 120_000 });
  expect(paneOf(momentOf(session), serviceOf(session), "deployments", t)?.groups?.[0]?.title).toBe("PRIMARY web:1");
  const facts = Object.fromEntries(valuesOf(session, "deployments").map(({ name, value }) => [name, value]));
  expect(facts).toMatchObject({
    rolloutState: "COMPLETED",
    failedTasks: "0",
    runningCount: "2",
    serviceDeployment: "SUCCESSFUL",
  });
  expect(facts.rolloutStateReason).toContain("completed");
  const named = valuesOf(session, "configuration").map(({ name }) => name);
  for (const inner of ["boundBy", "looksAt", "looksAtMs", "startedLately"]) expect(named).not.toContain(inner);
});

test("a shift of traffic says its stage and the hook at which it waits", () => {
  const session = begin();
  session.advance({ byMs: 120_000 });
  const pause = { targetType: "PAUSE", lifecycleStages: ["PRE_SCALE_UP"] };
  const deploymentConfiguration = { strategy: "BLUE_GREEN", lifecycleHooks: [pause] };
  session.call("ecs", "UpdateService", { service: "shop", deploymentConfiguration, forceNewDeployment: true });
  session.advance({ byMs: 30_000 });
  const facts = valuesOf(session, "deployments");
  expect(facts).toContainEqual({ name: "lifecycleStage", value: "PRE_SCALE_UP" });
  const hooks = facts.filter(({ name }) => name === "lifecycleHookDetails");
  expect(hooks.map(({ value }) => value)).toEqual([expect.stringMatching(/^ecs-pause-[\w-]{43} AWAITING_ACTION$/)]);
});

test("the decisions of the beats are a table, and of a moment in the past only those before it", () => {
  const session = begin();
  const { key } = serviceOf(session);
  const early = momentOf(session);
  session.advance({ byMs: 120_000 });
  const { records } = session.journal;
  expect(decisionsPane(records, early, key, t)).toEqual({ note: t.noDecisions });
  const { table } = decisionsPane(records, momentOf(session), key, t);
  expect(table?.rows.at(-1)).toEqual([expect.stringMatching(/^00:05/), "2", "2–4", "0/0", "start 2 (scale-out)", ""]);
  expect(table?.rows.every((row) => row.length === table.columns.length)).toBe(true);
});

test("the overview counts, a task names its service, the API describes it", () => {
  const session = begin();
  session.advance({ byMs: 10_000 });
  const counts = overviewOf(momentOf(session), serviceOf(session), t)?.facts;
  expect(counts).toContainEqual({ name: "desiredCount", value: "2", aside: "2 to 4" });
  expect(counts).toContainEqual({ name: "pendingCount", value: "2" });
  const [key = ""] = session.tables.tasks.keys();
  const { groups = [] } = paneOf(momentOf(session), { table: "tasks", key }, "configuration", t) ?? {};
  expect(groups.flatMap(({ facts }) => facts)).toContainEqual({
    name: "service",
    value: "shop",
    to: serviceOf(session),
  });
  expect(JSON.parse(describeAt(session, serviceOf(session), session.nowMs)).services[0].pendingCount).toBe(2);
  const [cluster = ""] = session.tables.clusters.keys();
  const items = paneOf(momentOf(session), { table: "clusters", key: cluster }, "services", t)?.items;
  expect(items).toEqual([{ selection: serviceOf(session), name: "shop", detail: "ACTIVE 0/2" }]);
});

/** What the tabs of the inspector say: of containers their memory and restarts, of every thing something in every tab. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { SELECTABLE } from "../base/cloud.ts";
import { paneOf } from "./panes.ts";
import { tabFor, tabsOf } from "./tabs.ts";
import { inspectorTexts } from "./texts/index.ts";

function containerFact(session: Session) {
  const [taskArn = ""] = session.tables.tasks.keys();
  const moment = { tables: session.tables, atMs: session.nowMs, headMs: session.nowMs, recordCount: 0 };
  const { groups = [] } = paneOf(moment, { table: "tasks", key: taskArn }, "configuration", inspectorTexts("en")) ?? {};
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

describe("the tabs", () => {
  const t = inspectorTexts("en");
  const momentOf = (session: Session) => ({ tables: session.tables, atMs: 0, headMs: 0, recordCount: 0 });

  test("of every kind of thing show something, or say why there is nothing", () => {
    const session = run({ image: "busybox", environment: [{ name: "COLOUR", value: "blue" }] });
    const moment = momentOf(session);
    const { tables } = session;
    for (const table of SELECTABLE) {
      const [key] = tables[table].keys();
      if (key === undefined) continue;
      for (const tab of tabsOf({ table, key })) {
        if (tab === "json" || tab === "logs" || tab === "life") continue;
        const { groups = [], items = [], note = "" } = paneOf(moment, { table, key }, tab, t) ?? {};
        expect(groups.length + items.length + note.length, `${table} ${tab}`).toBeGreaterThan(0);
      }
    }
  });

  test("of a task tell its variables beside their container, and lead to its definition and cluster", () => {
    const session = run({ image: "busybox", environment: [{ name: "COLOUR", value: "blue" }] });
    const [key = ""] = session.tables.tasks.keys();
    const selection = { table: "tasks", key } as const;
    const containers = paneOf(momentOf(session), selection, "containers", t)?.groups ?? [];
    expect(containers.find(({ title }) => title === "app: Environment")?.facts).toEqual([
      { name: "COLOUR", value: "blue" },
    ]);
    const general = paneOf(momentOf(session), selection, "configuration", t)?.groups?.at(-1)?.facts ?? [];
    expect(general.flatMap(({ to }) => (to === undefined ? [] : [to.table]))).toEqual(["taskDefinitions", "clusters"]);
  });

  test("of a cluster list its tasks, newest first, and none of another cluster's", () => {
    const session = run({ image: "busybox" });
    session.call("ecs", "CreateCluster", { clusterName: "other" });
    const tasksOf = (name: string) => {
      const key = [...session.tables.clusters.keys()].find((arn) => arn.endsWith(`/${name}`)) ?? "";
      return paneOf(momentOf(session), { table: "clusters", key }, "tasks", t);
    };
    expect(tasksOf("default")?.items?.map(({ selection }) => selection.key)).toEqual([...session.tables.tasks.keys()]);
    expect(tasksOf("other")).toEqual({ note: t.noTasks });
  });

  test("stay with the next thing when it has them, and a cluster opens with its tasks", () => {
    const task = { table: "tasks", key: "x" } as const;
    const cluster = { table: "clusters", key: "x" } as const;
    expect(tabFor(task, "tags")).toBe("tags");
    expect(tabFor(cluster, "networking")).toBe("tasks");
    expect(tabFor(task, "infrastructure")).toBe("configuration");
  });
});

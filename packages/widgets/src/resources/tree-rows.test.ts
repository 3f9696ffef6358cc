/** The tree of resources: what stands where, what is open, and keys after the ARIA pattern. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import type { Moment } from "../base/cloud.ts";
import { treeStep } from "./tree-keys.ts";
import { nameOf, type TreeRow, treeRows } from "./tree-rows.ts";

function momentWith({ revisions = 1, tasks = 2 } = {}): Moment {
  const session = Session.start();
  for (let revision = 1; revision <= revisions; revision += 1) {
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "app", image: "nginx" }],
    });
  }
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]] };
  if (tasks > 0) {
    session.call("ecs", "RunTask", {
      taskDefinition: "web",
      launchType: "FARGATE",
      count: tasks,
      networkConfiguration: { awsvpcConfiguration },
    });
  }
  return { tables: session.tables, atMs: 0, headMs: 0, recordCount: session.journal.length };
}

/** A row as one short line: its depth, what it is, whether it is open. */
function lineOf({ tables }: Moment, row: TreeRow): string {
  const { level, selection, heading, name, count, open, position, siblings } = row;
  const what =
    selection === undefined ? `${name ?? heading} (${count})` : `${selection.table} ${nameOf(tables, selection)}`;
  const state = open === undefined ? "" : open ? " open" : " closed";
  return `${"  ".repeat(level - 1)}${what}${state} ${position}/${siblings}`;
}

const lines = (moment: Moment, turned: readonly string[] = []): string[] =>
  treeRows(moment, new Set(turned)).map((row) => lineOf(moment, row));

test("clusters with their tasks come first, newest task first; network and account are closed", () => {
  const moment = momentWith();
  const [first = "", second = ""] = [...moment.tables.tasks.keys()].reverse().map((arn) => arn.slice(-32));
  expect(lines(moment)).toEqual([
    "clusters (1) open 1/4",
    "  clusters default open 1/1",
    "    tasks (2) open 1/2",
    `      tasks ${first} 1/2`,
    `      tasks ${second} 2/2`,
    "    containerInstances (0) 2/2",
    "taskDefinitions (1) open 2/4",
    "  taskDefinitions web:1 1/1",
    "network (5) closed 3/4",
    expect.stringMatching(/^account \(\d+\) closed 4\/4$/),
  ]);
});

test("a family with several revisions is a heading, the newest revision first", () => {
  const shown = lines(momentWith({ revisions: 2, tasks: 0 }));
  expect(shown).toEqual(
    expect.arrayContaining(["  web (2) open 1/1", "    taskDefinitions web:2 1/2", "    taskDefinitions web:1 2/2"]),
  );
  expect(shown).toContain("    tasks (0) 1/2");
});

test("what was turned by hand is the other way round", () => {
  const moment = momentWith();
  expect(lines(moment, ["clusters"])[1]).toBe("taskDefinitions (1) open 2/4");
  const subnets = lines(moment, ["network"]).filter((line) => /subnets p/.test(line));
  expect(subnets.map((line) => line.trim().split(" ")[1])).toEqual(["public-a", "public-b", "private-a", "private-b"]);
});

test("ids are unique, also with everything open", () => {
  const moment = momentWith({ revisions: 3, tasks: 10 });
  const all = ["network", "account", "securityGroups", "roles", "secrets", "parameters", "logGroups", "images"];
  const ids = treeRows(moment, new Set(all)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(30);
});

describe("keys", () => {
  const moment = momentWith();
  const rows = treeRows(moment, new Set());
  const nameAt = (at: number) => {
    const { selection, heading = "" } = rows[at] ?? {};
    return selection === undefined ? heading : nameOf(moment.tables, selection);
  };
  const step = (at: number, key: string) => treeStep(rows, at, key, nameAt);

  test("up and down stop at the ends, Home and End go there", () => {
    expect(step(0, "ArrowUp")).toEqual({ kind: "go", to: 0 });
    expect(step(0, "ArrowDown")).toEqual({ kind: "go", to: 1 });
    expect(step(4, "End")).toEqual({ kind: "go", to: rows.length - 1 });
    expect(step(rows.length - 1, "ArrowDown")).toEqual({ kind: "go", to: rows.length - 1 });
    expect(step(4, "Home")).toEqual({ kind: "go", to: 0 });
  });

  test("right opens and then goes in, left closes and then goes out", () => {
    const network = rows.findIndex(({ id }) => id === "network");
    expect(step(network, "ArrowRight")).toEqual({ kind: "turn", at: network });
    expect(step(0, "ArrowRight")).toEqual({ kind: "go", to: 1 });
    expect(step(0, "ArrowLeft")).toEqual({ kind: "turn", at: 0 });
    expect(step(3, "ArrowLeft")).toEqual({ kind: "go", to: 2 });
    expect(step(3, "ArrowRight")).toBeUndefined();
  });

  test("Enter chooses a thing and turns a heading; a letter goes to the next name; other keys are left alone", () => {
    expect(step(1, "Enter")).toEqual({ kind: "choose", at: 1 });
    expect(step(0, " ")).toEqual({ kind: "turn", at: 0 });
    expect(step(0, "d")).toEqual({ kind: "go", to: 1 });
    expect(step(0, "§")).toBeUndefined();
    expect(step(0, "F5")).toBeUndefined();
  });
});

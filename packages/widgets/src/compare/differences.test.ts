/** What differs between two runs: roles that pair their tasks, facts and counts, and where the journals part. */
import { DEFAULT_SUBNETS, type Scenario, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { type Differences, differencesOf, type FactRow } from "./differences.ts";
import { firstMemberDifference, PartingFinder } from "./parting.ts";
import { Roles } from "./roles.ts";

const run = (family: string, count: number, subnet: keyof typeof DEFAULT_SUBNETS = "public-a") => ({
  service: "ecs" as const,
  operation: "RunTask",
  input: {
    taskDefinition: family,
    count,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS[subnet]], assignPublicIp: "ENABLED" } },
  },
});
const register = (family: string, image: string) => ({
  service: "ecs" as const,
  operation: "RegisterTaskDefinition",
  input: {
    family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "app", image, essential: true }],
  },
});
const scenario: Scenario = {
  id: "two",
  title: "Two families",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    register("web", "nginx:1.29"),
    register("job", "busybox:latest"),
    run("web", 2),
  ],
};

function start(): Session {
  return Session.start({ seed: 7, scenario });
}

function call(session: Session, { operation, input }: { operation: string; input: unknown }): void {
  expect(session.call("ecs", operation, input).ok).toBe(true);
}

function rolesOf(session: Session): Roles {
  const roles = new Roles();
  roles.follow(session.journal.records);
  return roles;
}

function compare(a: Session, b: Session): Differences {
  return differencesOf({ tables: a.tables, roles: rolesOf(a) }, { tables: b.tables, roles: rolesOf(b) });
}

const told = (session: Session, count = session.journal.length) => ({ records: session.journal.records, count });
const parting = (a: Session, b: Session) => new PartingFinder().find(told(a), told(b));
const differing = (facts: readonly FactRow[] | undefined) => facts?.filter((row) => !row.same).map((row) => row.name);

describe("roles", () => {
  test("number the tasks of a group in the order in which they were made", () => {
    const session = start();
    call(session, run("job", 1));
    call(session, run("web", 1));
    expect([...rolesOf(session).all].map(({ group, number }) => `${group} ${number}`)).toEqual([
      "web 1",
      "web 2",
      "job 1",
      "web 3",
    ]);
  });

  test("stay with a task when an earlier one has gone", () => {
    const session = start();
    const [first, second] = [...session.tables.tasks.keys()];
    session.advance({ byMs: 60_000 });
    session.call("ecs", "StopTask", { task: first });
    session.advance({ byMs: 2 * 3_600_000 });
    expect([...session.tables.tasks.keys()]).toEqual([second]);
    expect(rolesOf(session).of(second ?? "")).toMatchObject({ number: 2 });
  });

  test("begin again when the journal goes back and another way", () => {
    const session = start();
    const roles = new Roles();
    session.advance({ byMs: 1_000 });
    call(session, run("web", 1));
    session.advance({ byMs: 1_000 });
    roles.follow(session.journal.records);
    session.seek(500);
    call(session, run("job", 1));
    roles.follow(session.journal.records);
    expect([...roles.all].map(({ group, number }) => `${group} ${number}`)).toEqual(["web 1", "web 2", "job 1"]);
  });
});

describe("differences", () => {
  test("there are none between a run and its copy", () => {
    const a = start();
    const b = a.fork();
    for (const each of [a, b]) each.advance({ byMs: 25_000 });
    const { tasks, differing: count } = compare(a, b);
    expect(tasks.map((pair) => pair.same)).toEqual([true, true]);
    expect(count).toBe(0);
    expect(compare(a, b).counts.every((row) => row.a === row.b)).toBe(true);
  });

  test("tell a task that was stopped from the one that was left alone, with its reason", () => {
    const a = start();
    a.advance({ byMs: 60_000 });
    const b = a.fork();
    const [first] = b.tables.tasks.keys();
    b.call("ecs", "StopTask", { task: first, reason: "too many" });
    for (const each of [a, b]) each.advance({ untilMs: 180_000 });
    const { tasks, counts, differing: count } = compare(a, b);
    expect(count).toBe(1);
    expect(differing(tasks[0]?.facts)).toEqual(["status", "stopped", "stopCode", "reason", "phase", "exitCode"]);
    expect(tasks[0]?.facts.find((row) => row.name === "reason")).toMatchObject({ a: undefined, b: "too many" });
    expect(tasks[1]?.same).toBe(true);
    expect(counts).toContainEqual({ kind: "status", name: "RUNNING", a: 2, b: 1 });
    expect(counts).toContainEqual({ kind: "status", name: "STOPPED", a: 0, b: 1 });
    expect(counts).toContainEqual({ kind: "subnet", name: "public-a", a: 2, b: 1 });
  });

  test("pair tasks by role, though ids, revisions and places are others", () => {
    const a = start();
    const b = a.fork();
    call(a, run("job", 1));
    call(b, register("web", "httpd:2.4"));
    call(b, run("web", 1, "public-b"));
    call(a, run("web", 1));
    for (const each of [a, b]) each.advance({ untilMs: 60_000 });
    const pairs = compare(a, b).tasks.map((pair) => [pair.role.group, pair.role.number, !!pair.a, !!pair.b]);
    expect(pairs).toEqual([
      ["web", 1, true, true],
      ["web", 2, true, true],
      ["job", 1, true, false],
      ["web", 3, true, true],
    ]);
    const third = compare(a, b).tasks[3];
    expect(differing(third?.facts)).toEqual(expect.arrayContaining(["revision", "subnet"]));
    expect(third?.a?.taskArn).not.toBe(third?.b?.taskArn);
  });

  test("keep the facts of a container together", () => {
    const a = start();
    a.advance({ byMs: 60_000 });
    const b = a.fork();
    const [first] = b.tables.tasks.keys();
    b.call("ecs", "StopTask", { task: first });
    b.stepUntilQuiet();
    const facts = compare(a, b).tasks[0]?.facts ?? [];
    const owners = facts.map((row) => row.container);
    expect(owners.indexOf("app")).toBe(owners.filter((owner) => owner === undefined).length);
    expect(facts.filter((row) => row.container === "app").map((row) => row.name)).toEqual(["phase", "exitCode"]);
  });
});

describe("the parting", () => {
  test("is the first record that differs, with both sides of it", () => {
    const a = start();
    a.advance({ byMs: 30_000 });
    const b = a.fork();
    expect(parting(a, b)).toBeUndefined();
    b.call("ecs", "StopTask", { task: [...b.tables.tasks.keys()][0] });
    expect(parting(a, b)).toMatchObject({ atMs: 30_000, a: undefined, b: { kind: "CALL" } });
    a.advance({ byMs: 3_700_000 });
    b.advance({ byMs: 3_700_000 });
    expect(parting(a, b)).toMatchObject({ atMs: 30_000, b: { kind: "CALL", subject: "StopTask" } });
  });

  test("is found again after one of them goes back and another way", () => {
    const finder = new PartingFinder();
    const a = start();
    const b = a.fork();
    for (const each of [a, b]) each.advance({ untilMs: 20_000 });
    expect(finder.find(told(a), told(b))).toBeUndefined();
    b.seek(5_000);
    call(b, run("job", 1));
    b.advance({ untilMs: 20_000 });
    expect(finder.find(told(a), told(b))).toMatchObject({ atMs: 5_000, b: { subject: "RunTask" } });
  });

  test("is not told before the moment shown", () => {
    const a = start();
    a.advance({ byMs: 30_000 });
    const b = a.fork();
    call(b, run("job", 1));
    const before = a.journal.countUntil(29_000);
    expect(new PartingFinder().find(told(a, before), told(b, before))).toBeUndefined();
  });

  test("names the member in which two calls differ", () => {
    const a = { input: { count: 2, tags: [{ key: "x", value: "1" }] } };
    expect(firstMemberDifference(a, structuredClone(a))).toBeUndefined();
    expect(firstMemberDifference(a, { input: { count: 2, tags: [{ key: "x", value: "2" }] } })).toEqual({
      path: "input.tags[0].value",
      a: '"1"',
      b: '"2"',
    });
    expect(firstMemberDifference(a, { input: { count: 2 } })).toMatchObject({ path: "input.tags", b: undefined });
  });
});

/** The one way in: what is a run, a scenario or a call opens; what is not is refused in a sentence that names call and member. */
import { readFileSync } from "node:fs";
import { LEARNER, quaysideOperations, type RecordedCommand, RunRefused, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { EVENT_SHAPES } from "./event-shapes.ts";
import { openRun, openScenario } from "./open.ts";
import { readRun } from "./read-run.ts";
import { send } from "./send.ts";

/** What is asked of a stored run. */
interface OldRun {
  readonly commands: readonly object[];
  readonly shared: { readonly records: number };
}

function played(): Session {
  const session = Session.start();
  send(session, { service: "ecs", operation: "CreateCluster", input: { clusterName: "blue" } });
  session.advance({ byMs: 5_000 });
  send(session, { service: "quayside", operation: "PushImage", input: { image: "quayside/shop:2" } });
  return session;
}

const good = played().save();
const [first, second] = good.commands as [RecordedCommand, RecordedCommand];
const withFirst = (change: object) => ({ ...good, commands: [{ ...first, ...change }, second] });
const withScenario = (change: object) => ({ ...good, scenario: { ...good.scenario, ...change } });
const scenarioCall = (call: object) => withScenario({ commands: [{ service: "ecs", operation: "RunTask", ...call }] });
const withNetwork = (network: unknown) => withScenario({ network });
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function sentenceOf(action: () => unknown): string {
  try {
    action();
  } catch (problem) {
    if (problem instanceof RunRefused) return problem.message;
    throw problem;
  }
  return "";
}

describe("a saved run", () => {
  test("opens at its end, and saves itself as it was", () => {
    expect(openRun(copyOf(good)).save()).toEqual(good);
    expect(readRun(copyOf({ ...good, shared: { anything: 1 } }))).toEqual(good);
  });

  test.each<[string, unknown]>([
    ["The run is not a JSON object.", null],
    ["The run is not a JSON object.", []],
    ["The run is not a JSON object.", "run"],
    ["version is none of 1, 2.", {}],
    ["version is none of 1, 2.", { ...good, version: "1" }],
    ["version is 99; this simulator reads up to 2.", { ...good, version: 99 }],
    ["seeds is unknown; known are version, seed,", { ...good, seeds: 1 }],
    ["seed is not a whole number from 0 to 4294967295.", { ...good, seed: -1 }],
    ["nowMs is not a number from 0", { ...good, nowMs: "5000" }],
    ["nowMs is more than", { ...good, nowMs: 1e15 }],
    ["steps is not a whole number", { ...good, steps: 0.5 }],
    ["steps is more than", { ...good, steps: 1e15 }],
    ["commands is not a list.", { ...good, commands: { length: 1 } }],
    ["commands[0] is not a JSON object.", { ...good, commands: [7] }],
    ["commands[0].what is unknown;", withFirst({ what: 1 })],
    ["commands[0].service is no service: ecs, ec2, elbv2, logs, events, sns, quayside.", withFirst({ service: "s3" })],
    ["commands[0].operation is not a text.", withFirst({ operation: 7 })],
    ["commands[0].operation is ecs LaunchRockets: there is no such", withFirst({ operation: "LaunchRockets" })],
    ["commands[0].operation is ecs toString: there is no such", withFirst({ operation: "toString" })],
    ["commands[0].operation is ecs ListTasks: it only reads", withFirst({ operation: "ListTasks", input: {} })],
    ["commands[0].operation is ecs CreateDaemon: it is not simulated", withFirst({ operation: "CreateDaemon" })],
    ["commands[0].input.task of ecs StopTask is missing.", withFirst({ operation: "StopTask", input: {} })],
    ["commands[0].input of ecs CreateCluster is not of the type object.", withFirst({ input: null })],
    ["commands[0].input of ecs CreateCluster is not of the type object.", withFirst({ input: undefined })],
    ["commands[0].input.clusterName of ecs CreateCluster is not of", withFirst({ input: { clusterName: [] } })],
    ["commands[0].input.name of ecs CreateCluster is unknown;", withFirst({ input: { name: "x" } })],
    ["commands[0].input.tags[1] of ecs CreateCluster is not of", withFirst({ input: { tags: [{ key: "a" }, 7] } })],
    ["commands[0].input.image of quayside PushImage is missing.", withFirst({ ...second, input: {} })],
    [
      "commands[0].input.imgae of quayside PushImage is unknown",
      withFirst({ ...second, input: { image: "x", imgae: 1 } }),
    ],
    ["commands[0].caller is not of the form arn:aws:iam::123456789012:user/learner.", withFirst({ caller: "me" })],
    ["commands[0].caller is not a text.", withFirst({ caller: undefined })],
    ["commands[0].region is not us-east-1, where the scenario is.", withFirst({ region: "eu-west-1" })],
    ["commands[0].region is none of af-south-1,", withFirst({ region: "mars-1" })],
    ["scenario.region is none of af-south-1,", withScenario({ region: "mars-1" })],
    ["scenario.startsAt is not of the form 2026-11-29T12:00:00Z.", withScenario({ startsAt: "now" })],
    ["scenario.startsAt is on no calendar.", withScenario({ startsAt: "2026-02-30T00:00:00Z" })],
    ["commands[0].region is not eu-west-1, where", withScenario({ region: "eu-west-1" })],
    ["commands[0].atMs is not a number from 0 to 5000.", withFirst({ atMs: -1 })],
    ["commands[0].atMs is not a number from 0 to 5000.", withFirst({ atMs: 5_001 })],
    ["commands[0].afterSteps is not a whole number from 0 to 0.", withFirst({ afterSteps: 1 })],
    ["commands[1].atMs is not a number from 5000 to 5000.", { ...good, commands: [second, first] }],
    ["scenario is not a JSON object.", { ...good, scenario: undefined }],
    ["scenario.id is not a text.", withScenario({ id: 7 })],
    [
      "scenario.titel is unknown; known are id, title, region, startsAt, network, commands.",
      withScenario({ titel: "x" }),
    ],
    ["scenario.commands[0].input of ecs RunTask is not of the type object.", scenarioCall({ input: null })],
    ["scenario.commands[0].input.taskDefinition of ecs RunTask is missing.", scenarioCall({ input: {} })],
    ["scenario.commands[0].atMs is unknown", scenarioCall({ input: { taskDefinition: "x" }, atMs: 1 })],
    ["scenario.network is not a JSON object.", withNetwork([])],
    ["scenario.network.cidrBlocks.public-z is unknown", withNetwork({ cidrBlocks: { "public-z": "10.0.0.0/24" } })],
    [
      "scenario.network.cidrBlocks.public-a is not of the form",
      withNetwork({ cidrBlocks: { "public-a": "10.0.0.0/99" } }),
    ],
    ["scenario.network.natGateway is not true or false.", withNetwork({ natGateway: "no" })],
    ["scenario.network.subnets[0].subnetId is not a text.", withNetwork({ subnets: [{}] })],
    ["scenario.network.endpoints[0].service is not a text.", withNetwork({ endpoints: [{ service: 1 }] })],
    ["scenario.network.securityGroups[0].groupId is not of", withNetwork({ securityGroups: [{ groupId: "sg-1" }] })],
    ["It has a member __proto__, which nothing of ours has.", JSON.parse('{"version":1,"seed":{"__proto__":{}}}')],
    ["It is nested deeper than 64 levels.", { ...good, extra: nested(200) }],
  ])("is refused: %s", (sentence, value) => {
    expect(sentenceOf(() => openRun(value))).toContain(sentence);
    expect(sentenceOf(() => openRun(value))).toMatch(/\.$/);
  });

  test("of the first form, whose calls did not say who asked, opens and is saved in the present form", () => {
    const stored = JSON.parse(readFileSync(new URL("testing/saved-run-1.json", import.meta.url), "utf8")) as OldRun;
    const session = openRun(stored);
    expect(session.journal.length).toBe(stored.shared.records);
    const { shared: _beside, ...run } = stored;
    const commands = stored.commands.map((command) => ({ ...command, ...LEARNER }));
    expect(session.save()).toEqual({ ...run, version: 2, commands });
    for (const commands of [7, [7]]) expect(() => openRun({ ...stored, commands })).toThrow(RunRefused);
  });

  test("keeps who asked, and where", () => {
    const session = Session.start();
    const caller = "arn:aws:sts::123456789012:assumed-role/deploy/ci";
    send(session, { service: "ecs", operation: "CreateCluster", input: { clusterName: "blue" }, caller });
    expect(session.save().commands).toMatchObject([{ caller, region: "us-east-1" }]);
    expect(openRun(copyOf(session.save())).save()).toEqual(session.save());
  });

  test("may be longer or shorter, as whoever opens it says", () => {
    const limits = { commands: 2, steps: 0, ms: 5_000 };
    expect(openRun(good, limits).nowMs).toBe(5_000);
    const refusal = expect.objectContaining({ fault: "too-long" }) as Error;
    for (const name of ["commands", "ms"]) expect(() => openRun(good, { ...limits, [name]: 1 })).toThrow(refusal);
  });

  test("that does not come to its end says so", () => {
    expect(() => openRun({ ...good, steps: 7 })).toThrow(expect.objectContaining({ fault: "no-replay" }) as Error);
  });
});

describe("a scenario", () => {
  test("opens", () => {
    const scenario = { id: "x", title: "X", network: { natGateway: false }, commands: [] };
    expect(openScenario(scenario, 7).save()).toMatchObject({ scenario, seed: 7 });
  });

  test("whose call is refused says which, and why", () => {
    const call = { service: "ecs", operation: "RunTask", input: { taskDefinition: "nope" } };
    expect(sentenceOf(() => openScenario({ id: "x", title: "X", commands: [call] }))).toBe(
      "scenario.commands[0], ecs RunTask, is refused: ClientException: TaskDefinition not found.",
    );
  });
});

describe("a call", () => {
  test("from outside has a shape, too", () => {
    expect(Object.keys(EVENT_SHAPES).sort()).toEqual(Object.keys(quaysideOperations).sort());
    const session = Session.start();
    const before = session.journal.length;
    const input = { task: 7, contianer: "web" };
    expect(send(session, { service: "quayside", operation: "KillContainer", input })).toMatchObject({
      ok: false,
      error: { code: "ParamValidation", message: expect.stringMatching(/contianer(.|\n)*parameter task/) as string },
    });
    expect(session.journal.length).toBe(before);
  });

  test("to another Region is refused", () => {
    const call = { service: "ecs", operation: "ListClusters", input: {}, region: "eu-west-1" } as const;
    expect(send(Session.start(), call)).toMatchObject({ ok: false, id: "call.other-region" });
  });

  test("of nothing that there is is refused", () => {
    for (const service of ["ecs", "quayside", "s3"] as "ecs"[]) {
      expect(send(Session.start(), { service, operation: "constructor", input: {} })).toMatchObject({
        ok: false,
        error: { code: "UnknownOperationException" },
      });
    }
  });
});

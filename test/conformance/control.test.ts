/** The server's own paths: health, state, run, advance, event, forget, reset; and the clock that follows the wall. */
import { Session } from "@quayside/simulator";
import { beforeEach, describe, expect, test } from "vitest";
import { serve } from "./served.ts";

const server = await serve();

interface State {
  readonly clock: { readonly nowMs: number; readonly now: string; readonly mode: string };
  readonly seed: number;
  readonly scenario: string;
  readonly counts: { readonly tasks: number };
  readonly vpcs: {
    readonly vpcId: string;
    readonly subnets: { readonly name: string; readonly availabilityZone: string }[];
  }[];
  readonly images: { readonly repository: string }[];
  readonly clusters: { readonly clusterName: string }[];
  readonly tasks: { readonly lastStatus: string; readonly containers: unknown[] }[];
}

async function control<Value>(path: string, body?: string): Promise<{ status: number; value: Value }> {
  const init = body === undefined ? {} : { method: "POST", body };
  const response = await fetch(`${server.url}/_quayside/${path}`, init);
  return { status: response.status, value: (await response.json()) as Value };
}

async function call<Value>(operation: string, input: unknown): Promise<Value> {
  const headers = { "x-amz-target": `AmazonEC2ContainerServiceV20141113.${operation}` };
  const response = await fetch(server.url, { method: "POST", headers, body: JSON.stringify(input) });
  return (await response.json()) as Value;
}

async function run(family: string, count = 1): Promise<void> {
  const image = family === "web" ? "nginx" : "busybox";
  await call("RegisterTaskDefinition", {
    family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: family, image }],
  });
  const awsvpcConfiguration = { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" };
  const network = { launchType: "FARGATE", networkConfiguration: { awsvpcConfiguration } };
  await call("RunTask", { taskDefinition: family, count, ...network });
}

const state = async () => (await control<State>("state")).value;

beforeEach(async () => {
  expect((await control("reset", "")).status).toBe(200);
});

describe("state", () => {
  test("shows the network with public and private subnets in two zones, images and clusters", async () => {
    const shown = await state();
    expect(shown.vpcs[0]?.subnets.map((subnet) => [subnet.name, subnet.availabilityZone])).toEqual([
      ["public-a", "us-east-1a"],
      ["public-b", "us-east-1b"],
      ["private-a", "us-east-1a"],
      ["private-b", "us-east-1b"],
    ]);
    expect(shown.images.map((image) => image.repository)).toContain("docker.io/library/nginx");
    expect(shown.clusters.map((cluster) => cluster.clusterName)).toEqual(["default"]);
    expect(shown.clock).toMatchObject({ mode: "manual", nowMs: 0, now: "2026-01-05T09:00:00.000Z" });
  });

  test("lists tasks with their containers, as many as are asked for", async () => {
    await run("job", 3);
    expect((await state()).tasks.map((task) => [task.lastStatus, task.containers.length])).toEqual([
      ["PROVISIONING", 1],
      ["PROVISIONING", 1],
      ["PROVISIONING", 1],
    ]);
    const { value } = await control<State>("state?tasks=1");
    expect([value.tasks.length, value.counts.tasks]).toEqual([1, 3]);
    expect((await control("state?tasks=all")).status).toBe(400);
  });
});

describe("advance", () => {
  test("waits until settled", async () => {
    expect(await control("advance", '{"until":"settled"}')).toEqual({
      status: 200,
      value: { steps: 0, nowMs: 0, ended: "settled", repeating: [] },
    });
  });

  test("waits for something particular, and says when its bound was hit", async () => {
    const wait = '{"until":{"taskRunning":"web"},"atMost":"5 min"}';
    expect(await control("advance", wait)).toEqual({
      status: 200,
      value: {
        steps: 0,
        nowMs: 300_000,
        ended: "bound",
        message: "Not met within 5 min: every task of web is RUNNING.",
        repeating: [],
      },
    });
    await run("web");
    const { value } = await control<{ nowMs: number }>("advance", wait);
    expect(value).toMatchObject({ ended: "met", nowMs: expect.any(Number) as number });
    expect(value).not.toHaveProperty("message");
    expect((await state()).tasks.map((task) => task.lastStatus)).toEqual(["RUNNING"]);
    expect(value.nowMs).toBeLessThan(400_000);
  });

  test.each([
    ['{"until":"quiet"}', 'until is neither "settled" nor an object with one of taskRunning,'],
    ['{"until":null}', "until is neither"],
    ['{"until":"settled","ms":5}', "advance takes"],
    ['{"until":"settled","atmost":"5 min"}', "The wait.atmost is unknown; known are until, atMost."],
    ['{"until":{"taskPaused":"web"},"atMost":"5 min"}', "until.taskPaused is unknown; known are taskRunning,"],
    ['{"until":{"taskStopped":"web"}}', "atMost is missing: how long the wait may last"],
    ['{"until":{"taskStopped":"web"},"atMost":"soon"}', "atMost is not a length of time such as 90 s or 10 min"],
    ['{"until":{"taskStopped":"web"},"atMost":60}', "atMost is not a text."],
    ['{"until":{"taskStopped":"web","taskRunning":"web"},"atMost":"5 min"}', "until takes exactly one of"],
    ['{"until":{},"atMost":"5 min"}', "until takes exactly one of"],
    ['{"until":{"containerHealthy":"web"},"atMost":"5 min"}', "is not of the form web/nginx."],
  ])("refuses to wait for %s", async (body, sentence) => {
    expect(await control("advance", body)).toMatchObject({
      status: 400,
      value: { message: expect.stringContaining(sentence) as string },
    });
    expect((await state()).clock.nowMs).toBe(0);
  });

  test("moves the clock", async () => {
    expect(await control("advance", '{"ms":1500}')).toEqual({ status: 200, value: { nowMs: 1500 } });
    expect(await control("advance", '{"ms":0}')).toEqual({ status: 200, value: { nowMs: 1500 } });
  });

  test.each(['{"ms":-1}', '{"ms":1.5}', '{"ms":"1"}', "{}", "[]", "nonsense", '{"ms":1e400}', '{"ms":2592000001}'])(
    "refuses %s",
    async (body) => {
      expect(await control("advance", body)).toMatchObject({
        status: 400,
        value: { message: expect.any(String) as string },
      });
      expect((await state()).clock.nowMs).toBe(0);
    },
  );

  test("thirty days pass, and requests meanwhile are answered", async () => {
    const moved = control<{ nowMs: number }>("advance", '{"ms":2592000000}');
    expect((await control("health")).status).toBe(200);
    expect((await moved).value.nowMs).toBe(2_592_000_000);
  });

  test("two at once add up", async () => {
    await Promise.all([control("advance", '{"ms":1000}'), control("advance", '{"ms":500}')]);
    expect((await state()).clock.nowMs).toBe(1500);
  });
});

describe("event", () => {
  test("lets something happen from outside of AWS, and the run keeps it", async () => {
    const push = '{"operation":"PushImage","input":{"image":"quayside/shop:1.1"}}';
    expect(await control("event", push)).toMatchObject({
      status: 200,
      value: { repository: "docker.io/quayside/shop", tag: "1.1" },
    });
    const { value } = await control<{ commands: { service: string }[] }>("run");
    expect(value.commands.map((command) => command.service)).toEqual(["quayside"]);
  });

  test.each([
    "{}",
    '{"operation":1}',
    '{"operation":"Nonsense"}',
    '{"operation":"PushImage"}',
    '{"operation":"PushImage","input":7}',
    '{"operation":"PushImage","input":{"image":"nginx:latest"}}',
  ])("refuses %s", async (body) => {
    expect(await control("event", body)).toMatchObject({
      status: 400,
      value: { message: expect.any(String) as string },
    });
  });
});

describe("forget", () => {
  test("drops what older records say, and the run goes on and is played again as if it had not", async () => {
    for (let round = 0; round < 6; round += 1) {
      await run("job", 10);
      await control("advance", '{"ms":1800000}');
    }
    const records = server.world.session.journal.length;
    const { value } = await control<{ forgottenRecords: number; keptRecords: number }>("forget", "{}");
    expect(value.forgottenRecords % 512).toBe(0);
    expect(value.forgottenRecords).toBeGreaterThan(0);
    expect(value.forgottenRecords + value.keptRecords).toBe(records);
    await run("job", 2);
    await control("advance", '{"ms":7200000}');
    expect(await control("forget", '{"all":true}')).toMatchObject({ status: 400 });
    const { value: saved } = await control<Parameters<typeof Session.load>[0]>("run");
    const again = Session.load(saved);
    const { session } = server.world;
    expect(again.journal.records.slice(value.forgottenRecords)).toEqual(session.journal.records);
    expect([...again.tables.tasks.keys()]).toEqual([...session.tables.tasks.keys()]);
  });
});

describe("reset", () => {
  test("begins again, with a seed or a scenario if one is given", async () => {
    await call("CreateCluster", { clusterName: "blue" });
    await control("advance", '{"ms":1000}');
    expect((await control("reset", '{"seed":7}')).value).toEqual({ nowMs: 0, seed: 7 });
    expect(await state()).toMatchObject({ seed: 7, clusters: [{ clusterName: "default" }] });
    expect((await control("reset", '{"scenario":"01/01","seed":1}')).status).toBe(200);
    expect((await state()).scenario).not.toBe("default");
    expect((await control("reset", '{"scenario":"ready-to-run"}')).status).toBe(200);
    expect((await state()).scenario).toBe("ready-to-run");
    expect((await control("reset", '{"scenario":"default"}')).status).toBe(200);
  });

  test.each([
    '{"seed":-1}',
    '{"seed":"x"}',
    '{"scenario":"nope"}',
    '{"scenario":1}',
    '{"scenario":"/etc/hostname"}',
    '{"scenario":"../../package"}',
    "[]",
  ])("refuses %s and keeps the world", async (body) => {
    await call("CreateCluster", { clusterName: "kept" });
    expect((await control("reset", body)).status).toBe(400);
    expect((await state()).clusters.map((cluster) => cluster.clusterName)).toContain("kept");
  });
});

test("run gives a run that loads", async () => {
  await call("CreateCluster", { clusterName: "blue" });
  await control("advance", '{"ms":5000}');
  const { value } = await control<unknown>("run");
  const session = Session.load(value as Parameters<typeof Session.load>[0]);
  expect(session.nowMs).toBe(5000);
  expect([...session.tables.clusters.values()].map((cluster) => cluster.clusterName)).toEqual(["default", "blue"]);
});

test("unknown paths and wrong methods are refused with a hint", async () => {
  expect(await control("nope")).toMatchObject({
    status: 404,
    value: { message: expect.stringContaining("/_quayside/state") as string },
  });
  expect((await control("advance")).status).toBe(405);
  expect((await control("health", "{}")).status).toBe(405);
});

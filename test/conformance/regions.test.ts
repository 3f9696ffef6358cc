/** A world a Region: a request is answered in the one that it is signed for, the server's own paths say of which one they speak. */
import { ECSClient, RegisterTaskDefinitionCommand, RunTaskCommand, StopTaskCommand } from "@aws-sdk/client-ecs";
import { openRun } from "@quayside/api";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { serve } from "./served.ts";

const server = await serve();
const URL_OF = server.url;

async function control<Value>(path: string, body?: string): Promise<{ status: number; value: Value }> {
  const init = body === undefined ? {} : { method: "POST", body };
  const response = await fetch(`${URL_OF}/_quayside/${path}`, init);
  return { status: response.status, value: (await response.json()) as Value };
}

function clientIn(region: string): ECSClient {
  const credentials = { accessKeyId: "any", secretAccessKey: "any" };
  const client = new ECSClient({ endpoint: URL_OF, region, credentials, maxAttempts: 1 });
  afterAll(() => client.destroy());
  return client;
}

const ireland = clientIn("eu-west-1");
const virginia = clientIn("us-east-1");

async function start(client: ECSClient): Promise<string> {
  await client.send(
    new RegisterTaskDefinitionCommand({
      family: "web",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "web", image: "nginx" }],
    }),
  );
  const { tasks = [] } = await client.send(
    new RunTaskCommand({
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" },
      },
    }),
  );
  return tasks[0]?.taskArn ?? "";
}

/** A request as it leaves a client, signed for a Region: a form is one of EC2. */
function signed(region: string, headers: Record<string, string>, body: string): Promise<Response> {
  const service = headers === FORM ? "ec2" : "ecs";
  const authorization = `AWS4-HMAC-SHA256 Credential=x/20260105/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
  return fetch(URL_OF, { method: "POST", headers: { authorization, ...headers }, body });
}

const LIST = { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListClusters" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

interface State {
  readonly region: string;
  readonly regions: readonly string[];
  readonly clock: { readonly nowMs: number };
  readonly counts: { readonly tasks: number };
  readonly vpcs: { readonly subnets: { readonly availabilityZone: string }[] }[];
}
const state = async (query = "") => (await control<State>(`state${query}`)).value;

beforeEach(async () => {
  await control("reset", "");
});

describe("a call of AWS", () => {
  test("is answered by the world of its Region, with the names of that Region", async () => {
    expect((await (await signed("eu-west-1", LIST, "{}")).json()) as object).toEqual({
      clusterArns: ["arn:aws:ecs:eu-west-1:123456789012:cluster/default"],
    });
    const zones = await (await signed("ap-northeast-1", FORM, "Action=DescribeSubnets")).text();
    expect(zones).toContain("<availabilityZone>ap-northeast-1c<");
    expect(await start(ireland)).toMatch(/^arn:aws:ecs:eu-west-1:123456789012:task\/default\//);
    expect((await state("?region=us-east-1")).counts.tasks).toBe(0);
    expect((await state("?region=eu-west-1")).counts.tasks).toBe(1);
  });

  test("that names what lies in another Region is refused", async () => {
    const task = await start(ireland);
    await expect(virginia.send(new StopTaskCommand({ task }))).rejects.toThrow(/eu-west-1/);
    const id = task.split("/").at(-1) ?? "";
    await expect(virginia.send(new StopTaskCommand({ task: id }))).rejects.toThrow(/task was not found/);
  });

  test("that is not signed is for the server's own Region", async () => {
    const response = await fetch(URL_OF, { method: "POST", headers: LIST, body: "{}" });
    expect(await response.text()).toContain(":us-east-1:");
  });

  test.each(["mars-1", "cn-north-1", "us-gov-west-1", "US-EAST-1"])("for %s is refused", async (region) => {
    const json = await signed(region, LIST, "{}");
    expect([json.status, await json.json()]).toEqual([
      400,
      {
        __type: "InvalidSignatureException",
        message: expect.stringMatching(`^Credential should be scoped to a valid region. .*${region} is none`) as string,
      },
    ]);
    expect(await (await signed(region, FORM, "Action=DescribeVpcs")).text()).toContain("<Code>AuthFailure</Code>");
    expect((await state()).regions).not.toContain(region);
  });
});

describe("the server's own paths", () => {
  test("speak of the Region that they are asked for, and refuse what is none", async () => {
    const shown = await state("?region=eu-central-1");
    expect([shown.region, shown.vpcs[0]?.subnets[1]?.availabilityZone]).toEqual(["eu-central-1", "eu-central-1b"]);
    for (const path of ["state?region=mars-1", "run?region="]) expect((await control(path)).status).toBe(400);
    expect((await control("reset?region=mars-1", "{}")).status).toBe(400);
  });

  test("advance moves every clock, or the one of a Region; a late world stands where the others stand", async () => {
    await signed("eu-west-1", LIST, "{}");
    expect((await control("advance", '{"ms":5000}')).value).toEqual({ nowMs: 5000 });
    await control("advance?region=eu-west-1", '{"ms":1000}');
    const clocks = (regions: string[]) =>
      Promise.all(regions.map(async (region) => (await state(`?region=${region}`)).clock.nowMs));
    expect(await clocks(["us-east-1", "eu-west-1", "sa-east-1"])).toEqual([5000, 6000, 6000]);
  });

  test("the run of a Region is saved with it, and played again there", async () => {
    await start(ireland);
    await control("advance?region=eu-west-1", '{"until":"settled"}');
    const { value } = await control<{ scenario: object; commands: object[] }>("run?region=eu-west-1");
    expect(value.scenario).toMatchObject({ id: "default", region: "eu-west-1" });
    const again = openRun(value);
    expect([...again.tables.tasks.keys()][0]).toContain(":eu-west-1:");
    expect(again.save()).toEqual(value);
  });

  test("reset is for one Region, or for all", async () => {
    await start(ireland);
    await start(virginia);
    await control("reset?region=eu-west-1", "{}");
    expect([(await state("?region=eu-west-1")).counts.tasks, (await state("?region=us-east-1")).counts.tasks]).toEqual([
      0, 1,
    ]);
    await start(ireland);
    await control("reset", "{}");
    expect([(await state("?region=eu-west-1")).counts.tasks, (await state("?region=us-east-1")).counts.tasks]).toEqual([
      0, 0,
    ]);
  });
});

test("what nobody names is the only Region that calls came for, else the server's own", async () => {
  const { url } = await serve();
  const regionShown = async () => ((await (await fetch(`${url}/_quayside/state`)).json()) as State).region;
  const ask = (region: string) =>
    fetch(url, {
      method: "POST",
      headers: { ...LIST, authorization: `AWS4-HMAC-SHA256 Credential=x/20260105/${region}/ecs/aws4_request` },
      body: "{}",
    });
  expect(await regionShown()).toBe("us-east-1");
  await ask("eu-west-1");
  expect(await regionShown()).toBe("eu-west-1");
  await ask("eu-west-2");
  expect(await regionShown()).toBe("us-east-1");
});

test("worlds begin when they are told to, and a scenario's own Region is the server's", async () => {
  const commands = [
    { service: "logs", operation: "CreateLogGroup", input: { logGroupName: "/in/sa-east-1" } },
  ] as const;
  const scenario = { id: "away", title: "Away", region: "sa-east-1", commands };
  const { url, worlds } = await serve({ scenario, startsAt: "2027-06-01T00:00:00Z" });
  const shown = (await (await fetch(`${url}/_quayside/state`)).json()) as { region: string; clock: { now: string } };
  expect([shown.region, shown.clock.now]).toEqual(["sa-east-1", "2027-06-01T00:00:00.000Z"]);
  expect([...worlds.in("ca-west-1").session.tables.logGroups.keys()]).toEqual(["ca-west-1 /in/ca-west-1"]);
  expect(worlds.in("ca-west-1").session.save().scenario).toMatchObject({
    region: "ca-west-1",
    startsAt: "2027-06-01T00:00:00Z",
  });
});

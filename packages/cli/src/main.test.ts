/** The command from the outside: exit codes, one sentence for each mistake, help. Long for its mistakes. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Session } from "@quayside/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "./main.ts";
import { startServer } from "./serve/server.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await main(words, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("help", () => {
  test.each([[[]], [["help"]], [["--help"]], [["-h"]]])("%j is the overview", async (words) => {
    expect(await run(...words)).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("quayside serve") as string,
    });
  });

  test.each(["serve", "grade", "lint", "rules", "replay"])("of %s is the same in both forms", async (command) => {
    const [first, second] = [await run("help", command), await run(command, "--help")];
    expect(first).toEqual(second);
    expect(first.out).toMatch(new RegExp(`^quayside ${command}: `));
  });

  test("of nothing known is a mistake", async () => {
    expect(await run("help", "fly")).toMatchObject({ code: 2, out: "" });
    expect(await run("fly")).toMatchObject({
      code: 2,
      err: 'quayside: there is no command "fly". See quayside help\n',
    });
    expect(await run("toString")).toMatchObject({ code: 2 });
  });
});

describe("serve refuses in one sentence", () => {
  test.each([
    [["--port", "x"], /--port takes a whole number from 0 to 65535, not "x"/],
    [["--port", "70000"], /--port takes/],
    [["--port", ""], /--port takes/],
    [["--port", "-1"], /--port needs a value; write --port=VALUE for one that begins with a dash\n/],
    [["--port=-1"], /--port takes a whole number from 0 to 65535, not "-1"/],
    [["--seed", "-1"], /seed/],
    [["--speed", "0"], /--speed takes a number/],
    [["--speed", "fast"], /--speed takes a number/],
    [["--speed", ""], /--speed takes a number/],
    [["--clock", "sundial"], /--clock takes manual/],
    [["--clock", "manual", "--speed", "2"], /exclude each other/],
    [
      ["--start", "soon"],
      /--start takes now, or a date of this century such as 2026-11-29 or 2026-11-29T12:00:00Z, not "soon"/,
    ],
    [["--start", "2026-02-30"], /--start takes/],
    [["--start", "1999-12-31"], /--start takes/],
    [["--nope"], /Unknown option '--nope'/],
    [["extra"], /"extra" is not a flag/],
    [["--port"], /port/],
  ])("%j", async (words, sentence) => {
    const { code, out, err } = await run("serve", ...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("a scenario that is not there, or is none", async () => {
    expect(await run("serve", "--scenario", "nope")).toMatchObject({
      code: 1,
      err: expect.stringContaining("00/01") as string,
    });
    const path = await file("scenario.json", '{"id":"x"}');
    expect((await run("serve", "--scenario", path)).err).toContain("is not a scenario");
    const command = { service: "ecs", operation: "DeleteCluster", input: { cluster: "nope" } };
    const refused = await file("refused.json", JSON.stringify({ id: "x", title: "x", commands: [command] }));
    expect((await run("serve", "--scenario", refused)).err).toMatch(/^quayside serve: the scenario x cannot begin: /);
    const misshapen = { id: "x", title: "x", commands: [{ ...command, input: { cluster: 5 } }] };
    const other = await file("misshapen.json", JSON.stringify(misshapen));
    expect((await run("serve", "--scenario", other)).err).toContain("scenario.commands[0].input.cluster of ecs Delete");
    const broken = await file("broken.json", "{");
    expect((await run("serve", "--scenario", broken)).err).toContain("is not JSON");
  });

  test.each([
    ['{"image":"quay.io/acme/api","port":0}', "images[0]: port takes a whole number, 1 to 65535."],
    ['[{"image":"quay.io/acme/api"},{"port":80}]', "images[1].image"],
    ['[{"image":"quay.io/acme/api","ports":[80]}]', "images[0].ports"],
    ['[{"image":"quay.io/acme/api","port":"80"}]', "images[0].port"],
    ['{"image":"nginx:1.29"}', "images[0]: docker.io/library/nginx:1.29 exists already"],
    ["[7]", "images[0]"],
    ["[", "is not JSON"],
  ])("images %s", async (text, sentence) => {
    const { code, out, err } = await run("serve", "--port", "0", "--image", await file("images.json", text));
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("images of a file that is not there", async () => {
    expect((await run("serve", "--image", join(folder, "nope.json"))).err).toContain("nope.json cannot be read");
  });

  test("a port that is in use", async () => {
    const server = await startServer({ port: 0, clock: { kind: "manual" } });
    const { code, err } = await run("serve", "--port", String(server.port));
    await server.close();
    expect(code).toBe(1);
    expect(err).toBe(
      `quayside serve: port ${server.port} on 127.0.0.1 is in use: stop what uses it or give another --port\n`,
    );
  });

  test("an address of another machine", async () => {
    expect((await run("serve", "--port", "0", "--host", "203.0.113.1")).err).toContain(
      "is not an address of this machine",
    );
  });
});

describe("grade", () => {
  test("proves every lab of the course", { timeout: 120_000 }, async () => {
    const { code, out } = await run("grade", "--all");
    expect(out).toMatch(/(\d+) of \1 labs keep their promises/);
    expect(code).toBe(0);
  });

  test("marks a lab's own solution as passed", async () => {
    const { code, out } = await run("grade", "00/01");
    expect(code).toBe(0);
    expect(out).toMatch(/^pass /);
    expect(out).not.toMatch(/^FAIL/m);
  });

  test("marks commands that do nothing as not passed", async () => {
    const commands = await file("nothing.txt", "# nothing\naws ecs list-clusters\n");
    const { code, out } = await run("grade", "00/01", "--commands", commands);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL/m);
  });

  test("shows which command was refused", async () => {
    const commands = await file("refused.txt", "aws ecs delete-cluster --cluster nope\n");
    expect((await run("grade", "00/01", "--commands", commands)).out).toMatch(
      /^refused {2}aws ecs delete-cluster[\s\S]*ClusterNotFound/,
    );
  });

  test.each([
    ["en", "every task of web is STOPPED, 10 min at most", "Not met within 10 min: every task of web is STOPPED."],
    ["vi", "mọi task của web đều STOPPED, tối đa 10 min", "Sau 10 min vẫn chưa đạt: mọi task của web đều STOPPED."],
  ])("shows which wait was not met, in %s", async (language, title, sentence) => {
    const commands = await file("waits.txt", "until settled\nuntil task-stopped web at most 10 min\n");
    const { out } = await run("grade", "00/01", "--lang", language, "--commands", commands);
    expect(out.match(/^not met/gm)).toHaveLength(1);
    for (const words of [title, sentence]) expect(out).toContain(words);
  });

  test("gives the mark as JSON and in Vietnamese", async () => {
    const { out } = await run("grade", "00/01", "--json");
    expect(JSON.parse(out)).toMatchObject({
      labId: "00/01",
      passed: true,
      checks: expect.arrayContaining([
        expect.objectContaining({
          title: { en: "A task of hello-web was created", vi: "Một task của hello-web đã được tạo" },
        }),
      ]),
    });
    expect((await run("grade", "00/01", "--lang", "vi")).code).toBe(0);
  });

  test.each([
    [[], 2, /give one LAB/],
    [["99/99"], 2, /there is no lab "99\/99": the course has 00\/01/],
    [["00/01", "--lang", "fr"], 2, /--lang takes en or vi/],
    [["--all", "00/01"], 2, /stands alone/],
    [["00/01", "--commands", "/nope"], 1, /cannot be read/],
  ])("refuses %j", async (words, code, sentence) => {
    const result = await run("grade", ...words);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(sentence);
  });

  test("names the lines of a command file that it cannot read", async () => {
    const path = await file("odd.txt", "until settled\npodman ps\n");
    expect((await run("grade", "00/01", "--commands", path)).err).toContain(`${path}:2: "podman" is none of`);
  });
});

/** A saved run with one call, among the scenario's calls or the learner's. */
function runWith(where: "scenario" | "commands", operation: string, input: unknown): string {
  const call = { service: "ecs", operation, input };
  const scenario = { id: "x", title: "x", commands: where === "scenario" ? [call] : [] };
  const commands = where === "commands" ? [{ ...call, atMs: 0, afterSteps: 0 }] : [];
  return JSON.stringify({ version: 1, seed: 1, scenario, commands, nowMs: 0, steps: 0 });
}

type Place = readonly (string | number)[];

/** Where something stands in a value, at any depth. */
function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [[...place, name], ...placesIn(member, [...place, name])]);
}

/** The value with something else at a place. */
function changed(value: Record<string, unknown>, [first, ...rest]: Place, member: unknown): unknown {
  const name = String(first);
  const next = rest.length === 0 ? member : changed(value[name] as Record<string, unknown>, rest, member);
  return Array.isArray(value) ? value.with(Number(name), next) : { ...value, [name]: next };
}

describe("replay", () => {
  test("prints a saved run, refusals included", async () => {
    const session = Session.start();
    session.call("ecs", "CreateCluster", { clusterName: "blue" });
    session.advance({ byMs: 65_432 });
    session.call("ecs", "DeleteCluster", { cluster: "nope" });
    const path = await file("run.json", JSON.stringify(session.save()));
    const { code, out } = await run("replay", path);
    expect(code).toBe(0);
    expect(out).toMatch(/^ +0:00:00\.000 {2}\d+\.\d+ +CLUSTER_CREATED +cluster\/blue$/m);
    expect(out).toMatch(/^ +0:01:05\.432 .* DeleteCluster refused: ClusterNotFoundException: Cluster not found\.$/m);
  });

  test.each([
    ["", /: It is not JSON\.\n$/],
    ["{", /: It is not JSON \(line 1, column 2\)\.\n$/],
    ["\u001b[31mred", /: It is not JSON\.\n$/],
    ['{"version":"\u001b[31m"}', /cannot be replayed/],
    ["[]", /The run is not a JSON object\./],
    ["{}", /version/],
    [runWith("commands", "StopTask", {}), /: commands\[0\]\.input\.task of ecs StopTask is missing\.\n$/],
    [
      runWith("scenario", "RunTask", null),
      /: scenario\.commands\[0\]\.input of ecs RunTask is not of the type object\.\n$/,
    ],
  ])("refuses %s", async (text, sentence) => {
    const { code, err } = await run("replay", await file("bad.json", text));
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("wants one file that is there", async () => {
    expect((await run("replay")).code).toBe(2);
    const sentence = (why: string) => ({ code: 1, err: `quayside replay: ${why}\n` });
    expect(await run("replay", "/nope")).toMatchObject(sentence("/nope cannot be replayed: There is no such file."));
    expect(await run("replay", folder)).toMatchObject(sentence(`${folder} cannot be replayed: It is a folder.`));
  });

  test("shows no internal words, whatever member of a run is not as it was", { timeout: 60_000 }, async () => {
    const played = Session.start();
    const definition = { family: "web", containerDefinitions: [{ name: "web", image: "nginx", memory: 64 }] };
    played.call("ecs", "RegisterTaskDefinition", definition);
    played.advance({ byMs: 60_000 });
    played.call("ec2", "CreateSecurityGroup", { GroupName: "x", Description: "y" });
    const rule = { protocol: "tcp", fromPort: 1, toPort: 2, peer: "0.0.0.0/0" };
    const group = { groupId: "sg-0aaa1111222239999", groupName: "g", description: "d", ingress: [rule], egress: [] };
    const endpoint = { service: "ecr.api", subnets: ["private-a"], securityGroups: ["default"] };
    const network = { natGateway: true, endpoints: [endpoint], securityGroups: [group] };
    const { scenario, ...rest } = played.save();
    const good = JSON.stringify({ ...rest, scenario: { ...scenario, network } });
    const path = await file("changed.json", good);
    expect((await run("replay", path)).code).toBe(0);
    const odd = [null, -1, 1e9, "", "x", "0.0.0.0/0", [], {}, "constructor", "toString", "\u001b[2J", true];
    for (const place of placesIn(JSON.parse(good))) {
      for (const value of odd) {
        await writeFile(path, JSON.stringify(changed(JSON.parse(good), place, value)));
        const { out, err } = await run("replay", path);
        const words = `${place.join(".")} = ${JSON.stringify(value)}: ${err}`;
        expect(words).not.toMatch(/TypeError|undefined|not a function|Cannot read|own rules|\bat .*:\d+:\d+|\.ts\b/);
        expect(words).not.toMatch(/holds something that this simulator cannot play/);
        expect(out + err).not.toContain("\u001b");
      }
    }
  });
});

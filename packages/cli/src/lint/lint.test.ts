/** `quayside lint` as people run it: files in, a report and an exit code out. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changed, VALID } from "@quayside/simulator/task-definition/samples";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runLint } from "./testing/run-lint.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quayside-lint-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEALTHY = {
  healthCheck: { command: ["CMD-SHELL", "true"] },
  logConfiguration: { logDriver: "splunk", options: { "splunk-token": "t", "splunk-url": "u" } },
};
const good = JSON.stringify({ ...VALID.web, containerDefinitions: [{ name: "web", image: "nginx:1.29", ...HEALTHY }] });
const bad = JSON.stringify({ ...VALID.web, networkMode: "bridge" }, null, 2);

const lint = (files: Readonly<Record<string, string>>, ...flags: string[]) => runLint(folder, files, flags);

describe("the exit code", () => {
  test("is 0 when AWS would take everything, warnings or not", async () => {
    expect(await lint({ "good.json": good })).toMatchObject({ code: 0, out: "no problems in 1 file\n" });
    expect(await lint({ "warned.json": JSON.stringify(VALID.web) })).toMatchObject({ code: 0 });
  });

  test("is 1 when AWS would refuse one of them", async () => {
    expect(await lint({ "good.json": good, "bad.json": bad })).toMatchObject({ code: 1 });
  });

  test("is 2 when a file cannot be read or holds none, and the others are still checked", async () => {
    const { code, out, err } = await lint({ "good.json": good, "package.json": '{"name":"x"}' });
    expect(code).toBe(2);
    expect(out).toBe("no problems in 1 file\n");
    expect(err).toBe("quayside lint: package.json: there is no task definition in this file\n");
    expect((await lint({}, join(folder, "missing.json"))).err).toMatch(
      /missing\.json cannot be read: There is no such file\./,
    );
  });

  test("is 2 when the command line is not right, with a sentence", async () => {
    expect(await lint({})).toMatchObject({
      code: 2,
      err: "quayside lint: give at least one FILE or folder, or - for standard input\n",
    });
    expect(await lint({ "good.json": good }, "--format", "xml")).toMatchObject({ code: 2 });
    expect(await lint({ "good.json": good }, "--fromat", "json")).toMatchObject({ code: 2 });
  });
});

test("the report for people names rule, place, AWS's words and what to do", async () => {
  expect((await lint({ "bad.json": bad })).out).toBe(
    [
      "bad.json",
      "  6:18  error    fargate-network  Fargate only supports network mode ‘awsvpc’.",
      '                                  networkMode  → Set networkMode to "awsvpc"',
      "  10:5  warning  no-logs          Container 'web' has no log configuration: its output is lost.",
      "                                  containerDefinitions[0]  → Add a logConfiguration, for example with the awslogs driver.",
      "  13:7  warning  no-health-check  Container 'web' answers on a port but has no health check: ECS only knows that its process runs.",
      "                                  containerDefinitions[0].portMappings  → Add a healthCheck, unless a load balancer's target group checks this port.",
      "",
      "What each rule says (or quayside rules ID):",
      "  http://localhost:4321/en/rules/fargate-network/",
      "  http://localhost:4321/en/rules/no-logs/",
      "  http://localhost:4321/en/rules/no-health-check/",
      "",
      "1 error, 2 warnings in 1 file",
      "",
    ].join("\n"),
  );
});

test("--quiet keeps the errors", async () => {
  expect((await lint({ "bad.json": bad }, "--quiet")).out).toMatch(/1 error in 1 file\n$/);
});

test("the report for programs is JSON with everything that is known", async () => {
  const { out } = await lint({ "bad.json": bad }, "--format", "json");
  const { version, files } = JSON.parse(out);
  expect(version).toBe(1);
  expect(files[0].findings[0]).toMatchObject({
    ruleId: "fargate-network",
    severity: "error",
    source: "service",
    path: "networkMode",
    line: 6,
    column: 18,
    endLine: 6,
    endColumn: 26,
    edits: [{ text: '"awsvpc"' }],
    lesson: "05/01",
  });
});

test("the report for code scanning is SARIF with places and fixes", async () => {
  const { out } = await lint({ "a b.json": bad }, "--format", "sarif");
  const { version, runs } = JSON.parse(out);
  expect([version, runs.length]).toEqual(["2.1.0", 1]);
  const [run] = runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.tool.driver.rules[run.results[0].ruleIndex]).toMatchObject({
    id: "fargate-network",
    shortDescription: { text: expect.stringMatching(/awsvpc/) },
    fullDescription: { text: expect.stringMatching(/ Source: .*\(checked 2026-/) },
    help: { text: expect.stringMatching(/Lesson 05\/01/) },
    helpUri: "http://localhost:4321/en/rules/fargate-network/",
    defaultConfiguration: { level: "error" },
  });
  expect(run.results[0]).toMatchObject({
    level: "error",
    locations: [{ physicalLocation: { region: { startLine: 6, startColumn: 18, endLine: 6, endColumn: 26 } } }],
  });
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(/a%20b\.json$/);
  const [{ deletedRegion, insertedContent }] = run.results[0].fixes[0].artifactChanges[0].replacements;
  expect(bad.slice(deletedRegion.charOffset, deletedRegion.charOffset + deletedRegion.charLength)).toBe('"bridge"');
  expect(insertedContent.text).toBe('"awsvpc"');
});

test("the report for a workflow is one escaped line a finding", async () => {
  const { out } = await lint({ "bad.json": bad }, "--format", "github");
  expect(out.split("\n")[0]).toMatch(
    /^::error file=.*bad\.json,line=6,col=18,endLine=6,endColumn=26,title=fargate-network::Fargate only supports network mode ‘awsvpc’\.%0ASet networkMode to "awsvpc"$/,
  );
});

describe("what is checked", () => {
  test("a folder and a pattern mean the files below that hold a definition", async () => {
    const below = join(folder, "tree", "deep");
    mkdirSync(join(folder, "tree", "node_modules"), { recursive: true });
    mkdirSync(below, { recursive: true });
    writeFileSync(join(folder, "tree", "package.json"), '{"name":"x"}');
    writeFileSync(join(folder, "tree", "node_modules", "task.json"), bad);
    writeFileSync(join(below, "task.json"), bad);
    for (const word of [join(folder, "tree"), join(folder, "tree/**/*.json")]) {
      const { code, out, err } = await lint({}, word);
      expect([code, err], word).toEqual([1, ""]);
      expect(out).toMatch(/^tree\/deep\/task\.json\n/);
      expect(out).toMatch(/\n1 error, 2 warnings in 1 file\n$/);
    }
  });

  test("a folder or a pattern without a definition is said to have none", async () => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    expect(await lint({}, join(folder, "empty"))).toMatchObject({
      code: 2,
      err: "quayside lint: no file with a task definition was found\n",
    });
    expect((await lint({}, join(folder, "empty", "*.json"))).code).toBe(2);
  });

  test("a pipe and a device are refused and not waited for", async () => {
    execFileSync("sh", ["-c", 'mkfifo "$0"', join(folder, "pipe.json")]);
    expect(await lint({}, join(folder, "pipe.json"))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/pipe\.json cannot be read: It is not a file but a pipe/),
    });
    expect(await lint({}, "/dev/zero")).toMatchObject({ code: 2, err: expect.stringMatching(/It is not a file/) });
  });

  test("UTF-16 is read, with or without its mark, and said to be no file for the AWS CLI", async () => {
    for (const [name, mark] of [
      ["a.json", "\ufeff"],
      ["b.json", ""],
    ] as const) {
      writeFileSync(join(folder, name), Buffer.from(`${mark}${bad}`, "utf16le"));
      const { code, out, err } = await lint({}, join(folder, name));
      expect(code).toBe(1);
      expect(out).toMatch(/6:18 {2}error {4}fargate-network/);
      expect(err).toMatch(/UTF-16/);
    }
  });
});

test("--strict makes an error of what nothing has filled in", async () => {
  const left = good.replace("nginx:1.29", "$REGISTRY/web:1");
  expect((await lint({ "left.json": left })).code).toBe(0);
  expect(await lint({ "left.json": left }, "--strict")).toMatchObject({
    code: 1,
    out: expect.stringMatching(/error {2}placeholder {2}Nothing filled this in/),
  });
  expect((await lint({ "good.json": good }, "--strict")).code).toBe(0);
});

test("--max-warnings is a bound, which --quiet does not move", async () => {
  const warned = { "warned.json": JSON.stringify(VALID.web) };
  expect((await lint(warned, "--max-warnings", "2")).code).toBe(0);
  expect(await lint(warned, "--max-warnings", "1", "--quiet")).toMatchObject({
    code: 1,
    err: "quayside lint: 2 warnings are more than --max-warnings 1\n",
  });
  expect((await lint(warned, "--max-warnings", "few")).code).toBe(2);
});

test("control characters of a file are shown and not obeyed", async () => {
  const name = "a\u001b[2J\u202e\u009b1m";
  const evil = JSON.stringify({ ...VALID.web, containerDefinitions: [{ name, image: "nginx:1" }] });
  for (const format of ["text", "github", "json", "sarif"]) {
    const { out } = await lint({ "evil.json": evil }, "--format", format);
    expect(out, format).toContain("a\\u001b[2J\\u202e\\u009b1m");
    for (const char of ["\u001b", "\u202e", "\u009b"]) expect(out, format).not.toContain(char);
    if (format === "json") expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(name).slice(1, -1));
  }
});

test("a line feed in a file does not make a line of the report", async () => {
  const evil = changed(VALID.web, { "c0.name": "a\n9:9  error  forged  x" });
  const { out } = await lint({ "evil.json": JSON.stringify(evil) });
  expect(out).toContain("a\\n9:9  error  forged");
  expect(out).not.toMatch(/^\s*9:9/m);
});

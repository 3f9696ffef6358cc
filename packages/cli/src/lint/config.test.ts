/** Configurations, flags and comments that say which rules count, and `quayside rules`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { LINT_RULES } from "@quayside/linter";
import { VALID } from "@quayside/simulator/task-definition/samples";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../main.ts";
import { runLint } from "./testing/run-lint.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quayside-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const WARNED = JSON.stringify(VALID.web);

function put(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const lint = (...words: string[]) => runLint(folder, {}, words);

describe("a configuration", () => {
  test("is found upward from the file, and the nearest one counts alone", async () => {
    const task = put("app/deep/task.json", WARNED);
    put("quayside.config.json", '{ // for all\n "rules": { "no-logs": "error", "no-health-check": "off" } }');
    expect(await lint(task)).toMatchObject({ code: 1, out: expect.stringMatching(/1 error in 1 file/) });
    put("app/quayside.config.json", { rules: { "no-health-check": "error" } });
    expect(await lint(task)).toMatchObject({ code: 1, out: expect.stringMatching(/1 error, 1 warning in 1 file/) });
    expect((await lint(task, "--no-config")).out).toMatch(/\n2 warnings in 1 file/);
    expect((await lint(task, "--config", join(folder, "quayside.config.json"))).out).toMatch(/\n1 error in 1 file/);
  });

  test("has overrides for some files, and a flag wins over both", async () => {
    const task = put("dev/task.json", WARNED);
    put("quayside.config.json", {
      rules: { "no-logs": "error", "no-health-check": "off" },
      overrides: [{ files: ["dev/**"], rules: { "no-logs": "off" } }],
    });
    expect(await lint(task)).toMatchObject({ code: 0, out: "no problems in 1 file\n" });
    expect((await lint(task, "--rule", "no-logs=error", "--rule", "image-latest=off")).code).toBe(1);
  });

  test("ignores files, also those that are named, and takes back with !", async () => {
    const names = ["cdk.out/a.json", "old.template.json", "sub/keep.template.json", "task.json"];
    const [inside, template, kept, task] = names.map((name) => put(name, WARNED));
    put("quayside.config.json", { ignore: ["cdk.out/", "*.template.json", "!sub/keep.template.json"] });
    const { code, out, err } = await lint(inside ?? "", template ?? "", kept ?? "", task ?? "");
    expect(code).toBe(0);
    expect(out).toMatch(/in 2 files\n$/);
    expect(err.match(/ignored, because a pattern says so/g)).toHaveLength(2);
    expect((await lint(folder, "--ignore", "*.json")).code).toBe(0);
    expect((await lint(inside ?? "")).code).toBe(0);
  });

  test("sets strict and the number of warnings", async () => {
    const task = put("task.json", WARNED.replace("nginx:1.29", "$IMAGE"));
    put("quayside.config.json", { maxWarnings: 1 });
    expect(await lint(task)).toMatchObject({
      code: 1,
      err: "quayside lint: 2 warnings are more than the maxWarnings 1 of quayside.config.json\n",
    });
    expect((await lint(task, "--max-warnings", "2")).code).toBe(0);
    put("quayside.config.json", { strict: true });
    expect(await lint(task)).toMatchObject({ code: 1, out: expect.stringMatching(/error +placeholder/) });
  });

  test("says where the pages of the rules are", async () => {
    const task = put("task.json", WARNED);
    put("quayside.config.json", { site: "https://quay.example/" });
    expect((await lint(task)).out).toContain("  https://quay.example/en/rules/no-logs/\n");
    const { runs } = JSON.parse((await lint(task, "--format", "sarif")).out);
    expect(runs[0].tool.driver.rules[0].helpUri).toBe("https://quay.example/en/rules/no-health-check/");
  });
});

describe("a configuration that is not right ends the run with a place and a sentence", () => {
  test.each([
    ['{\n  "rulse": {}\n}', ':2:3: there is no setting "rulse": did you mean "rules"?'],
    ['{ "colour": 1 }', ':1:3: there is no setting "colour"; there are $schema, rules,'],
    [
      '{ "rules": { "no-log": "off" } }',
      ':1:14: there is no rule "no-log": did you mean "no-logs"?; quayside rules lists them',
    ],
    ['{ "rules": { "no-logs": "warn" } }', ':1:25: a rule is error, warning, info, off, not "warn"'],
    ['{ "rules": { "no-logs": 2 } }', ":1:25: a rule is error, warning, info, off, not 2"],
    ['{ "rules": [] }', ":1:12: rules are an object such as"],
    ['{ "ignore": "dist" }', ":1:13: this is a list, in square brackets"],
    ['{ "ignore": [3] }', ":1:14: this is a text that is not empty"],
    ['{ "strict": "yes" }', ":1:13: strict is true or false"],
    ['{ "maxWarnings": -1 }', ":1:18: maxWarnings is a whole number from 0"],
    ['{ "site": "quayside" }', ":1:11: site is an address that begins with https://"],
    ['{ "overrides": [{ "files": ["a"] }] }', ":1:17: this override has no rules"],
    ['{ "overrides": [{ "file": ["a"], "rules": {} }] }', ':1:19: there is no setting "file": did you mean "files"?'],
    ["[]", ":1:1: this is an object with $schema, rules,"],
    ['{ "rules": {} "strict": true }', ":1:13: A comma is missing after this."],
    ["", ":1:1: The file is empty"],
  ])("%s", async (text, sentence) => {
    const task = put("task.json", WARNED);
    put("quayside.config.json", text);
    const { code, out, err } = await lint(task);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`quayside.config.json${sentence}`);
  });

  test("a file that is not there, a rule that is none, both flags", async () => {
    const task = put("task.json", WARNED);
    for (const [words, sentence] of [
      [["--config", "nowhere.json"], /the configuration nowhere\.json cannot be read/],
      [["--config", "a", "--no-config"], /--config or --no-config, not both/],
      [["--rule", "no-logs"], /--rule takes id=severity such as no-logs=off/],
      [["--rule", "no-log=off"], /did you mean "no-logs"\?/],
      [["--rule", "no-logs=loud"], /a rule is error, warning, info, off, not "loud"/],
    ] as const) {
      expect(await lint(task, ...words)).toMatchObject({ code: 2, err: expect.stringMatching(sentence) });
    }
  });
});

test("--print-config shows what counts for a file", async () => {
  const task = put("dev/task.json", WARNED);
  const config = put("quayside.config.json", {
    ignore: ["dev/"],
    strict: true,
    overrides: [{ files: ["dev/*.json"], rules: { "no-logs": "off" } }],
  });
  const { code, out } = await lint("--print-config", task, "--rule", "privileged=error");
  expect(code).toBe(0);
  const printed = JSON.parse(out.replaceAll("quayside.config.json", config));
  expect(printed).toMatchObject({ ignored: true, strict: true, maxWarnings: null });
  expect(printed.rules).toMatchObject({
    "no-logs": "off",
    privileged: "error",
    placeholder: "error",
    "name-null": "error",
  });
  expect(Object.keys(printed.rules)).toHaveLength(LINT_RULES.length);
});

test("what comments disable is counted, and code scanning is told with the reason", async () => {
  const task = put(
    "t.yaml",
    "# quayside-disable-file no-logs -- a sidecar does it\nfamily: f\nmemory: '512'\ncontainerDefinitions: [{ name: a, image: 'b:1' }]\n",
  );
  expect((await lint(task)).out).toBe("no problems in 1 file; 1 disabled by comments\n");
  const { runs } = JSON.parse((await lint(task, "--format", "sarif")).out);
  expect(runs[0].results).toEqual([
    expect.objectContaining({
      ruleId: "no-logs",
      suppressions: [{ kind: "inSource", justification: "a sidecar does it" }],
    }),
  ]);
  const { files } = JSON.parse((await lint(task, "--format", "json")).out);
  expect(files[0]).toMatchObject({ findings: [], disabled: [{ ruleId: "no-logs", reason: "a sidecar does it" }] });
});

describe("quayside rules", () => {
  async function rules(...words: string[]) {
    let [out, err] = ["", ""];
    const code = await main(["rules", ...words], {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    });
    return { code, out, err };
  }

  test("lists each rule once, in a line", async () => {
    const { code, out } = await rules();
    expect(code).toBe(0);
    for (const { id } of LINT_RULES)
      expect(out.split("\n").filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
  });

  test("says of one what is known of it", async () => {
    const { out } = await rules("fargate-network");
    expect(out).toMatch(/^fargate-network\n {2}found by {4}Amazon ECS refuses at RegisterTaskDefinition\n/);
    expect(out).toMatch(/source .*\(checked 2026-11-20\)/);
    expect(JSON.parse((await rules("--json", "yaml")).out)).toMatchObject([{ id: "yaml", severity: "error" }]);
  });

  test("helps with the name", async () => {
    expect(await rules("no-log")).toMatchObject({ code: 2, err: expect.stringMatching(/did you mean "no-logs"\?/) });
  });
});

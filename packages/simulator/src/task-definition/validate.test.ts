/** Every rule with a near miss and a hit, and the samples of the catalogue with what must answer. */
import { describe, expect, test } from "vitest";
import { readDefinition } from "./definition.ts";
import { CASES } from "./testing/cases.ts";
import { changed, shortPath } from "./testing/change.ts";
import { INVALID, STILL_VALID } from "./testing/invalid-samples.ts";
import { VALID } from "./testing/valid-samples.ts";
import { firstFinding, TASK_DEFINITION_RULES, validateTaskDefinition } from "./validate.ts";

test("every rule has a case, and every case a rule", () => {
  const ids = TASK_DEFINITION_RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(CASES.map((each) => each.rule))).toEqual(new Set(ids));
});

test("every rule says where it comes from and when that was checked", () => {
  for (const rule of TASK_DEFINITION_RULES) {
    expect(rule.source, rule.id).toMatch(/\S/);
    expect(rule.hint, rule.id).toMatch(/\.$/);
  }
});

test("a rule in our own words is a warning, unless AWS certainly refuses", () => {
  for (const { id, evidence, severity, certain } of TASK_DEFINITION_RULES) {
    if (certain) expect([evidence, severity], id).toEqual(["ours", "error"]);
    else if (evidence === "ours") expect(severity, id).toBe("warning");
  }
});

test("the task's cpu is looked at before its essential containers and its network mode, as recorded", () => {
  const sample = changed(VALID.web, { cpu: "", networkMode: "bridge", "c0.essential": false });
  expect(firstFinding(sample)).toMatchObject({ ruleId: "cpu-invalid", code: "InvalidParameterException" });
});

describe.each(CASES.map((each, index) => ({ ...each, number: index + 1 })))(
  "rule $rule (case $number)",
  ({ rule, base, good, bad, at, says }) => {
    test("lets the near miss pass", () => {
      const found = validateTaskDefinition(changed(VALID[base], good));
      expect(found.filter((finding) => finding.ruleId === rule)).toEqual([]);
    });

    test("finds the mistake where it is, in these words", () => {
      const found = validateTaskDefinition(changed(VALID[base], bad)).filter((finding) => finding.ruleId === rule);
      expect(found.map(({ path, message }) => [shortPath(path), message])).toContainEqual([at, says]);
    });
  },
);

test.each(Object.entries(VALID))("the sample %s is registered", (_name, sample) => {
  expect(validateTaskDefinition(sample)).toEqual([]);
  expect(readDefinition(sample).faults).toEqual([]);
});

test.each(STILL_VALID)("$base may be changed: $why", ({ base, changes }) => {
  expect(validateTaskDefinition(changed(VALID[base], changes))).toEqual([]);
});

test.each(INVALID.filter(({ rule }) => rule !== undefined))("$mistake: $rule answers", ({ base, changes, rule }) => {
  expect(firstFinding(changed(VALID[base], changes))?.ruleId).toBe(rule);
});

test.each(INVALID.filter(({ client }) => client !== undefined))("$mistake: no client sends it", (mistake) => {
  const { faults } = readDefinition(changed(VALID[mistake.base], mistake.changes));
  expect(faults.map(({ path }) => shortPath(path))).toEqual([mistake.client]);
});

test("every mistake of the catalogue has an answer", () => {
  for (const { mistake, rule, client } of INVALID) expect([rule, client].filter(Boolean), mistake).toHaveLength(1);
});

test("the service answers with one finding, the editor gets all", () => {
  const sample = changed(VALID.hostAgent, { requiresCompatibilities: ["EC2", "FARGATE"] });
  expect(firstFinding(sample)?.ruleId).toBe("fargate-network");
  expect(validateTaskDefinition(sample).map((finding) => finding.ruleId)).toEqual([
    "fargate-network",
    "fargate-cpu",
    "fargate-mem",
    "fargate-priv",
    "fargate-pid",
    "fargate-placement",
    "fargate-sourcepath",
  ]);
});

test("a warning is found and does not stop the registration", () => {
  const sample = changed(VALID.bridge, {
    "runtimePlatform.operatingSystemFamily": "WINDOWS_SERVER_2022_CORE",
    "c0.links": [],
    "c0.user": "app",
  });
  expect(validateTaskDefinition(sample).map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
    ["windows-unsupported", "warning"],
  ]);
  expect(firstFinding(sample)).toBeUndefined();
});

test("without an account, parameters of any account pass", () => {
  const sample = changed(VALID.armApi, {
    "c0.secrets.0.valueFrom": "arn:aws:ssm:us-east-1:999999999999:parameter/key",
  });
  expect(validateTaskDefinition(sample, { accountId: undefined })).toEqual([]);
  expect(firstFinding(sample, { accountId: "999999999999" })).toBeUndefined();
  expect(firstFinding(sample)?.ruleId).toBe("secret-account");
});

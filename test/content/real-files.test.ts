/**
 * Files in the shapes that people keep task definitions in: nothing is refused that AWS takes, and what is wrong is found.
 * Written for this test; the shapes are those of AWS's tools, of deploy actions and of templates.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { main } from "@quayside/cli";
import { expect, test } from "vitest";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "task-definitions");

/** What is wrong with a file, as `line rule`; empty when AWS takes it, "none" when no task definition is in it. */
const VERDICTS: Readonly<Record<string, readonly string[] | "none">> = {
  "adot-sidecar.json": [],
  "anchors.yaml": ["2 unknown-parameter"],
  "app-mesh.json": [],
  "cdk-synth.template.json": [],
  "cli-skeleton.json": [
    ...["2 family-empty", "3 role-invalid", "4 role-invalid", "8 name-null", "9 image-null"],
    ...["22 cpu-invalid", "23 mem-invalid"],
  ],
  "cloudformation.template": [],
  "cloudformation.yaml": [],
  "codepipeline-taskdef.json": [],
  "compose-mistakes.json": [
    ...["9 unknown-parameter", "12 invalid-type-parameter", "15 unknown-parameter", "18 unknown-parameter"],
    ...["19 unknown-parameter", "22 invalid-type-parameter"],
  ],
  "copilot-manifest.yml": "none",
  "copilot-stack.yml": [],
  "cpu-as-number.json": ["7 invalid-type-parameter", "8 invalid-type-parameter"],
  "datadog-daemon.json": [],
  "deploy-action-nulls.json": [],
  "deploy-action-read-only.json": [],
  "describe-answer.json": [],
  "describe-answer.yaml": [],
  "docker-compose.yml": "none",
  "ebs-volume.json": [],
  "ecs-params.yml": "none",
  "envsubst.json": [],
  "external.json": [],
  "fargate-pair.json": ["8 fargate-pair"],
  "fargate-web.json": [],
  "firelens.json": [],
  "gitlab.json": [],
  "go-template.json.tmpl": [],
  "gpu-training.json": [],
  "harness.yaml": [],
  "jinja-tojson.json": [],
  "jinja.json.j2": [],
  "jsonc-comments.jsonc": [],
  "main-key-typo.json": ["1 no-containers", "4 unknown-parameter"],
  "octopus.json": [],
  "overrides.json": "none",
  "pascal-case.json": [
    ...["1 family-empty", "1 no-containers", "2 unknown-parameter", "3 unknown-parameter", "4 unknown-parameter"],
  ],
  "run-task-input.json": "none",
  "sam.yaml": [],
  "sed-words.json": [],
  "service-connect.json": [],
  "snake-case.json": ["1 no-containers", "3 unknown-parameter", "4 unknown-parameter"],
  "terraform-directives.json.tpl": [],
  "terraform-list.json.tpl": [],
  "two-documents.yaml": ["9 stop-min"],
  "windows-fargate.json": [],
};

async function lint(name: string) {
  let [out, err] = ["", ""];
  const code = await main(["lint", join(FOLDER, name), "--no-config", "--format", "json"], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  const findings = (JSON.parse(out).files[0]?.findings ?? []) as { line: number; severity: string; ruleId: string }[];
  return { code, err, errors: findings.filter(({ severity }) => severity === "error") };
}

test("every file has its verdict", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(VERDICTS).sort());
});

test.each(Object.entries(VERDICTS))("%s", async (name, verdict) => {
  const { code, err, errors } = await lint(name);
  if (verdict === "none") {
    expect([code, err]).toEqual([2, expect.stringMatching(/there is no task definition in this file/)]);
    return;
  }
  expect(errors.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(verdict);
  expect(code).toBe(verdict.length === 0 ? 0 : 1);
});

/** Files of all kinds: what is found in them, where, and what must not be. */
import { changed, type Json, VALID } from "@quayside/simulator/task-definition/samples";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { lintText } from "./lint-text.ts";

const lines = (text: string, name: string): string[] =>
  lintText(text, name)
    .findings.filter(({ severity }) => severity !== "warning")
    .map(({ line, column, severity, ruleId, path }) => `${line}:${column} ${severity} ${ruleId} ${path}`);

/** A definition as CloudFormation spells it. */
function asProperties(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => asProperties(item));
  if (typeof value !== "object" || value === null) return value;
  const maps = new Set(["options", "dockerLabels", "driverOpts", "labels"]);
  const entries = Object.entries(value).map(([key, member]) => {
    const name = isMap ? key : (SPELLED[key] ?? key.slice(0, 1).toUpperCase() + key.slice(1));
    return [name, asProperties(member, maps.has(key))];
  });
  return Object.fromEntries(entries);
}

const SPELLED: Record<string, string> = {
  efsVolumeConfiguration: "EFSVolumeConfiguration",
  fsxWindowsFileServerVolumeConfiguration: "FSxWindowsFileServerVolumeConfiguration",
  s3filesVolumeConfiguration: "S3FilesVolumeConfiguration",
  fileSystemId: "FilesystemId",
  iam: "IAM",
};

const template = (properties: unknown) => ({
  Resources: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: properties } },
});

describe.each(Object.entries(VALID))("the valid sample %s", (_name, sample) => {
  test("has no error as JSON, as YAML, as an answer and in a template", () => {
    expect(lines(JSON.stringify(sample), "task.json")).toEqual([]);
    expect(lines(stringify(sample), "task.yaml")).toEqual([]);
    expect(lines(JSON.stringify({ taskDefinition: sample }), "answer.json").slice(1)).toEqual([]);
    expect(lines(JSON.stringify(template(asProperties(sample))), "stack.json")).toEqual([]);
    expect(lines(stringify(template(asProperties(sample))), "stack.yaml")).toEqual([]);
    const list = JSON.stringify((sample as { containerDefinitions: Json[] }).containerDefinitions);
    expect(lines(list, "containers.json")).toEqual([]);
  });
});

test("the same mistake is found in every kind of file, at its place", () => {
  const bad = changed(VALID.web, { networkMode: "bridge" });
  expect(lines(JSON.stringify(bad, null, 2), "a.json")).toEqual(["6:18 error fargate-network networkMode"]);
  expect(lines(stringify(bad), "a.yml")).toEqual(["4:14 error fargate-network networkMode"]);
  expect(lines(stringify(template(asProperties(bad))), "a.template")).toEqual([
    "8:20 error fargate-network Resources.Task.Properties.NetworkMode",
  ]);
});

describe("a template", () => {
  const yaml = `
Parameters: { Memory: { Type: String } }
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: 256
      Memory: !Ref Memory
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: !Sub "\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/web:\${Tag}"
          Essential: "true"
          PortMappings: [{ ContainerPort: "80" }]
          ReadonlyRootFilesystem: yes
          logConfiguration: { LogDriver: awslogs }
`;

  test("may leave values to functions, to CloudFormation's types and to its names", () => {
    expect(lines(yaml, "stack.yaml").slice(0, 1)).toEqual([
      "19:11 error unknown-parameter Resources.Web.Properties.ContainerDefinitions[0].logConfiguration",
    ]);
    expect(lintText(yaml, "stack.yaml")).toMatchObject({ kind: "template", unknownValues: 3 });
    expect(lintText(yaml, "stack.yaml").findings).toContainEqual(
      expect.objectContaining({
        message: "extraneous key [logConfiguration] is not permitted",
        fix: "Write LogConfiguration.",
      }),
    );
  });

  test("of cdk synth, with joins and conditions in the place of whole members", () => {
    const definition = asProperties(VALID.web) as Record<string, unknown>;
    const properties = {
      ...definition,
      Cpu: { "Fn::If": ["Big", "1024", "256"] },
      ContainerDefinitions: [{ Name: "a", Image: { "Fn::Join": ["", ["a", "b"]] } }, { Ref: "Sidecar" }],
      Volumes: { "Fn::If": ["Disk", [], { Ref: "AWS::NoValue" }] },
      TaskRoleArn: { "Fn::GetAtt": ["Role", "Arn"] },
    };
    expect(lines(JSON.stringify(template(properties), null, 1), "cdk.template.json")).toEqual([]);
  });

  test("without a task definition has nothing to say", () => {
    expect(lintText("Resources: { Queue: { Type: AWS::SQS::Queue } }", "a.yaml")).toMatchObject({
      kind: "template",
      findings: [],
    });
  });
});

test("what holds no task definition is said to hold none", () => {
  for (const [text, name] of [
    ['{"name":"quayside"}', "package.json"],
    ["[1, 2]", "list.json"],
    ["services:\n  web:\n    image: nginx", "compose.yaml"],
    ["", "empty.yaml"],
    ["just words", "words.txt"],
  ] as const) {
    expect(lintText(text, name).kind, name).toBe("none");
  }
});

test("broken files get a finding at the fault", () => {
  expect(lines('{\n  "family": "a"\n  "cpu": "256"\n}', "a.json")).toEqual(["2:15 error json-expected-comma "]);
  expect(lines("family: a\n  cpu: [", "a.yaml")[0]).toMatch(/^\d+:\d+ error yaml/);
});

test("YAML with aliases is followed, and one that asks for billions of nodes ends", () => {
  const shared =
    "x: &web { name: web, image: 'nginx:1.29', memory: 128, cpu: oops }\nfamily: f\ncontainerDefinitions: [*web]\n";
  expect(lines(shared, "a.yaml")).toContainEqual(
    expect.stringMatching(/^1:\d+ error invalid-type-parameter containerDefinitions\[0\]\.cpu/),
  );
  const rows = Array.from(
    { length: 30 },
    (_, row) => `a${row}: &a${row} [${Array(9).fill(row === 0 ? "1" : `*a${row - 1}`)}]`,
  );
  const bomb = `${rows.join("\n")}\nfamily: *a29\ncontainerDefinitions: []\n`;
  expect(lintText(bomb, "bomb.yaml").findings[0]?.message).toMatch(/too large|alias/i);
});

test("a finding in plain JSON carries the change that mends it", () => {
  const text = JSON.stringify(changed(VALID.web, { networkMode: "bridge" }));
  const [finding] = lintText(text, "a.json").findings;
  expect(finding?.fix).toBe('Set networkMode to "awsvpc"');
  expect(finding?.edits).toEqual([
    { start: text.indexOf('"bridge"'), end: text.indexOf('"bridge"') + 8, text: '"awsvpc"' },
  ]);
});

test("any text of any name gets an answer", () => {
  const names = fc.constantFrom("a.json", "a.yaml", "a", "-");
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `Resources:\n  A:\n    Type: AWS::ECS::TaskDefinition\n    Properties: ${json}`),
  );
  fc.assert(
    fc.property(texts, names, (text, name) => {
      for (const { line, column } of lintText(text, name).findings) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});

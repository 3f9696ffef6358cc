/** What `--fix` makes of a text: several changes at once, everything else as it was, nothing made up, nothing broken. */
import { CASES, changed, INVALID, VALID } from "@quayside/simulator/task-definition/samples";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { LintFinding } from "./finding.ts";
import { lintText } from "./lint-text.ts";
import { mendText } from "./mend-text.ts";

const errorsIn = (text: string, name: string): LintFinding[] =>
  lintText(text, name).findings.filter(({ severity }) => severity === "error");

const BROKEN = [
  ...CASES.map(({ base, bad }) => changed(VALID[base], bad)),
  ...INVALID.map(({ base, changes }) => changed(VALID[base], changes)),
].map((definition) => JSON.stringify(definition, null, 2));

describe("on every mistake of the rules' own tests", () => {
  test("fewer errors are left, never more, and a second time changes nothing", () => {
    for (const guesses of [false, true]) {
      for (const text of BROKEN) {
        const mended = mendText(text, "task.json", { guesses });
        expect(() => JSON.parse(mended.text)).not.toThrow();
        expect(errorsIn(mended.text, "task.json").length).toBeLessThanOrEqual(errorsIn(text, "task.json").length);
        expect(mendText(mended.text, "task.json", { guesses }).mended).toEqual([]);
      }
    }
  });

  test("without guesses, nothing is made up: each value comes from the file or from a rule", () => {
    for (const text of BROKEN) {
      const { mended } = mendText(text, "task.json");
      expect(mended.filter(({ isGuess }) => isGuess)).toEqual([]);
      for (const { fix } of mended) expect(fix).not.toMatch(/nginx|ecsTaskExecutionRole|us-east-1/);
    }
  });

  test("names, images and environment of the containers stay, but where the mistake is in them", () => {
    const kept = (text: string) => {
      const { containerDefinitions = [] } = JSON.parse(text) as { containerDefinitions?: Record<string, unknown>[] };
      return containerDefinitions.map(({ name, image, environment }) => ({ name, image, environment }));
    };
    for (const text of BROKEN) {
      const { text: after, mended } = mendText(text, "task.json");
      if (mended.some(({ path }) => /\.(name|image|environment)/.test(path))) continue;
      expect(kept(after)).toEqual(kept(text));
    }
  });
});

test("what is valid is not touched, whatever it is warned of", () => {
  for (const sample of Object.values(VALID)) {
    const text = JSON.stringify(sample);
    expect(mendText(text, "task.json", { guesses: true }).text).toBe(text);
  }
});

const COMMENTED = `// the shop
{
    "family": "shop",   // its name
    "requiresCompatibilities": ["FARGATE"],
    "networkMode": "bridge", /* old */
    "cpu": 256, "memory": "1000",
    "executionRoleArn": "ecsTaskExecutionRole",
    "containerDefinitions": [
        {
            "name": "web",
            "imge": "$REGISTRY/web:\${TAG}",
            // the port
            "portMappings": [{ "hostPort": 8080, "containerPort": 80 }],
            "privileged": true, // really?
        },
    ],
}
`;

test("several at once, and comments, order, layout, line ends and placeholders stay", () => {
  const wanted = COMMENTED.replace('"bridge"', '"awsvpc"')
    .replace("256,", '"256",')
    .replace('"1000"', '"1024"')
    .replace("imge", "image")
    .replace('"hostPort": 8080, ', "")
    .replace('"privileged": true, ', "");
  const { text, mended } = mendText(COMMENTED, "task.jsonc");
  expect(text).toBe(wanted);
  expect(mended).toHaveLength(6);
  const inWindows = (lines: string): string => lines.replaceAll("\n", "\r\n");
  expect(mendText(inWindows(COMMENTED), "task.jsonc").text).toBe(inWindows(wanted));
});

test.each([
  ["a placeholder", { ...VALID.web, networkMode: "$MODE" }],
  ["a value with a placeholder in it", changed({ ...VALID.web, cpu: "%CPU%" }, { "c0.image": "<IMAGE1_NAME>" })],
  ["an unquoted word, which a later step may look for", undefined],
])("%s stays", (_what, definition) => {
  const text =
    definition === undefined ? '{ "family": FAMILY, "containerDefinitions": [] }' : JSON.stringify(definition);
  expect(mendText(text, "task.json").text).toBe(text);
});

test("what would be made up is made up only when that is asked for", () => {
  const text = JSON.stringify({ family: "f", containerDefinitions: [{ name: "a", image: "app:1" }] });
  expect(mendText(text, "task.json").text).toBe(text);
  expect(JSON.parse(mendText(text, "task.json", { guesses: true }).text)).toMatchObject({ memory: "512" });
});

test("a broken text is made JSON first", () => {
  const { text } = mendText(`{ 'family': "f" "cpu": 256, "containerDefinitions": [], }`, "task.json");
  expect(text).toBe(`{ "family": "f", "cpu": "256", "containerDefinitions": [] }`);
});

test("a list of containers is changed where it stands; YAML and templates are not", () => {
  const list = '[{ "name": "a", "imge": "app:1", "memory": "128" }]';
  expect(mendText(list, "containers.json").text).toBe('[{ "name": "a", "image": "app:1", "memory": 128 }]');
  const yaml = stringify({ ...VALID.web, cpu: 256 });
  const template = JSON.stringify({ Resources: { T: { Type: "AWS::ECS::TaskDefinition", Properties: { cpu: 256 } } } });
  for (const [text, name] of [
    [yaml, "task.yaml"],
    [template, "stack.json"],
  ] as const) {
    const mended = mendText(text, name);
    expect(mended.text).toBe(text);
    expect(mended.linted.isFixable).toBe(false);
  }
});

/** The list of problems: who finds what, where it points, and what nobody may blame. */
import { CASES, changed, INVALID, VALID } from "@quayside/simulator/task-definition/samples";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheckOptions, checkDefinition } from "./check.ts";
import { pathText } from "./json/locate.ts";
import { parseJson } from "./json/parse-json.ts";

const STRICT: CheckOptions = { accountId: "123456789012", practices: false, placeholders: "none" };
const TEMPLATE: CheckOptions = { accountId: undefined, practices: true, placeholders: "noted" };

const problems = (text: string, options = STRICT) =>
  checkDefinition(parseJson(text, { placeholders: options.placeholders !== "none" }), options);
const short = (text: string, options = STRICT) =>
  problems(text, options).map(({ source, code, path, line, column }) =>
    `${line}:${column} ${source} ${code} ${pathText(path)}`.trim(),
  );

test.each(Object.entries(VALID))("the valid sample %s has no problem, however it is laid out", (_name, sample) => {
  expect(short(JSON.stringify(sample))).toEqual([]);
  expect(short(JSON.stringify(sample, null, 3))).toEqual([]);
});

test.each(INVALID.map((sample) => [sample.mistake, sample] as const))(
  "%s is an error at its place",
  (_mistake, sample) => {
    const found = problems(JSON.stringify(changed(VALID[sample.base], sample.changes), null, 2));
    expect(found.some(({ severity }) => severity === "error")).toBe(true);
    if (sample.rule !== undefined) expect(found.map(({ code }) => code)).toContain(sample.rule);
    if (sample.client !== undefined)
      expect(found.map(({ path }) => path.join(".").replace(/^containerDefinitions\./, "c"))).toContain(sample.client);
  },
);

test("every finding of the rules' own cases lies inside the text", () => {
  for (const { base, bad } of CASES) {
    const text = JSON.stringify(changed(VALID[base], bad), null, 2);
    for (const { start, end, line, column } of problems(text)) {
      expect(start).toBeLessThan(text.length);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(text.split("\n")[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
    }
  }
});

test("each finding points at the member itself, a missing one at what lacks it", () => {
  const text =
    '{\n  "family": "f",\n  "cpu": 256,\n  "containerDefinitions": [\n    { "name": "a", "memory": 128, "port": 80 }\n  ]\n}';
  expect(short(text)).toEqual([
    "3:10 client invalid-type-parameter cpu",
    "5:5 service image-null containerDefinitions[0].image",
    "5:35 client unknown-parameter containerDefinitions[0].port",
  ]);
});

test("the words are AWS's: the CLI's for what it refuses to send, the service's for the rest", () => {
  const [type, image] = problems('{"family":"f","cpu":256,"containerDefinitions":[{"name":"a","memory":128}]}');
  expect(type?.message).toBe(
    "Invalid type for parameter cpu, value: 256, type: <class 'int'>, valid types: <class 'str'>",
  );
  expect(image?.message).toBe("Container.image should not be null or empty.");
});

describe("an answer of describe-task-definition", () => {
  const answer = JSON.stringify({ taskDefinition: { ...VALID.web, revision: 3, status: "ACTIVE" }, tags: [] }, null, 2);

  test("is checked inside, and noted once", () => {
    expect(short(answer)).toEqual(["2:3 note describe-output"]);
  });

  test("without its wrapper has fields that clients refuse", () => {
    expect(short(JSON.stringify({ ...VALID.web, revision: 3 }))).toEqual(["1:216 client unknown-parameter revision"]);
  });
});

test("a value of the wrong type is found once: what depends on it is not judged, the rest is", () => {
  const sizes = { cpu: 256, memory: 512, networkMode: "bridge", requiresCompatibilities: ["FARGATE"] };
  const containers = [{ name: "a", image: "nginx:1" }];
  const found = problems(JSON.stringify({ family: "f", ...sizes, containerDefinitions: containers }), STRICT);
  expect(found.map(({ code, path }) => `${code} ${path.at(-1)}`)).toEqual([
    "invalid-type-parameter cpu",
    "invalid-type-parameter memory",
    "fargate-network networkMode",
  ]);
  const ofContainer = JSON.stringify({ family: "f", containerDefinitions: [{ ...containers[0], memory: "64" }] });
  expect(problems(ofContainer, STRICT).map(({ code }) => code)).toEqual(["invalid-type-parameter"]);
});

describe("values that a later step fills in", () => {
  const [family, cpu, home] = ["FAMILY", "CPU", "HOME"].map((name) => `\${${name}}`);
  const text = `{"family":"${family}","cpu":${cpu},"memory":"512","requiresCompatibilities":["FARGATE"],"networkMode":"bridge","containerDefinitions":[{"name":"a","image":"<IMAGE1_NAME>","command":["echo","${home}"],"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"{{ group }}"}}}]}`;

  test("are noted and not judged; the rest is", () => {
    const found = problems(text, TEMPLATE).map(({ code, path }) => `${code} ${path.at(-1)}`);
    expect(found.toSorted()).toEqual([
      "fargate-network networkMode",
      "fargate-role-logs logDriver",
      "fargate-streamprefix awslogs-stream-prefix",
      "log-req options",
      "placeholder awslogs-group",
      "placeholder cpu",
      "placeholder family",
      "placeholder image",
    ]);
  });

  test("are faults where nothing is filled in", () => {
    expect(short(text)[0]).toMatch(/json json-/);
  });

  test("make no valid definition wrong, wherever they stand", () => {
    const samples = Object.values(VALID).map((sample) => JSON.stringify(sample, null, 1));
    const picked = fc.constantFrom(...samples).chain((text) => {
      const values = [...text.matchAll(/: ("[^"]*"|\d+|true|false)/g)];
      return fc.constantFrom(...values).map((match) => {
        const start = match.index + 2;
        return `${text.slice(0, start)}\${X}${text.slice(start + (match[1]?.length ?? 0))}`;
      });
    });
    fc.assert(
      fc.property(picked, (text) => {
        expect(problems(text, TEMPLATE).filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("any text", () => {
  test("gets a list, and what is found lies inside it", () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ containerDefinitions: value })),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(STRICT, TEMPLATE), (text, options) => {
        for (const { start, message } of problems(text, options)) {
          expect(start).toBeLessThanOrEqual(text.length);
          expect(message).not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });

  test("gets 500 problems at most", () => {
    const many = `{"containerDefinitions":[${Array(5_000).fill('{"a":1}')}]}`;
    expect(problems(many)).toHaveLength(500);
  });

  test.each([
    ["a mebibyte of brackets", "[".repeat(1_048_576)],
    ["deep objects", '{"a":'.repeat(100_000)],
    ["a million keys", `{${'"a":1,'.repeat(100_000)}"b":2}`],
    ["__proto__", '{"__proto__":{"family":"x"},"constructor":1}'],
    ["huge numbers", `{"family":"f","cpu":${"9".repeat(5_000)},"containerDefinitions":[]}`],
    ["half a surrogate", '{"family":"\\ud800","containerDefinitions":[{"name":"\udc00"}]}'],
  ])("%s ends in time, with a finding", (_name, text) => {
    expect(problems(text).length).toBeGreaterThan(0);
  });
});

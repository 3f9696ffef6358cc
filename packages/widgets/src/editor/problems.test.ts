/** Findings and faults as one list and as Monaco's markers. */
import { describe, expect, test } from "vitest";
import type { JsonSchema } from "./json/check-schema.ts";
import { parseJson } from "./json/parse-json.ts";
import { type Finding, findProblems, toMarkers, verdictOf } from "./problems.ts";
import { editorTexts } from "./texts.ts";

const text = '{\n  "family": "web",\n  "cpu": "300",\n  "containerDefinitions": [\n    { "name": "a" }\n  ]\n}';
const schema: JsonSchema = {
  type: "object",
  properties: { family: { type: "string" }, containerDefinitions: { type: "array", items: { required: ["image"] } } },
  additionalProperties: false,
};
const finding = (path: (string | number)[], severity = "error"): Finding => {
  return { ruleId: "rule", path, message: "No such size", code: "ClientException", severity, hint: "Take 256" };
};
const problems = (source: string, findings: Finding[] = [], against: JsonSchema | undefined = undefined) =>
  findProblems({ document: parseJson(source), schema: against, findings, texts: editorTexts("en") });

describe("findProblems", () => {
  test("places a rule's finding at the value that it is about", () => {
    expect(problems(text, [finding(["cpu"])])).toEqual([
      expect.objectContaining({
        source: "rule",
        line: 3,
        column: 10,
        path: "cpu",
        message: "No such size",
        hint: "Take 256",
      }),
    ]);
  });

  test("orders by place, whoever found it", () => {
    const list = problems(
      text,
      [finding(["containerDefinitions", 0, "image"]), finding(["family"], "WARNING")],
      schema,
    );
    expect(list.map((problem) => `${problem.line} ${problem.source} ${problem.severity}`)).toEqual([
      "2 rule warning",
      "3 schema error",
      "5 rule error",
    ]);
  });

  test("leaves the schema's word out where a rule has said it", () => {
    const without = problems(text, [], schema).filter((problem) => problem.path === "containerDefinitions[0].image");
    const withRule = problems(text, [finding(["containerDefinitions", 0, "image"])], schema);
    expect(without).toHaveLength(1);
    expect(withRule.filter((problem) => problem.path === "containerDefinitions[0].image")).toEqual([
      expect.objectContaining({ source: "rule" }),
    ]);
  });

  test("does not ask for fields while the JSON is broken", () => {
    expect(problems('{ "family": ', [], schema).map((problem) => problem.source)).toEqual(["json"]);
  });

  test("still places findings in broken JSON", () => {
    const broken = text.replace('"300"', "300x");
    expect(problems(broken, [finding(["family"])])[0]).toMatchObject({ source: "rule", line: 2 });
  });

  test("speaks Vietnamese where the lesson does, and leaves AWS's words alone", () => {
    const list = findProblems({
      document: parseJson("{"),
      schema: undefined,
      findings: [finding([])],
      texts: editorTexts("vi-VN"),
    });
    expect(list.map((problem) => problem.message)).toEqual(["Dấu ngoặc này chưa được đóng.", "No such size"]);
  });
});

describe("toMarkers", () => {
  test("carries place, severity, rule and hint", () => {
    expect(toMarkers(problems(text, [finding(["cpu"], "warning")]), text)).toEqual([
      {
        severity: 4,
        message: "No such size\nTake 256",
        source: "ECS",
        code: "rule",
        startLineNumber: 3,
        startColumn: 10,
        endLineNumber: 3,
        endColumn: 15,
      },
    ]);
  });

  test("widens a place without width", () => {
    const [marker] = toMarkers(problems(""), "x");
    expect(marker).toMatchObject({ startColumn: 1, endColumn: 2 });
  });
});

test("verdictOf counts errors and the rest apart", () => {
  const texts = editorTexts("en");
  const list = problems(text, [finding(["cpu"]), finding(["family"], "warning"), finding([], "info")]);
  expect(verdictOf(list, texts)).toBe("1 error, 2 warnings");
  expect(verdictOf(list.slice(0, 1), texts)).toBe("1 warning");
  expect(verdictOf([], texts)).toBe("No problems found");
});

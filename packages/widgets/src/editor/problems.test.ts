/** What the linter finds, in the words of the page and as Monaco's markers. */

import { parseJson } from "@quayside/linter/json";
import { describe, expect, test } from "vitest";
import { arriving } from "../i18n/by-language.ts";
import { findProblems, toMarkers, verdictOf } from "./problems.ts";
import { editorTexts } from "./texts/index.ts";

await arriving("vi");

const text =
  '{\n  "family": "web",\n  "cpu": "300",\n  "memory": "512",\n  "requiresCompatibilities": ["FARGATE"],\n' +
  '  "networkMode": "awsvpc",\n  "containerDefinitions": [\n    { "name": "a", "image": "nginx:1.29" }\n  ]\n}';
const problems = (source: string, lang = "en", practices = false) =>
  findProblems(parseJson(source), editorTexts(lang), practices);

describe("findProblems", () => {
  test("places a finding at the value that it is about, with a fix", () => {
    expect(problems(text)).toEqual([
      expect.objectContaining({ source: "service", line: 4, column: 13, path: "memory", code: "fargate-pair" }),
    ]);
    expect(problems(text)[0]?.message).toMatch(
      /^No Fargate configuration exists for given values: 300 CPU, 512 memory/,
    );
    expect(problems(text)[0]?.fixes.map(({ title }) => title.value)).toEqual(['"256"']);
  });

  test("orders by place, whoever found it", () => {
    const twice = text.replace('"family": "web"', '"family": "we b"').replace('"image"', '"imge"');
    expect(problems(twice).map(({ line, source }) => `${line} ${source}`)).toEqual([
      "2 service",
      "4 service",
      "8 service",
      "8 client",
    ]);
  });

  test("does not ask for fields while the JSON is broken", () => {
    expect(problems('{ "family": ').map((problem) => problem.source)).toEqual(["json"]);
  });

  test("speaks Vietnamese where the lesson does, and leaves AWS's words alone", () => {
    expect(problems("{", "vi-VN").map(({ message }) => message)).toEqual(["Dấu ngoặc này chưa được đóng."]);
    expect(problems(text, "vi")[0]?.message).toMatch(/^No Fargate configuration/);
    expect(problems(text.replace('"image"', '"imge"'), "vi").at(-1)?.message).toBe(
      "“imge” không phải trường của đối tượng này.",
    );
  });

  test("says in Vietnamese what to do, and what good practice is; only the service's words are English", () => {
    const told = problems(text.replace("nginx:1.29", "nginx"), "vi", true);
    expect(told.map(({ code, isAws, hint }) => [code, isAws, hint])).toEqual([
      ["fargate-pair", true, "Chọn lượng memory đi được với lượng CPU."],
      ["no-logs", undefined, "Thêm logConfiguration, chẳng hạn với driver awslogs."],
      ["image-latest", undefined, "Nêu một phiên bản, hoặc ghim một digest: name@sha256:..."],
    ]);
    expect(told.at(-1)?.message).toMatch(/^"nginx" là bản được đẩy lên sau cùng/);
  });

  test("mentions bad practice only where it is asked to", () => {
    expect(problems(text.replace("300", "256"))).toEqual([]);
    expect(problems(text.replace("300", "256"), "en", true).map(({ code }) => code)).toEqual(["no-logs"]);
  });

  test("names a misspelt image also where bad practice is not mentioned, in the language of the page", () => {
    const slip = text.replace("300", "256").replace("nginx:1.29", "ngnix:1.29");
    expect(problems(slip)[0]?.message).toBe("There is no image 'ngnix:1.29'. Did you mean 'nginx:1.29'?");
    expect(problems(slip, "vi")[0]?.message).toBe('Không có image "ngnix:1.29". Có phải ý bạn là nginx:1.29?');
  });

  test("leaves the inputs of other operations alone", () => {
    expect(problems('{ "cluster": "default", "taskDefinition": "web" }')).toEqual([]);
  });
});

describe("toMarkers", () => {
  test("carries place, severity, rule and hint", () => {
    expect(toMarkers(problems(text), text)[0]).toMatchObject({
      severity: 8,
      source: "ECS",
      code: "fargate-pair",
      startLineNumber: 4,
      startColumn: 13,
      endLineNumber: 4,
      endColumn: 18,
    });
    expect(toMarkers(problems(text), text)[0]?.message).toContain("\nChoose a memory size");
  });

  test("widens a place without width", () => {
    const [marker] = toMarkers(problems(""), "x");
    expect(marker).toMatchObject({ startColumn: 1, endColumn: 2 });
  });
});

test("verdictOf counts errors and the rest apart", () => {
  const texts = editorTexts("en");
  const list = problems(text.replace('"image": "nginx:1.29"', '"image": "nginx"'), "en", true);
  expect(verdictOf(list, texts)).toBe("1 error, 2 warnings");
  expect(verdictOf(list.filter(({ severity }) => severity === "warning").slice(1), texts)).toBe("1 warning");
  expect(verdictOf([], texts)).toBe("No problems found");
});

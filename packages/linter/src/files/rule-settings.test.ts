/** Severities that people set, and comments that disable a rule at a place, in .jsonc and in YAML. */
import { describe, expect, test } from "vitest";
import { type LintOptions, lintText } from "./lint-text.ts";

const said = (text: string, name: string, options?: LintOptions): string[] =>
  lintText(text, name, options).findings.map(({ line, severity, ruleId }) => `${line} ${severity} ${ruleId}`);
const disabledIn = (text: string, name: string) =>
  lintText(text, name).disabled.map(({ finding: { line, ruleId }, reason }) => [line, ruleId, reason]);

const yaml = (...extra: string[]): string =>
  ["family: f", "memory: '512'", "containerDefinitions:", "  - name: a", ...extra, "    image: app", ""].join("\n");
const jsonc = (...extra: string[]): string =>
  [
    "{",
    '"family": "f", "memory": "512",',
    '"containerDefinitions": [',
    "{",
    ...extra,
    '"name": "a", "image": "app" }]}',
  ].join("\n");

describe("severities", () => {
  const rules = new Map([
    ["image-latest", "error"],
    ["no-logs", "off"],
  ] as const);

  test("are those that are set, and the rule's own for the rest", () => {
    expect(said(yaml("    privileged: true"), "t.yaml")).toEqual([
      "4 warning no-logs",
      "5 warning privileged",
      "6 warning image-latest",
    ]);
    expect(said(yaml("    privileged: true"), "t.yaml", { rules })).toEqual([
      "5 warning privileged",
      "6 error image-latest",
    ]);
  });

  test("cannot hide that a text is no JSON", () => {
    const off = new Map([["json-expected-comma", "off"]] as const);
    expect(said('{ "family": "f" "cpu": "1" }', "t.json", { rules: off })).toEqual(["1 error json-expected-comma"]);
  });
});

describe("a comment disables", () => {
  test("a rule in the next line that says something, with its reason", () => {
    const text = yaml("    # quayside-disable-next-line image-latest -- pinned by the pipeline", "", "    # another");
    expect(said(text, "t.yaml")).toEqual(["4 warning no-logs"]);
    expect(disabledIn(text, "t.yaml")).toEqual([[8, "image-latest", "pinned by the pipeline"]]);
    const json = jsonc("// quayside-disable-next-line image-latest");
    expect(said(json, "t.jsonc")).toEqual(["1 info comments", "4 warning no-logs"]);
    expect(disabledIn(json, "t.jsonc")).toEqual([[6, "image-latest", undefined]]);
  });

  test("a rule in its own line, and several rules in the whole file", () => {
    const json = jsonc(
      '"privileged": true, // quayside-disable-line privileged -- a proxy',
      "/* quayside-disable-file image-latest, no-logs */",
    );
    expect(said(json, "t.jsonc")).toEqual(["1 info comments"]);
    expect(said(`# quayside-disable no-logs image-latest\n${yaml()}`, "t.yaml")).toEqual([]);
  });

  test("an error as well, for whoever knows better", () => {
    const text = yaml("    # quayside-disable-next-line stop-min -- tried, and taken", "    stopTimeout: 1");
    expect(said(text, "t.yaml").join()).not.toMatch(/error/);
  });

  test("and is itself found when it is of no use", () => {
    expect(said(yaml("    # quayside-disable-next-line image-latest, privileged"), "t.yaml")).toEqual([
      "4 warning no-logs",
      "5 warning unused-disable",
    ]);
    const [, found] = lintText(yaml("    # quayside-disable-next-line image-latest privileged"), "t.yaml").findings;
    expect(found?.message).toBe("privileged: nothing is found in line 6 that this comment could disable.");
  });

  test("but not while the text cannot be read to its end", () => {
    const text = '{ // quayside-disable-file no-logs\n"family": "f" "cpu": "1" }';
    expect(said(text, "t.jsonc").join()).not.toMatch(/unused-disable/);
  });
});

test.each([
  [
    "quayside-disable-nextline no-logs",
    /"quayside-disable-nextline" is no word of quayside\. Did you mean "quayside-disable-next-line"\?/,
  ],
  ["quayside-disable-next-line", /^Say which rule is disabled: quayside-disable-next-line RULE -- reason\.$/],
  ["quayside-disable-next-line -- because", /^Say which rule is disabled/],
  [
    "quayside-disable-line no-log",
    /^There is no rule "no-log"\. Did you mean "no-logs"\? quayside rules lists them\.$/,
  ],
])("%s is said not to be understood", (comment, sentence) => {
  const { findings } = lintText(yaml(`    # ${comment}`), "t.yaml");
  expect(findings.find(({ ruleId }) => ruleId === "disable-comment")?.message).toMatch(sentence);
});

test("what only looks like a comment disables nothing", () => {
  const text = yaml(
    "    command: ['# quayside-disable-file image-latest']",
    "    user: |",
    "      # quayside-disable-file no-logs",
  );
  expect(said(text, "t.yaml")).toEqual(expect.arrayContaining(["4 warning no-logs", "8 warning image-latest"]));
  expect(
    said(
      '{"family":"f","memory":"512","containerDefinitions":[{"name":"a","image":"b","user":"// quayside-disable-file no-logs"}]}',
      "t.jsonc",
    ),
  ).toContain("1 warning no-logs");
});

test("a file full of comments is judged like any other", () => {
  const many = Array.from({ length: 200 }, (_, index) => `// ${index}`).join("\n");
  expect(said(jsonc(many, '"stopTimeout": 1,'), "t.jsonc").join()).toMatch(/error stop-min/);
});

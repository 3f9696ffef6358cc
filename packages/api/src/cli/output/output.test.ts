/** The forms of an answer where no golden file can show them: YAML, and the edges of the others. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formatAnswer } from "./index.ts";

const show = (format: "json" | "text" | "table" | "yaml", answer: unknown, width = 80) =>
  formatAnswer(format, "Title", answer, width);

describe("yaml", () => {
  test("is block style with sorted keys and lists that are not indented", () => {
    const answer = {
      failures: [],
      clusters: [{ status: "ACTIVE", clusterName: "blue", tags: [{ key: "a", value: "b" }] }],
    };
    expect(show("yaml", answer)).toBe(
      [
        "clusters:",
        "- clusterName: blue",
        "  status: ACTIVE",
        "  tags:",
        "  - key: a",
        "    value: b",
        "failures: []",
        "",
      ].join("\n"),
    );
  });

  test("quotes what would be read as something else", () => {
    const values = [
      "256",
      "true",
      "no",
      "null",
      "",
      "1.5",
      "2026-01-05T09:00:20.123000+00:00",
      "a: b",
      "- a",
      "#a",
      "'a'",
      "12:30:45",
    ];
    const text = show("yaml", values);
    expect(parse(text, { version: "1.1" })).toEqual(values);
    expect(text).toMatch(/^- '256'\n- 'true'\n- 'no'\n/);
    expect(show("yaml", ["arn:aws:ecs:us-east-1:1:cluster/a", "a#b", "it's", "1.2.3"])).not.toMatch(/^- '/m);
  });

  test("folds long texts and keeps their lines", () => {
    const values = {
      long: "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve",
      lines: "a\nb\n\nc\n",
    };
    const text = show("yaml", values);
    expect(parse(text)).toEqual(values);
    expect(text).toContain("failed\n  to resolve");
  });

  test("ends a bare text as YAML does", () => {
    expect(show("yaml", "a")).toBe("a\n...\n");
    expect(show("yaml", "256")).toBe("'256'\n");
    expect(show("yaml", null)).toBe("null\n...\n");
    expect(show("yaml", {})).toBe("{}\n");
  });

  test("nests lists in lists", () => {
    expect(show("yaml", [["a", "b"], []])).toBe("- - a\n  - b\n- []\n");
  });
});

describe("json", () => {
  test("shows nothing for an empty answer, but an empty list", () => {
    expect(show("json", {})).toBe("");
    expect(show("json", [])).toBe("[]\n");
    expect(show("json", null)).toBe("null\n");
  });
});

describe("text", () => {
  test("fills the columns of a list that are missing in a row", () => {
    expect(show("text", { a: [{ x: 1, y: 2 }, { y: 3 }] })).toBe("A\t1\t2\nA\t\t3\n");
  });

  test("spells values as Python does", () => {
    expect(show("text", [true, false, null, 1.5])).toBe("True\tFalse\tNone\t1.5\n");
  });
});

describe("table", () => {
  test("is turned when it is wider than the terminal", () => {
    const answer = [{ aaaaaaaaaa: "bbbbbbbbbb", cccccccccc: "dddddddddd" }];
    expect(show("table", answer, 80).split("\n")[3]).toMatch(/aaaaaaaaaa +\| +cccccccccc/);
    expect(show("table", answer, 20).split("\n")[3]).toMatch(/aaaaaaaaaa +\| +bbbbbbbbbb/);
  });

  test("is refused, as the AWS CLI does, when rows of one list differ in length", () => {
    expect(() => show("table", [["a"], ["b", "c"]])).toThrow("Row should have 1 elements, instead it has 2");
  });

  test("counts wide characters twice", () => {
    const widths = show("table", { a: "日本" })
      .trim()
      .split("\n")
      .map((line) => line.length + (line.match(/[日本]/g)?.length ?? 0));
    expect(new Set(widths).size).toBe(1);
  });

  test("of nothing is nothing", () => {
    expect(show("table", [])).toBe("");
    expect(show("table", null)).toBe("");
  });
});

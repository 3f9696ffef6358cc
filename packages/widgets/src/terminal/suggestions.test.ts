/** Buttons and the terminal's own completions, alone and together with the API's, on the real command line. */
import { completeCommandLine } from "@quayside/api/cli";
import { Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import type { CommandPart } from "./command-part.ts";
import { commonLines, completionsFor, ownCompletions } from "./suggestions.ts";

const files = [{ name: "web.json", text: "{}" }];
const texts = (found: { options: readonly { text: string }[] } | undefined) =>
  found?.options.map((option) => option.text);

test("the common lines register the first definition, when there is one", () => {
  expect(commonLines(files)).toContain("aws ecs register-task-definition --cli-input-json file://web.json");
  expect(commonLines([]).join()).not.toContain("file://");
});

describe("ownCompletions", () => {
  test("completes the first word and the files of cat and ls", () => {
    expect(texts(ownCompletions("h", files))).toEqual(["help", "history"]);
    expect(ownCompletions("cat w", files)).toEqual({ from: 4, options: [{ text: "web.json" }] });
    expect(texts(ownCompletions("ls web.json ", files))).toEqual(["web.json"]);
  });

  test("leaves aws lines to the API", () => {
    expect(ownCompletions("aws ecs li", files)).toBeUndefined();
  });
});

describe("completionsFor, with the API's command line", () => {
  const part: CommandPart = {
    run: () => ({ exitCode: 0, stdout: "", stderr: "" }),
    complete: (line, caret, { session }) => completeCommandLine(line, caret, { session, files: { "web.json": "{}" } }),
  };
  const world = { session: Session.start(), files, width: 80, variables: new Map() };
  const at = (line: string, pending = "") => completionsFor({ line, caret: line.length, pending, world, part });

  test("offers aws beside the terminal's own commands", () => {
    expect(texts(at(""))).toEqual(["aws"]);
    expect(texts(at("a"))).toEqual(["aws"]);
    expect(texts(at("c"))).toEqual(["cat", "clear"]);
  });

  test("counts from the line being typed when the command began on an earlier one", () => {
    const found = at("--clu", "aws ecs list-tasks \\\n");
    expect(found.from).toBe(0);
    expect(texts(found)).toContain("--cluster");
  });
});

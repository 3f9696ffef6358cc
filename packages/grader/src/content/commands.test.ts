/** Command files. */
import { describe, expect, test } from "vitest";
import { parseCommands } from "./commands.ts";

describe("a command file", () => {
  test("holds lines, times and blocks, and skips comments", () => {
    const file = [
      "# first the file",
      "edit webserver.json <<END",
      '{ "family":',
      '  "webserver" }',
      "END",
      "",
      "aws ecs register-task-definition --cli-input-json file://webserver.json",
      "aws ecs run-task \\",
      "  --task-definition webserver",
      "docker push quayside/shop:latest",
      "advance 1.5s",
      "advance 2 min",
      "until-quiet",
    ].join("\n");
    expect(parseCommands(file)).toEqual({
      ok: true,
      commands: [
        { edit: { file: "webserver.json", text: '{ "family":\n  "webserver" }' } },
        { aws: "aws ecs register-task-definition --cli-input-json file://webserver.json" },
        { aws: "aws ecs run-task --task-definition webserver" },
        { aws: "docker push quayside/shop:latest" },
        { advanceMs: 1_500 },
        { advanceMs: 120_000 },
        { untilQuiet: true },
      ],
    });
  });

  test("reads a file with Windows line ends, and an empty one", () => {
    expect(parseCommands("until-quiet\r\nadvance 5ms\r\nedit a.json <<END\r\n{\r\n}\r\nEND\r\n")).toEqual({
      ok: true,
      commands: [{ untilQuiet: true }, { advanceMs: 5 }, { edit: { file: "a.json", text: "{\n}" } }],
    });
    expect(parseCommands("")).toEqual({ ok: true, commands: [] });
  });

  test("names every line that it cannot read", () => {
    const file = ["podman ps", "advance soon", "advance 0s", "edit a.json", "edit b.json <<END", "{}"].join("\n");
    expect(parseCommands(file)).toEqual({
      ok: false,
      problems: [
        { line: 1, message: '"podman" is none of: aws, docker, ssh, quayside, advance, until-quiet, edit' },
        { line: 2, message: "advance needs a time: advance 30s (ms, s, min or h)" },
        { line: 3, message: "advance needs a time: advance 30s (ms, s, min or h)" },
        { line: 4, message: "edit needs a block: edit FILE <<END, the text, END on a line of its own" },
        { line: 5, message: "the block of b.json has no END at its end" },
      ],
    });
  });
});

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
      "until settled",
      "until settled at most 1.5 h",
      "until task-stopped web at most 10 min",
      "until   container-healthy  shop/db   at most  90s",
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
        { until: "settled" },
        { until: "settled", atMost: "1.5 h" },
        { until: { taskStopped: "web" }, atMost: "10 min" },
        { until: { containerHealthy: "shop/db" }, atMost: "90s" },
      ],
    });
  });

  test("reads a file with Windows line ends, and an empty one", () => {
    expect(parseCommands("until settled\r\nadvance 5ms\r\nedit a.json <<END\r\n{\r\n}\r\nEND\r\n")).toEqual({
      ok: true,
      commands: [{ until: "settled" }, { advanceMs: 5 }, { edit: { file: "a.json", text: "{\n}" } }],
    });
    expect(parseCommands("")).toEqual({ ok: true, commands: [] });
  });

  test("names every line that it cannot read", () => {
    const file = ["podman ps", "advance soon", "advance 0s", "edit a.json", "edit b.json <<END", "{}"].join("\n");
    expect(parseCommands(file)).toEqual({
      ok: false,
      problems: [
        { line: 1, message: '"podman" is none of: aws, docker, ssh, quayside, inside, advance, until, edit' },
        { line: 2, message: "advance needs a time: advance 30s (ms, s, min or h)" },
        { line: 3, message: "advance needs a time: advance 30s (ms, s, min or h)" },
        { line: 4, message: "edit needs a block: edit FILE <<END, the text, END on a line of its own" },
        { line: 5, message: "the block of b.json has no END at its end" },
      ],
    });
  });

  test.each([
    ["until-quiet", "until needs one of: settled, task-running, task-stopped, container-healthy,"],
    ["until", "until needs one of: settled, task-running,"],
    ["until task-paused web at most 1 min", "for example: until task-stopped web at most 10 min"],
    ["until task-stopped web", "until task-stopped web needs a bound: until task-stopped web at most 10 min"],
    ["until task-stopped at most 1 min", "until task-stopped takes one name"],
    ["until task-stopped web api at most 1 min", "until task-stopped takes one name"],
    ["until settled web", "until settled takes no name"],
    ["until task-stopped web/nginx at most 1 min", "until.taskStopped is not of the form web."],
    ["until container-healthy web at most 1 min", "until.containerHealthy is not of the form web/nginx."],
    ["until task-stopped web at most soon", "atMost is not a length of time such as 90 s or 10 min (ms, s, min, h)."],
    ["until task-stopped web at most 0 s", "atMost is not a length of time"],
    ["until task-stopped web at most 800 h", "atMost is more than 30 days."],
  ])("says what is wrong with %s", (line, sentence) => {
    expect(parseCommands(`# a wait\n${line}`)).toEqual({
      ok: false,
      problems: [{ line: 2, message: expect.stringContaining(sentence) as string }],
    });
  });
});

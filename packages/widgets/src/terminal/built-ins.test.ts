/** The terminal's own commands: what they print, and that they refuse as a shell would. */
import { describe, expect, test } from "vitest";
import { type BuiltInWorld, dateText, runBuiltIn } from "./built-ins.ts";
import { en } from "./texts/en.ts";
import { terminalTexts } from "./texts/index.ts";
import { vi } from "./texts/vi.ts";

const world: BuiltInWorld = {
  files: [
    { name: "web.json", text: "{}" },
    { name: "run.json", text: "[]\n" },
  ],
  history: ["ls", "help"],
  nowEpochMs: Date.UTC(2026, 0, 5, 9, 0, 20),
  texts: terminalTexts("en"),
};
const run = (line: string) => runBuiltIn(line, world);

test("aws, docker and quayside are not the terminal's business", () => {
  expect(run("quayside connect web api:80")).toBeUndefined();
  expect(run("aws ecs list-tasks")).toBeUndefined();
  expect(run("docker push quayside/shop:latest")).toBeUndefined();
});

test.each([en, vi])("help has its explanations in one column: $terminal", ({ help }) => {
  const lines = help.split("\n");
  const columns = lines.flatMap((line) => /^(.*\S {2,})\S/.exec(line)?.[1]?.length ?? []);
  expect(columns.length).toBeGreaterThan(10);
  expect(new Set(columns).size).toBe(1);
});

test("a command inside $(...) is for the command line of the API, other shell syntax is not", () => {
  expect(
    run('aws ecs describe-tasks --tasks $(aws ecs list-tasks --query "taskArns[0]" --output text)'),
  ).toBeUndefined();
  expect(run("aws ecs list-tasks | jq .")).toMatchObject({ exitCode: 2 });
  expect(run("cat $(ls)")).toMatchObject({ exitCode: 2 });
});

test("ls lists the editor's files, named ones only when named", () => {
  expect(run("ls")).toEqual({ exitCode: 0, stdout: "web.json\nrun.json\n", stderr: "" });
  expect(run("ls -l run.json")?.stdout).toBe("run.json\n");
  expect(run("ls nope.json")).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: "ls: nope.json: No such file in the editor\n",
  });
});

describe("cat", () => {
  test("prints files as they stand, each ending with a line end", () => {
    expect(run("cat web.json run.json")).toEqual({ exitCode: 0, stdout: "{}\n[]\n", stderr: "" });
    expect(run("cat file://web.json")?.stdout).toBe("{}\n");
    expect(run('cat "./web.json"')?.stdout).toBe("{}\n");
  });

  test("names the file that is missing and prints the others", () => {
    expect(run("cat x web.json")).toMatchObject({
      exitCode: 1,
      stdout: "{}\n",
      stderr: "cat: x: No such file in the editor\n",
    });
    expect(run("cat")).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

test("date is the simulated time, as date -u prints it", () => {
  expect(run("date")?.stdout).toBe("Mon Jan  5 09:00:20 UTC 2026\n");
  expect(dateText(Date.UTC(2026, 10, 21, 23, 59, 59))).toBe("Sat Nov 21 23:59:59 UTC 2026");
});

test("history numbers the commands", () => {
  expect(run("history")?.stdout).toBe("    1  ls\n    2  help\n");
});

test("clear asks for an empty screen", () => {
  expect(run("clear")).toMatchObject({ clear: true, stdout: "" });
});

test("an unknown command is refused with what there is", () => {
  const result = run("kubectl get pods");
  expect(result?.exitCode).toBe(127);
  expect(result?.stderr).toMatch(/^kubectl: command not found\n.*aws ecs/s);
});

test("shell syntax is named, also after aws", () => {
  expect(run("aws ecs list-tasks | head")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("“|”") });
});

test("names of Object.prototype are unknown commands", () => {
  expect(run("constructor")?.exitCode).toBe(127);
  expect(run("__proto__")?.exitCode).toBe(127);
});

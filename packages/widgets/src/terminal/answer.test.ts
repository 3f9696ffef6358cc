/** Who answers a line, and that nothing that breaks gets out as an exception. */
import { runCommandLine } from "@quayside/api/cli";
import { Session } from "@quayside/simulator";
import { expect, test, vi } from "vitest";
import { type AnswerRequest, answer } from "./answer.ts";
import type { CommandPart } from "./command-part.ts";
import { terminalTexts } from "./texts/index.ts";

const files = [
  {
    name: "web.json",
    text: '{ "family": "web", "containerDefinitions": [{ "name": "a", "image": "nginx", "memory": 64 }] }',
  },
];
const own = { files, history: [], nowEpochMs: 0, texts: terminalTexts("en") };
const real: CommandPart = {
  run: (line, { session, files: given }) =>
    runCommandLine(line, { session, files: Object.fromEntries(given.map((file) => [file.name, file.text])) }),
  complete: () => ({ from: 0, options: [] }),
};
const ask = (line: string, more: Partial<AnswerRequest> = {}) =>
  answer({
    line,
    own,
    world: { session: Session.start(), files, width: 80, variables: new Map() },
    part: real,
    ...more,
  });

test("aws lines reach the simulated cloud, with the editor's files", async () => {
  const result = await ask(
    "aws ecs register-task-definition --cli-input-json file://web.json --query taskDefinition.family",
  );
  expect(result).toEqual({ exitCode: 0, stdout: '"web"\n', stderr: "" });
});

test("AWS's refusal is printed with its exit code", async () => {
  const result = await ask("aws ecs list-tasks --cluster nope");
  expect(result.exitCode).toBe(254);
  expect(result.stderr).toContain("ClusterNotFoundException");
});

test("the terminal's own commands need no session", async () => {
  expect((await ask("ls", { world: undefined })).stdout).toBe("web.json\n");
  expect((await ask("aws ecs list-tasks", { world: undefined })).exitCode).toBe(255);
});

test("a failure of ours becomes a sentence", async () => {
  const silent = vi.spyOn(console, "error").mockImplementation(() => {});
  const broken: CommandPart = {
    ...real,
    run: () => {
      throw new Error("boom");
    },
  };
  expect(await ask("aws ecs list-tasks", { part: broken })).toMatchObject({
    exitCode: 255,
    stderr: expect.stringContaining("boom"),
  });
  silent.mockRestore();
});

test("a line without end is refused", async () => {
  expect(await ask(`aws ${"x".repeat(100_000)}`)).toMatchObject({ exitCode: 255, stdout: "" });
});

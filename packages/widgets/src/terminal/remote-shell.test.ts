/** Being on a machine: until exit, and plain to see. */
import { expect, test } from "vitest";
import { runBuiltIn } from "./built-ins.ts";
import { promptText, shellAfter } from "./remote-shell.ts";
import { terminalTexts } from "./texts/index.ts";

const shell = { instanceId: "i-1", prompt: "ec2-user@ip-10-0-10-4" };

test("ssh takes the terminal to the machine, exit back, and no other command changes where it is", () => {
  expect(shellAfter(undefined, { machine: shell })).toBe(shell);
  expect(shellAfter(shell, {})).toBe(shell);
  expect(shellAfter(shell, { machine: null })).toBeUndefined();
});

test("the prompt names the machine", () => {
  expect([promptText(undefined, false), promptText(shell, false), promptText(shell, true)]).toEqual([
    "$",
    "ec2-user@ip-10-0-10-4 $",
    ">",
  ]);
});

test("on a machine the terminal keeps only what is about the screen", () => {
  const world = { files: [], history: ["docker ps"], nowEpochMs: 0, texts: terminalTexts("en") };
  const own = (line: string, onMachine: boolean) => runBuiltIn(line, { ...world, onMachine }) !== undefined;
  expect(["ls", "cat a", "help", "uptime"].map((line) => own(line, true))).toEqual([false, false, false, false]);
  expect(["clear", "history", "date"].every((line) => own(line, true))).toBe(true);
  expect(own("ls", false)).toBe(true);
  expect(own("ssh i-1", false)).toBe(false);
});

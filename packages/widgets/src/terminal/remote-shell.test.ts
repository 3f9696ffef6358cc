/** Being on a machine: until exit, and plain to see. */
import { expect, test } from "vitest";
import { runBuiltIn } from "./built-ins.ts";
import { isInContainer, promptText, shellAfter } from "./remote-shell.ts";
import { terminalTexts } from "./texts/index.ts";

const shell = { at: "i-1", prompt: "ec2-user@ip-10-0-10-4 $" };

const session = { at: "ecs-execute-command-0", prompt: "/ #" };

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
  const own = (line: string, isOn: boolean) =>
    runBuiltIn(line, { ...world, shell: isOn ? shell : undefined }) !== undefined;
  expect(["ls", "cat a", "help", "uptime"].map((line) => own(line, true))).toEqual([false, false, false, false]);
  expect(["clear", "history", "date"].every((line) => own(line, true))).toBe(true);
  expect(own("ls", false)).toBe(true);
  const inContainer = (line: string) => runBuiltIn(line, { ...world, shell: session }) !== undefined;
  expect(["env | grep A", "echo a > b; cat b", "date", "ls", "history"].map(inContainer)).toEqual(
    Array.from({ length: 5 }, () => false),
  );
  expect(inContainer("clear")).toBe(true);
  expect([isInContainer(shell), isInContainer(session)]).toEqual([false, true]);
  expect(own("ssh i-1", false)).toBe(false);
});

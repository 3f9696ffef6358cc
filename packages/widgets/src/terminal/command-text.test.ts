/** Typed and pasted text as commands. */
import { describe, expect, test } from "vitest";
import { needsMore, readCommands, shellSyntax, wordsOf } from "./command-text.ts";

describe("readCommands", () => {
  test("a message of AWS that was pasted is one text, with its quotes and line ends", () => {
    const message = "CannotPullContainerError: can't\n  pull \"nginx";
    expect(readCommands(message)).toEqual({ commands: ["CannotPullContainerError: can't pull \"nginx"], rest: "" });
    expect(needsMore(message)).toBe(false);
  });

  test("a line without a line end waits", () => {
    expect(readCommands("aws ecs list-tasks")).toEqual({ commands: [], rest: "aws ecs list-tasks" });
    expect(readCommands("aws ecs list-tasks", true)).toEqual({ commands: ["aws ecs list-tasks"], rest: "" });
  });

  test("a command that goes on over backslashes is one line", () => {
    const pasted = "aws ecs run-task \\\n  --cluster default \\\r\n  --count 2\n";
    expect(readCommands(pasted).commands).toEqual(["aws ecs run-task   --cluster default   --count 2"]);
  });

  test("line ends inside quotes become spaces", () => {
    const pasted = 'aws ecs run-task --overrides \'{\n  "cpu": "256"\n}\'\n';
    expect(readCommands(pasted).commands).toEqual([`aws ecs run-task --overrides '{   "cpu": "256" }'`]);
  });

  test("several commands, comments, prompts and empty lines", () => {
    const pasted = "# first\n$ ls\n\n  date  \nhelp";
    expect(readCommands(pasted)).toEqual({ commands: ["ls", "date"], rest: "help" });
  });

  test("an open quote keeps the rest of the text waiting", () => {
    expect(readCommands("ls\ncat 'web\n", true)).toEqual({ commands: ["ls"], rest: "cat 'web " });
  });

  test("a quote inside the other kind of quotes, and a backslash inside single quotes, are letters", () => {
    expect(readCommands(`cat "it's" 'a\\'\n`).commands).toEqual([`cat "it's" 'a\\'`]);
    expect(readCommands('cat "a\\"b"\n').commands).toEqual(['cat "a\\"b"']);
  });
});

test.each([
  ["aws ecs list-tasks \\", true],
  ["aws ecs run-task --overrides '{", true],
  ['cat "web', true],
  ["aws ecs list-tasks", false],
  ["cat 'a\\'", false],
  ["", false],
])("needsMore(%s) is %s", (line, more) => {
  expect(needsMore(line)).toBe(more);
});

test.each([
  ["aws ecs list-tasks | jq .", "|"],
  ["ls && date", "&&"],
  ["ls; date", ";"],
  ["aws ecs list-tasks > out.json", ">"],
  ["aws ecs describe-tasks --tasks $(cat x)", "$("],
  ['aws ecs describe-tasks --tasks "$TASK"', "$T"],
  ["cat `ls`", "`"],
  ["aws ecs list-tasks --query 'taskArns[0] | [0]'", undefined],
  ['aws ecs list-tasks --query "x[?a==`1`]"', undefined],
  ["aws ecs list-tasks --query 'a && b'", undefined],
  ["cat a\\|b", undefined],
  ['aws ecs run-task --overrides \'{"a": "$HOME"}\'', undefined],
])("shellSyntax(%s) is %s", (line, found) => {
  expect(shellSyntax(line)).toBe(found);
});

test("wordsOf drops quotes and keeps what they hold together", () => {
  expect(wordsOf(`cat "a b" c'd e'f `)).toEqual(["cat", "a b", "cd ef"]);
  expect(wordsOf("  ")).toEqual([]);
});

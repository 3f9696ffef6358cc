/** The task that a command of the prose means. */
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { TERMINAL_LINE, withTask } from "./terminal-line.ts";

test("what the terminal runs begins with one of its programs", () => {
  expect(
    [
      "aws ecs list-tasks",
      "ALB=$(aws elbv2 describe-load-balancers)",
      "docker push a",
      "ssh ec2-user@i-0 ls",
      "quayside connect a b:80",
    ].every((line) => TERMINAL_LINE.test(line)),
  ).toBe(true);
  expect(TERMINAL_LINE.test('{ "family": "aws" }')).toBe(false);
  expect(TERMINAL_LINE.test("awsome")).toBe(false);
  expect(TERMINAL_LINE.test("ALB=$(date)")).toBe(false);
});

test("a task without a name is the chosen one, or else the newest, or stays as it stands", () => {
  const session = Session.start({ seed: 1, scenario: { id: "empty", title: "empty", commands: [] } });
  expect(withTask("aws ecs stop-task --task TASK_ID", session.tables)).toBe("aws ecs stop-task --task TASK_ID");
  expect(withTask("aws ecs stop-task --task TASK_ID", session.tables, "abc")).toBe("aws ecs stop-task --task abc");
});

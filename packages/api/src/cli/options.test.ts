/** Cutting a line into options. */
import { describe, expect, test } from "vitest";
import { type Operation, operationModel } from "../model.ts";
import { CliFailure } from "./failure.ts";
import { kebab, operationsByCliName } from "./names.ts";
import { likeness, optionsOf, parseOptions } from "./options.ts";

const RUN_TASK = optionsOf(operationModel("RunTask") as Operation);

test("names are spelled as the AWS CLI spells them", () => {
  expect(kebab("enableECSManagedTags")).toBe("enable-ecs-managed-tags");
  expect(kebab("RunTask")).toBe("run-task");
  expect(kebab("taskArns")).toBe("task-arns");
  expect(operationsByCliName("ecs").size).toBe(77);
});

describe("options", () => {
  const values = (...words: string[]) => Object.fromEntries(parseOptions(RUN_TASK, words).values);

  test("take one word, many, or none", () => {
    expect(values("--cluster", "c", "--tags", "a", "b", "--enable-execute-command")).toEqual({
      cluster: "c",
      tags: ["a", "b"],
      enableExecuteCommand: true,
    });
  });

  test("have a twin that says no, an equals form and a short form", () => {
    expect(values("--disable-execute-command", "--cluster=a=b", "--task-d", "x")).toEqual({
      enableExecuteCommand: false,
      cluster: "a=b",
      taskDefinition: "x",
    });
  });

  test("take a negative number and a text with a space for values", () => {
    expect(values("--count", "-1", "--started-by", "- a b")).toEqual({ count: "-1", startedBy: "- a b" });
  });

  test("that are unknown are left over with their words", () => {
    expect(parseOptions(RUN_TASK, ["--nope", "1", "--cluster", "c"])).toMatchObject({
      unknown: ["--nope"],
      positionals: ["1"],
      rest: ["--nope", "1"],
    });
  });

  test("are refused when a value is missing or unwanted", () => {
    expect(() => values("--cluster", "--count", "1")).toThrow(
      new CliFailure("usage", "argument --cluster: expected one argument"),
    );
    expect(() => values("--enable-execute-command=yes")).toThrow("ignored explicit argument 'yes'");
  });
});

test("likeness is the share of letters in common", () => {
  expect(likeness("run-taks", "run-task")).toBeCloseTo(0.875);
  expect(likeness("abc", "xyz")).toBe(0);
  expect(likeness("", "")).toBe(1);
});

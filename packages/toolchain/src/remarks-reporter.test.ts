/** What is told besides the counts: retries and what compared nothing, each by its name. */
import { expect, test } from "vitest";
import RemarksReporter, { NOT_COMPARED } from "./remarks-reporter.ts";

const reported = (fullName: string, retryCount: number, types: string[] = []) => ({
  fullName,
  module: { relativeModuleId: "a.test.ts" },
  annotations: () => types.map((type) => ({ type })),
  diagnostic: () => ({ retryCount }),
});

test("a test that was tried again is named with how often, one that was not is not", () => {
  const reporter = new RemarksReporter();
  reporter.onTestCaseResult(reported("steady", 0));
  reporter.onTestCaseResult(reported("shaky", 2));
  expect(reporter.remarks).toEqual({ retried: [{ name: "a.test.ts > shaky", times: 2 }], notCompared: [] });
});

test("a test that says so compared nothing; another annotation means nothing", () => {
  const reporter = new RemarksReporter();
  reporter.onTestCaseResult(reported("seen", 0, ["notice"]));
  reporter.onTestCaseResult(reported("unseen", 0, [NOT_COMPARED]));
  expect(reporter.remarks.notCompared).toEqual(["a.test.ts > unseen"]);
});

/** Counting a Vitest report: nothing that should have been checked may vanish. */
import { expect, test } from "vitest";
import { countReport, type VitestReport } from "./vitest-report.ts";

const QUIET = { retried: [], notCompared: [] };

const clean: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: "a.test.ts", status: "passed", assertionResults: [{ status: "passed" }] }],
};

test("a clean run counts its tests", () => {
  expect(countReport(clean, 0, QUIET)).toEqual({ passed: 3, failed: 0, remarks: [], notCompared: [] });
});

test("a failed test is counted once", () => {
  expect(countReport({ ...clean, numPassedTests: 2, numFailedTests: 1 }, 1, QUIET)).toMatchObject({
    passed: 2,
    failed: 1,
  });
});

test("a skipped test and one that is only announced count as failed", () => {
  expect(countReport({ ...clean, numPendingTests: 1, numTodoTests: 1 }, 0, QUIET)).toMatchObject({
    passed: 3,
    failed: 2,
  });
});

test("a file that cannot be loaded counts as failed and is named", () => {
  const broken = { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] };
  const count = countReport({ ...clean, testResults: [...clean.testResults, broken] }, 1, QUIET);
  expect(count).toMatchObject({ passed: 3, failed: 1 });
  expect(count.remarks.join()).toContain("b.test.ts could not be loaded: no such module");
});

test("a run without a test has failed", () => {
  expect(countReport({ ...clean, numPassedTests: 0, testResults: [] }, 1, QUIET)).toMatchObject({
    passed: 0,
    failed: 1,
  });
});

test("a run without a report has failed", () => {
  expect(countReport(undefined, 0, QUIET)).toMatchObject({ passed: 0, failed: 1 });
});

test("an error outside of the tests has failed although every test passed", () => {
  expect(countReport(clean, 1, QUIET)).toMatchObject({ passed: 3, failed: 1 });
});

test("a test that compared nothing is not among the passed", () => {
  const told = { retried: [], notCompared: ["a.test.ts > home"] };
  expect(countReport(clean, 0, told)).toMatchObject({ passed: 2, failed: 0, notCompared: ["a.test.ts > home"] });
});

test("a run without remarks has failed: nobody could tell what it left out", () => {
  expect(countReport(clean, 0, undefined)).toMatchObject({ passed: 0, failed: 1 });
});

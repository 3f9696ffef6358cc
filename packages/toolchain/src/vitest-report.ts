/**
 * Counts what a run of Vitest found, from its JSON report. A test that was skipped counts as failed, and so does a
 * file that could not be loaded and a run that found no test: nothing that we promised to check may vanish quietly.
 */

import type { TestRemarks } from "./remarks-reporter.ts";

/** The members in use of Vitest's JSON report (Jest's format). */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string }[] }[];
}

/** Totals of one stage, and sentences on what is wrong besides failed tests. */
export interface TestCount {
  passed: number;
  failed: number;
  remarks: string[];
  /** Tests that compared nothing: not among the passed. */
  notCompared: readonly string[];
}

/**
 * Counts a report.
 * @param report undefined when Vitest wrote none
 * @param told what the report leaves out; undefined when it was not written, which is a failure
 * @param exitCode Vitest's own exit code: not 0 with every test passed means an error outside of the tests
 */
export function countReport(
  report: VitestReport | undefined,
  exitCode: number,
  told: TestRemarks | undefined,
): TestCount {
  if (report === undefined || told === undefined)
    return { passed: 0, failed: 1, remarks: ["Vitest ended without a report."], notCompared: [] };
  const remarks: string[] = [];
  let failed = report.numFailedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) {
    failed += skipped;
    remarks.push(`${skipped} skipped tests count as failed: make them run, or delete them.`);
  }
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  failed += broken.length;
  for (const file of broken) remarks.push(`${file.name} could not be loaded: ${file.message ?? "no message"}`);
  if (report.numPassedTests + failed === 0) {
    failed += 1;
    remarks.push("No test was found.");
  }
  if (exitCode !== 0 && failed === 0) {
    failed += 1;
    remarks.push("Every test passed, and yet Vitest failed: look for an error outside of the tests above.");
  }
  const { notCompared } = told;
  return { passed: report.numPassedTests - notCompared.length, failed, remarks, notCompared };
}

/**
 * A reporter of Vitest for what its JSON report leaves out: tests that passed only when they were tried again, and tests
 * that could not compare what they are for (they say so by an annotation). Written as JSON to QUAYSIDE_REMARKS.
 */
import { writeFileSync } from "node:fs";

/** What a run is to be told besides its counts. Names of tests, with their files. */
export interface TestRemarks {
  retried: { name: string; times: number }[];
  notCompared: string[];
}

/** Type of the annotation by which a test says that it compared nothing. */
export const NOT_COMPARED = "not-compared";

/** The members in use of Vitest's TestCase. */
export interface ReportedTest {
  fullName: string;
  module: { relativeModuleId: string };
  annotations(): readonly { type: string }[];
  diagnostic(): { retryCount: number } | undefined;
}

/** Collects remarks while Vitest runs. */
export default class RemarksReporter {
  readonly remarks: TestRemarks = { retried: [], notCompared: [] };

  /** Called by Vitest when a test is over, all its retries included. */
  onTestCaseResult(test: ReportedTest): void {
    const name = `${test.module.relativeModuleId} > ${test.fullName}`;
    const times = test.diagnostic()?.retryCount ?? 0;
    if (times > 0) this.remarks.retried.push({ name, times });
    if (test.annotations().some(({ type }) => type === NOT_COMPARED)) this.remarks.notCompared.push(name);
  }

  /** Called by Vitest at the end. */
  onTestRunEnd(): void {
    const file = process.env.QUAYSIDE_REMARKS;
    if (file !== undefined) writeFileSync(file, JSON.stringify(this.remarks));
  }
}

/** Coverage of the API. */
import { expect, test } from "vitest";
import { OPERATION_NAMES } from "./generated/operation-names.ts";
import { operationCoverage } from "./operations.ts";

test("every operation of the API is modelled or refused with a reason", () => {
  const coverage = operationCoverage();
  expect(coverage.map((entry) => entry.operation)).toEqual([...OPERATION_NAMES]);
  for (const entry of coverage) expect(entry.modelled ? entry.reason === undefined : entry.reason).toBeTruthy();
  expect(coverage.filter((entry) => entry.modelled).length).toBeGreaterThanOrEqual(16);
});

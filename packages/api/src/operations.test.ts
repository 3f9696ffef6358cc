/** Coverage of the API. */
import { serviceOperations } from "@quayside/simulator";
import { expect, test } from "vitest";
import { OPERATION_NAMES } from "./generated/operation-names.ts";
import { AWS_SERVICES } from "./model.ts";
import { operationCoverage } from "./operations.ts";

test("of every other service the model holds what the simulator's table holds", () => {
  for (const service of AWS_SERVICES.filter((each) => each !== "ecs")) {
    expect(operationCoverage(service).map(({ operation }) => operation)).toEqual(
      Object.keys(serviceOperations[service]),
    );
  }
});

test("every operation of the API is modelled or refused with a reason", () => {
  const coverage = operationCoverage();
  expect(coverage.map((entry) => entry.operation)).toEqual([...OPERATION_NAMES]);
  for (const entry of coverage) expect(entry.modelled ? entry.reason === undefined : entry.reason).toBeTruthy();
  expect(coverage.filter((entry) => entry.modelled).length).toBeGreaterThanOrEqual(16);
});

/** Coverage of the API. */
import { serviceOperations } from "@quayside/simulator";
import { expect, test } from "vitest";
import { apiDocs } from "./docs.ts";
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

test("every modelled operation of ECS has AWS's description for help: run the generator when this fails", () => {
  const modelled = operationCoverage().filter(({ modelled }) => modelled);
  expect(modelled.map(({ operation }) => operation).filter((name) => apiDocs.operation(name) === undefined)).toEqual(
    [],
  );
});

test("every operation of the API is modelled or refused with a reason", () => {
  const coverage = operationCoverage();
  expect(coverage.map((entry) => entry.operation)).toEqual([...OPERATION_NAMES]);
  for (const entry of coverage) expect(entry.modelled ? entry.reason === undefined : entry.reason).toBeTruthy();
  expect(coverage.filter((entry) => entry.modelled).length).toBeGreaterThanOrEqual(16);
});

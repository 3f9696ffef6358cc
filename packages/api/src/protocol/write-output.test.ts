/** Answers in AWS's order. */
import { expect, test } from "vitest";
import { operationModel, type Shape } from "../model.ts";
import { withoutAbsent, writeOutput } from "./write-output.ts";

const OUTPUT = operationModel("DescribeClusters")?.output as Shape;

test("members come in the model's order, at every depth, and unknown ones go", () => {
  const output = { failures: [], clusters: [{ status: "ACTIVE", secret: 1, clusterName: "a", clusterArn: "arn" }] };
  expect(JSON.stringify(writeOutput(OUTPUT, output))).toBe(
    '{"clusters":[{"clusterArn":"arn","clusterName":"a","status":"ACTIVE"}],"failures":[]}',
  );
});

test("what is in order already is not copied", () => {
  const output = { clusters: [{ clusterArn: "arn", status: undefined }], failures: [] };
  expect(writeOutput(OUTPUT, output)).toBe(output);
  expect(withoutAbsent(output)).toEqual({ clusters: [{ clusterArn: "arn" }], failures: [] });
  expect(Object.keys(withoutAbsent(output).clusters[0] ?? {})).toEqual(["clusterArn"]);
});

test("what is given is never changed", () => {
  const output = Object.freeze({ clusters: Object.freeze([Object.freeze({ status: "ACTIVE", clusterArn: "arn" })]) });
  const written = writeOutput(OUTPUT, output) as { clusters: object[] };
  expect(Object.keys(written.clusters[0] ?? {})).toEqual(["clusterArn", "status"]);
  expect(Object.keys(output.clusters[0] ?? {})).toEqual(["status", "clusterArn"]);
});

test("null is absent", () => {
  expect(writeOutput(OUTPUT, { clusters: null, failures: [] })).toEqual({ failures: [] });
});

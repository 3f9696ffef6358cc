/** What the service makes of a body. */
import { expect, test } from "vitest";
import { operationModel, type Shape } from "../model.ts";
import { NotReadable, readInput } from "./read-input.ts";

function input(operation: string): Shape {
  const model = operationModel(operation);
  if (model === undefined) throw new Error(`no ${operation}`);
  return model.input;
}

test("null is absent, in structures, lists and maps", () => {
  const body = {
    family: "x",
    cpu: null,
    containerDefinitions: [null, { name: "a", dockerLabels: { a: "1", b: null } }],
  };
  expect(readInput(input("RegisterTaskDefinition"), body)).toEqual({
    family: "x",
    containerDefinitions: [{ name: "a", dockerLabels: { a: "1" } }],
  });
});

test("a label called __proto__ is a label", () => {
  const body = JSON.parse('{"family":"x","containerDefinitions":[{"dockerLabels":{"__proto__":"1"}}]}') as unknown;
  const read = readInput(input("RegisterTaskDefinition"), body) as {
    containerDefinitions: { dockerLabels: Record<string, string> }[];
  };
  const labels = read.containerDefinitions[0]?.dockerLabels ?? {};
  expect(Object.keys(labels)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
});

test("a fraction is no whole number", () => {
  const read = () => readInput(input("RunTask"), { taskDefinition: "x", count: 1.5 });
  expect(read).toThrow(NotReadable);
  expect(read).toThrow("DECIMAL_VALUE cannot be converted to Integer");
});

test("an absent text or list that must be there is an empty one, an absent number is refused", () => {
  expect(readInput(input("DescribeTasks"), {})).toEqual({ tasks: [] });
  expect(readInput(input("RegisterTaskDefinition"), { containerDefinitions: null })).toEqual({
    family: "",
    containerDefinitions: [],
  });
  const body = { family: "x", containerDefinitions: [], ephemeralStorage: {} };
  expect(() => readInput(input("RegisterTaskDefinition"), body)).toThrow("sizeInGiB should not be null.");
});

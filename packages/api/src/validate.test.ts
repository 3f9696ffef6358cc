/** Client-side validation: botocore's words, all findings at once. */
import { describe, expect, test } from "vitest";
import { operationModel, type Shape } from "./model.ts";
import { validateInput, validationMessage } from "./validate.ts";

function input(operation: string): Shape {
  const model = operationModel(operation);
  if (model === undefined) throw new Error(`no ${operation}`);
  return model.input;
}

const REGISTER = input("RegisterTaskDefinition");
const withContainer = (container: unknown) => ({ family: "x", containerDefinitions: [container] });

describe("a correct input", () => {
  test("has no findings", () => {
    expect(validateInput(REGISTER, withContainer({ name: "a", image: "b", memory: 64, essential: true }))).toEqual([]);
  });

  test("may hold values that only the service refuses: enums, maxima, an empty list", () => {
    const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: "v" }));
    expect(validateInput(REGISTER, { family: "x", containerDefinitions: [], networkMode: "nonsense", tags })).toEqual(
      [],
    );
  });
});

describe("each mistake gets botocore's line", () => {
  const cases: [string, unknown, string][] = [
    ["a missing list", { family: "x" }, 'Missing required parameter in input: "containerDefinitions"'],
    [
      "a number for a text",
      { ...withContainer({}), cpu: 256 },
      "Invalid type for parameter cpu, value: 256, type: <class 'int'>, valid types: <class 'str'>",
    ],
    [
      "a text for a number",
      withContainer({ memory: "128" }),
      "Invalid type for parameter containerDefinitions[0].memory, value: 128, type: <class 'str'>, valid types: <class 'int'>",
    ],
    [
      "a map for a list",
      withContainer({ environment: { A: "1" } }),
      "Invalid type for parameter containerDefinitions[0].environment, value: {'A': '1'}, type: <class 'dict'>, valid types: <class 'list'>, <class 'tuple'>",
    ],
    [
      "a boolean in a map of texts",
      withContainer({ logConfiguration: { logDriver: "awslogs", options: { "awslogs-create-group": true } } }),
      "Invalid type for parameter containerDefinitions[0].logConfiguration.options.awslogs-create-group, value: True, type: <class 'bool'>, valid types: <class 'str'>",
    ],
    [
      "null",
      withContainer({ image: null }),
      "Invalid type for parameter containerDefinitions[0].image, value: None, type: <class 'NoneType'>, valid types: <class 'str'>",
    ],
    [
      "a fraction for a whole number",
      withContainer({ cpu: 1.5 }),
      "Invalid type for parameter containerDefinitions[0].cpu, value: 1.5, type: <class 'float'>, valid types: <class 'int'>",
    ],
    [
      "an empty tag key",
      { ...withContainer({}), tags: [{ key: "" }] },
      "Invalid length for parameter tags[0].key, value: 0, valid min length: 1",
    ],
    [
      "storage without a size",
      { ...withContainer({}), ephemeralStorage: {} },
      'Missing required parameter in ephemeralStorage: "sizeInGiB"',
    ],
  ];

  test.each(cases)("%s", (_name, value, line) => {
    expect(validateInput(REGISTER, value)).toEqual([line]);
  });

  test("a value below the minimum", () => {
    const capacityProviderStrategy = [{ capacityProvider: "FARGATE", weight: -1 }];
    expect(validateInput(input("RunTask"), { taskDefinition: "x", capacityProviderStrategy })).toEqual([
      "Invalid value for parameter capacityProviderStrategy[0].weight, value: -1, valid min value: 0",
    ]);
  });

  test("an unknown member names all that there are, in AWS's order", () => {
    const [line] = validateInput(input("StopTask"), { task: "x", force: true });
    expect(line).toBe('Unknown parameter in input: "force", must be one of: cluster, task, reason');
  });

  test("members of Object.prototype are unknown members like any other", () => {
    const hostile = JSON.parse('{"task":"x","__proto__":{"a":1},"constructor":1,"toString":2}') as unknown;
    expect(validateInput(input("StopTask"), hostile).map((line) => line.split('"')[1])).toEqual([
      "__proto__",
      "constructor",
      "toString",
    ]);
  });
});

test("all findings come at once: missing, then unknown, then what is wrong inside", () => {
  expect(validateInput(REGISTER, { cpu: 256, nope: 1 }).map((line) => line.split(",")[0])).toEqual([
    'Missing required parameter in input: "family"',
    'Missing required parameter in input: "containerDefinitions"',
    'Unknown parameter in input: "nope"',
    "Invalid type for parameter cpu",
  ]);
});

test("a value that came as JSON in an option is named with the AWS CLI's type", () => {
  const value = withContainer({ environment: { A: { b: true } } });
  const ordered = new Set(["containerDefinitions"]);
  expect(validateInput(REGISTER, value, { ordered })).toEqual([
    "Invalid type for parameter containerDefinitions[0].environment, value: OrderedDict([('A', OrderedDict([('b', True)]))]), type: <class 'collections.OrderedDict'>, valid types: <class 'list'>, <class 'tuple'>",
  ]);
});

test("the message carries every finding on a line of its own", () => {
  expect(validationMessage(["a", "b"])).toBe("Parameter validation failed:\na\nb");
});

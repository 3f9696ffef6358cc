/** The schema check on a small schema and on the real one of RegisterTaskDefinition. */
import { taskDefinitionSchema } from "@quayside/api/schema";
import { describe, expect, test } from "vitest";
import { checkSchema, type JsonSchema, MOST_SCHEMA_PROBLEMS, schemaAt } from "./check-schema.ts";
import { pathText } from "./locate.ts";
import { parseJson } from "./parse-json.ts";

const schema: JsonSchema = {
  type: "object",
  required: ["family"],
  additionalProperties: false,
  properties: {
    family: { type: "string", pattern: "^[a-z]+$" },
    mode: { type: "string", enum: ["bridge", "awsvpc"] },
    port: { type: "integer", minimum: 0, maximum: 65535 },
    sizes: { type: "array", items: { description: "A size", allOf: [{ $ref: "#/definitions/Size" }] } },
    labels: { type: "object", additionalProperties: { type: "string" } },
  },
  definitions: { Size: { type: "object", required: ["gib"], properties: { gib: { type: "number" } } } },
};
const found = (text: string, against: JsonSchema = schema): string[] =>
  checkSchema(parseJson(text), against).map((problem) => `${problem.code} ${pathText(problem.path)}`);

test("a fitting document has no problem", () => {
  const good = '{"family": "web", "mode": "awsvpc", "port": 80, "sizes": [{"gib": 1.5}], "labels": {"a": "b"}}';
  expect(found(good)).toEqual([]);
});

test.each([
  ["[]", "wrongType "],
  ["{}", "missing family"],
  ['{"family": 1}', "wrongType family"],
  ['{"family": "WEB"}', "pattern family"],
  ['{"family": "web", "mode": "host"}', "notInEnum mode"],
  ['{"family": "web", "port": -1}', "tooSmall port"],
  ['{"family": "web", "port": 70000}', "tooBig port"],
  ['{"family": "web", "port": 1.5}', "wrongType port"],
  ['{"family": "web", "sizes": [{}]}', "missing sizes[0].gib"],
  ['{"family": "web", "labels": {"a": 1}}', "wrongType labels.a"],
  ['{"family": "web", "constructor": 1}', "unknown constructor"],
  ['{"family": "web", "__proto__": {}}', "unknown __proto__"],
])("%s: %s", (text, problem) => {
  expect(found(text)).toEqual([problem]);
});

test("an unknown key that is close to a known one gets a suggestion, a far one does not", () => {
  const suggestions = checkSchema(parseJson('{"family": "web", "famly": 1, "quux": 1}'), schema);
  expect(suggestions.map((problem) => problem.suggestion)).toEqual(["family", undefined]);
});

test("stops counting at the bound", () => {
  const many = JSON.stringify({ family: "web", sizes: Array.from({ length: 500 }, () => ({})) });
  expect(found(many)).toHaveLength(MOST_SCHEMA_PROBLEMS);
});

test("a circle of references ends", () => {
  const circle: JsonSchema = { $ref: "#/definitions/A", definitions: { A: { $ref: "#/definitions/A" } } };
  expect(found("{}", circle)).toEqual([]);
});

describe("against the schema of RegisterTaskDefinition", () => {
  const real = taskDefinitionSchema() as JsonSchema;

  test("a good definition fits", () => {
    const definition = {
      family: "webserver",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      containerDefinitions: [{ name: "nginx", image: "nginx", portMappings: [{ containerPort: 80, protocol: "tcp" }] }],
      ephemeralStorage: { sizeInGiB: 30 },
    };
    expect(found(JSON.stringify(definition), real)).toEqual([]);
  });

  test("a field in the wrong place, of the wrong type or misspelt is found", () => {
    const definition = {
      family: "w",
      cpu: 256,
      containerDefinitions: [{ Image: "nginx", portMappings: [{ port: 80 }] }],
    };
    expect(found(JSON.stringify(definition), real)).toEqual([
      "wrongType cpu",
      "unknown containerDefinitions[0].Image",
      "unknown containerDefinitions[0].portMappings[0].port",
    ]);
  });

  test("the help of a field is found by its path", () => {
    expect(schemaAt(real, ["containerDefinitions", 0, "image"])?.description).toMatch(/image/);
    expect(schemaAt(real, ["containerDefinitions", 0, "nothing"])).toBeUndefined();
  });
});

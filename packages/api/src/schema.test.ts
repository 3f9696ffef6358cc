/** The schema of the editor. */
import { expect, test } from "vitest";
import { type JsonSchema, taskDefinitionSchema } from "./schema.ts";

const SCHEMA = taskDefinitionSchema() as JsonSchema & {
  properties: Record<string, JsonSchema>;
  definitions: Record<string, { properties: Record<string, JsonSchema>; required?: string[] }>;
};

test("is draft-07, closed, with what must be given", () => {
  expect(SCHEMA.$schema).toBe("http://json-schema.org/draft-07/schema#");
  expect(SCHEMA.required).toEqual(["family", "containerDefinitions"]);
  expect(SCHEMA.additionalProperties).toBe(false);
});

test("every reference leads somewhere", () => {
  const references = [...JSON.stringify(SCHEMA).matchAll(/"#\/definitions\/(\w+)"/g)].map(([, name]) => name ?? "");
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((name) => !Object.hasOwn(SCHEMA.definitions, name))).toEqual([]);
});

test("offers enums and describes members in plain text", () => {
  expect(SCHEMA.properties.networkMode?.enum).toEqual(["bridge", "host", "awsvpc", "none"]);
  const { image } = SCHEMA.definitions.ContainerDefinition?.properties ?? {};
  expect(image?.type).toBe("string");
  expect(image?.description).toMatch(/^The image used to start a container\./);
  expect(JSON.stringify(SCHEMA)).not.toMatch(/<\/?(p|code|note|a)\b/);
});

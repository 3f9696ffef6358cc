/**
 * RegisterTaskDefinition's input as JSON Schema, for the editor: completion, hovers and the first squiggles. It says
 * what AWS's model says; the rules that the service adds are in the simulator's task-definition area.
 */
import { TASK_DEFINITION_DOCS } from "./generated/docs-task-definition.ts";
import { JSON_TYPES, operationModel, type Shape } from "./model.ts";

/** A JSON Schema, draft-07. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

function memberSchema(
  shape: Shape,
  owner: string,
  member: string,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  const description = TASK_DEFINITION_DOCS[owner]?.[member];
  const reference = refer(shape, definitions);
  // Beside $ref draft-07 ignores every other keyword, so the description needs an allOf.
  if (description === undefined) return reference;
  return "$ref" in reference ? { description, allOf: [reference] } : { description, ...reference };
}

/** Structures by reference, because shapes repeat; everything else in place, because editors show it better. */
function refer(shape: Shape, definitions: Record<string, JsonSchema>): JsonSchema {
  if (shape.type !== "structure") return describe(shape, definitions);
  if (!Object.hasOwn(definitions, shape.name)) {
    definitions[shape.name] = {};
    Object.assign(definitions[shape.name] as JsonSchema, describe(shape, definitions));
  }
  return { $ref: `#/definitions/${shape.name}` };
}

function describe(shape: Shape, definitions: Record<string, JsonSchema>): JsonSchema {
  const schema: JsonSchema = { type: JSON_TYPES[shape.type] };
  if (shape.type === "structure") {
    const members = [...shape.members].map(
      ([name, member]) => [name, memberSchema(member, shape.name, name, definitions)] as const,
    );
    schema.properties = Object.fromEntries(members);
    if (shape.required.length > 0) schema.required = shape.required;
    schema.additionalProperties = false;
  } else if (shape.type === "map") schema.additionalProperties = refer(shape.element as Shape, definitions);
  else if (shape.type === "list") {
    schema.items = refer(shape.element as Shape, definitions);
    if (shape.min !== undefined && shape.min > 0) schema.minItems = shape.min;
    if (shape.max !== undefined) schema.maxItems = shape.max;
  } else if (shape.type === "string") {
    if (shape.enum !== undefined) schema.enum = shape.enum;
    if (shape.min !== undefined && shape.min > 0) schema.minLength = shape.min;
    if (shape.max !== undefined) schema.maxLength = shape.max;
  } else if (shape.type !== "boolean") {
    if (shape.min !== undefined) schema.minimum = shape.min;
    if (shape.max !== undefined) schema.maximum = shape.max;
  }
  return schema;
}

/** The schema: draft-07, descriptions in plain text, structures under `definitions` by AWS's shape names. */
export function taskDefinitionSchema(): JsonSchema {
  const operation = operationModel("RegisterTaskDefinition");
  if (operation === undefined) throw new Error("the generated model has no RegisterTaskDefinition: generate it again");
  const definitions: Record<string, JsonSchema> = {};
  const root = describe(operation.input, definitions);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Amazon ECS task definition",
    ...root,
    definitions,
  };
}

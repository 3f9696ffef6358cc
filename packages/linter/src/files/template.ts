/**
 * AWS::ECS::TaskDefinition in a CloudFormation template, as the API would get it: names in the API's spelling, texts and
 * numbers turned into each other as CloudFormation does, intrinsic functions as values that are not known.
 */
import type { InputProblem, Shape } from "@quayside/api";
import { definitionShape } from "../check.ts";
import type { JsonKey, JsonNode } from "../json/parse-json.ts";
import { absent } from "./absent.ts";

/** A task definition of a template. */
export interface TemplateResource {
  /** Its name in the template. */
  readonly logicalId: string;
  /** Its properties in the API's spelling; keys keep what is written. */
  readonly definition: JsonNode;
}

/** True for a template: an object with resources. */
export function isTemplate(root: JsonNode): boolean {
  return member(root, "Resources")?.kind === "object";
}

/** The task definitions of a template, in its order. */
export function taskDefinitionsIn(root: JsonNode): readonly TemplateResource[] {
  return (member(root, "Resources")?.children ?? []).flatMap((resource) => {
    if (member(resource, "Type")?.value !== "AWS::ECS::TaskDefinition") return [];
    const properties = member(resource, "Properties") ?? resource;
    const definition = convert(properties, definitionShape(), undefined, undefined);
    // CloudFormation makes a family of the stack's and the resource's name.
    if (member(definition, "family") === undefined) definition.children.push(absent(definition, "family"));
    return [{ logicalId: resource.key?.text ?? "", definition }];
  });
}

/** A client's finding in the words of CloudFormation, which sends the request. */
export function inTemplateWords({ kind, path, expected }: InputProblem): string {
  const name = propertyName(String(path.at(-1)));
  if (kind === "unknown") return `Encountered unsupported property ${String(path.at(-1)).replace(FOREIGN, "")}`;
  if (kind === "missing") return `Property ${name} cannot be empty.`;
  return `Value of property ${name} must be of type ${TYPES[expected[0] ?? ""] ?? expected[0]}`;
}

/** A member of the API as templates spell it. */
export function propertyName(member: string): string {
  return member.slice(0, 1).toUpperCase() + member.slice(1);
}

const TYPES: Readonly<Record<string, string>> = {
  string: "String",
  integer: "Integer",
  boolean: "Boolean",
  array: "List",
  object: "Object",
};

function member(node: JsonNode, name: string): JsonNode | undefined {
  return node.children.find(({ key }) => key?.text === name);
}

function convert(
  node: JsonNode,
  shape: Shape | undefined,
  parent: JsonNode | undefined,
  key: JsonKey | undefined,
): JsonNode {
  const kind = isFunction(node) ? "unknown" : node.kind;
  const made: JsonNode = { ...node, kind, value: node.value, parent, key, children: [] };
  if (kind === "object") {
    for (const child of node.children) {
      const known = memberOf(shape, child.key?.text ?? "");
      const written = child.key?.text ?? "";
      const name = {
        start: child.start,
        end: child.end,
        ...child.key,
        text: known?.name ?? FOREIGN + written,
        written,
      };
      made.children.push(convert(child, known?.shape, made, name));
    }
  }
  if (kind === "array") {
    for (const child of node.children) made.children.push(convert(child, shape?.element, made, undefined));
  }
  return coerced(made, shape);
}

/** `{ "Ref": ... }`, `{ "Fn::Sub": ... }`; a transform may add members to what stands beside it. */
function isFunction({ kind, children }: JsonNode): boolean {
  if (kind !== "object") return false;
  const names = children.map(({ key }) => key?.text ?? "");
  const [first] = names;
  return names.includes("Fn::Transform") || (names.length === 1 && /^(Ref|Condition|Fn::.+)$/.test(first ?? ""));
}

/** Stands before names that templates do not have, lest one in the API's spelling is taken for a member. */
const FOREIGN = "/";

/** Where the two spellings differ by more than capitals. */
const RENAMED: Readonly<Record<string, string>> = { proxyconfigurationproperties: "properties" };

function memberOf(shape: Shape | undefined, written: string): { name: string; shape: Shape | undefined } | undefined {
  if (shape?.type === "map") return { name: written, shape: shape.element };
  const low = written.toLowerCase();
  const wanted = Object.hasOwn(RENAMED, low) ? RENAMED[low] : low;
  const name = shape?.memberNames.find((each) => each.toLowerCase() === wanted);
  // Names with a small first letter are none of CloudFormation's.
  if (name === undefined || written === name) return undefined;
  return { name, shape: shape?.members.get(name) };
}

/** CloudFormation takes "80" for 80 and 256 for "256". */
function coerced(node: JsonNode, shape: Shape | undefined): JsonNode {
  const { value } = node;
  const isNumber = shape?.type === "integer" || shape?.type === "long";
  if (shape?.type === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return replaced(node, "string", String(value));
  }
  if (isNumber && typeof value === "string" && /^-?\d{1,15}$/.test(value))
    return replaced(node, "number", Number(value));
  if (shape?.type === "boolean" && typeof value === "string" && /^(true|false)$/i.test(value)) {
    return replaced(node, "boolean", value.toLowerCase() === "true");
  }
  return node;
}

function replaced(node: JsonNode, kind: JsonNode["kind"], value: JsonNode["value"]): JsonNode {
  return { ...node, kind, value };
}

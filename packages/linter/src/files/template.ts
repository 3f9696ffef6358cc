/**
 * AWS::ECS::TaskDefinition in a CloudFormation template, as the API would get it: names in the API's spelling, texts and
 * numbers turned into each other as CloudFormation does, intrinsic functions as values that are not known.
 */
import type { InputProblem, Shape } from "@quayside/api";
import { definitionShape } from "../check.ts";
import { headOf, type JsonPath, type Place } from "../json/locate.ts";
import type { JsonKey, JsonNode } from "../json/parse-json.ts";
import { absent } from "./absent.ts";

/** A task definition of a template. */
export interface TemplateResource {
  /** Its name in the template. */
  readonly logicalId: string;
  /** Its properties in the API's spelling; keys keep what is written. */
  readonly definition: JsonNode;
  /** Keys that are properties but for small and capital letters. */
  readonly wrongCase: readonly WrongCase[];
}

/** A key as it is written, and as CloudFormation would take it. */
export interface WrongCase {
  readonly path: JsonPath;
  readonly written: string;
  readonly meant: string;
  readonly place: Place;
}

/** Loops of the language extensions, which nobody unrolls here. */
export function loopsIn(root: JsonNode): readonly JsonNode[] {
  const resources = member(root, "Resources");
  const inResources = (resources?.children ?? []).filter(({ key }) => key?.text.startsWith(LOOP) === true);
  const inside = (resources?.children ?? [])
    .filter((resource) => member(resource, "Type")?.value === "AWS::ECS::TaskDefinition")
    .flatMap((resource) => loopsBelow(resource));
  return [...inResources, ...inside];
}

const LOOP = "Fn::ForEach";

function loopsBelow(node: JsonNode): JsonNode[] {
  return node.children.flatMap((child) => (child.key?.text.startsWith(LOOP) === true ? [child] : loopsBelow(child)));
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
    const wrongCase: WrongCase[] = [];
    const definition = convert(properties, definitionShape(), undefined, undefined, [], wrongCase);
    // CloudFormation makes a family of the stack's and the resource's name.
    if (member(definition, "family") === undefined) definition.children.push(absent(definition, "family"));
    return [{ logicalId: resource.key?.text ?? "", definition, wrongCase }];
  });
}

/** A client's finding in the words of CloudFormation, which sends the request. */
export function inTemplateWords({ kind, path, expected }: InputProblem): string {
  const name = propertyName(String(path.at(-1)));
  if (kind === "unknown") return `extraneous key [${String(path.at(-1)).replace(FOREIGN, "")}] is not permitted`;
  if (kind === "missing") return `Property ${name} cannot be empty.`;
  return `Value of property ${name} must be of type ${TYPES[expected[0] ?? ""] ?? expected[0]}`;
}

/** A member of the API as templates spell it; `before` are the members that it stands in. */
export function propertyName(member: string, before: readonly (string | number)[] = []): string {
  const inEfs = before.includes("efsVolumeConfiguration");
  const spelled =
    before.at(-1) === "proxyConfiguration" && member === "properties" ? "ProxyConfigurationProperties" : "";
  if (spelled !== "") return spelled;
  if (inEfs && Object.hasOwn(SPELLED_IN_EFS, member)) return SPELLED_IN_EFS[member] as string;
  if (Object.hasOwn(SPELLED, member)) return SPELLED[member] as string;
  return member.slice(0, 1).toUpperCase() + member.slice(1);
}

/** @source CloudFormation Template Reference, AWS::ECS::TaskDefinition (checked 2026-11-29) */
const SPELLED: Readonly<Record<string, string>> = {
  efsVolumeConfiguration: "EFSVolumeConfiguration",
  fsxWindowsFileServerVolumeConfiguration: "FSxWindowsFileServerVolumeConfiguration",
  s3filesVolumeConfiguration: "S3FilesVolumeConfiguration",
};
const SPELLED_IN_EFS: Readonly<Record<string, string>> = { fileSystemId: "FilesystemId", iam: "IAM" };

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
  path: JsonPath,
  wrongCase: WrongCase[],
): JsonNode {
  const kind = isFunction(node) ? "unknown" : node.kind;
  const made: JsonNode = { ...node, kind, value: node.value, parent, key, children: [] };
  if (kind === "object") {
    for (const child of node.children) {
      const written = child.key?.text ?? "";
      const known = memberOf(shape, written);
      const below = [...path, known?.name ?? FOREIGN + written];
      const meant = known === undefined || shape?.type === "map" ? written : propertyName(known.name, path);
      if (meant !== written) wrongCase.push({ path: below, written, meant, place: headOf(child) });
      const name = {
        start: child.start,
        end: child.end,
        ...child.key,
        text: known?.name ?? FOREIGN + written,
        written,
      };
      made.children.push(convert(child, known?.shape, made, name, below, wrongCase));
    }
  }
  if (kind === "array") {
    for (const [index, child] of node.children.entries()) {
      made.children.push(convert(child, shape?.element, made, undefined, [...path, index], wrongCase));
    }
  }
  return coerced(made, shape);
}

/** `{ "Ref": ... }`, `{ "Fn::Sub": ... }`; a transform may add members to what stands beside it. */
function isFunction({ kind, children }: JsonNode): boolean {
  if (kind !== "object") return false;
  const names = children.map(({ key }) => key?.text ?? "");
  const [first] = names;
  if (names.some((name) => name.startsWith(LOOP))) return true;
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
  if (name === undefined) return undefined;
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
  if (shape?.type === "boolean" && typeof value === "string" && /^(y|yes|true|on|n|no|false|off)$/i.test(value)) {
    // CloudFormation reads YAML 1.1, in which these are booleans.
    return replaced(node, "boolean", /^(y|yes|true|on)$/i.test(value));
  }
  return node;
}

function replaced(node: JsonNode, kind: JsonNode["kind"], value: JsonNode["value"]): JsonNode {
  return { ...node, kind, value };
}

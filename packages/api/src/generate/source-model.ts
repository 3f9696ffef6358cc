/** botocore's descriptions of services, and the form in which this project keeps their shapes. */
import { MOST_VALUES, UNFILLED } from "./kept.ts";

interface SourceMember {
  shape: string;
  documentation?: string;
  idempotencyToken?: boolean;
  locationName?: string;
  queryName?: string;
}
/** A shape as botocore describes it. */
export interface SourceShape {
  type: string;
  members?: Record<string, SourceMember>;
  member?: SourceMember;
  key?: SourceMember;
  value?: SourceMember;
  required?: string[];
  documentation?: string;
  [other: string]: unknown;
}
interface SourceOperation {
  input?: { shape: string };
  output?: { shape: string };
  documentation?: string;
}
/** A service as botocore describes it. */
export interface Source {
  metadata: {
    apiVersion: string;
    targetPrefix?: string;
    xmlNamespace?: string;
    serviceFullName: string;
    protocol: string;
  };
  operations: Record<string, SourceOperation>;
  shapes: Record<string, SourceShape>;
}
const KEPT = ["enum", "min", "max", "pattern", "required", "document"];

/** What a member is called in queries and XML, where that does not follow from its name: in EC2 `instanceId` for `InstanceId`. */
function wireNames(shape: SourceShape, protocol: string): Record<string, string> {
  const entries = Object.entries(shape.members ?? {}).flatMap(([name, { locationName, queryName }]) => {
    const wire = queryName ?? locationName ?? name;
    const usual = protocol === "ec2" ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
    return wire === usual ? [] : [[name, wire] as const];
  });
  // What holds the two halves of a map's entry, when they are not `key` and `value`.
  const halves = (["key", "value"] as const).flatMap((half) => {
    const name = shape[half]?.locationName ?? half;
    return name === half ? [] : [[half, name] as const];
  });
  return Object.fromEntries([...entries, ...halves]);
}

/** A shape without the members that nothing fills. */
export function withoutUnfilled(source: Source): Source {
  const shapes = Object.entries(source.shapes).map(([name, shape]) => {
    const isFilled = ([member]: [string, unknown]) => !UNFILLED.some((pattern) => pattern.test(`${name}.${member}`));
    const members = shape.members && Object.fromEntries(Object.entries(shape.members).filter(isFilled));
    return [name, members === undefined ? shape : { ...shape, members }] as const;
  });
  return { ...source, shapes: Object.fromEntries(shapes) };
}

/** A shape as this project keeps it. */
export function compactShape(shape: SourceShape, protocol: string): Record<string, unknown> {
  const compact: Record<string, unknown> = { type: shape.type };
  if (shape.members !== undefined) {
    compact.members = Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, member.shape]));
    const tokens = Object.entries(shape.members).filter(([, member]) => member.idempotencyToken === true);
    if (tokens.length > 0) compact.tokens = tokens.map(([name]) => name);
  }
  for (const part of ["member", "key", "value"] as const) {
    const reference = shape[part];
    if (reference !== undefined) compact[part] = reference.shape;
  }
  for (const name of KEPT) if (shape[name] !== undefined) compact[name] = shape[name];
  if (((compact.enum ?? []) as string[]).length > MOST_VALUES) delete compact.enum;
  const wire = protocol === "ec2" || protocol === "query" ? wireNames(shape, protocol) : {};
  if (Object.keys(wire).length > 0) compact.wire = wire;
  return compact;
}

/** Names of the shapes that a shape is made of, itself included, in the order of discovery. */
export function reach(source: Source, roots: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const shape = source.shapes[name];
    if (shape === undefined) throw new Error(`the model names a shape ${name} that it does not describe`);
    const parts = [...Object.values(shape.members ?? {}), shape.member, shape.key, shape.value];
    for (const part of parts) if (part !== undefined) waiting.push(part.shape);
  }
  return found;
}

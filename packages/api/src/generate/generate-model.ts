/**
 * Makes src/generated/ from botocore's public descriptions of services (Apache-2.0, see NOTICE). Run by hand when AWS
 * publishes a new one:
 *   node packages/api/src/generate/generate-model.ts <folder of ecs/2014-11-13, elbv2/2015-12-01, events/2015-10-07 ...>
 * The folder holds service-2.json.gz (or service-2.json), paginators-1.json and, for services that can be waited for,
 * waiters-2.json. ECS is kept whole; of other services only what the simulator answers. Then run generate-types.ts.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { DOCUMENTED, KEPT_OPERATIONS, MOST_VALUES, UNFILLED } from "./kept.ts";
import { plainText } from "./plain-text.ts";

interface SourceMember {
  shape: string;
  documentation?: string;
  idempotencyToken?: boolean;
  locationName?: string;
  queryName?: string;
}
interface SourceShape {
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
interface Source {
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
interface Paginator {
  input_token: string;
  output_token: string;
  limit_key: string;
  result_key: string | string[];
}

interface Waiter {
  operation: string;
}

const KEPT = ["enum", "min", "max", "pattern", "required", "document"];

/** What a member is called in queries and XML, where that does not follow from its name: in EC2 `instanceId` for `InstanceId`. */
function wireNames(shape: SourceShape, protocol: string): Record<string, string> {
  const entries = Object.entries(shape.members ?? {}).flatMap(([name, { locationName, queryName }]) => {
    const wire = queryName ?? locationName ?? name;
    const usual = protocol === "ec2" ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
    return wire === usual ? [] : [[name, wire] as const];
  });
  return Object.fromEntries(entries);
}

/** A shape without the members that nothing fills. */
function withoutUnfilled(source: Source): Source {
  const shapes = Object.entries(source.shapes).map(([name, shape]) => {
    const isFilled = ([member]: [string, unknown]) => !UNFILLED.some((pattern) => pattern.test(`${name}.${member}`));
    const members = shape.members && Object.fromEntries(Object.entries(shape.members).filter(isFilled));
    return [name, members === undefined ? shape : { ...shape, members }] as const;
  });
  return { ...source, shapes: Object.fromEntries(shapes) };
}

function compactShape(shape: SourceShape, protocol: string): Record<string, unknown> {
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
function reach(source: Source, roots: readonly string[]): Set<string> {
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

function memberDocs(source: Source, names: Iterable<string>): Record<string, Record<string, string>> {
  const docs: Record<string, Record<string, string>> = {};
  for (const name of [...names].sort()) {
    const entries = Object.entries(source.shapes[name]?.members ?? {}).flatMap(([member, { documentation }]) =>
      documentation === undefined ? [] : [[member, plainText(documentation)] as const],
    );
    if (entries.length > 0) docs[name] = Object.fromEntries(entries);
  }
  return docs;
}

function lines(record: object): string {
  return Object.entries(record)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
    .join("\n");
}

const headerFor = (title: string) =>
  `// Generated by src/generate/generate-model.ts from botocore's model of ${title}. Never edited by hand.\n`;
const HEADER = headerFor("Amazon ECS");

/** The operations with the names of their shapes. */
function compactOperations(source: Source): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(source.operations).map(([name, { input, output }]) => [
      name,
      { input: input?.shape, output: output?.shape },
    ]),
  );
}

/** The shapes that operations reach; what only errors need stays out. */
function compactShapes(source: Source): Record<string, unknown> {
  const roots = Object.values(source.operations).flatMap(({ input, output }) => [input, output]);
  const used = reach(
    source,
    roots.flatMap((reference) => (reference === undefined ? [] : [reference.shape])),
  );
  const entries = Object.entries(source.shapes).filter(([name]) => used.has(name));
  return Object.fromEntries(entries.map(([name, shape]) => [name, compactShape(shape, source.metadata.protocol)]));
}

function compactPaginators(paginators: Record<string, Paginator>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(paginators).map(([name, page]) => {
      const [result] = [page.result_key].flat();
      return [name, { inputToken: page.input_token, outputToken: page.output_token, limit: page.limit_key, result }];
    }),
  );
}

/** A service of which a part is kept: everything in one file. */
function writePart(
  folder: string,
  service: string,
  source: Source,
  paginators: Record<string, Paginator>,
  waiters: Record<string, Waiter>,
): void {
  const kept = new Set(KEPT_OPERATIONS[service]);
  const isKept = ([name]: [string, unknown]) => kept.has(name);
  const part = { ...source, operations: Object.fromEntries(Object.entries(source.operations).filter(isKept)) };
  const others = Object.keys(source.operations).filter((name) => !kept.has(name));
  const { protocol } = source.metadata;
  writeFileSync(
    join(folder, `${service}.ts`),
    `${headerFor(source.metadata.serviceFullName)}import type { RawService } from "../raw-model.ts";

export const ${service.toUpperCase()}: RawService = {
apiVersion: ${JSON.stringify(source.metadata.apiVersion)},
protocol: ${JSON.stringify(protocol === "ec2" || protocol === "query" ? protocol : "json")},
targetPrefix: ${JSON.stringify(source.metadata.targetPrefix ?? "")},
xmlNamespace: ${JSON.stringify(source.metadata.xmlNamespace ?? "")},
operations: {
${lines(compactOperations(part))}
},
otherOperations: ${JSON.stringify(others)},
shapes: {
${lines(compactShapes(withoutUnfilled(part)))}
},
paginators: {
${lines(compactPaginators(Object.fromEntries(Object.entries(paginators).filter(isKept))))}
},
waiters: {
${lines(Object.fromEntries(Object.entries(waiters).filter(([, { operation }]) => kept.has(operation))))}
},
};
`,
  );
}

function writeModel(
  folder: string,
  source: Source,
  paginators: Record<string, Paginator>,
  waiters: Record<string, Waiter>,
): void {
  const pages = compactPaginators(paginators);
  writeFileSync(
    join(folder, "model.ts"),
    `${HEADER}import type { RawOperation, RawPaginator, RawShape, RawWaiter } from "../raw-model.ts";
import type { OperationName } from "./operation-names.ts";

export const RAW_OPERATIONS: Record<OperationName, RawOperation> = {
${lines(compactOperations(source))}
};

export const RAW_SHAPES: Record<string, RawShape> = {
${lines(compactShapes(source))}
};

export const RAW_PAGINATORS: Record<string, RawPaginator> = {
${lines(pages)}
};

export const RAW_WAITERS: Record<string, RawWaiter> = {
${lines(waiters)}
};
`,
  );
}

function writeNames(folder: string, source: Source): void {
  const names = Object.keys(source.operations);
  writeFileSync(
    join(folder, "operation-names.ts"),
    `${HEADER}
/** Version of AWS's description. */
export const API_VERSION = ${JSON.stringify(source.metadata.apiVersion)};

/** What stands before the operation in X-Amz-Target. */
export const TARGET_PREFIX = ${JSON.stringify(source.metadata.targetPrefix)};

/** Every operation of the API, in AWS's order. */
export const OPERATION_NAMES = [
${names.map((name) => `  ${JSON.stringify(name)},`).join("\n")}
] as const;

/** The name of an operation of the API. */
export type OperationName = (typeof OPERATION_NAMES)[number];
`,
  );
}

function writeDocs(folder: string, source: Source): void {
  const input = (name: string): string[] => {
    const shape = source.operations[name]?.input?.shape;
    return shape === undefined ? [] : [shape];
  };
  const definition = reach(source, input("RegisterTaskDefinition"));
  const others = [...reach(source, DOCUMENTED.flatMap(input))].filter((name) => !definition.has(name));
  const operations = Object.fromEntries(
    DOCUMENTED.map((name) => [name, plainText(source.operations[name]?.documentation ?? "")]),
  );
  const write = (file: string, consts: string) => writeFileSync(join(folder, file), `${HEADER}${consts}`);
  write(
    "docs-task-definition.ts",
    `\n/** Descriptions of the members of RegisterTaskDefinition's input: shape, then member. */
export const TASK_DEFINITION_DOCS: Record<string, Record<string, string>> = {\n${lines(memberDocs(source, definition))}\n};\n`,
  );
  write(
    "docs-operations.ts",
    `\n/** Descriptions of the operations that are modelled. */
export const OPERATION_DOCS: Record<string, string> = {\n${lines(operations)}\n};

/** Descriptions of the members of their inputs: shape, then member. */
export const INPUT_DOCS: Record<string, Record<string, string>> = {\n${lines(memberDocs(source, others))}\n};\n`,
  );
}

function readJson<T>(path: string): T {
  const packed = existsSync(`${path}.gz`);
  return JSON.parse(packed ? gunzipSync(readFileSync(`${path}.gz`)).toString("utf8") : readFileSync(path, "utf8")) as T;
}

function main(folder: string | undefined): void {
  if (folder === undefined) throw new Error("give a folder such as botocore/data/ecs/2014-11-13");
  const service = basename(dirname(resolve(folder)));
  const source = readJson<Source>(join(folder, "service-2.json"));
  const { pagination } = readJson<{ pagination: Record<string, Paginator> }>(join(folder, "paginators-1.json"));
  const target = join(import.meta.dirname, "..", "generated");
  const path = join(folder, "waiters-2.json");
  const { waiters } = existsSync(path) ? readJson<{ waiters: Record<string, Waiter> }>(path) : { waiters: {} };
  if (service !== "ecs") {
    writePart(target, service, source, pagination, waiters);
    return;
  }
  writeNames(target, source);
  writeModel(target, source, pagination, waiters);
  writeDocs(target, source);
}

main(process.argv[2]);

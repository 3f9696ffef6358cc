/**
 * AWS's public model of the API, linked: every operation with the shapes of its input and output. Members stand in
 * Maps, so that a member called `__proto__` or `constructor` is a member like any other: an unknown one.
 */
import "@quayside/simulator/task-definition";
import { RAW_OPERATIONS, RAW_PAGINATORS, RAW_SHAPES, RAW_WAITERS } from "./generated/model.ts";
import { OPERATION_NAMES, type OperationName } from "./generated/operation-names.ts";
import type { RawOperation, RawPaginator, RawShape, RawWaiter } from "./raw-model.ts";

/** A shape whose parts are shapes, not names. */
export interface Shape {
  readonly name: string;
  readonly type: "structure" | "list" | "map" | "string" | "integer" | "long" | "double" | "boolean" | "timestamp";
  /** Of a structure, in AWS's order; empty for the other types. */
  readonly members: ReadonlyMap<string, Shape>;
  /** The names of the members, in the same order. */
  readonly memberNames: readonly string[];
  /** Names of the members that must be given. */
  readonly required: readonly string[];
  /** Members that the client fills by itself when they are absent. */
  readonly tokens: readonly string[];
  /** Of a list: what it holds. Of a map: its values. */
  readonly element?: Shape;
  readonly key?: Shape;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  /** A structure that may hold any JSON. */
  readonly document: boolean;
}

/** An operation of the API. */
export interface Operation {
  readonly name: OperationName;
  readonly input: Shape;
  readonly output: Shape;
}

const EMPTY: Shape = {
  name: "Empty",
  type: "structure",
  members: new Map(),
  memberNames: [],
  required: [],
  tokens: [],
  document: false,
};
const shapes = new Map<string, Shape>();
const operations = new Map<string, Operation>();
const names: ReadonlySet<string> = new Set(OPERATION_NAMES);

/** The shape with this name. Linked at first use, because a page needs few of the 600. */
function shape(name: string): Shape {
  const known = shapes.get(name);
  if (known !== undefined) return known;
  const raw: RawShape | undefined = RAW_SHAPES[name];
  if (raw === undefined) throw new Error(`the generated model has no shape ${name}: generate it again`);
  const members = new Map<string, Shape>();
  const linked = { ...raw, name, members, required: raw.required ?? [], tokens: raw.tokens ?? [] } as Record<
    string,
    unknown
  >;
  linked.memberNames = Object.keys(raw.members ?? {});
  linked.document = raw.document === true;
  // Known before its parts are linked: a shape may contain itself.
  shapes.set(name, linked as unknown as Shape);
  for (const [member, target] of Object.entries(raw.members ?? {})) members.set(member, shape(target));
  const element = raw.member ?? raw.value;
  if (element !== undefined) linked.element = shape(element);
  if (raw.key !== undefined) linked.key = shape(raw.key);
  return linked as unknown as Shape;
}

/** Whether the API has an operation with this name. */
export function isOperationName(name: string): name is OperationName {
  return names.has(name);
}

/** The operation with this name, or undefined when the API has none. */
export function operationModel(name: string): Operation | undefined {
  const known = operations.get(name);
  if (known !== undefined || !isOperationName(name)) return known;
  const { input, output }: RawOperation = RAW_OPERATIONS[name];
  const operation: Operation = {
    name,
    input: input === undefined ? EMPTY : shape(input),
    output: output === undefined ? EMPTY : shape(output),
  };
  operations.set(name, operation);
  return operation;
}

/** How the listing with this name is paged, or undefined when it is not. */
export function paginatorOf(operation: string): RawPaginator | undefined {
  return Object.hasOwn(RAW_PAGINATORS, operation) ? RAW_PAGINATORS[operation] : undefined;
}

/** Every waiter by its name (`TasksRunning`). */
export const WAITERS: ReadonlyMap<string, RawWaiter> = new Map(Object.entries(RAW_WAITERS));

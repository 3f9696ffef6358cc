/**
 * AWS's public model of the API, linked: every operation with the shapes of its input and output. Members stand in
 * Maps, so that a member called `__proto__` or `constructor` is a member like any other: an unknown one.
 */
import { EC2 } from "./generated/ec2.ts";
import { ELBV2 } from "./generated/elbv2.ts";
import { EVENTS } from "./generated/events.ts";
import { LOGS } from "./generated/logs.ts";
import { RAW_OPERATIONS, RAW_PAGINATORS, RAW_SHAPES, RAW_WAITERS } from "./generated/model.ts";
import { API_VERSION, TARGET_PREFIX } from "./generated/operation-names.ts";
import { SNS } from "./generated/sns.ts";
import type { RawPaginator, RawService, RawShape, RawWaiter } from "./raw-model.ts";

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
  /** Names of members in queries and XML, where they differ from the usual ones. */
  readonly wire?: Readonly<Record<string, string>>;
}

/** What each type is in JSON; a timestamp is a number of seconds. */
export const JSON_TYPES: Readonly<Record<Shape["type"], string>> = {
  structure: "object",
  map: "object",
  list: "array",
  string: "string",
  integer: "integer",
  long: "integer",
  double: "number",
  boolean: "boolean",
  timestamp: "number",
};

/** An operation of the API. */
export interface Operation {
  readonly service: AwsService;
  readonly name: string;
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
/** A service of AWS by its name in the AWS CLI. */
export type AwsService = "ecs" | "ec2" | "elbv2" | "logs" | "events" | "sns";

interface Described extends RawService {
  /** As people call it, and as the AWS CLI's help does. */
  readonly title: string;
  readonly longTitle: string;
}

const DESCRIBED: Readonly<Record<AwsService, Described>> = {
  ecs: {
    title: "Amazon ECS",
    longTitle: "Amazon Elastic Container Service",
    apiVersion: API_VERSION,
    protocol: "json",
    targetPrefix: TARGET_PREFIX,
    operations: RAW_OPERATIONS,
    otherOperations: [],
    shapes: RAW_SHAPES,
    paginators: RAW_PAGINATORS,
    waiters: RAW_WAITERS,
    xmlNamespace: "",
  },
  ec2: { title: "Amazon EC2", longTitle: "Amazon Elastic Compute Cloud", ...EC2 },
  elbv2: { title: "Elastic Load Balancing", longTitle: "Elastic Load Balancing", ...ELBV2 },
  logs: { title: "Amazon CloudWatch Logs", longTitle: "Amazon CloudWatch Logs", ...LOGS },
  events: { title: "Amazon EventBridge", longTitle: "Amazon EventBridge", ...EVENTS },
  sns: { title: "Amazon SNS", longTitle: "Amazon Simple Notification Service", ...SNS },
};

/** The services that have a front door, the first one first in every list. */
export const AWS_SERVICES = Object.keys(DESCRIBED) as readonly AwsService[];

/** Whether a service of that name has a front door. */
export function isAwsService(name: string | undefined): name is AwsService {
  return name !== undefined && Object.hasOwn(DESCRIBED, name);
}

/** What is known of a service besides its operations. */
export function serviceFacts(
  service: AwsService,
): Pick<
  Described,
  "title" | "longTitle" | "apiVersion" | "protocol" | "targetPrefix" | "xmlNamespace" | "otherOperations"
> {
  return DESCRIBED[service];
}

/** Names of the operations of a service that can be called, in AWS's order. */
export function operationNames(service: AwsService): readonly string[] {
  return Object.keys(DESCRIBED[service].operations);
}

/** The service whose operations stand behind this prefix in X-Amz-Target. */
export function serviceOfTarget(prefix: string): AwsService | undefined {
  return prefix === "" ? undefined : AWS_SERVICES.find((service) => DESCRIBED[service].targetPrefix === prefix);
}

const shapes = new Map<string, Shape>();
const operations = new Map<string, Operation>();

/** The shape with this name. Linked at first use, because a page needs few of the 600. */
function shape(service: AwsService, name: string): Shape {
  const key = `${service} ${name}`;
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const raw: RawShape | undefined = DESCRIBED[service].shapes[name];
  if (raw === undefined) throw new Error(`the generated model has no shape ${name}: generate it again`);
  const members = new Map<string, Shape>();
  const linked = { ...raw, name, members, required: raw.required ?? [], tokens: raw.tokens ?? [] } as Record<
    string,
    unknown
  >;
  linked.memberNames = Object.keys(raw.members ?? {});
  linked.document = raw.document === true;
  // Known before its parts are linked: a shape may contain itself.
  shapes.set(key, linked as unknown as Shape);
  for (const [member, target] of Object.entries(raw.members ?? {})) members.set(member, shape(service, target));
  const element = raw.member ?? raw.value;
  if (element !== undefined) linked.element = shape(service, element);
  if (raw.key !== undefined) linked.key = shape(service, raw.key);
  return linked as unknown as Shape;
}

/** The operation with this name, or undefined when the service has none that can be called. */
export function operationModel(name: string, service: AwsService = "ecs"): Operation | undefined {
  const key = `${service} ${name}`;
  const known = operations.get(key);
  if (known !== undefined) return known;
  const { operations: raw } = DESCRIBED[service];
  if (!Object.hasOwn(raw, name)) return undefined;
  const { input, output } = raw[name] ?? {};
  const operation: Operation = {
    service,
    name,
    input: input === undefined ? EMPTY : shape(service, input),
    output: output === undefined ? EMPTY : shape(service, output),
  };
  operations.set(key, operation);
  return operation;
}

/** How a listing is paged, or undefined when the operation is none. */
export function paginatorOf({ service, name }: Pick<Operation, "service" | "name">): RawPaginator | undefined {
  const { paginators } = DESCRIBED[service];
  return Object.hasOwn(paginators, name) ? paginators[name] : undefined;
}

/** The waiters of a service by their names (`TasksRunning`). */
export function waitersOf(service: AwsService): Readonly<Record<string, RawWaiter>> {
  return DESCRIBED[service].waiters;
}

/**
 * Shapes of the inputs of our own operations, in the form that AWS's model has: what happens from outside is looked at by the
 * same checks as a call of AWS.
 */
import type { quaysideOperations } from "@quayside/simulator";
import type { Shape } from "../model.ts";

const PLAIN = { members: new Map(), memberNames: [], required: [], tokens: [], document: false } as const;
const TEXT: Shape = { ...PLAIN, name: "Text", type: "string" };
const WHOLE: Shape = { ...PLAIN, name: "WholeNumber", type: "integer" };
const NUMBER: Shape = { ...PLAIN, name: "Number", type: "double" };
const FLAG: Shape = { ...PLAIN, name: "Flag", type: "boolean" };
const TEXTS: Shape = { ...PLAIN, name: "Texts", type: "list", element: TEXT };
const NUMBERS: Shape = { ...PLAIN, name: "Numbers", type: "list", element: NUMBER };
const TEXT_BY_NAME: Shape = { ...PLAIN, name: "TextByName", type: "map", key: TEXT, element: TEXT };

function inputOf(members: Readonly<Record<string, Shape>>, ...required: readonly string[]): Shape {
  const memberNames = Object.keys(members);
  return {
    ...PLAIN,
    name: "Input",
    type: "structure",
    members: new Map(Object.entries(members)),
    memberNames,
    required,
  };
}

const CONTAINER = { task: TEXT, container: TEXT, cluster: TEXT };
const RATE = {
  profile: TEXT,
  perSecond: NUMBER,
  toPerSecond: NUMBER,
  afterSeconds: WHOLE,
  forSeconds: WHOLE,
  swing: NUMBER,
  peakHour: NUMBER,
  rates: NUMBERS,
  everySeconds: WHOLE,
};
const REQUEST = { name: TEXT, port: WHOLE, host: TEXT, path: TEXT, method: TEXT };
const AGENT = inputOf({ containerInstance: TEXT, cluster: TEXT, filter: TEXT });

/** By the name of the operation. A test looks that each of them is here. */
export const EVENT_SHAPES: Readonly<Record<keyof typeof quaysideOperations, Shape>> = {
  ChangeServing: inputOf(
    { ...CONTAINER, serviceMs: NUMBER, places: WHOLE, queue: WHOLE, cpuMs: NUMBER, errorPercent: NUMBER },
    "task",
  ),
  ChangeTraffic: inputOf({ ...RATE, ...REQUEST }, "name"),
  DeclareHook: inputOf({ function: TEXT, answers: TEXTS, seconds: WHOLE, callBackDelay: WHOLE }, "function"),
  DeclareImage: inputOf(
    { image: TEXT, behavesLike: TEXT, port: WHOLE, programs: TEXTS, architectures: TEXTS, sizeMB: WHOLE },
    "image",
  ),
  DisconnectAgent: AGENT,
  FailPulls: inputOf({ image: TEXT, registry: TEXT, count: WHOLE, why: TEXT }),
  HangContainer: inputOf(CONTAINER, "task"),
  KillContainer: inputOf(CONTAINER, "task"),
  ProvideContainerInstances: inputOf({
    cluster: TEXT,
    instanceType: TEXT,
    subnets: TEXTS,
    count: WHOLE,
    attributes: TEXT_BY_NAME,
    agentConfiguration: TEXT_BY_NAME,
    agentVersion: TEXT,
  }),
  PushImage: inputOf({ image: TEXT }, "image"),
  PutObject: inputOf({ bucket: TEXT, key: TEXT, text: TEXT }, "bucket", "key"),
  ReconnectAgent: AGENT,
  SetAlarm: inputOf({ name: TEXT, state: TEXT }, "name", "state"),
  SetFargateCapacity: inputOf({ availabilityZone: TEXT, available: FLAG }, "available"),
  SlowRegistry: inputOf({ registry: TEXT, timesSlower: WHOLE }, "timesSlower"),
  StopContainer: inputOf({ ...CONTAINER, timeout: WHOLE }, "task"),
  StartTraffic: inputOf({ ...RATE, ...REQUEST, loadBalancer: TEXT, from: TEXT }, "name", "loadBalancer"),
  StopTraffic: inputOf({ name: TEXT }, "name"),
  TypeInSession: inputOf({ sessionId: TEXT, line: TEXT }, "sessionId"),
  TestConnection: inputOf({ from: TEXT, to: TEXT, port: WHOLE, protocol: TEXT }, "from", "to"),
};

/** The shape of what an operation of the service `quayside` takes, or undefined when there is none of that name. */
export function eventShape(operation: string): Shape | undefined {
  return Object.hasOwn(EVENT_SHAPES, operation) ? EVENT_SHAPES[operation as keyof typeof EVENT_SHAPES] : undefined;
}

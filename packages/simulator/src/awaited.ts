/**
 * What can be waited for, as data: it stands in labs, command files, scenarios and requests. One place says of a cloud's rows
 * whether it is there. A wait has a bound; whoever waits says when the bound was hit.
 */
import type { Cloud } from "./model/cloud.ts";
import type { Ec2InstanceRow } from "./model/ec2.ts";
import type { ContainerRow, TaskRow } from "./model/ecs.ts";
import type { ServiceRow } from "./model/services.ts";

/** What a wait names, by what it waits for. */
export interface Awaited {
  /** Family: each of its tasks that is meant to run is RUNNING, and there is one. */
  readonly taskRunning: string;
  /** Family: each of its tasks is STOPPED, and there is one. */
  readonly taskStopped: string;
  /** `family/container`: HEALTHY in each task of the family that is meant to run, and there is one. */
  readonly containerHealthy: string;
  /** `family/container`: STOPPED in each task of the family, and there is one. */
  readonly containerStopped: string;
  /** `family/container`: its restart policy has started it again in a task of the family that is meant to run. */
  readonly containerRestarted: string;
  /** Cluster: no machine is on its way to register there (its agent has not given up), and one is ACTIVE, its agent connected. */
  readonly instanceRegistered: string;
  /** Service: it has said that it is in a steady state, and nothing has happened to it since. */
  readonly serviceSteady: string;
  /** Service: it was deleted and is INACTIVE. */
  readonly serviceInactive: string;
}

export type AwaitedKind = keyof Awaited;

/** One of them, such as `{ taskStopped: "web" }`. */
export type AwaitedThing = { [Kind in AwaitedKind]: { readonly [Only in Kind]: Awaited[Kind] } }[AwaitedKind];

/** Nothing is on its way to an end any more (what repeats for ever is not waited for), or something particular is there. */
export type AwaitedCondition = "settled" | AwaitedThing;

/** A length of simulated time in words: `90 s`, `10 min`. */
export type Duration = `${number} ${"ms" | "s" | "min" | "h"}`;

/** A wait: until what, and for how long at most. A wait until settled lasts a day unless it says otherwise. */
export type Wait =
  | { readonly until: "settled"; readonly atMost?: Duration }
  | { readonly until: AwaitedThing; readonly atMost: Duration };

/** What each of them names. */
export const AWAITED: { readonly [Kind in AwaitedKind]: "family" | "family/container" | "cluster" | "service" } = {
  taskRunning: "family",
  taskStopped: "family",
  containerHealthy: "family/container",
  containerStopped: "family/container",
  containerRestarted: "family/container",
  instanceRegistered: "cluster",
  serviceSteady: "service",
  serviceInactive: "service",
};

/** The kind of a thing, and what it names. */
export function partsOf(thing: AwaitedThing): readonly [kind: AwaitedKind, name: string] {
  return Object.entries(thing)[0] as [AwaitedKind, string];
}

type Tables = Cloud["tables"];

const HOLDS: { readonly [Kind in AwaitedKind]: (tables: Tables, name: string) => boolean } = {
  taskRunning: (tables, family) => everyOne(wanted(tables, family), (task) => task.lastStatus === "RUNNING"),
  taskStopped: (tables, family) => everyOne(tasksOf(tables, family), isOver),
  containerHealthy: (tables, name) =>
    everyOne(containersOf(tables, name, wanted), (container) => container?.healthStatus === "HEALTHY"),
  containerStopped: (tables, name) =>
    everyOne(containersOf(tables, name, tasksOf), (container) => container?.lastStatus === "STOPPED"),
  containerRestarted: (tables, name) =>
    containersOf(tables, name, wanted).some((container) => (container?.restartCount ?? 0) > 0),
  instanceRegistered,
  serviceSteady: (tables, name) =>
    everyOne(
      servicesOf(tables, name).filter(({ status }) => status !== "INACTIVE"),
      ({ status, isSteady, rests }) => status === "ACTIVE" && isSteady && rests,
    ),
  serviceInactive: (tables, name) => everyOne(servicesOf(tables, name), ({ status }) => status === "INACTIVE"),
};

/** Whether it is there, going by the rows. */
export function isThere(tables: Tables, thing: AwaitedThing): boolean {
  const [kind, name] = partsOf(thing);
  return HOLDS[kind](tables, name);
}

function everyOne<Row>(rows: readonly Row[], holds: (row: Row) => boolean): boolean {
  return rows.length > 0 && rows.every(holds);
}

function tasksOf({ tasks }: Tables, family: string): TaskRow[] {
  const mark = `:task-definition/${family}:`;
  return [...tasks.values()].filter((task) => task.spec.taskDefinitionArn.includes(mark));
}

/** Tasks that are meant to run. */
function wanted(tables: Tables, family: string): TaskRow[] {
  return tasksOf(tables, family).filter((task) => task.desiredStatus === "RUNNING");
}

function isOver({ lastStatus }: TaskRow): boolean {
  return lastStatus === "STOPPED" || lastStatus === "DELETED";
}

/** The container of that name in each of the tasks; undefined in a task that has none. */
function containersOf(
  tables: Tables,
  name: string,
  tasks: (tables: Tables, family: string) => TaskRow[],
): (ContainerRow | undefined)[] {
  const [family = "", container] = name.split("/");
  return tasks(tables, family).map(({ spec }) =>
    spec.containerArns.map((arn) => tables.containers.get(arn)).find((row) => row?.name === container),
  );
}

/** The services of that name, in whichever cluster. */
function servicesOf({ services }: Tables, name: string): ServiceRow[] {
  return [...services.values()].filter(({ serviceName }) => serviceName === name);
}

function instanceRegistered({ ec2Instances, containerInstances }: Tables, cluster: string): boolean {
  const instances = [...containerInstances.values()].filter(({ status }) => status !== "INACTIVE");
  const registered = new Set(instances.map(({ spec }) => spec.ec2InstanceId));
  const isReady = instances.some(
    ({ status, agentConnected, spec }) =>
      status === "ACTIVE" && agentConnected && spec.clusterArn.endsWith(`:cluster/${cluster}`),
  );
  const isOnItsWay = ({ instanceId, state, agentConfiguration, agentProblem }: Ec2InstanceRow) =>
    (state === "pending" || state === "running") &&
    (agentConfiguration.ECS_CLUSTER ?? "default") === cluster &&
    agentProblem === undefined &&
    !registered.has(instanceId);
  return isReady && ![...ec2Instances.values()].some(isOnItsWay);
}

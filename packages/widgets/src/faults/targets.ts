/** What can be broken at a moment: running containers and tasks, and the places that images are pulled from. */
import { EVERY_REGISTRY, type RegistryFaultRow } from "@quayside/simulator";
import {
  type ContainerRow,
  familyAndRevision,
  type Moment,
  type Selection,
  shortId,
  type TaskRow,
} from "../base/cloud.ts";

/** Listed at most, the newest first: a list of thousands helps nobody. */
const MOST_LISTED = 200;

/** What follows when a container's process dies. */
export type Consequence = "task-stops" | "task-goes-on" | "restarts" | "ends-the-wait";

/** A running process. */
export interface KillTarget {
  readonly key: string;
  readonly task: TaskRow;
  readonly container: ContainerRow;
  readonly label: string;
  readonly consequence: Consequence;
}

/** A task that is meant to run. */
export interface StopTarget {
  readonly key: string;
  readonly task: TaskRow;
  readonly label: string;
}

/** A container instance that is in its cluster. */
export interface AgentTarget {
  readonly key: string;
  readonly label: string;
  readonly connected: boolean;
  /** What DisconnectAgent and ReconnectAgent take. */
  readonly input: { readonly cluster: string; readonly containerInstance: string };
}

/** A zone of the network, for Fargate's capacity in it. */
export interface ZoneTarget {
  readonly key: string;
  readonly label: string;
  readonly hasCapacity: boolean;
}

/** An alarm that a service watches during its deployments, or that is in ALARM. */
export interface AlarmTarget {
  readonly key: string;
  readonly label: string;
  readonly isRaised: boolean;
}

/** Where images come from: every registry, one of them, or one image. `input` is what the operation takes. */
export interface PullScope {
  readonly key: string;
  readonly kind: "all" | "registry" | "image";
  readonly name: string;
  readonly input: { readonly registry?: string; readonly image?: string };
  /** Docker Hub, whose limit for pulls without a login can be reached; all registries have it among them. */
  readonly isHub: boolean;
}

/** The zones in which there are subnets. */
export function zoneTargets({ tables }: Moment): ZoneTarget[] {
  const zones = new Set(Array.from(tables.subnets.values(), ({ availabilityZone }) => availabilityZone));
  return [...zones].sort().map((zone) => ({ key: zone, label: zone, hasCapacity: !tables.fargateShortages.has(zone) }));
}

/** The alarms that services watch, and those in ALARM. */
export function alarmTargets({ tables }: Moment): AlarmTarget[] {
  const isRaised = (name: string) => tables.alarms.get(name)?.stateValue === "ALARM";
  const watched = [...tables.services.values()].flatMap(({ status, deploymentConfiguration: { alarms } }) =>
    status === "ACTIVE" && alarms.enable ? alarms.alarmNames : [],
  );
  const names = new Set([...watched, ...[...tables.alarms.keys()].filter(isRaised)]);
  return [...names].sort().map((key) => ({ key, label: key, isRaised: isRaised(key) }));
}

/** The containers whose process runs, newest task first. */
export function killTargets(moment: Moment): KillTarget[] {
  const targets: KillTarget[] = [];
  for (const task of newestTasks(moment)) {
    for (const key of task.spec.containerArns) {
      const container = moment.tables.containers.get(key);
      if (container?.phase !== "RUNNING" && container?.phase !== "STOPPING") continue;
      const label = `${container.name} · ${nameOf(task)}`;
      targets.push({ key, task, container, label, consequence: consequenceOf(moment, task, container) });
    }
  }
  return targets.slice(0, MOST_LISTED);
}

/** The tasks that StopTask would stop, newest first. */
export function stopTargets(moment: Moment): StopTarget[] {
  const tasks = newestTasks(moment).filter((task) => task.desiredStatus === "RUNNING");
  return tasks.slice(0, MOST_LISTED).map((task) => ({ key: task.taskArn, task, label: nameOf(task) }));
}

/** The container instances of every cluster, as their machines are called, in the order of registration. */
export function agentTargets({ tables }: Moment): AgentTarget[] {
  const rows = [...tables.containerInstances.values()].filter(({ status }) => status !== "INACTIVE");
  return rows.slice(0, MOST_LISTED).map(({ containerInstanceArn, spec, agentConnected }) => {
    const cluster = spec.clusterArn.slice(spec.clusterArn.lastIndexOf("/") + 1);
    return {
      key: containerInstanceArn,
      label: `${spec.ec2InstanceId} · ${cluster}`,
      connected: agentConnected,
      input: { cluster: spec.clusterArn, containerInstance: containerInstanceArn },
    };
  });
}

/** Every registry, the registries that ACTIVE task definitions name, and the images; Docker Hub is always there. */
export function pullScopes({ tables }: Moment): PullScope[] {
  const active = [...tables.taskDefinitions.values()].filter((row) => row.status === "ACTIVE");
  const images = active.flatMap(({ definition }) =>
    definition.containerDefinitions.map((each) => withoutTag(each.image)),
  );
  const names = [...new Set(images)].sort();
  const registries = [...new Set(["docker.io", ...names.map(registryOf)])].sort();
  return [
    { key: EVERY_REGISTRY, kind: "all", name: "", input: {}, isHub: true },
    ...registries.map(
      (name): PullScope => ({
        key: name,
        kind: "registry",
        name,
        input: { registry: name },
        isHub: name === "docker.io",
      }),
    ),
    ...names.map(
      (name): PullScope => ({
        key: `image ${name}`,
        kind: "image",
        name,
        input: { image: name },
        isHub: registryOf(name) === "docker.io",
      }),
    ),
  ];
}

/** What ends the faults of a row, operation by operation. */
export function endOf({ scope, timesSlower, failing }: RegistryFaultRow): { operation: string; input: object }[] {
  const place = scope === EVERY_REGISTRY ? {} : scope.includes("/") ? { image: scope } : { registry: scope };
  return [
    ...(timesSlower === 1 ? [] : [{ operation: "SlowRegistry", input: { ...place, timesSlower: 1 } }]),
    ...(failing === undefined ? [] : [{ operation: "FailPulls", input: { ...place, count: 0 } }]),
  ];
}

/** The target that a selection means: the container, the task, or the task's first container; undefined for none. */
export function targetOf<Target extends KillTarget | StopTarget>(
  targets: readonly Target[],
  selection: Selection | undefined,
): Target | undefined {
  return targets.find(({ key, task }) => key === selection?.key || task.taskArn === selection?.key);
}

function newestTasks({ tables }: Moment): TaskRow[] {
  return [...tables.tasks.values()].reverse();
}

function nameOf(task: TaskRow): string {
  return `${familyAndRevision(task.spec.taskDefinitionArn)} · ${shortId(task.taskArn)}`;
}

function consequenceOf({ tables }: Moment, task: TaskRow, { name, phase }: ContainerRow): Consequence {
  if (phase === "STOPPING") return "ends-the-wait";
  const definition = tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition;
  const container = definition?.containerDefinitions.find((each) => each.name === name);
  const { enabled = false, ignoredExitCodes = [] } = container?.restartPolicy ?? {};
  if (enabled && !ignoredExitCodes.includes(137) && task.desiredStatus === "RUNNING") return "restarts";
  return container?.essential === false ? "task-goes-on" : "task-stops";
}

function withoutTag(image: string): string {
  const [name = ""] = image.split("@");
  const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  return colon === -1 ? name : name.slice(0, colon);
}

function registryOf(image: string): string {
  const slash = image.indexOf("/");
  const first = slash === -1 ? "" : image.slice(0, slash);
  return /[.:]|^localhost$/.test(first) ? first : "docker.io";
}

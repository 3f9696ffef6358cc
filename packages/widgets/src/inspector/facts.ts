/** The facts of a selected thing, grouped as the ECS console groups them. Pure: rows in, lines of text out. */
import { environmentOf, usedMemoryMiB } from "@quayside/simulator";
import {
  type ContainerRow,
  containersOf,
  familyAndRevision,
  lastPart,
  type Moment,
  type Selection,
  selectedRow,
  type TaskRow,
} from "../cloud.ts";
import { containerLook, type StateLook, taskLook } from "../state-look.ts";
import { waitText, wallText } from "../timeline/clock.ts";
import type { InspectorTexts } from "./texts.ts";

/** One line: a name as the API spells it, and its value. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** A second, quieter value: the time since the task was created. */
  readonly aside?: string;
  readonly look?: StateLook;
}

export interface FactGroup {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** The facts, or undefined when the thing does not exist at that moment. */
export function factsOf(moment: Moment, selection: Selection, t: InspectorTexts): FactGroup[] | undefined {
  const { tables } = moment;
  if (selection.table === "tasks") {
    const task = tables.tasks.get(selection.key);
    return task === undefined ? undefined : taskFacts(moment, task, t);
  }
  const row = selectedRow(tables, selection);
  return row === undefined ? undefined : [{ title: t.general, facts: plainFacts(row) }];
}

function taskFacts(moment: Moment, task: TaskRow, t: InspectorTexts): FactGroup[] {
  const { spec } = task;
  const groups: FactGroup[] = [
    {
      title: t.status,
      facts: [
        { name: "lastStatus", value: task.lastStatus, look: taskLook(task.lastStatus) },
        { name: "desiredStatus", value: task.desiredStatus },
        { name: "healthStatus", value: task.healthStatus },
      ],
    },
  ];
  const stopped = [
    { name: "stopCode", value: task.stopCode ?? "" },
    { name: "stoppedReason", value: task.stoppedReason ?? "" },
  ].filter((fact) => fact.value !== "");
  if (stopped.length > 0) groups.push({ title: t.stopped, facts: stopped });
  groups.push({ title: t.containers, facts: containerFacts(moment, task) });
  const environment = environmentFacts(moment, task);
  if (environment.length > 0) groups.push({ title: t.environment, facts: environment });
  groups.push({ title: t.network, facts: networkFacts(moment, task) });
  groups.push({ title: t.times, facts: timeFacts(task, t) });
  groups.push({
    title: t.general,
    facts: [
      { name: "taskArn", value: task.taskArn },
      { name: "taskDefinition", value: familyAndRevision(spec.taskDefinitionArn) },
      { name: "cluster", value: lastPart(spec.clusterArn) },
      { name: "launchType", value: `${spec.launchType} ${spec.platformVersion}` },
      { name: "cpu / memory", value: `${spec.cpu} / ${spec.memory} MiB` },
      { name: "group", value: spec.group },
    ],
  });
  return groups;
}

function containerFacts(moment: Moment, task: TaskRow): Fact[] {
  return containersOf(moment.tables, task.taskArn).map((container) => {
    const ended = container.exitCode === undefined ? "" : `, exitCode ${container.exitCode}`;
    const health = container.healthStatus === "UNKNOWN" ? "" : `, ${container.healthStatus}`;
    const restarts = container.restartCount === 0 ? "" : `, RestartCount ${container.restartCount}`;
    const look = containerLook(container.phase, container.exitCode, container.reason);
    const value = `${container.lastStatus}${ended}${health}${restarts}`;
    const aside = container.reason ?? memoryText(container, moment.atMs);
    return {
      name: container.name,
      value,
      look,
      ...(aside === undefined ? {} : { aside }),
    };
  });
}

/** What each container gets as variables; of a secret only the place where its value is kept. */
function environmentFacts({ tables }: Moment, { spec }: TaskRow): Fact[] {
  const definition = tables.taskDefinitions.get(spec.taskDefinitionArn)?.definition;
  const containers = definition?.containerDefinitions ?? [];
  return containers.flatMap((container) => {
    const override = spec.overrides.containerOverrides?.find(({ name }) => name === container.name);
    return environmentOf(container, override).map(({ name, source, shown }) => ({
      name: containers.length === 1 ? name : `${container.name}: ${name}`,
      value: shown,
      ...(source === "environment" ? {} : { aside: source === "secret" ? "secrets" : "overrides" }),
    }));
  });
}

/** What a running process holds at the moment shown; AWS shows it in Container Insights. */
function memoryText({ phase, memory, startedAtMs }: ContainerRow, atMs: number): string | undefined {
  if (phase !== "RUNNING" || memory === undefined || startedAtMs === undefined) return undefined;
  return `${Math.floor(usedMemoryMiB(memory, atMs - startedAtMs))} MiB`;
}

function networkFacts({ tables }: Moment, task: TaskRow): Fact[] {
  const subnet = tables.subnets.get(task.spec.subnetId);
  const eni = task.networkInterface;
  return [
    {
      name: "subnet",
      value: `${subnet?.name ?? ""} ${task.spec.subnetId}`.trim(),
      aside: subnet?.availabilityZone ?? task.spec.availabilityZone,
    },
    ...(task.attachmentStatus === undefined ? [] : [{ name: "attachment", value: task.attachmentStatus }]),
    ...(eni === undefined ? [] : [{ name: "networkInterfaceId", value: eni.networkInterfaceId }]),
    ...(eni === undefined ? [] : [{ name: "privateIPv4Address", value: eni.privateIpv4Address }]),
    ...(eni?.publicIpv4Address === undefined ? [] : [{ name: "publicIPv4Address", value: eni.publicIpv4Address }]),
    { name: "assignPublicIp", value: task.spec.assignPublicIp ? "ENABLED" : "DISABLED" },
    { name: "securityGroups", value: task.spec.securityGroups.join(", ") },
  ];
}

function timeFacts(task: TaskRow, t: InspectorTexts): Fact[] {
  const { createdAtMs } = task.spec;
  const moments: readonly (readonly [string, number | undefined])[] = [
    ["createdAt", createdAtMs],
    ["connectivityAt", task.connectivityAtMs],
    ["pullStartedAt", task.pullStartedAtMs],
    ["pullStoppedAt", task.pullStoppedAtMs],
    ["startedAt", task.startedAtMs],
    ["stoppingAt", task.stoppingAtMs],
    ["executionStoppedAt", task.executionStoppedAtMs],
    ["stoppedAt", task.stoppedAtMs],
  ];
  return moments
    .filter((entry): entry is readonly [string, number] => entry[1] !== undefined)
    .sort((left, right) => left[1] - right[1])
    .map(([name, atMs]) => ({
      name,
      value: wallText(atMs).slice(11, 19),
      aside: t.after({ text: waitText(atMs - createdAtMs) }),
    }));
}

/** Any row as lines: plain values as they are, lists and objects as JSON, without what is empty. */
function plainFacts(row: object): Fact[] {
  return Object.entries(row)
    .filter(([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => {
      if (name.endsWith("AtMs") && typeof value === "number")
        return { name: name.slice(0, -2), value: wallText(value) };
      return { name, value: typeof value === "object" ? JSON.stringify(value, null, 1) : String(value) };
    });
}

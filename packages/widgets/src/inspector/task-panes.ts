/** The tabs of a task as the ECS console groups them: configuration, networking, containers, volumes, tags. */
import {
  environmentOf,
  epochMs,
  type RegisteredContainerDefinition,
  usedMemoryMiB,
  waitText,
} from "@quayside/simulator";
import { wallText } from "../base/clock.ts";
import {
  type ContainerRow,
  containersOf,
  familyAndRevision,
  lastPart,
  type Moment,
  type TaskRow,
} from "../base/cloud.ts";
import { containerLook, taskLook } from "../base/state-look.ts";
import { type Fact, type FactGroup, fact, type Pane, tagFacts } from "./fact.ts";
import type { TabName } from "./tabs.ts";
import type { InspectorTexts } from "./texts/index.ts";
import { mountFacts, volumeGroups } from "./volume-facts.ts";

/** What a tab of a task shows; undefined for those that are no lists of facts. */
export function taskPane(moment: Moment, task: TaskRow, tab: TabName, t: InspectorTexts): Pane | undefined {
  switch (tab) {
    case "configuration":
      return { groups: configuration(moment, task, t) };
    case "networking":
      return { groups: [{ title: t.network, facts: networkFacts(moment, task) }] };
    case "containers":
      return {
        groups: containersOf(moment.tables, task.taskArn).flatMap((row) => containerGroups(moment, task, row, t)),
      };
    case "volumes": {
      const definition = definitionOf(moment, task);
      const groups = definition === undefined ? [] : volumeGroups(definition, t);
      return groups.length === 0 ? { note: t.noVolumes } : { groups };
    }
    case "tags":
      return task.tags.length === 0
        ? { note: t.noTags }
        : { groups: [{ title: t.tabs.tags, facts: tagFacts(task.tags) }] };
    default:
      return undefined;
  }
}

function configuration(moment: Moment, task: TaskRow, t: InspectorTexts): FactGroup[] {
  const { spec } = task;
  const definition = definitionOf(moment, task);
  const stopped = [...fact("stopCode", task.stopCode), ...fact("stoppedReason", task.stoppedReason)];
  return [
    {
      title: t.status,
      facts: [
        { name: "lastStatus", value: task.lastStatus, look: taskLook(task.lastStatus) },
        { name: "desiredStatus", value: task.desiredStatus },
        { name: "healthStatus", value: task.healthStatus },
      ],
    },
    ...(stopped.length > 0 ? [{ title: t.stopped, facts: stopped }] : []),
    {
      title: t.containers,
      facts: containersOf(moment.tables, task.taskArn).map((row) => containerFact(moment, row)),
    },
    { title: t.times, facts: timeFacts(moment, task, t) },
    {
      title: t.general,
      facts: [
        { name: "taskArn", value: task.taskArn },
        {
          name: "taskDefinition",
          value: familyAndRevision(spec.taskDefinitionArn),
          to: { table: "taskDefinitions", key: spec.taskDefinitionArn },
        },
        { name: "cluster", value: lastPart(spec.clusterArn), to: { table: "clusters", key: spec.clusterArn } },
        ...fact("service", spec.serviceArn && lastPart(spec.serviceArn), {
          to: { table: "services", key: spec.serviceArn ?? "" },
        }),
        { name: "launchType", value: [spec.launchType, spec.platformVersion].filter(Boolean).join(" ") },
        { name: "cpu / memory", value: `${spec.cpu} / ${spec.memory} MiB` },
        { name: "group", value: spec.group },
        ...fact("startedBy", spec.startedBy),
        ...fact("executionRoleArn", spec.overrides.executionRoleArn ?? definition?.executionRoleArn),
        ...fact("taskRoleArn", spec.overrides.taskRoleArn ?? definition?.taskRoleArn),
        ...fact("containerOverrides", spec.overrides.containerOverrides),
      ],
    },
  ];
}

function containerFact({ atMs }: Moment, container: ContainerRow): Fact {
  const ended = container.exitCode === undefined ? "" : `, exitCode ${container.exitCode}`;
  const health = container.healthStatus === "UNKNOWN" ? "" : `, ${container.healthStatus}`;
  const restarts = container.restartCount === 0 ? "" : `, RestartCount ${container.restartCount}`;
  const look = containerLook(container.phase, container.exitCode, container.reason);
  const aside = container.reason ?? memoryText(container, atMs);
  return {
    name: container.name,
    value: `${container.lastStatus}${ended}${health}${restarts}`,
    look,
    ...(aside === undefined ? {} : { aside }),
  };
}

function containerGroups(moment: Moment, task: TaskRow, row: ContainerRow, t: InspectorTexts): FactGroup[] {
  const container = definitionOf(moment, task)?.containerDefinitions.find(({ name }) => name === row.name);
  if (container === undefined) return [];
  const environment = environmentFacts(task, container, row.fileVariables);
  return [
    {
      title: row.name,
      facts: [
        { ...containerFact(moment, row), name: "lastStatus" },
        ...fact("phase", row.phase),
        ...execFacts(moment, row),
        { name: "image", value: container.image },
        ...fact("imageDigest", row.imageDigest),
        { name: "essential", value: String(container.essential) },
        ...fact("cpu", container.cpu === 0 ? undefined : container.cpu),
        ...fact("memory", container.memory),
        ...fact("memoryReservation", container.memoryReservation),
        ...fact("portMappings", portsOf(container)),
        ...fact("dependsOn", container.dependsOn?.map((each) => `${each.containerName}: ${each.condition}`).join(", ")),
        ...fact("healthCheck", container.healthCheck?.command.join(" ")),
        ...fact("logDriver", container.logConfiguration?.logDriver),
        ...mountFacts(container),
      ],
    },
    ...(environment.length > 0 ? [{ title: `${row.name}: ${t.environment}`, facts: environment }] : []),
  ];
}

/** Only of a task that was started for ECS Exec. */
function execFacts({ tables }: Moment, { containerArn }: ContainerRow): Fact[] {
  const agent = tables.execAgents.get(containerArn);
  const sessions = tables.execSessions.bucket("container", containerArn).size;
  return [
    ...fact("managedAgents", agent && `ExecuteCommandAgent ${agent.lastStatus}`, { aside: agent?.reason ?? "" }),
    ...fact("ECS Exec", sessions === 0 ? undefined : sessions),
  ];
}

function portsOf({ portMappings = [] }: RegisteredContainerDefinition): string {
  return portMappings
    .map(({ containerPort, hostPort, containerPortRange: range, protocol = "tcp" }) =>
      range === undefined ? `${hostPort ?? containerPort}:${containerPort}/${protocol}` : `${range}/${protocol}`,
    )
    .join(", ");
}

/** Names of the other lists, as the API has them. */
const LISTS = { file: "environmentFiles", secret: "secrets", override: "overrides" } as const;

/** What a container gets as variables; of a secret only the place where its value is kept. */
function environmentFacts(
  { spec }: TaskRow,
  container: RegisteredContainerDefinition,
  files: ContainerRow["fileVariables"],
): Fact[] {
  const override = spec.overrides.containerOverrides?.find(({ name }) => name === container.name);
  return environmentOf(container, override, files).map(({ name, source, shown }) => ({
    name,
    value: shown,
    ...(source === "environment" ? {} : { aside: LISTS[source] }),
  }));
}

/** What a running process holds at the moment shown; AWS shows it in Container Insights. */
function memoryText({ phase, memory, startedAtMs }: ContainerRow, atMs: number): string | undefined {
  if (phase !== "RUNNING" || memory === undefined || startedAtMs === undefined) return undefined;
  return `${Math.floor(usedMemoryMiB(memory, atMs - startedAtMs))} MiB`;
}

function networkFacts({ tables }: Moment, task: TaskRow): Fact[] {
  const { spec, networkInterface: eni } = task;
  const subnet = tables.subnets.get(spec.subnetId);
  return [
    ...fact("networkMode", spec.networkMode),
    {
      name: "subnet",
      value: `${subnet?.name ?? ""} ${spec.subnetId}`.trim(),
      aside: subnet?.availabilityZone ?? spec.availabilityZone,
      to: { table: "subnets", key: spec.subnetId },
    },
    ...fact("attachment", task.attachmentStatus),
    ...fact("networkInterfaceId", eni?.networkInterfaceId),
    ...fact("macAddress", eni?.macAddress),
    ...fact("privateIPv4Address", eni?.privateIpv4Address),
    ...fact("publicIPv4Address", eni?.publicIpv4Address),
    { name: "assignPublicIp", value: spec.assignPublicIp ? "ENABLED" : "DISABLED" },
    ...fact("securityGroups", spec.securityGroups.join(", ")),
  ];
}

function timeFacts({ tables }: Moment, task: TaskRow, t: InspectorTexts): Fact[] {
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
      value: wallText(epochMs(tables, atMs)).slice(11, 19),
      aside: t.after({ text: waitText(atMs - createdAtMs) }),
    }));
}

function definitionOf({ tables }: Moment, { spec }: TaskRow) {
  return tables.taskDefinitions.get(spec.taskDefinitionArn)?.definition;
}

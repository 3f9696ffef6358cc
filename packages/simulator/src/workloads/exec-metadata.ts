/**
 * What a container is told about itself: the variables that the agent sets, and the task metadata endpoint version 4.
 * Source: Developer Guide, "Amazon ECS task metadata endpoint version 4" and "... for tasks on Fargate" (checked 2026-11-29).
 * Simplified: on several lines, without statistics, and credentials whose secrets are not shown.
 */
import { slashedDate } from "../model/calendar.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import { roleArnOf } from "../model/iam.ts";
import { epochMs, regionOf } from "../model/place.ts";
import type { CloudReaders } from "../model/tables.ts";

/** Where the endpoint is, in every container. */
export const METADATA_ADDRESS = "169.254.170.2";

/** A container with its task. */
interface Of {
  readonly tables: CloudReaders;
  readonly task: TaskRow;
  readonly container: ContainerRow;
}

/** The variables of the agent. */
export function variablesOfAgent({ tables, task, container }: Of): Readonly<Record<string, string>> {
  const { spec } = task;
  const region = regionOf(tables);
  const isOnFargate = spec.placed === undefined;
  return {
    AWS_EXECUTION_ENV: isOnFargate ? "AWS_ECS_FARGATE" : "AWS_ECS_EC2",
    ...(isOnFargate ? { AWS_DEFAULT_REGION: region, AWS_REGION: region } : {}),
    ECS_CONTAINER_METADATA_URI_V4: `http://${METADATA_ADDRESS}/v4/${container.runtimeId ?? ""}`,
    ...(roleOf(tables, task) === undefined ? {} : { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: credentialsPath(task) }),
  };
}

/** What the endpoint answers for a path; undefined when there is nothing. */
export function metadataAt(of: Of, path: string): string | undefined {
  const { task, container, tables } = of;
  const own = `/v4/${container.runtimeId ?? ""}`;
  if (path === own) return json(aboutContainer(of));
  if (path === `${own}/task`) return json(aboutTask(of));
  const role = roleOf(tables, task);
  if (role === undefined || path !== credentialsPath(task)) return undefined;
  return json({
    RoleArn: role,
    AccessKeyId: "ASIAEXAMPLEEXAMPLE00",
    SecretAccessKey: "(secret)",
    Token: "(secret)",
  });
}

function aboutContainer({ tables, task, container }: Of): object {
  const { spec } = task;
  const [family = "", revision = ""] = spec.taskDefinitionArn.split("/").at(-1)?.split(":") ?? [];
  const definition = tables.taskDefinitions
    .get(spec.taskDefinitionArn)
    ?.definition.containerDefinitions.find(({ name }) => name === container.name);
  const address = container.bridgeAddress ?? task.networkInterface?.privateIpv4Address;
  return {
    DockerId: container.runtimeId,
    Name: container.name,
    Image: definition?.image,
    ImageID: container.imageDigest,
    Labels: {
      "com.amazonaws.ecs.cluster": spec.clusterArn,
      "com.amazonaws.ecs.container-name": container.name,
      "com.amazonaws.ecs.task-arn": task.taskArn,
      "com.amazonaws.ecs.task-definition-family": family,
      "com.amazonaws.ecs.task-definition-version": revision,
    },
    DesiredStatus: task.desiredStatus,
    KnownStatus: container.lastStatus,
    StartedAt: momentOf(tables, container.startedAtMs),
    Type: "NORMAL",
    ContainerARN: container.containerArn,
    RestartCount: container.restartCount,
    Networks: [{ NetworkMode: spec.networkMode, ...(address === undefined ? {} : { IPv4Addresses: [address] }) }],
  };
}

function aboutTask({ tables, task }: Of): object {
  const { spec } = task;
  const [Family = "", Revision = ""] = spec.taskDefinitionArn.split("/").at(-1)?.split(":") ?? [];
  return {
    Cluster: spec.clusterArn,
    TaskARN: task.taskArn,
    Family,
    Revision,
    DesiredStatus: task.desiredStatus,
    KnownStatus: task.lastStatus,
    Limits: { CPU: Number(spec.cpu) / 1024, Memory: Number(spec.memory) },
    PullStartedAt: momentOf(tables, task.pullStartedAtMs),
    PullStoppedAt: momentOf(tables, task.pullStoppedAtMs),
    AvailabilityZone: spec.availabilityZone,
    LaunchType: spec.launchType,
    Containers: spec.containerArns.flatMap((arn) => {
      const container = tables.containers.get(arn);
      return container === undefined ? [] : [aboutContainer({ tables, task, container })];
    }),
  };
}

function roleOf(tables: CloudReaders, { spec }: TaskRow): string | undefined {
  const role = spec.overrides.taskRoleArn ?? tables.taskDefinitions.get(spec.taskDefinitionArn)?.definition.taskRoleArn;
  return role === undefined ? undefined : roleArnOf(role);
}

function credentialsPath({ spec }: TaskRow): string {
  return `/v2/credentials/${spec.taskId}`;
}

function momentOf(tables: CloudReaders, atMs: number | undefined): string | undefined {
  return atMs === undefined
    ? undefined
    : `${slashedDate(epochMs(tables, atMs)).replaceAll("/", "-").replace(" ", "T")}Z`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * What Amazon ECS tells, as an event in AWS's shape, made of rows alone. Source: Developer Guide, Amazon ECS events; recorded events
 * of September 2026 (checked 2026-11-29). Simplified: an event comes once and in order; AWS may send it again, or later than the next.
 */
import { fnv1a } from "../../kernel/random.ts";
import { isoMoment, isoSeconds } from "../../model/calendar.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { TaskRow } from "../../model/ecs.ts";
import type { Announcement, EventEnvelope } from "../../model/event-rules.ts";
import { ACCOUNT_ID, epochMs, regionOf } from "../../model/place.ts";
import type { DeploymentRow } from "../../model/services.ts";
import { describeContainerInstance } from "../ecs/container-instances.ts";
import { describeTask, type Readable } from "../ecs/describe.ts";
import type { Shape } from "../shapes.ts";

/** What makes an event besides its envelope. `key`: what its id is made of. */
export interface EventDraft {
  readonly key: string;
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: object;
}

/** The event of an announcement; undefined when AWS sends none: a deployment that nothing watches fails in silence. */
export function ecsEvent(cloud: Readable, told: Announcement, atMs: number): EventEnvelope | undefined {
  const draft = draftOf(cloud, told, isoMoment(epochMs(cloud.tables, atMs)));
  return draft && envelope(cloud, { source: "aws.ecs", ...draft }, atMs);
}

/** An event as it goes over the bus. Its id follows from what it is about, so that a run told again has the same one. */
export function envelope({ tables }: Readable, draft: EventDraft, atMs: number): EventEnvelope {
  const region = regionOf(tables);
  return {
    version: "0",
    id: eventId(`${region} ${draft.key}`),
    "detail-type": draft.detailType,
    source: draft.source,
    account: ACCOUNT_ID,
    time: isoSeconds(epochMs(tables, atMs)),
    region,
    resources: draft.resources,
    // Members without a value are absent from what targets see, and from what patterns are asked about.
    detail: JSON.parse(JSON.stringify(draft.detail)) as object,
  };
}

function eventId(text: string): string {
  const digits = [1, 2, 3, 4].map((seed) => fnv1a(text, seed).toString(16).padStart(8, "0")).join("");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    "-",
  );
}

function draftOf(cloud: Readable, told: Announcement, updatedAt: string): Omit<EventDraft, "source"> | undefined {
  switch (told.about) {
    case "tasks":
      return taskDraft(cloud, told.row, updatedAt);
    case "containerInstances":
      return instanceDraft(cloud, told.row, updatedAt);
    case "deployments":
      return deploymentDraft(cloud, told.row, updatedAt);
    case "services": {
      const { serviceArn, id, action } = told;
      const { eventType, eventName, reason, containerInstanceArns } = action;
      const clusterArn = cloud.tables.services.get(serviceArn)?.clusterArn;
      const detail = { eventType, eventName, clusterArn, containerInstanceArns, reason, createdAt: updatedAt };
      return { key: id, detailType: "ECS Service Action", resources: [serviceArn], detail };
    }
  }
}

/** Times of an answer as events write them. */
function iso(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : isoMoment(Math.round(seconds * 1000));
}

function taskDraft(cloud: Readable, row: TaskRow, updatedAt: string): Omit<EventDraft, "source"> {
  const task = describeTask(cloud, row, { tags: false, health: false });
  const { healthStatus: _, tags: __, platformFamily: ___, fargateEphemeralStorage: ____, ...shown } = task;
  // An event tells of the connection one version late.
  const isConnected = row.startedAtMs !== undefined || row.lastStatus === "STOPPED";
  const detail = {
    ...shown,
    attachments: task.attachments?.map((attachment) => ({ ...attachment, type: "eni" })),
    connectivity: isConnected ? task.connectivity : undefined,
    connectivityAt: isConnected ? iso(task.connectivityAt) : undefined,
    containers: task.containers?.map((container) => containerOf(row, container)),
    createdAt: iso(task.createdAt),
    executionStoppedAt: iso(task.executionStoppedAt),
    overrides: { ...task.overrides, inferenceAcceleratorOverrides: undefined },
    pullStartedAt: iso(task.pullStartedAt),
    pullStoppedAt: iso(task.pullStoppedAt),
    startedAt: iso(task.startedAt),
    stoppedAt: iso(task.stoppedAt),
    stoppingAt: iso(task.stoppingAt),
    updatedAt,
  };
  const key = `${row.taskArn} ${row.version}`;
  return { key, detailType: "ECS Task State Change", resources: [row.taskArn], detail };
}

function containerOf({ spec }: TaskRow, container: Shape<"ecs", "Container">): object {
  const { healthStatus: _, networkBindings, managedAgents, ...shown } = container;
  return {
    ...shown,
    networkBindings: spec.networkMode === "awsvpc" ? undefined : networkBindings,
    managedAgents: managedAgents?.map((agent) => ({ ...agent, lastStartedAt: iso(agent.lastStartedAt) })),
  };
}

function instanceDraft(cloud: Readable, row: ContainerInstanceRow, updatedAt: string): Omit<EventDraft, "source"> {
  const { tags: _, healthStatus: __, ...shown } = describeContainerInstance(cloud, row);
  const detail = {
    ...shown,
    clusterArn: row.spec.clusterArn,
    registeredAt: iso(shown.registeredAt),
    registeredResources: shown.registeredResources?.map(resourceOf),
    remainingResources: shown.remainingResources?.map(resourceOf),
    updatedAt,
  };
  const key = `${row.containerInstanceArn} ${row.version}`;
  return { key, detailType: "ECS Container Instance State Change", resources: [row.containerInstanceArn], detail };
}

/** An event gives of each resource only the value that it has. */
function resourceOf({ name, type, integerValue, stringSetValue }: Shape<"ecs", "Resource">): object {
  return type === "STRINGSET" ? { name, type, stringSetValue } : { name, type, integerValue };
}

/** Names and levels of what becomes of a deployment. */
const ROLLOUTS = {
  IN_PROGRESS: { eventType: "INFO", eventName: "SERVICE_DEPLOYMENT_IN_PROGRESS" },
  COMPLETED: { eventType: "INFO", eventName: "SERVICE_DEPLOYMENT_COMPLETED" },
  FAILED: { eventType: "ERROR", eventName: "SERVICE_DEPLOYMENT_FAILED" },
} as const;

function deploymentDraft(
  { tables }: Readable,
  { deploymentId, serviceArn, rolloutState, rolloutStateReason: reason, number }: DeploymentRow,
  updatedAt: string,
): Omit<EventDraft, "source"> | undefined {
  const { deploymentCircuitBreaker, alarms } = tables.services.get(serviceArn)?.deploymentConfiguration ?? {};
  const isWatched = deploymentCircuitBreaker?.enable === true || alarms?.enable === true;
  if (rolloutState === "FAILED" && !isWatched) return undefined;
  const detail = { ...ROLLOUTS[rolloutState], deploymentId, updatedAt, reason };
  const key = `${deploymentId} ${number} ${rolloutState} ${updatedAt}`;
  return { key, detailType: "ECS Deployment State Change", resources: [serviceArn], detail };
}

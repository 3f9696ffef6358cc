/** What is told of a task and its containers when two runs are compared: facts by name, as values that can be equal. */
import type { ContainerRow, TaskRow } from "../base/cloud.ts";
import { containersOf, familyAndRevision, type Tables } from "../base/cloud.ts";

/** A length of time, a moment, or a text in AWS's words. */
export type FactValue = { readonly waitMs: number } | { readonly atMs: number } | string;

/** What facts are about, in the order in which they are shown; the words for them are in texts.ts. */
export const FACT_NAMES = [
  "revision",
  "created",
  "subnet",
  "instance",
  "status",
  "phase",
  "health",
  "pull",
  "running",
  "stopped",
  "stopCode",
  "exitCode",
  "reason",
  "restarts",
] as const;

export type FactName = (typeof FACT_NAMES)[number];

/** One fact; `container` when it is one of a container. */
export interface Fact {
  readonly name: FactName;
  readonly container?: string;
  readonly value: FactValue;
}

/** Every fact of a task that there is at the moment. */
export function factsOf(tables: Tables, task: TaskRow): Fact[] {
  const { spec } = task;
  const since = (atMs: number) => ({ waitMs: atMs - spec.createdAtMs });
  const { startedAtMs, stoppedAtMs, stopCode, stoppedReason, healthStatus } = task;
  return [
    { name: "revision", value: familyAndRevision(spec.taskDefinitionArn) },
    { name: "created", value: { atMs: spec.createdAtMs } },
    { name: "subnet", value: tables.subnets.get(spec.subnetId)?.name ?? spec.subnetId },
    ...optional("instance", instanceOf(tables, task)),
    { name: "status", value: statusOf(task) },
    ...optional("health", healthStatus === "UNKNOWN" ? undefined : healthStatus),
    ...optional("pull", pullOf(task)),
    ...optional("running", startedAtMs === undefined ? undefined : since(startedAtMs)),
    ...optional("stopped", stoppedAtMs === undefined ? undefined : since(stoppedAtMs)),
    ...optional("stopCode", stopCode),
    ...optional("reason", stoppedReason),
    ...containersOf(tables, task.taskArn).flatMap(factsOfContainer),
  ];
}

/** The EC2 instance that a task runs on, as short as the map writes it; undefined on Fargate. */
export function instanceOf({ containerInstances }: Tables, { spec: { placed } }: TaskRow): string | undefined {
  const instance = placed === undefined ? undefined : containerInstances.get(placed.containerInstanceArn);
  return instance?.spec.ec2InstanceId.slice(0, 7);
}

/** `lastStatus`, and where it is on its way to. */
function statusOf({ lastStatus, desiredStatus }: TaskRow): string {
  const stops = desiredStatus === "STOPPED" && lastStatus !== "STOPPED" && lastStatus !== "DELETED";
  return stops ? `${lastStatus} → STOPPED` : lastStatus;
}

function pullOf({ pullStartedAtMs, pullStoppedAtMs }: TaskRow): FactValue | undefined {
  if (pullStartedAtMs === undefined || pullStoppedAtMs === undefined) return undefined;
  return { waitMs: pullStoppedAtMs - pullStartedAtMs };
}

function factsOfContainer({ name: container, phase, exitCode, reason, healthStatus, restartCount }: ContainerRow) {
  const facts: Fact[] = [
    { name: "phase", value: phase },
    ...optional("health", healthStatus === "UNKNOWN" ? undefined : healthStatus),
    ...optional("exitCode", exitCode === undefined ? undefined : String(exitCode)),
    ...optional("reason", reason),
    ...optional("restarts", restartCount === 0 ? undefined : String(restartCount)),
  ];
  return facts.map((fact) => ({ ...fact, container }));
}

function optional(name: FactName, value: FactValue | undefined): Fact[] {
  return value === undefined ? [] : [{ name, value }];
}

/** Whether two facts say the same. */
export function isSameValue(left: FactValue | undefined, right: FactValue | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

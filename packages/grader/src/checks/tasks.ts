/** Finds the tasks that a check is about, stopped and forgotten ones included, and names them for people. */

import type { CheckView } from "../condition.ts";
import type { RowIn, RowStory } from "../history.ts";
import type { Text } from "../text.ts";
import { type Requirement, unmet } from "./requirements.ts";
import { say } from "./texts/index.ts";

export type TaskRow = RowIn<"tasks">;
export type TaskStory = RowStory<TaskRow>;
export type TaskStatus = TaskRow["lastStatus"];
export type StopCode = NonNullable<TaskRow["stopCode"]>;

/** Which tasks a check means. What is left out does not matter, so that any valid route passes. */
export interface TaskMatch {
  /** Family of the task definition. */
  readonly family?: string;
  /** Name of the cluster. */
  readonly cluster?: string;
  readonly launchType?: "EC2" | "FARGATE";
  /** Its task group: `family:web` unless RunTask said otherwise. */
  readonly taskGroup?: string;
  /** Name of the service that started it; true: any service; false: none. */
  readonly service?: string | boolean;
  /** What its task definition must hold. */
  readonly definition?: readonly Requirement[];
  /** Availability Zone in which it was placed. */
  readonly availabilityZone?: string;
  /** Subnet in which it has, or was to have, its interface. */
  readonly subnetId?: string;
  /** Whether RunTask asked for a public address. */
  readonly assignPublicIp?: boolean;
}

/** Every task that fits, in the order of creation. */
export function tasksMatching(view: CheckView, match: TaskMatch): TaskStory[] {
  return view.history.stories("tasks").filter((story) => matchesTask(view, story.latest.row, match));
}

/** The family in a task definition's ARN. */
function familyOf(task: TaskRow): string {
  return revisionOf(task).split(":")[0] as string;
}

/** `family:revision` of a task. */
export function revisionOf(task: TaskRow): string {
  return lastPart(task.spec.taskDefinitionArn);
}

/** A task as a sentence calls it: the beginning of its id. */
export function nameOf(task: TaskRow): string {
  return `task ${task.spec.taskId.slice(0, 8)}`;
}

/** The same at the beginning of a sentence. */
export function titleOf(task: TaskRow): string {
  return `Task ${task.spec.taskId.slice(0, 8)}`;
}

/** "No task ... yet", for a check whose tasks do not exist. */
export function noTaskYet({ family, service, cluster, launchType, subnetId, definition = [] }: TaskMatch): Text {
  return say("noTask", { family, service, cluster, launchType, subnetId, withDefinition: definition.length > 0 });
}

/** Has the task come to its end? */
export function isOver(story: TaskStory): boolean {
  return story.removed || isFinal(story.latest.row.lastStatus);
}

/** STOPPED, or DELETED after it. */
function isFinal(status: TaskStatus): boolean {
  return status === "STOPPED" || status === "DELETED";
}

/** The last part of an ARN: a task id, a cluster name, `family:revision`. */
function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** The task that a container or a network interface belongs to, or "" for the interface of a machine; groups rows by task. */
export function taskArnOf(row: { readonly taskArn?: string }): string {
  return row.taskArn ?? "";
}

/** Whole seconds, for sentences. */
export function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

/** Whether a task is one of those that are meant. */
export function matchesTask(view: CheckView, task: TaskRow, match: TaskMatch): boolean {
  if (match.family !== undefined && familyOf(task) !== match.family) return false;
  if (match.cluster !== undefined && lastPart(task.spec.clusterArn) !== match.cluster) return false;
  if (match.taskGroup !== undefined && task.spec.group !== match.taskGroup) return false;
  if (match.service !== undefined && !isOfService(task, match.service)) return false;
  if (match.launchType !== undefined && task.spec.launchType !== match.launchType) return false;
  if (match.availabilityZone !== undefined && task.spec.availabilityZone !== match.availabilityZone) return false;
  if (match.subnetId !== undefined && task.spec.subnetId !== match.subnetId) return false;
  if (match.assignPublicIp !== undefined && task.spec.assignPublicIp !== match.assignPublicIp) return false;
  if (match.definition === undefined) return true;
  const definition = view.history.story("taskDefinitions", task.spec.taskDefinitionArn)?.latest.row.definition;
  return definition !== undefined && unmet(definition, match.definition).length === 0;
}

function isOfService({ spec: { serviceArn } }: TaskRow, service: string | boolean): boolean {
  if (typeof service === "boolean") return (serviceArn !== undefined) === service;
  return serviceArn !== undefined && lastPart(serviceArn) === service;
}

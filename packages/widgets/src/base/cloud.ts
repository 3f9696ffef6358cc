/** Rows of the simulated cloud as the widgets read them, and the few facts that several pictures derive from them. */
import type { RowIn } from "@quayside/grader";
import type { Session } from "@quayside/simulator";

export type { RowIn } from "@quayside/grader";

/** The tables at one moment: the session's own, or a past moment's folded from the journal. */
export type Tables = Session["tables"];
export type TaskRow = RowIn<"tasks">;
export type ContainerRow = RowIn<"containers">;
export type SubnetRow = RowIn<"subnets">;
export type Ec2InstanceRow = RowIn<"ec2Instances">;
export type ContainerInstanceRow = RowIn<"containerInstances">;

/** What every part of a lab looks at: one moment of one run. A new object whenever the moment or the run changed. */
export interface Moment {
  readonly tables: Tables;
  /** The moment shown, in simulated milliseconds. */
  readonly atMs: number;
  /** How far the run has come; equal to `atMs` when the present is shown. */
  readonly headMs: number;
  /** Records of the journal up to the moment shown: the signal that something happened. */
  readonly recordCount: number;
}

/** Tables whose rows a learner can select. */
export const SELECTABLE = [
  "tasks",
  "containers",
  "clusters",
  "taskDefinitions",
  "services",
  "loadBalancers",
  "targetGroups",
  "subnets",
  "containerInstances",
  "ec2Instances",
  "vpcs",
  "securityGroups",
  "images",
  "roles",
  "secrets",
  "parameters",
  "fileSystems",
  "logGroups",
] as const;

/** What is selected: a table and a key in it; or a record of the journal by its number, to ask why. */
export interface Selection {
  readonly table: (typeof SELECTABLE)[number] | "records";
  readonly key: string;
}

/** The selected row; undefined when it does not exist at that moment, and for a record of the journal. */
export function selectedRow(tables: Tables, { table, key }: Selection): object | undefined {
  return table === "records" ? undefined : tables[table].get(key);
}

/** Containers of a task, in the order of the definition. */
export function containersOf(tables: Tables, taskArn: string): ContainerRow[] {
  const rows: ContainerRow[] = [];
  for (const key of tables.tasks.get(taskArn)?.spec.containerArns ?? []) {
    const row = tables.containers.get(key);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** `family:revision` of an ARN of a task definition. */
export function familyAndRevision(taskDefinitionArn: string): string {
  return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf("/") + 1);
}

/** What stands behind the last slash: a task's id, a cluster's name. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** The first six characters of a task's id: enough to tell tasks apart on a screen. */
export function shortId(taskArn: string): string {
  return lastPart(taskArn).slice(0, 6);
}

/** Whether a stopped task stopped because something went wrong, as against having done its work or being asked to. */
export function taskFailed(task: TaskRow, containers: readonly ContainerRow[]): boolean {
  if (task.stopCode === "TaskFailedToStart") return true;
  if (task.stopCode !== "EssentialContainerExited") return false;
  return containers.some((container) => container.exitCode !== undefined && container.exitCode !== 0);
}

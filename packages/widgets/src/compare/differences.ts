/**
 * What differs between two runs at one moment: how many tasks have each status and stand in each subnet, and, for every
 * pair of tasks in the same role, each fact in both. A pure function of the two sets of tables and the roles.
 */
import type { Tables, TaskRow } from "../base/cloud.ts";
import type { Role, Roles } from "./roles.ts";
import type { RunName } from "./run-pair.ts";
import {
  FACT_NAMES,
  type Fact,
  type FactName,
  type FactValue,
  factsOf,
  instanceOf,
  isSameValue,
} from "./task-facts.ts";

/** One run at the moment that both show. */
export interface Side {
  readonly tables: Tables;
  readonly roles: Roles;
}

/** A number in both runs: tasks with a status, or tasks that are meant to run in a subnet or on an instance. */
export interface CountRow {
  readonly kind: "status" | "subnet" | "instance";
  /** The status, the subnet's name, or the id of the EC2 instance. */
  readonly name: string;
  readonly a: number;
  readonly b: number;
}

/** A fact in both runs; undefined where there is none. */
export interface FactRow {
  readonly name: FactName;
  readonly container: string | undefined;
  readonly a: FactValue | undefined;
  readonly b: FactValue | undefined;
  readonly same: boolean;
}

/** Two tasks in the same role; one of them may be missing. */
export interface TaskPair {
  readonly role: Role;
  readonly a: TaskRow | undefined;
  readonly b: TaskRow | undefined;
  readonly facts: readonly FactRow[];
  readonly same: boolean;
}

export interface Differences {
  readonly counts: readonly CountRow[];
  readonly tasks: readonly TaskPair[];
  /** Pairs of tasks that differ. */
  readonly differing: number;
}

/** Compares two runs at the moment that both show. */
export function differencesOf(a: Side, b: Side): Differences {
  const tasks = rolesOf(a, b).map((role) => pairOf(role, a, b));
  const differing = tasks.filter((pair) => !pair.same).length;
  const counts = COUNTED.flatMap((kind) => countRows(kind, a, b));
  return { counts, tasks, differing };
}

/** Every role that a task has at the moment in either run: those of `a` in their order, then those of `b` alone. */
function rolesOf(a: Side, b: Side): Role[] {
  const roles = new Map<string, Role>();
  for (const side of [a, b]) {
    for (const taskArn of side.tables.tasks.keys()) {
      const role = side.roles.of(taskArn);
      if (role !== undefined && !roles.has(role.id)) roles.set(role.id, role);
    }
  }
  return [...roles.values()];
}

function pairOf(role: Role, a: Side, b: Side): TaskPair {
  const [left, right] = [taskOf(role, a), taskOf(role, b)];
  const facts = factRows(a, left, b, right);
  return { role, a: left, b: right, facts, same: facts.every((row) => row.same) };
}

function taskOf(role: Role, { roles, tables }: Side): TaskRow | undefined {
  const taskArn = roles.taskIn(role.id);
  return taskArn === undefined ? undefined : tables.tasks.get(taskArn);
}

/** Facts of the task first, then those of each container together. */
function factRows(a: Side, left: TaskRow | undefined, b: Side, right: TaskRow | undefined): FactRow[] {
  const groups = new Map<string | undefined, Map<FactName, { a?: FactValue; b?: FactValue }>>();
  const take = (facts: readonly Fact[], side: RunName): void => {
    for (const { name, container, value } of facts) {
      const group = groups.get(container) ?? new Map<FactName, { a?: FactValue; b?: FactValue }>();
      groups.set(container, group.set(name, { ...group.get(name), [side]: value }));
    }
  };
  if (left !== undefined) take(factsOf(a.tables, left), "a");
  if (right !== undefined) take(factsOf(b.tables, right), "b");
  return [...groups].flatMap(([container, facts]) =>
    FACT_NAMES.flatMap((name) => {
      const values = facts.get(name);
      if (values === undefined) return [];
      return [{ name, container, a: values.a, b: values.b, same: isSameValue(values.a, values.b) }];
    }),
  );
}

const COUNTED = ["status", "subnet", "instance"] as const;

function countRows(kind: CountRow["kind"], a: Side, b: Side): CountRow[] {
  const [inA, inB] = [countsOf(kind, a), countsOf(kind, b)];
  const names = new Set([...inA.keys(), ...inB.keys()]);
  const rows = [...names].map((name) => ({ kind, name, a: inA.get(name) ?? 0, b: inB.get(name) ?? 0 }));
  return rows.sort((one, other) => rankOf(one) - rankOf(other) || (one.name < other.name ? -1 : 1));
}

/** Tasks by name of what is counted. */
function countsOf(kind: CountRow["kind"], { tables }: Side): Map<string, number> {
  const counts = new Map<string, number>();
  for (const task of tables.tasks.values()) {
    if (kind !== "status" && task.desiredStatus === "STOPPED") continue;
    const name = counted(kind, tables, task);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function counted(kind: CountRow["kind"], tables: Tables, task: TaskRow): string | undefined {
  if (kind === "status") return task.lastStatus;
  return kind === "instance" ? instanceOf(tables, task) : tables.subnets.get(task.spec.subnetId)?.name;
}

const STATUSES = [
  "PROVISIONING",
  "PENDING",
  "ACTIVATING",
  "RUNNING",
  "DEACTIVATING",
  "STOPPING",
  "DEPROVISIONING",
  "STOPPED",
  "DELETED",
];

function rankOf({ kind, name }: CountRow): number {
  return kind === "status" ? STATUSES.indexOf(name) : 0;
}

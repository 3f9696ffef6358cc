/**
 * Which task of one run stands where which task of another stands: the third web server of a cluster is the third web
 * server in both, whatever its id, its revision and its place. Told from the journal, so that a task keeps its role when
 * others have gone.
 */
import type { JournalRecord } from "@quayside/simulator";
import { lastPart, type TaskRow } from "../base/cloud.ts";

/** A task's place in its run. */
export interface Role {
  /** The same text in another run for the task that stands there. */
  readonly id: string;
  /** Its group without the kind: `webserver` of `family:webserver`. */
  readonly group: string;
  /** Its number in the group, from 1, in the order in which they were made. */
  readonly number: number;
}

/** Grows with its journal, and starts again when the journal went back. */
export class Roles {
  readonly #roles = new Map<string, Role>();
  readonly #tasks = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  #read = 0;
  #last: JournalRecord | undefined;

  /** Takes in what is new. */
  follow(records: readonly JournalRecord[]): void {
    if (this.#read > records.length || (this.#read > 0 && records[this.#read - 1] !== this.#last)) this.#forget();
    for (; this.#read < records.length; this.#read += 1) {
      for (const { table, before, after } of records[this.#read]?.changes ?? []) {
        if (table === "tasks" && before === undefined) this.#take(after as TaskRow);
      }
    }
    this.#last = records[this.#read - 1];
  }

  /** The role of a task; undefined for a task that the journal does not know. */
  of(taskArn: string): Role | undefined {
    return this.#roles.get(taskArn);
  }

  /** ARN of the task with a role; it may be gone by now, or not be there yet. */
  taskIn(roleId: string): string | undefined {
    return this.#tasks.get(roleId);
  }

  /** Every role so far, in the order in which the tasks were made. */
  get all(): IterableIterator<Role> {
    return this.#roles.values();
  }

  #take({ taskArn, spec }: TaskRow): void {
    const place = `${lastPart(spec.clusterArn)} ${spec.group}`;
    const number = (this.#counts.get(place) ?? 0) + 1;
    this.#counts.set(place, number);
    const role = { id: `${place} ${number}`, group: spec.group.replace(/^[a-z]+:/, ""), number };
    this.#roles.set(taskArn, role);
    this.#tasks.set(role.id, taskArn);
  }

  #forget(): void {
    this.#roles.clear();
    this.#tasks.clear();
    this.#counts.clear();
    this.#read = 0;
  }
}

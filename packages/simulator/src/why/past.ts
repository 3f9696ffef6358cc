/** Rows as they stood when a record had just been written, found in the journal alone: the session may be anywhere. */

import { JournalView } from "../journal-view.ts";
import type { Journal } from "../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import { RECORD_TRAITS } from "../model/record-traits.ts";
import type { JournalRecord } from "../model/records.ts";
import type { CloudReaders, RowOf, TableName } from "../model/tables.ts";
import type { RegisteredContainerDefinition, RegisteredTaskDefinition } from "../model/task-definition.ts";

/** The cloud just after one record of a journal. */
export class Past {
  readonly journal: Journal;
  /** The record's number; every row is as this record left it. */
  readonly seq: number;
  #tables: CloudReaders | undefined;
  #rows = new Map<string, object | undefined>();

  constructor(journal: Journal, seq: number) {
    this.journal = journal;
    this.seq = seq;
  }

  /** The cloud just after another record of the same journal. */
  at(seq: number): Past {
    return seq === this.seq ? this : new Past(this.journal, seq);
  }

  /** Whole tables, for what looks through them. Folded from the beginning of the journal when first asked for. */
  get tables(): CloudReaders {
    if (this.#tables === undefined) {
      const view = new JournalView(this.journal);
      view.moveToRecord(this.seq + 1);
      this.#tables = view.tables;
    }
    return this.#tables;
  }

  /** A row by its key, or undefined when there was none. Looks back to the last change of it, then remembers. */
  row<Name extends TableName>(table: Name, key: string): RowOf<Name> | undefined {
    const known = `${table} ${key}`;
    if (!this.#rows.has(known)) this.#rows.set(known, this.#find(table, key));
    return this.#rows.get(known) as RowOf<Name> | undefined;
  }

  /** The task that a record about a task or one of its containers belongs to. */
  taskOf({ kind, subject }: JournalRecord): TaskRow | undefined {
    const { about } = RECORD_TRAITS[kind];
    if (about === "tasks") return this.row("tasks", subject);
    const container = about === "containers" ? this.row("containers", subject) : undefined;
    return container && this.row("tasks", container.taskArn);
  }

  /** The containers of a task, in the order of its definition. */
  containersOf({ spec }: TaskRow): ContainerRow[] {
    return spec.containerArns.flatMap((key) => this.row("containers", key) ?? []);
  }

  /** The definition that a task runs. */
  definitionOf({ spec }: TaskRow): RegisteredTaskDefinition | undefined {
    return this.row("taskDefinitions", spec.taskDefinitionArn)?.definition;
  }

  /** One container's part of the definition. */
  containerDefinitionOf(task: TaskRow, name: string): RegisteredContainerDefinition | undefined {
    return this.definitionOf(task)?.containerDefinitions.find((each) => each.name === name);
  }

  #find(table: string, key: string): object | undefined {
    const { records } = this.journal;
    for (let seq = this.seq; seq >= 0; seq -= 1) {
      const changes = records[seq]?.changes ?? [];
      for (let at = changes.length - 1; at >= 0; at -= 1) {
        const change = changes[at];
        if (change?.key === key && change.table === table) return change.after;
      }
    }
    return undefined;
  }
}

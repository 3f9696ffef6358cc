/** What of a run is drawn: the tables of pictures and recordings, and the changes of their rows as plain data. */
import type { RowChange } from "./kernel/journal.ts";
import type { Table } from "./kernel/table.ts";
import type { CloudTables, TableName } from "./model/tables.ts";

/** The tables that are drawn, and the one that says where and when. */
export const PICTURED: readonly TableName[] = [
  "places",
  "clusters",
  "taskDefinitions",
  "tasks",
  "containers",
  "ec2Instances",
  "containerInstances",
  "vpcs",
  "subnets",
];

/** A row as it was afterwards; `undefined` when it went. */
export interface PicturedChange {
  readonly table: string;
  readonly key: string;
  readonly after: object | undefined;
}

/** Of the changes of a record those that are drawn. */
export function picturedChanges(changes: readonly RowChange[]): PicturedChange[] {
  return changes
    .filter(({ table }) => PICTURED.includes(table as TableName))
    .map(({ table, key, after }) => ({ table, key, after }));
}

/** Writes a change into tables. @returns the row before */
export function putChange(tables: CloudTables, { table: name, key, after }: PicturedChange): object | undefined {
  const table = tables[name as TableName] as unknown as Table<object>;
  return after === undefined ? table.remove(key) : table.put(after);
}

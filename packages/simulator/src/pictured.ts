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
  "services",
  "loadBalancers",
  "listeners",
  "rules",
  "targetGroups",
  "targets",
  "clientFlows",
  "serviceRevisions",
  "deployments",
];

/** What changed of a row, of a new one all that has a value; nothing when it went. */
export interface PicturedChange {
  readonly table: string;
  readonly key: string;
  readonly fields?: object;
}

/** Of the changes of a record those that are drawn. */
export function picturedChanges(changes: readonly RowChange[]): PicturedChange[] {
  return changes
    .filter(({ table }) => PICTURED.includes(table as TableName))
    .map(({ table, key, before, after }) => {
      if (after === undefined) return { table, key };
      // What has no value yet is left out of a new row, too.
      const old = (before ?? {}) as Readonly<Record<string, unknown>>;
      const fields = Object.fromEntries(Object.entries(after).filter(([name, value]) => old[name] !== value));
      return { table, key, fields };
    });
}

/** Writes a change into tables. @returns the row before and after */
export function putChange(
  tables: CloudTables,
  { table: name, key, fields }: PicturedChange,
): { readonly before: object | undefined; readonly after: object | undefined } {
  const table = tables[name as TableName] as unknown as Table<object>;
  const after = fields && { ...table.get(key), ...fields };
  return { before: after === undefined ? table.remove(key) : table.put(after), after };
}

/**
 * The tree of what there is in the cloud at one moment, as the flat list of its visible rows: headings, and things by their
 * keys. A row is cheap: names and states are read when it is drawn, and only rows in the window are drawn.
 */
import { familyAndRevision, type Moment, type Selection, type Tables } from "../base/cloud.ts";

/** A heading of the tree. */
export type Heading =
  | "clusters"
  | "tasks"
  | "containerInstances"
  | "taskDefinitions"
  | "family"
  | "network"
  | "subnets"
  | "securityGroups"
  | "account"
  | "roles"
  | "secrets"
  | "parameters"
  | "logGroups"
  | "fileSystems"
  | "images";

/** One visible row of the tree. */
export interface TreeRow {
  /** Unique in the tree, the same as long as the thing is there. */
  readonly id: string;
  /** From 1. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  /** What choosing it selects; headings select nothing. */
  readonly selection?: Selection;
  readonly heading?: Heading;
  /** Name of a heading that has one of its own: a family. */
  readonly name?: string;
  /** How many things are below a heading. */
  readonly count?: number;
  /** Whether its children are shown; absent when it can have none. */
  readonly open?: boolean;
}

/** Ids of rows that the learner opened or closed by hand, against what is usual. */
export type Turned = ReadonlySet<string>;

interface Branch {
  readonly row: Omit<TreeRow, "position" | "siblings" | "open">;
  /** Given: it can be opened. */
  readonly children?: () => readonly Branch[];
  readonly opensByItself?: boolean;
}

/** Every row that is visible, from the top. */
export function treeRows({ tables }: Moment, turned: Turned): TreeRow[] {
  const rows: TreeRow[] = [];
  append(rows, trunk(tables), turned);
  return rows;
}

function append(rows: TreeRow[], branches: readonly Branch[], turned: Turned): void {
  for (const [index, { row, children, opensByItself = false }] of branches.entries()) {
    const place = { position: index + 1, siblings: branches.length };
    if (children === undefined) {
      rows.push({ ...row, ...place });
      continue;
    }
    const open = opensByItself !== turned.has(row.id);
    rows.push({ ...row, ...place, open });
    if (open) append(rows, children(), turned);
  }
}

function trunk(tables: Tables): Branch[] {
  return [
    heading("clusters", 1, tables.clusters.size, () => clusters(tables), true),
    heading("taskDefinitions", 1, tables.taskDefinitions.size, () => families(tables), true),
    heading("network", 1, tables.subnets.size + tables.securityGroups.size, () => [
      things(tables, "subnets", 2, true),
      things(tables, "securityGroups", 2),
    ]),
    heading("account", 1, accountSize(tables), () =>
      (["roles", "secrets", "parameters", "logGroups", "fileSystems", "images"] as const)
        .filter((table) => tables[table].size > 0)
        .map((table) => things(tables, table, 2)),
    ),
  ];
}

function clusters(tables: Tables): Branch[] {
  const keys = [...tables.clusters.keys()];
  const tasks = byCluster(tables.tasks.values());
  const instances = byCluster(tables.containerInstances.values());
  return keys.map((key) => ({
    row: { id: key, level: 2, selection: { table: "clusters", key } },
    opensByItself: true,
    children: () => [
      list("tasks", key, tasks.get(key), (row) => row.taskArn),
      list("containerInstances", key, instances.get(key), (row) => row.containerInstanceArn),
    ],
  }));
}

/** A list of a cluster under its heading, newest first. */
function list<Row>(
  table: "tasks" | "containerInstances",
  cluster: string,
  rows: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
): Branch {
  const found = rows ?? [];
  const row = { id: `${table} ${cluster}`, level: 3, heading: table, count: found.length };
  if (found.length === 0) return { row };
  const children = () => found.toReversed().map((each): Branch => leaf(table, keyOf(each), 4));
  return { row, children, opensByItself: true };
}

function byCluster<Row extends { readonly spec: { readonly clusterArn: string } }>(
  rows: Iterable<Row>,
): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.spec.clusterArn);
    if (known === undefined) found.set(row.spec.clusterArn, [row]);
    else known.push(row);
  }
  return found;
}

/** Families with several revisions are headings; of a single revision, the revision itself stands there. */
function families(tables: Tables): Branch[] {
  const found = new Map<string, string[]>();
  for (const { family, taskDefinitionArn } of tables.taskDefinitions.values()) {
    found.set(family, [taskDefinitionArn, ...(found.get(family) ?? [])]);
  }
  return [...found].map(([family, arns]): Branch => {
    const [only = ""] = arns;
    if (arns.length === 1) return leaf("taskDefinitions", only, 2);
    const row = { id: `family ${family}`, level: 2, heading: "family", name: family, count: arns.length } as const;
    return { row, children: () => arns.map((key) => leaf("taskDefinitions", key, 3)), opensByItself: true };
  });
}

type Listed =
  | "subnets"
  | "securityGroups"
  | "roles"
  | "secrets"
  | "parameters"
  | "logGroups"
  | "fileSystems"
  | "images";

function things(tables: Tables, table: Listed, level: number, opensByItself = false): Branch {
  const children = () => [...tables[table].keys()].map((key) => leaf(table, key, level + 1));
  return heading(table, level, tables[table].size, children, opensByItself);
}

function accountSize(tables: Tables): number {
  const { roles, secrets, parameters, logGroups, fileSystems, images } = tables;
  return [roles, secrets, parameters, logGroups, fileSystems, images].reduce((sum, { size }) => sum + size, 0);
}

function heading(
  name: Heading,
  level: number,
  count: number,
  children: () => readonly Branch[],
  opensByItself = false,
): Branch {
  const row = { id: name, level, heading: name, count };
  return count === 0 ? { row } : { row, children, opensByItself };
}

function leaf(table: Selection["table"], key: string, level: number): Branch {
  return { row: { id: `${table} ${key}`, level, selection: { table, key } } };
}

/** What a row is called: names as AWS shows them, ids shortened as everywhere. */
export function nameOf(tables: Tables, { table, key }: Selection): string {
  const named: Partial<Record<Selection["table"], string | undefined>> = {
    subnets: tables.subnets.get(key)?.name,
    securityGroups: tables.securityGroups.get(key)?.groupName,
    secrets: tables.secrets.get(key)?.name,
    parameters: tables.parameters.get(key)?.name,
    logGroups: tables.logGroups.get(key)?.logGroupName,
  };
  if (table === "taskDefinitions") return familyAndRevision(key);
  if (table === "images") return key;
  return named[table] ?? key.slice(key.lastIndexOf("/") + 1);
}

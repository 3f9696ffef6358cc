/** What each tab of a selected thing shows at a moment. Pure: rows in, facts out. */
import { type Moment, type Selection, selectedRow } from "../base/cloud.ts";
import { clusterOverview, clusterPane } from "./cluster-panes.ts";
import { definitionOverview, definitionPane } from "./definition-panes.ts";
import { type FactGroup, type Pane, plainFacts } from "./fact.ts";
import { serviceOverview, servicePane } from "./service-panes.ts";
import type { TabName } from "./tabs.ts";
import { taskItems } from "./task-items.ts";
import { taskPane } from "./task-panes.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** A tab as facts and lists; undefined for the tabs that are drawn otherwise (logs, life, JSON) and for what is not there. */
export function paneOf(moment: Moment, selection: Selection, tab: TabName, t: InspectorTexts): Pane | undefined {
  const { tables } = moment;
  const { table, key } = selection;
  if (table === "tasks") {
    const task = tables.tasks.get(key);
    return task && taskPane(moment, task, tab, t);
  }
  if (table === "clusters") {
    const cluster = tables.clusters.get(key);
    return cluster && clusterPane(moment, cluster, tab, t);
  }
  if (table === "services") {
    const row = tables.services.get(key);
    return row && servicePane(moment, row, tab, t);
  }
  if (table === "taskDefinitions") {
    const row = tables.taskDefinitions.get(key);
    return row && definitionPane(row, tab, t);
  }
  const row = selectedRow(tables, selection);
  if (row === undefined) return undefined;
  if (table === "containerInstances" && tab === "tasks") return instanceTasks(moment, key, t);
  return tab === "configuration" ? { groups: [{ title: t.general, facts: plainFacts(tables, flat(row)) }] } : undefined;
}

/** What stands above the tabs. */
export function overviewOf(moment: Moment, { table, key }: Selection, t: InspectorTexts): FactGroup | undefined {
  const cluster = table === "clusters" ? moment.tables.clusters.get(key) : undefined;
  if (cluster !== undefined) return clusterOverview(moment, cluster, t);
  const service = table === "services" ? moment.tables.services.get(key) : undefined;
  if (service !== undefined) return serviceOverview(moment, service, t);
  const definition = table === "taskDefinitions" ? moment.tables.taskDefinitions.get(key) : undefined;
  return definition && definitionOverview(definition, t);
}

function instanceTasks(moment: Moment, key: string, t: InspectorTexts): Pane {
  const items = taskItems(moment, ({ spec }) => spec.placed?.containerInstanceArn === key);
  return items.length === 0 ? { note: t.noTasks } : { items };
}

/** A row with what was registered once beside what changes. */
function flat(row: object): object {
  const { spec, slot: _slot, ...rest } = row as { readonly spec?: object; readonly slot?: number };
  return { ...spec, ...rest };
}

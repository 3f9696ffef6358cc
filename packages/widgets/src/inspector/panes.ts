/** What each tab of a selected thing shows at a moment. Pure: rows in, facts out. */
import { type Moment, type RowIn, type Selection, selectedRow } from "../base/cloud.ts";
import { balancerOverview, balancerPane, groupOverview, groupPane } from "./balancer-panes.ts";
import { clusterOverview, clusterPane } from "./cluster-panes.ts";
import { definitionOverview, definitionPane } from "./definition-panes.ts";
import { type FactGroup, type Pane, plainFacts } from "./fact.ts";
import { serviceOverview, servicePane } from "./service-panes.ts";
import type { TabName } from "./tabs.ts";
import { taskItems } from "./task-items.ts";
import { taskPane } from "./task-panes.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** What a table's rows have that have tabs of their own. */
interface Shown<Row> {
  readonly pane: (moment: Moment, row: Row, tab: TabName, t: InspectorTexts) => Pane | undefined;
  /** What stands above the tabs. */
  readonly overview?: (moment: Moment, row: Row, t: InspectorTexts) => FactGroup;
}

type Table = Exclude<Selection["table"], "records">;

/** Rows of the other tables are shown as they are. */
const SHOWN: { readonly [Name in Table]?: Shown<RowIn<Name>> } = {
  tasks: { pane: taskPane },
  clusters: { pane: clusterPane, overview: clusterOverview },
  services: { pane: servicePane, overview: serviceOverview },
  taskDefinitions: {
    pane: (_moment, row, tab, t) => definitionPane(row, tab, t),
    overview: (_moment, row, t) => definitionOverview(row, t),
  },
  loadBalancers: { pane: balancerPane, overview: (_moment, row, t) => balancerOverview(row, t) },
  targetGroups: { pane: groupPane, overview: groupOverview },
};

/** A tab as facts and lists; undefined for the tabs that are drawn otherwise (logs, life, JSON) and for what is not there. */
export function paneOf(moment: Moment, selection: Selection, tab: TabName, t: InspectorTexts): Pane | undefined {
  const row = selectedRow(moment.tables, selection);
  if (row === undefined) return undefined;
  const { table, key } = selection;
  const shown = shownOf(selection);
  if (shown !== undefined) return shown.pane(moment, row, tab, t);
  if (table === "containerInstances" && tab === "tasks") return instanceTasks(moment, key, t);
  return tab === "configuration"
    ? { groups: [{ title: t.general, facts: plainFacts(moment.tables, flat(row)) }] }
    : undefined;
}

/** What stands above the tabs. */
export function overviewOf(moment: Moment, selection: Selection, t: InspectorTexts): FactGroup | undefined {
  const row = selectedRow(moment.tables, selection);
  return row && shownOf(selection)?.overview?.(moment, row, t);
}

/** A selection's row is one of its table. */
function shownOf({ table }: Selection): Shown<object> | undefined {
  return table === "records" ? undefined : (SHOWN[table] as Shown<object> | undefined);
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

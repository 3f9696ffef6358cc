/** The tabs of a service as the ECS console groups them: deployments, events, tasks, configuration; and the decisions of its scheduler, which are ours. */
import {
  epochMs,
  type HookRun,
  type JournalRecord,
  type ServiceDecision,
  type ServiceRow,
  type TrafficShift,
} from "@quayside/simulator";
import { clockText, wallText } from "../base/clock.ts";
import type { Moment } from "../base/cloud.ts";
import { type DeploymentFacts, livingServices, serviceFacts } from "../base/service-facts.ts";
import { type FactGroup, fact, type Item, type Pane, plainFacts, tagFacts } from "./fact.ts";
import type { TabName } from "./tabs.ts";
import { taskItems } from "./task-items.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** What stands above the tabs, as the console's overview. */
export function serviceOverview({ tables }: Moment, row: ServiceRow, t: InspectorTexts): FactGroup {
  const { running, pending, bounds, heldBy, deployments } = serviceFacts(tables, row);
  return {
    title: t.overview,
    facts: [
      { name: "status", value: row.status },
      ...fact("desiredCount", row.desiredCount, bounds && { aside: t.between(bounds.lower, bounds.upper) }),
      ...fact("runningCount", running),
      ...fact("pendingCount", pending),
      ...fact("taskDefinition", deployments[0]?.definition, {
        to: { table: "taskDefinitions", key: deployments[0]?.taskDefinitionArn ?? "" },
      }),
      ...fact(t.heldBy, heldBy.map((bound) => t.bounds[bound]).join("; ")),
    ],
  };
}

/** What a tab shows; undefined for JSON. */
export function servicePane(moment: Moment, row: ServiceRow, tab: TabName, t: InspectorTexts): Pane | undefined {
  switch (tab) {
    case "deployments":
      return { groups: serviceFacts(moment.tables, row).deployments.map((each) => deploymentGroup(moment, each)) };
    case "events":
      return events(moment, row, t);
    case "tasks": {
      const items = taskItems(moment, ({ spec }) => spec.serviceArn === row.serviceArn);
      return items.length === 0 ? { note: t.noTasks } : { items };
    }
    case "configuration":
      return { groups: [{ title: t.general, facts: plainFacts(moment.tables, configurationOf(row)) }] };
    case "tags":
      return row.tags.length === 0
        ? { note: t.noTags }
        : { groups: [{ title: t.tabs.tags, facts: tagFacts(row.tags) }] };
    default:
      return undefined;
  }
}

/** Services of a cluster as a list. */
export function serviceItems({ tables }: Moment, clusterArn: string): Item[] {
  const rows = livingServices(tables).filter((row) => row.clusterArn === clusterArn);
  return rows.map((row) => ({
    selection: { table: "services", key: row.serviceArn },
    name: row.serviceName,
    detail: `${row.status} ${serviceFacts(tables, row).running}/${row.desiredCount}`,
  }));
}

function deploymentGroup({ tables }: Moment, deployment: DeploymentFacts): FactGroup {
  const { row, definition, taskDefinitionArn, running, pending } = deployment;
  const whole = tables.serviceDeployments.get(row.serviceDeploymentArn);
  return {
    title: `${row.status} ${definition}`,
    facts: [
      { name: "rolloutState", value: row.rolloutState },
      ...fact("rolloutStateReason", row.rolloutStateReason),
      ...fact("failedTasks", row.failedTasks),
      ...fact("desiredCount", row.desiredCount),
      ...fact("runningCount", running),
      ...fact("pendingCount", pending),
      { name: "taskDefinition", value: definition, to: { table: "taskDefinitions", key: taskDefinitionArn } },
      { name: "id", value: row.deploymentId },
      ...fact("createdAt", wallText(epochMs(tables, row.createdAtMs))),
      ...fact("serviceDeployment", whole?.status),
      ...fact("statusReason", whole?.statusReason),
      ...(whole?.deploymentId === row.deploymentId ? shiftFacts(whole.shift) : []),
    ],
  };
}

/** Stage, weights and hooks of a deployment that shifts traffic, in the words of DescribeServiceDeployments. */
function shiftFacts(shift: TrafficShift | undefined): FactGroup["facts"] {
  if (shift === undefined) return [];
  const { stage, movesTraffic, testWeight, productionWeight, hooks } = shift;
  const hook = ({ hookId, targetArn = hookId, status }: HookRun) => `${targetArn} ${status}`;
  return [
    ...fact("lifecycleStage", stage),
    ...(movesTraffic ? fact("requestedTestTrafficWeight", testWeight) : []),
    ...(movesTraffic ? fact("requestedProductionTrafficWeight", productionWeight) : []),
    ...fact("lifecycleHookDetails", hooks.map(hook).join("; ")),
  ];
}

/** Newest first, in AWS's words. */
function events({ tables }: Moment, { serviceArn }: ServiceRow, t: InspectorTexts): Pane {
  const rows = [...tables.serviceEvents.bucket("service", serviceArn)].flatMap(
    (id) => tables.serviceEvents.get(id) ?? [],
  );
  const facts = rows.reverse().map(({ createdAtMs, message }) => ({ name: clockText(createdAtMs), value: message }));
  return facts.length === 0 ? { note: t.noEvents } : { groups: [{ title: t.tabs.events, facts, isTold: true }] };
}

/** What was asked for, without what the scheduler keeps for itself. */
function configurationOf(row: ServiceRow): object {
  const { slot: _slot, series: _series, rests: _rests, boundBy: _bound, token: _token, tags: _tags, ...rest } = row;
  const { isSteady: _steady, isRebalancing: _rebalancing, deploymentsMade: _made, ...others } = rest;
  const { looksAtMs: _looks, startedLately: _started, ...asked } = others;
  return asked;
}

/** Decisions that are shown. */
const MOST_DECISIONS = 60;

/** What each beat of the scheduler saw, was bound by and did, newest first, up to a moment. */
export function decisionsPane(
  records: readonly JournalRecord[],
  { recordCount }: Moment,
  serviceArn: string,
  t: InspectorTexts,
): Pane {
  const rows: string[][] = [];
  for (let at = Math.min(recordCount, records.length) - 1; at >= 0 && rows.length < MOST_DECISIONS; at -= 1) {
    const record = records[at];
    if (record?.kind === "SERVICE_DECIDED" && record.subject === serviceArn)
      rows.push([clockText(record.atMs), ...decisionCells(record.facts, t)]);
  }
  if (rows.length === 0) return { note: t.noDecisions };
  return { table: { caption: t.tabs.decisions, columns: t.decisionColumns, rows }, note: t.aboutDecisions };
}

function decisionCells(
  { desired, lower, upper, total, healthy, acts, bounds }: ServiceDecision,
  t: InspectorTexts,
): string[] {
  const does = acts.map((act) => `${t.does[act.does]} ${act.count} (${act.motive})`);
  return [
    String(desired),
    `${lower}–${upper}`,
    `${healthy}/${total}`,
    does.length === 0 ? t.nothing : does.join(", "),
    bounds.map((bound) => t.bounds[bound]).join("; "),
  ];
}

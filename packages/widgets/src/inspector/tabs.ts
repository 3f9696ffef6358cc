/** Which tabs a selected thing has, in the order of the ECS console; its life and its JSON are ours and stand last. */
import type { Selection } from "../base/cloud.ts";

/** One tab of the inspector. */
export type TabName =
  | "configuration"
  | "containers"
  | "logs"
  | "networking"
  | "volumes"
  | "services"
  | "listeners"
  | "targets"
  | "traffic"
  | "deployments"
  | "events"
  | "decisions"
  | "tasks"
  | "infrastructure"
  | "scheduled"
  | "metrics"
  | "placement"
  | "tags"
  | "life"
  | "json";

const PLAIN: readonly TabName[] = ["configuration", "json"];

const TABS: Partial<Record<Selection["table"], readonly TabName[]>> = {
  tasks: ["configuration", "logs", "networking", "containers", "volumes", "tags", "life", "json"],
  containers: ["configuration", "logs", "json"],
  clusters: ["services", "tasks", "infrastructure", "scheduled", "metrics", "tags", "json"],
  taskDefinitions: ["containers", "json", "placement", "volumes", "tags"],
  services: ["deployments", "events", "decisions", "tasks", "configuration", "tags", "json"],
  loadBalancers: ["listeners", "traffic", "configuration", "tags", "json"],
  targetGroups: ["targets", "traffic", "configuration", "tags", "json"],
  containerInstances: ["configuration", "tasks", "json"],
};

/** The tabs of a selected thing; the first one is shown when none was chosen. */
export function tabsOf({ table }: Selection): readonly TabName[] {
  return TABS[table] ?? PLAIN;
}

/** The tab to show: the one that was chosen last, if the thing has it; of a cluster its tasks, which are there with and without services. */
export function tabFor(selection: Selection, chosen: TabName | undefined): TabName {
  const tabs = tabsOf(selection);
  if (chosen !== undefined && tabs.includes(chosen)) return chosen;
  return selection.table === "clusters" ? "tasks" : (tabs[0] ?? "json");
}

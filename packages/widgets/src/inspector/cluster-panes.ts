/**
 * The tabs of a cluster as the ECS console groups them. What the simulator does not have says so: an empty list that looks
 * like AWS's would be a lie.
 */
import type { ClusterRow } from "@quayside/simulator";
import type { Moment, TaskRow } from "../base/cloud.ts";
import { type FactGroup, fact, type Item, type Pane, tagFacts } from "./fact.ts";
import { serviceItems } from "./service-panes.ts";
import type { TabName } from "./tabs.ts";
import { taskItems } from "./task-items.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** What stands above the tabs, as the console's overview. */
export function clusterOverview({ tables }: Moment, { clusterArn, status }: ClusterRow, t: InspectorTexts): FactGroup {
  const tasks = [...tables.tasks.values()].filter(({ spec }) => spec.clusterArn === clusterArn);
  const count = (wanted: (task: TaskRow) => boolean) => String(tasks.filter(wanted).length);
  return {
    title: t.overview,
    facts: [
      { name: "status", value: status },
      { name: "runningTasksCount", value: count(({ lastStatus }) => lastStatus === "RUNNING") },
      {
        name: "pendingTasksCount",
        value: count(({ lastStatus }) => lastStatus === "PENDING" || lastStatus === "PROVISIONING"),
      },
    ],
  };
}

/** What a tab shows; undefined for JSON. */
export function clusterPane(moment: Moment, cluster: ClusterRow, tab: TabName, t: InspectorTexts): Pane | undefined {
  const { clusterArn, settings, tags } = cluster;
  switch (tab) {
    case "services": {
      const items = serviceItems(moment, clusterArn);
      return items.length === 0 ? { note: t.noServices } : { items };
    }
    case "tasks": {
      const items = taskItems(moment, ({ spec }) => spec.clusterArn === clusterArn);
      return items.length === 0 ? { note: t.noTasks } : { items };
    }
    case "infrastructure":
      return infrastructure(moment, clusterArn, t);
    case "scheduled":
      return { note: t.noSchedules };
    case "metrics":
      return {
        groups: [{ title: t.settings, facts: settings.map(({ name = "", value = "" }) => ({ name, value })) }],
        note: t.noMetrics,
      };
    case "tags":
      return tags.length === 0 ? { note: t.noTags } : { groups: [{ title: t.tabs.tags, facts: tagFacts(tags) }] };
    default:
      return undefined;
  }
}

function infrastructure({ tables }: Moment, clusterArn: string, t: InspectorTexts): Pane {
  const instances = [...tables.containerInstances.values()].filter(({ spec }) => spec.clusterArn === clusterArn);
  const items = instances.map(
    ({ containerInstanceArn: key, spec, status }): Item => ({
      selection: { table: "containerInstances", key },
      name: spec.ec2InstanceId,
      detail: status,
    }),
  );
  const groups = [
    { title: t.capacityProviders, facts: [...fact("FARGATE", t.ready), ...fact("FARGATE_SPOT", t.notSimulated)] },
  ];
  return items.length === 0 ? { groups, note: t.noInstances } : { groups, items };
}

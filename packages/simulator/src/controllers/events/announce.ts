/**
 * Changes that Amazon ECS tells to EventBridge are put on the agenda while some rule looks at events: at the end of the step in
 * which they happen the event is made of what stands then. Without such a rule nothing happens at all.
 */
import { announcementOf, TOLD_TABLES } from "../../events/announcements.ts";
import type { Cloud, CloudReactor } from "../../model/cloud.ts";
import { type Announcement, WATCHING } from "../../model/event-rules.ts";

function tell(sim: Cloud, told: Announcement): void {
  const options = { cause: sim.nextRecord };
  switch (told.about) {
    case "tasks":
      sim.schedule(0, "EVENT_TOLD", told.row.taskArn, told.row.slot, told, options);
      return;
    case "containerInstances":
      sim.schedule(0, "EVENT_TOLD", told.row.containerInstanceArn, told.row.slot, told, options);
      return;
    case "deployments":
      sim.schedule(0, "EVENT_TOLD", told.row.deploymentId, 0, told, options);
      return;
    case "services":
      sim.schedule(0, "EVENT_TOLD", told.serviceArn, 0, told, options);
  }
}

export const EVENT_REACTORS: readonly CloudReactor[] = TOLD_TABLES.map((table) => ({
  name: `events of ${table}`,
  table,
  react: (sim: Cloud, before: object | undefined, after: object | undefined) => {
    if (sim.tables.eventRules.bucket("watching", WATCHING).size === 0) return;
    const told = announcementOf(table, before, after);
    if (told !== undefined) tell(sim, told);
  },
}));

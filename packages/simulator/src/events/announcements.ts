/**
 * Which changes of rows Amazon ECS tells to EventBridge: every new version of a task and of a container instance, what services
 * say, and what becomes of deployments. The same for the bus of a world and for whoever reads its journal.
 */
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import type { TaskRow } from "../model/ecs.ts";
import type { Announcement } from "../model/event-rules.ts";
import type { DeploymentRow, ServiceEventRow } from "../model/services.ts";
import { serviceActionOf } from "./service-actions.ts";

/** The tables whose changes are told. */
export const TOLD_TABLES = ["tasks", "containerInstances", "serviceEvents", "deployments"] as const;

/** One of them. */
export type ToldTable = (typeof TOLD_TABLES)[number];

/** What the change of a row tells; undefined when it is nothing. */
export function announcementOf(
  table: ToldTable,
  before: object | undefined,
  after: object | undefined,
): Announcement | undefined {
  if (after === undefined) return undefined;
  if (table === "serviceEvents") return before === undefined ? saidBy(after as ServiceEventRow) : undefined;
  if (table === "deployments") {
    const row = after as DeploymentRow;
    const was = before as DeploymentRow | undefined;
    return was?.rolloutState === row.rolloutState ? undefined : { about: "deployments", row };
  }
  const { version } = after as TaskRow | ContainerInstanceRow;
  if ((before as TaskRow | ContainerInstanceRow | undefined)?.version === version) return undefined;
  return table === "tasks"
    ? { about: "tasks", row: after as TaskRow }
    : { about: "containerInstances", row: after as ContainerInstanceRow };
}

function saidBy(row: ServiceEventRow): Announcement | undefined {
  const action = serviceActionOf(row);
  return action && { about: "services", serviceArn: row.serviceArn, id: row.id, action };
}

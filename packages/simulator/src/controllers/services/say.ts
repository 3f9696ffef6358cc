/** What a service says: rows of its event list, the newest 100, and records of the journal. */
import { uuid } from "../../kernel/ids.ts";
import type { Told } from "../../model/cause.ts";
import type { Cloud } from "../../model/cloud.ts";
import { SAME_EVENT_AFTER_MS } from "../../model/service-timing.ts";
import { EVENTS_KEPT, type ServiceEventRow, type ServiceRow } from "../../model/services.ts";

/** What is said, and of a task without a place what its instances lacked. */
export type Said = Told & Pick<ServiceEventRow, "failures">;

/** Says it. */
export function say(sim: Cloud, { serviceArn }: ServiceRow, told: Said): void {
  const { reason: message, why, failures } = told;
  const bucket = sim.tables.serviceEvents.bucket("service", serviceArn);
  if (bucket.size >= EVENTS_KEPT) sim.remove("serviceEvents", bucket.values().next().value as string);
  const id = uuid(sim.world.random, "events");
  sim.put("serviceEvents", { id, serviceArn, createdAtMs: sim.nowMs, message, why, failures });
  sim.record("SERVICE_EVENT", serviceArn, { message });
}

/** Says that something keeps the service from what it should do, unless it has said so since tasks were started last. */
export function complain(sim: Cloud, service: ServiceRow, told: Said): void {
  if (!hasComplained(sim, service, told)) say(sim, service, told);
}

/** Whether it has said so since tasks were started last. */
export function hasComplained(sim: Cloud, { serviceArn }: ServiceRow, { reason }: Told): boolean {
  for (const { message, createdAtMs } of eventsOf(sim, serviceArn)) {
    if (message === reason && sim.nowMs - createdAtMs < SAME_EVENT_AFTER_MS) return true;
    if (ENDS_A_CAUSE.test(message)) return false;
  }
  return false;
}

const ENDS_A_CAUSE = /\) has (started \d+ tasks|reached a steady state)/;

/** The events of a service, the newest first. */
export function eventsOf(sim: Cloud, serviceArn: string): readonly ServiceEventRow[] {
  const { serviceEvents } = sim.tables;
  return Array.from(
    serviceEvents.bucket("service", serviceArn),
    (id) => serviceEvents.get(id) as ServiceEventRow,
  ).reverse();
}

/** A service in its steady state: it rests, says so now and then, and ends when it was deleted. */
import { tellServiceEvent } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import { INACTIVE_SERVICE_KEPT_MS, SERVICE_INACTIVE_AFTER, STEADY_AGAIN_AFTER_MS } from "../../model/service-timing.ts";
import type { ServiceRow } from "../../model/services.ts";
import { draw } from "../rows/task-rows.ts";
import { say } from "./say.ts";
import { changeService, forgetService } from "./service-rows.ts";

/**
 * Nothing is left to do for a service.
 * @param goesOn the zones are to be evened out next
 * @param wanted tasks that it has, where others than its desired count say it
 * @returns whether it rests
 */
export function rest(sim: Cloud, serviceArn: string, goesOn: boolean, wanted?: number): boolean {
  const service = sim.tables.services.get(serviceArn) as ServiceRow;
  const { serviceName, desiredCount, isSteady } = service;
  if (isSteady && goesOn) return false;
  const rested = changeService(sim, service, {
    rests: !goesOn,
    isSteady: true,
    steadyAtMs: isSteady ? service.steadyAtMs : sim.nowMs,
  });
  if (isSteady) sim.record("SERVICE_RESTS", serviceArn);
  else {
    sim.record("SERVICE_STEADY", serviceArn, { desiredCount: wanted ?? desiredCount });
    say(sim, service, tellServiceEvent("service.steady", { serviceName }));
  }
  if (goesOn) return false;
  if (rested.status === "ACTIVE") saySteadyAgain(sim, rested);
  if (rested.status === "DRAINING" && sim.tables.tasks.bucket("service", rested.serviceArn).size === 0) {
    sim.schedule(
      draw(sim, "scheduler", SERVICE_INACTIVE_AFTER),
      "SERVICE_GONE",
      rested.serviceArn,
      rested.slot,
      undefined,
    );
  }
  return true;
}

/** A service that rests says again that it is steady, until something wakes it. */
function saySteadyAgain(sim: Cloud, { serviceArn, slot, series, steadyAtMs }: ServiceRow): void {
  const delayMs = Math.max(0, steadyAtMs + STEADY_AGAIN_AFTER_MS - sim.nowMs);
  sim.schedule(delayMs, "SERVICE_STEADY_AGAIN", serviceArn, slot, series);
}

/** It has been steady for hours. */
export function onSteadyAgain(sim: Cloud, entry: CloudEntry<"SERVICE_STEADY_AGAIN">): void {
  const service = sim.tables.services.at(entry.slot);
  if (service?.status !== "ACTIVE" || !service.rests || service.series !== entry.data) return;
  const { serviceName } = service;
  const row = changeService(sim, service, { steadyAtMs: sim.nowMs });
  say(sim, row, tellServiceEvent("service.steady", { serviceName }));
  saySteadyAgain(sim, row);
}

/** A deleted service is INACTIVE a while after its last task. */
export function onServiceGone(sim: Cloud, entry: CloudEntry<"SERVICE_GONE">): void {
  const service = sim.tables.services.at(entry.slot);
  if (service?.status !== "DRAINING") return;
  for (const id of [...sim.tables.serviceEvents.bucket("service", service.serviceArn)]) sim.remove("serviceEvents", id);
  changeService(sim, service, { status: "INACTIVE" });
  sim.schedule(INACTIVE_SERVICE_KEPT_MS, "SERVICE_EXPIRED", service.serviceArn, service.slot, undefined, {
    cause: sim.nextRecord,
  });
  sim.record("SERVICE_INACTIVE", service.serviceArn);
}

/** It can no longer be described. */
export function onServiceExpired(sim: Cloud, entry: CloudEntry<"SERVICE_EXPIRED">): void {
  const service = sim.tables.services.at(entry.slot);
  if (service?.status !== "INACTIVE") return;
  forgetService(sim, service);
  sim.record("SERVICE_EXPIRED", service.serviceArn);
}

/** One beat of the scheduler for a service whose task sets somebody else controls. */
import { type TaskSetEvent, taskSetChart } from "../../charts/service-charts.ts";
import { tellServiceEvent } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { Beat } from "../../model/service-decision.ts";
import type { ServiceRow } from "../../model/services.ts";
import type { TaskSetRow } from "../../model/task-sets.ts";
import { decideForTaskSets, type TaskSetVerdict } from "../../services/task-sets.ts";
import { startTasks, stopTasks } from "./act.ts";
import { scaleInDraw, serviceTasks } from "./read-view.ts";
import { rest } from "./rest.ts";
import { say } from "./say.ts";
import { changeService } from "./service-rows.ts";
import { actOnTargets, serviceTargets } from "./targets.ts";
import { beatAgain } from "./wake.ts";

/** The task sets of a service, the oldest first. */
export function taskSetsOf({ tables }: Cloud, serviceArn: string): readonly TaskSetRow[] {
  return Array.from(tables.taskSets.bucket("service", serviceArn), (id) => tables.taskSets.get(id) as TaskSetRow);
}

/** Changes fields of a task set, its status through the chart. The change belongs to the next record. */
export function changeTaskSet(
  sim: Cloud,
  row: TaskSetRow,
  fields: Partial<TaskSetRow>,
  event?: TaskSetEvent,
): TaskSetRow {
  const status = event === undefined ? row.status : taskSetChart.after(row.status, event);
  return sim.change("taskSets", row, { status, ...fields, updatedAtMs: sim.nowMs });
}

/** The scheduler looks at the task sets of a service. */
export function onTaskSetBeat(sim: Cloud, service: ServiceRow, { idle, missed }: Omit<Beat, "series">): void {
  const { serviceArn } = service;
  const verdict = decideForTaskSets({
    nowMs: sim.nowMs,
    service,
    taskSets: taskSetsOf(sim, serviceArn),
    tasks: serviceTasks(sim, service, new Map()),
    targets: serviceTargets(sim, serviceArn),
    draw: scaleInDraw(sim),
  });
  const hasMoved = noteDown(sim, service, verdict);
  actOnTargets(sim, service, verdict.targetActs);
  let done = verdict.facts.targets === undefined ? 0 : 1;
  for (const start of verdict.starts) done += startTasks(sim, service, start);
  for (const stop of verdict.stops) {
    stopTasks(sim, service, stop);
    done += stop.count;
  }
  tellStability(sim, service, verdict);
  const left = taskSetsOf(sim, serviceArn);
  const isSettled = left.every(
    ({ status, stabilityStatus }) => status !== "DRAINING" && stabilityStatus === "STEADY_STATE",
  );
  if (done === 0 && isSettled && rest(sim, serviceArn, false, verdict.facts.upper)) return;
  beatAgain(sim, service, { missed, idle: done > 0 || hasMoved ? 0 : idle + 1 });
}

/** Writes down what the scheduler saw, when that is news. @returns whether anything has moved */
function noteDown(sim: Cloud, service: ServiceRow, { facts, starts, stops, sets }: TaskSetVerdict): boolean {
  const { serviceArn, serviceName } = service;
  const scaled = taskSetsOf(sim, serviceArn).filter(
    ({ id, computedDesiredCount: before }) => sets.get(id)?.computed !== before,
  );
  if (scaled.length + starts.length + stops.length === 0 && facts.targets === undefined) return false;
  changeService(sim, sim.tables.services.get(serviceArn) as ServiceRow, { isSteady: false });
  sim.record("SERVICE_DECIDED", serviceArn, facts);
  for (const set of scaled) {
    const count = sets.get(set.id)?.computed ?? 0;
    changeTaskSet(sim, set, { computedDesiredCount: count });
    say(sim, service, tellServiceEvent("service.task-set-scaled", { serviceName, taskSetId: set.id, count }));
  }
  return true;
}

/** Sets that have become steady, or no longer are; those that drained are gone with their last task. */
function tellStability(sim: Cloud, service: ServiceRow, { sets }: TaskSetVerdict): void {
  const { serviceName, serviceArn } = service;
  for (const set of taskSetsOf(sim, serviceArn)) {
    const stability = sets.get(set.id)?.stability ?? "STABILIZING";
    if (set.status === "DRAINING" && stability === "STEADY_STATE") {
      sim.remove("taskSets", set.id);
      sim.record("TASK_SET_GONE", set.id, { serviceArn });
    } else if (set.stabilityStatus !== stability) {
      changeTaskSet(sim, set, { stabilityStatus: stability, stabilityStatusAtMs: sim.nowMs });
      sim.record("TASK_SET_STABILITY_CHANGED", set.id, { stabilityStatus: stability });
      if (stability === "STEADY_STATE")
        say(sim, service, tellServiceEvent("service.task-set-steady", { serviceName, taskSetId: set.id }));
    }
  }
}

/**
 * What must hold of traffic after every step: the plan in each book is the one that follows from the rows, unless the book is to
 * be closed at this very moment; and what came is what ended and what is still in flight.
 */
import { planFromRows } from "../controllers/traffic/close-books.ts";
import { flowStateOf } from "../controllers/traffic/flow-state.ts";
import { Simulation } from "../kernel/simulation.ts";
import type { Cloud } from "../model/cloud.ts";
import { NATURES } from "../model/due.ts";
import { ENDS } from "../model/traffic.ts";
import type { Session } from "../session.ts";
import { inFlight } from "../traffic/cohort.ts";
import { isSamePlan } from "../traffic/plan.ts";

/** A sentence for each book that is out of date or does not balance; empty when all is well. */
export function brokenTraffic(session: Session): string[] {
  const sim: Cloud = new Simulation(session.world, { handlers: {}, natures: NATURES });
  return [...stalePlans(sim), ...unbalanced(session)];
}

function stalePlans(sim: Cloud): string[] {
  return [...sim.world.flows.keys()].flatMap((arn) => {
    const state = flowStateOf(sim, arn);
    const balancer = sim.tables.loadBalancers.get(arn);
    if (state === undefined || balancer === undefined || state.changed !== undefined) return [];
    if (state.book.plan.untilMs <= sim.nowMs) return [];
    const isSame = isSamePlan(state.book.plan, planFromRows(sim, balancer));
    return isSame ? [] : [`the plan of ${arn} is not what follows from the rows at ${sim.nowMs} ms`];
  });
}

function unbalanced({ traffic, world }: Session): string[] {
  let open = 0;
  for (let row = 0; row < traffic.length; row += 1) {
    open += traffic.get(row, "came");
    for (const end of ENDS) open -= traffic.get(row, end);
  }
  for (const arn of world.flows.keys()) {
    for (const cohort of flowStateOf({ world }, arn)?.book.cohorts ?? []) open -= inFlight(cohort);
  }
  return open === 0 ? [] : [`${open} requests came and neither ended nor are in flight`];
}

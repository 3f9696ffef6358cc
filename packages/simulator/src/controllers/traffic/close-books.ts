/**
 * Closes the books of load balancers: at their boundaries, and at every moment at which something changes that traffic depends
 * on. The interval that ends runs under the plan that was made when it began; what has changed counts from its moment on.
 */
import { targetsOf } from "../../balancing/rows.ts";
import { type Cloud, trafficOf } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import { type LoadBalancerRow, targetKey } from "../../model/elb.ts";
import type { TrafficLedger } from "../../model/traffic-ledger.ts";
import { type Book, type Clerk, clerkOf, close, dueMs } from "../../traffic/book.ts";
import { inFlight } from "../../traffic/cohort.ts";
import { isSamePlan, NO_PLAN, type Plan, plan } from "../../traffic/plan.ts";
import { replan } from "../../traffic/replan.ts";
import type { TargetView } from "../../traffic/view.ts";
import { type Changes, closeAfter, type FlowState, flowStateOf } from "./flow-state.ts";
import { tellLosses } from "./losses.ts";
import { looksAlike, readTarget } from "./read-target.ts";
import { clientsOf, groupsOf, readView } from "./read-view.ts";

/** An interval of a load balancer ends. */
export function onFlowDue(sim: Cloud, { target: arn, seq }: CloudEntry<"FLOW_DUE">): void {
  const state = flowStateOf(sim, arn);
  if (state === undefined || state.entry !== seq) return;
  const ledger = trafficOf(sim);
  const firstRow = ledger.length;
  const clerk = clerkOf(sim.world.random.seed, arn, (row) => ledger.append(row));
  const closed = close(state.book, sim.nowMs, clerk);
  const next = lookAround(sim, arn, { ...state, book: closed }, clerk);
  const losing = tellLosses(sim, arn, state.losing, firstRow);
  goOn(sim, arn, { ...next, losing, changed: undefined });
}

/**
 * The ledger as it would be if every book were closed now: what has come since the last boundary counts as well. Nothing is closed
 * by it. Requests that are counted stay counted: their number only grows until the interval ends.
 */
export function ledgerNow(sim: Cloud): TrafficLedger {
  const closed = trafficOf(sim);
  if (sim.world.flows.size === 0) return closed;
  const ledger = closed.prefix(closed.length);
  for (const arn of sim.world.flows.keys()) {
    const clerk = clerkOf(sim.world.random.seed, arn, (row) => ledger.append(row));
    close((flowStateOf(sim, arn) as FlowState).book, sim.nowMs, clerk);
  }
  return ledger;
}

/** Goes on until the next boundary, or ends when there are neither clients nor requests any more. */
function goOn(sim: Cloud, arn: string, state: FlowState): void {
  const isOver = state.book.plan.places.length === 0 && state.book.cohorts.every((cohort) => inFlight(cohort) === 0);
  if (isOver && clientsOf(sim, arn).length === 0) {
    sim.world.flows.delete(arn);
    return;
  }
  const nextMs = dueMs(state.book);
  const entry = nextMs === Number.POSITIVE_INFINITY ? 0 : closeAfter(sim, arn, nextMs - sim.nowMs);
  sim.world.flows.set(arn, { ...state, entry });
}

/** Sees what has changed, and puts it into the book. */
function lookAround(sim: Cloud, arn: string, state: FlowState, clerk: Clerk): FlowState {
  const balancer = sim.tables.loadBalancers.get(arn);
  if (balancer === undefined) return { ...state, book: replan(state.book, NO_PLAN, clerk), targets: new Map() };
  const targets = readTargets(sim, balancer, state);
  if (targets === state.targets && state.changed?.everything === undefined) return state;
  const now = plan(readView(sim, balancer, targets, firstCause(state.changed)));
  return { ...state, targets, book: withPlan(state.book, now, targets !== state.targets, clerk) };
}

/** The record that began a change; -1 when it came by itself. */
function firstCause(changed: Changes | undefined): number {
  const [first = -1] = changed?.targets.values() ?? [];
  return changed?.everything ?? first;
}

function withPlan(book: Book, now: Plan, isOther: boolean, clerk: Clerk): Book {
  return isOther || !isSamePlan(book.plan, now) ? replan(book, now, clerk) : book;
}

/** The targets as they are now; the same map when all look as they did. */
function readTargets(
  sim: Cloud,
  balancer: LoadBalancerRow,
  { changed, targets }: Pick<FlowState, "changed" | "targets">,
): FlowState["targets"] {
  const names =
    changed?.everything === undefined
      ? [...(changed?.targets.keys() ?? []), ...dueTargets(sim, targets)]
      : [...targets.keys(), ...targetsBehind(sim, balancer)];
  let after: Map<string, TargetView> | undefined;
  for (const name of new Set(names)) {
    const [row, before] = [sim.tables.targets.get(name), (after ?? targets).get(name)];
    // What a target is when it is seen first, and what it becomes by itself, has been so since its row or its start.
    const usual = before?.since ?? (row && sim.world.tables.targets.recordOf(row)) ?? -1;
    const since = changed?.targets.get(name) ?? (before === undefined ? usual : (changed?.everything ?? usual));
    const view = row && readTarget(sim, balancer, row, since);
    if (looksAlike(view, before)) continue;
    after ??= new Map(targets);
    if (view === undefined) after.delete(name);
    else after.set(name, view);
  }
  return after ?? targets;
}

/** Targets that change by themselves now. */
function dueTargets({ nowMs }: Cloud, targets: FlowState["targets"]): string[] {
  return [...targets].flatMap(([name, { untilMs }]) => (untilMs !== undefined && untilMs <= nowMs ? [name] : []));
}

/** Keys of the targets of all groups that a load balancer uses. */
function targetsBehind(sim: Cloud, { loadBalancerArn }: LoadBalancerRow): string[] {
  return groupsOf(sim, loadBalancerArn).flatMap((group) =>
    targetsOf(sim.tables, group).map(({ targetGroupArn, id, port }) => targetKey(targetGroupArn, id, port)),
  );
}

/** The plan that follows from the rows as they are: what the book must have at the end of every moment. */
export function planFromRows(sim: Cloud, balancer: LoadBalancerRow): Plan {
  const everything = { changed: { everything: -1, targets: new Map() }, targets: new Map() };
  return plan(readView(sim, balancer, readTargets(sim, balancer, everything), -1));
}

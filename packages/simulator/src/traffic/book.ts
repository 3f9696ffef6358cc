/**
 * The books of one load balancer. Nothing happens for a request: an interval is closed whenever something changes, and at
 * boundaries, every second while something settles and every minute while nothing does. What came is what ended and what is
 * still in flight, exactly and in whole numbers. A book never changes: closing gives another one, so copies cost nothing.
 * Simplified: requests are worked out together, in closed form: counts are within 1 % of a simulation of every single one, times within
 * 6 %, wider near saturation and where a queue is shorter than the places. AWS has each request, and real programs are no formula.
 */
import { exp } from "../kernel/arithmetic.ts";
import { binomial, poisson, type Scatter, scatter } from "../kernel/scatter.ts";
import { CONNECT_TIMEOUT_MS, type End } from "../model/traffic.ts";
import { EMPTY_ROW, type EndCounts, type TrafficRow } from "../model/traffic-ledger.ts";
import { type Cohort, inFlight, tidy, timeOut } from "./cohort.ts";
import { NO_PLAN, nextChangeMs, type Plan, type PlannedPlace } from "./plan.ts";
import { requestsBetween } from "./profile.ts";
import { type Load, type Passage, pass } from "./station.ts";

/** Boundaries while something settles, once that has taken long, and while nothing does. Ours. */
const LIVELY_MS = 1000;
const LINGERING_MS = 10_000;
const CALM_MS = 60_000;
/** How long after a change every second is booked, and after how long without one things linger. */
const WATCHED_MS = 10_000;
const LINGERS_AFTER_MS = 300_000;

export interface Book {
  readonly closedAtMs: number;
  /** When something changed last. */
  readonly changedAtMs: number;
  /** Number of the next cohort. */
  readonly nextSlot: number;
  readonly plan: Plan;
  readonly cohorts: readonly Cohort[];
}

/** Who writes: where rows go, and what chance says. */
export interface Clerk {
  readonly write: (row: TrafficRow) => void;
  /** How many requests come. */
  readonly arrivals: Scatter;
  /** What becomes of them. */
  readonly outcomes: Scatter;
}

/** A clerk of a balancer: its draws depend on the seed and its name alone. */
export function clerkOf(seed: number, balancer: string, write: Clerk["write"]): Clerk {
  return { write, arrivals: scatter(seed, `arrivals ${balancer}`), outcomes: scatter(seed, `outcomes ${balancer}`) };
}

/** What an outcome is drawn for; `split` is drawn when the plan changes. */
export const DRAWN = { rejected: 0, left: 1, late: 2, failed: 3, split: 4, shared: 5 } as const;

/** An empty book that begins at a moment. */
export function openBook(atMs: number): Book {
  return { closedAtMs: atMs, changedAtMs: atMs, nextSlot: 0, plan: NO_PLAN, cohorts: [] };
}

/** When the book must be closed next if nothing changes before; infinity while there is nothing to book. */
export function dueMs({ closedAtMs, changedAtMs, plan, cohorts }: Book): number {
  const isLively = cohorts.some(({ isCalm }) => !isCalm);
  if (plan.places.length === 0 && !isLively) return nextChangeMs(plan, closedAtMs);
  const sinceMs = closedAtMs - changedAtMs;
  const unsettledMs = sinceMs < LINGERS_AFTER_MS ? LIVELY_MS : LINGERING_MS;
  const every = sinceMs < WATCHED_MS ? LIVELY_MS : isLively ? unsettledMs : CALM_MS;
  return Math.min((Math.floor(closedAtMs / every) + 1) * every, nextChangeMs(plan, closedAtMs));
}

/** Closes the interval that ends at `toMs`, under the plan that the book has. An interval without length is none. */
export function close(book: Book, toMs: number, clerk: Clerk): Book {
  const { closedAtMs: fromMs, plan } = book;
  if (toMs <= fromMs) return book;
  const interval: Interval = { fromMs, toMs, plan, clerk };
  const loads = new Map<number, CohortLoad>();
  for (const [index, place] of plan.places.entries()) arrive(interval, place, index, book.cohorts, loads);
  const cohorts = book.cohorts.map((cohort) => serve(interval, cohort, loads.get(cohort.slot) ?? NO_LOAD));
  const changedAtMs = nextChangeMs(plan, fromMs) === toMs ? toMs : book.changedAtMs;
  return { ...book, closedAtMs: toMs, changedAtMs, cohorts: tidy(cohorts) };
}

interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
  readonly plan: Plan;
  readonly clerk: Clerk;
}

/** What comes to a cohort: whole requests drawn, and the load that is expected on each of its targets. */
interface CohortLoad extends Load {
  readonly came: number;
}

const NO_LOAD: CohortLoad = { came: 0, perMs: 0, arrivalSpread2: 1 };

/** Draws what comes to a place, and shares it out. */
function arrive(
  interval: Interval,
  place: PlannedPlace,
  index: number,
  cohorts: readonly Cohort[],
  loads: Map<number, CohortLoad>,
): void {
  const { fromMs, toMs, clerk, plan } = interval;
  let mean = 0;
  for (const { profile, share } of place.streams) mean += share * requestsBetween(profile, fromMs, toMs);
  const came = poisson(mean, clerk.arrivals(fromMs, place.place, index));
  if (place.answer !== undefined) {
    const ended = { place: place.place, cohort: -1, since: place.since, came, [place.answer]: came };
    if (came > 0) clerk.write({ ...EMPTY_ROW, fromMs, toMs, ...ended });
    return;
  }
  const chosen = cohorts.filter((each) => each.place === place.place && place.chosen.has(each.alike.key));
  const targets = chosen.reduce((sum, each) => sum + each.targets.length, 0);
  const perMs = mean / (toMs - fromMs) / Math.max(1, targets);
  const arrivalSpread2 = place.choice === "in-turn" ? Math.min(1, plan.nodes / Math.max(1, targets)) : 1;
  const counts = shares(chosen, came, place, clerk.outcomes(fromMs, place.place, DRAWN.shared), (slot) =>
    clerk.outcomes(fromMs, slot, DRAWN.shared),
  );
  for (const [at, each] of chosen.entries())
    loads.set(each.slot, { came: counts[at] as number, perMs, arrivalSpread2 });
}

/** How many of the requests go to each cohort: in turn as evenly as whole numbers go, or each by lot. */
function shares(
  cohorts: readonly Cohort[],
  came: number,
  { choice }: PlannedPlace,
  turn: number,
  lot: (slot: number) => number,
): number[] {
  const targets = cohorts.reduce((sum, each) => sum + each.targets.length, 0);
  let [given, seen] = [0, 0];
  return cohorts.map(({ targets: { length }, slot }) => {
    const upTo = Math.floor((came * (seen + length)) / targets + turn);
    const drawn = choice === "in-turn" ? upTo - given : binomial(came - given, length / (targets - seen), lot(slot));
    given += drawn;
    seen += length;
    return drawn;
  });
}

/** Lets the interval pass over a cohort, and writes what ended. */
function serve(interval: Interval, cohort: Cohort, load: CohortLoad): Cohort {
  const { fromMs, toMs, clerk, plan } = interval;
  const { alike, slot, targets } = cohort;
  const { serving, connects } = alike;
  const isTaking = connects === "taken" && serving.hangs !== true;
  const passage = pass(serving, isTaking ? load : NO_LOAD, toMs - fromMs, cohort);
  const draw = (what: number) => clerk.outcomes(fromMs, slot, what);
  const rejected = binomial(isTaking ? load.came : 0, passage.refused, draw(DRAWN.rejected));
  const has = cohort.inHand + (isTaking ? load.came - rejected : 0);
  // Rounded by lot, so that small means are right on average.
  const left = Math.min(has, Math.floor(targets.length * (passage.queue + passage.busy) + draw(DRAWN.left)));
  const served = has - left;
  const late = binomial(served, lateShare(serving.serviceMs, passage, plan.idleTimeoutMs), draw(DRAWN.late));
  const target5xx = binomial(served - late, serving.errorShare, draw(DRAWN.failed));
  const { due, left: unanswered } = timeOut(cohort.unanswered, toMs);
  const ends: EndCounts = {
    ok: served - late - target5xx,
    target5xx,
    rejected,
    refused502: connects === "refused" ? load.came : 0,
    timeout504: late + due,
  };
  const silent = connects === "refused" || isTaking ? [] : silentFor(interval, cohort, load.came);
  const { queue, busy, isCalm } = passage;
  const waiting = silent.length === 0 ? unanswered : [...unanswered, ...silent];
  const after: Cohort = {
    ...cohort,
    queue,
    busy,
    inHand: left,
    unanswered: waiting,
    isCalm: isCalm && waiting.length === 0,
  };
  writeRow(interval, after, load.came, ends, served, passage);
  return after;
}

/** Requests of this interval that nobody will answer: the client gives them up one timeout after they came. */
function silentFor({ fromMs, toMs, plan }: Interval, { alike }: Cohort, count: number) {
  const timeoutMs = alike.connects === "lost" ? CONNECT_TIMEOUT_MS : plan.idleTimeoutMs;
  return count === 0 ? [] : [{ fromMs: fromMs + timeoutMs, toMs: toMs + timeoutMs, count }];
}

function writeRow(
  { fromMs, toMs, clerk }: Interval,
  cohort: Cohort,
  came: number,
  ends: EndCounts,
  served: number,
  { waitShare, waitMs, waitSdMs }: Passage,
): void {
  if (came === 0 && served === 0 && Object.values(ends).every((count) => count === 0)) return;
  const { serviceMs, spread, cpuMs } = cohort.alike.serving;
  const { place, slot, targets, since } = cohort;
  const who = { place, cohort: slot, targets: targets.length, since };
  const took = { waitShare, waitMs, waitSdMs, serviceMs, spread };
  const used = { cpuMs: served * cpuMs, inFlight: inFlight(cohort) };
  clerk.write({ ...EMPTY_ROW, fromMs, toMs, ...who, came, ...ends, ...used, ...took });
}

/** Share of the served ones whose client was sent away before the answer came; the work was done all the same. */
function lateShare(serviceMs: number, { waitShare, waitMs, waitSdMs }: Passage, timeoutMs: number): number {
  const roomMs = timeoutMs - serviceMs - waitMs;
  if (roomMs < 0) return waitShare;
  return roomMs > 40 * waitSdMs ? 0 : waitShare * exp(-roomMs / Math.max(1, waitSdMs));
}

/** Writes that what a cohort had in flight was cut off at a moment. */
export function writeCut(clerk: Clerk, cohort: Cohort, atMs: number): void {
  const cut = inFlight(cohort);
  if (cut === 0) return;
  const { place, slot, targets, since } = cohort;
  const end: End = "cut502";
  const who = { place, cohort: slot, targets: targets.length, since };
  clerk.write({ ...EMPTY_ROW, fromMs: atMs, toMs: atMs, ...who, [end]: cut });
}

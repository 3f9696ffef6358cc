/**
 * Targets of one group that cannot be told apart, and the requests that they have in hand: two hundred cost what two cost.
 * A cohort splits when some of its targets change, and two become one again when they are alike and have both settled.
 */
import type { Alike } from "./plan.ts";

/** Requests that get no answer, by the time at which their client is told so: evenly from one moment to the other. */
export interface Unanswered {
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
}

/** It never changes: an interval gives another one. */
export interface Cohort {
  /** Number at its load balancer, never given out twice. */
  readonly slot: number;
  readonly place: number;
  readonly alike: Alike;
  readonly targets: readonly string[];
  /** Of one target, on average: requests that wait, and that it works on. */
  readonly queue: number;
  readonly busy: number;
  /** Whole requests that came and will be answered. */
  readonly inHand: number;
  readonly unanswered: readonly Unanswered[];
  /** Nothing moves in it any more, but by chance. */
  readonly isCalm: boolean;
  /** Number of the journal's record that brought its targets into their state. */
  readonly since: number;
}

/** Requests that came to a cohort and have not ended. */
export function inFlight({ inHand, unanswered }: Cohort): number {
  return unanswered.reduce((sum, { count }) => sum + count, inHand);
}

/** Draining targets, or ones where nothing listens, without a request: nothing will become of them. */
export function isOver(cohort: Cohort): boolean {
  return !cohort.alike.isRegistered && inFlight(cohort) === 0;
}

/**
 * Parts a cohort in two.
 * @param leaving names of the targets that go; some of its own, not all
 * @param slot number of the new cohort
 * @param draw decides on which side a request is when it does not come out even
 */
export function split(cohort: Cohort, leaving: readonly string[], slot: number, draw: number): [Cohort, Cohort] {
  const share = leaving.length / cohort.targets.length;
  const going = new Set(leaving);
  const part = (count: number) => Math.min(count, Math.floor(count * share + draw));
  const of = (count: number, each: Unanswered) => ({ ...each, count });
  const left = cohort.unanswered.map((each) => of(part(each.count), each));
  const stayed = cohort.unanswered.map((each, index) => of(each.count - (left[index]?.count ?? 0), each));
  const inHand = part(cohort.inHand);
  return [
    {
      ...cohort,
      targets: cohort.targets.filter((name) => !going.has(name)),
      inHand: cohort.inHand - inHand,
      unanswered: stayed.filter(({ count }) => count > 0),
    },
    { ...cohort, slot, targets: leaving, inHand, unanswered: left.filter(({ count }) => count > 0) },
  ];
}

/** Settled cohorts that are alike become one; those that are over go. */
export function tidy(cohorts: readonly Cohort[]): readonly Cohort[] {
  const kept: Cohort[] = [];
  for (const cohort of cohorts) {
    if (isOver(cohort)) continue;
    const twin = kept.findIndex((other) => areTwins(cohort, other));
    if (twin === -1) kept.push(cohort);
    else kept[twin] = joined(kept[twin] as Cohort, cohort);
  }
  return kept;
}

/** Targets that answer nobody, or drain, keep their own story: what was lost there has its own cause. */
function areTwins(a: Cohort, b: Cohort): boolean {
  if (!a.isCalm || !b.isCalm || a.place !== b.place || a.alike.key !== b.alike.key) return false;
  return a.alike.connects === "taken" && a.alike.isRegistered && a.unanswered.length + b.unanswered.length === 0;
}

function joined(a: Cohort, b: Cohort): Cohort {
  return {
    ...a,
    targets: [...a.targets, ...b.targets],
    inHand: a.inHand + b.inHand,
    since: Math.max(a.since, b.since),
  };
}

/** Unanswered requests whose time came between two moments, and those that are left. */
export function timeOut(unanswered: readonly Unanswered[], toMs: number): { due: number; left: readonly Unanswered[] } {
  if (unanswered.every(({ fromMs }) => fromMs >= toMs)) return { due: 0, left: unanswered };
  let due = 0;
  const left: Unanswered[] = [];
  for (const each of unanswered) {
    const now = dueOf(each, toMs);
    due += now;
    if (now < each.count) left.push(now === 0 ? each : { ...each, fromMs: toMs, count: each.count - now });
  }
  return { due, left };
}

function dueOf({ fromMs, toMs, count }: Unanswered, untilMs: number): number {
  if (untilMs >= toMs) return count;
  return untilMs <= fromMs ? 0 : Math.round((count * (untilMs - fromMs)) / (toMs - fromMs));
}

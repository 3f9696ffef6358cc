/**
 * What a change makes of a book: targets that are not alike any more part company, new ones begin empty, and what a target that
 * is gone had in flight is cut off. The interval before the change is closed already, under the plan that was.
 */
import { type Book, type Clerk, DRAWN, writeCut } from "./book.ts";
import { type Cohort, split } from "./cohort.ts";
import type { Alike, Plan, PlannedPlace, PlannedTarget } from "./plan.ts";

/** The book from its present moment on under another plan. */
export function replan(book: Book, plan: Plan, clerk: Clerk): Book {
  const change: Change = { atMs: book.closedAtMs, plan, clerk, nextSlot: book.nextSlot };
  const cohorts = book.cohorts.flatMap((cohort) => regroup(change, cohort));
  const known = new Set(cohorts.flatMap(({ targets }) => targets));
  const born = newCohorts(change, known);
  const { nextSlot, atMs } = change;
  const places = plan.places.map((place) => unchangedSince(place, book.plan));
  return { ...book, plan: { ...plan, places }, cohorts: [...cohorts, ...born], nextSlot, changedAtMs: atMs };
}

/** A place that answered in the same way before has done so since then. */
function unchangedSince(now: PlannedPlace, before: Plan): PlannedPlace {
  const same = before.places.find(({ place, answer }) => place === now.place && answer === now.answer);
  return same === undefined ? now : { ...now, since: same.since };
}

interface Change {
  readonly atMs: number;
  readonly plan: Plan;
  readonly clerk: Clerk;
  nextSlot: number;
}

/** One cohort, by what its targets are now. */
function regroup(change: Change, cohort: Cohort): Cohort[] {
  const parts = new Map<string, { now: PlannedTarget | undefined; names: string[] }>();
  for (const name of cohort.targets) {
    const now = change.plan.targets.get(name);
    const key = now === undefined || now.place !== cohort.place ? "gone" : now.alike.key;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, { now: key === "gone" ? undefined : now, names: [name] });
    else part.names.push(name);
  }
  const became: Cohort[] = [];
  let rest = cohort;
  // Those that stay as they are keep the cohort; when nobody does, the last ones take it over.
  const order = [...parts].sort(([a], [b]) => Number(a === cohort.alike.key) - Number(b === cohort.alike.key));
  for (const [index, [, { now, names }]] of order.entries()) {
    let part = rest;
    if (index < order.length - 1) {
      const draw = change.clerk.outcomes(change.atMs, cohort.slot, DRAWN.split + 100 * index);
      [rest, part] = split(rest, names, change.nextSlot, draw);
      change.nextSlot += 1;
    }
    became.push(...become(change, part, now));
  }
  return became.reverse();
}

/** What becomes of targets, alike before, that are alike again: nothing of them when they are gone. */
function become({ atMs, plan, clerk }: Change, cohort: Cohort, now: PlannedTarget | undefined): Cohort[] {
  if (now === undefined) {
    writeCut(clerk, cohort, atMs);
    return [];
  }
  if (now.alike.key === cohort.alike.key) return [{ ...cohort, alike: now.alike }];
  const since = losesAsBefore(cohort.alike, now.alike) ? cohort.since : now.since;
  const changed = { ...cohort, alike: now.alike, since, isCalm: false };
  const empty = { queue: 0, busy: 0, inHand: 0 };
  if (now.alike.connects === "refused" && cohort.alike.connects !== "refused") {
    writeCut(clerk, changed, atMs);
    return [{ ...changed, ...empty, unanswered: [] }];
  }
  const dueMs = atMs + plan.idleTimeoutMs;
  if (now.alike.serving.hangs !== true || cohort.inHand === 0) return [changed];
  const held = { fromMs: dueMs, toMs: dueMs, count: cohort.inHand };
  return [{ ...changed, ...empty, unanswered: [...cohort.unanswered, held] }];
}

/** A target that hangs, or takes no connection, loses requests for the same reason after its health check has seen it. */
function losesAsBefore(before: Alike, now: Alike): boolean {
  const loses = before.connects !== "taken" || before.serving.hangs === true;
  return loses && before.connects === now.connects && before.serving.hangs === now.serving.hangs;
}

/** Registered targets that are in no cohort yet: those that are alike begin together. */
function newCohorts(change: Change, known: ReadonlySet<string>): Cohort[] {
  const born = new Map<string, { target: PlannedTarget; names: string[] }>();
  for (const [name, target] of change.plan.targets) {
    if (known.has(name) || !target.alike.isRegistered) continue;
    const key = `${target.place} ${target.alike.key}`;
    const twins = born.get(key);
    if (twins === undefined) born.set(key, { target, names: [name] });
    else twins.names.push(name);
  }
  return Array.from(born.values(), ({ target: { place, alike, since }, names }) => {
    const slot = change.nextSlot++;
    return { slot, place, alike, targets: names, queue: 0, busy: 0, inHand: 0, unanswered: [], isCalm: false, since };
  });
}

/** A scenario in the books, as the engine keeps them: closed before every change and at every boundary. */
import { Ledger } from "../../kernel/ledger.ts";
import { ENDS, type End } from "../../model/traffic.ts";
import { TRAFFIC_COLUMNS, type TrafficLedger } from "../../model/traffic-ledger.ts";
import { type Book, clerkOf, close, dueMs, openBook } from "../book.ts";
import { inFlight } from "../cohort.ts";
import { latenciesOf } from "../latency.ts";
import { plan } from "../plan.ts";
import { replan } from "../replan.ts";
import type { Result } from "./exact.ts";
import { momentsOf, type Scenario } from "./scenario.ts";

/** A book with its ledger. */
export interface Booked {
  readonly book: Book;
  readonly ledger: TrafficLedger;
}

/** Lets time pass up to a moment, boundary by boundary. */
export function advanceTo(seed: number, { book, ledger }: Booked, untilMs: number): Booked {
  const clerk = clerkOf(seed, "balancer", (row) => ledger.append(row));
  let now = book;
  for (let nextMs = dueMs(now); nextMs <= untilMs; nextMs = dueMs(now)) now = close(now, nextMs, clerk);
  return { book: now, ledger };
}

/**
 * A scenario from its beginning to its end.
 * @param between runs whenever the story goes on from one moment to another, and gives back where it has come to
 */
export function runBooked(
  scenario: Scenario,
  seed: number,
  between: (booked: Booked, untilMs: number) => Booked = (booked, untilMs) => advanceTo(seed, booked, untilMs),
): Booked {
  const ledger = new Ledger(TRAFFIC_COLUMNS);
  const clerk = clerkOf(seed, "balancer", (row) => ledger.append(row));
  let booked: Booked = { book: openBook(0), ledger };
  for (const { atMs, view } of momentsOf(scenario)) {
    const { book } = between(booked, atMs);
    booked = { book: replan(close(book, atMs, clerk), plan(view), clerk), ledger };
  }
  const { book } = between(booked, scenario.untilMs);
  return { book: close(book, scenario.untilMs, clerk), ledger };
}

/** What the books say of a whole run, in the oracle's words. */
export function resultOf({ book, ledger }: Booked): Result {
  const rows = Array.from({ length: ledger.length }, (_, row) => row);
  const sum = (column: Parameters<TrafficLedger["get"]>[1]) =>
    rows.reduce((total, row) => total + ledger.get(row, column), 0);
  const { meanMs, within } = latenciesOf(ledger, rows);
  return {
    came: sum("came"),
    ends: Object.fromEntries(ENDS.map((end) => [end, sum(end)])) as Record<End, number>,
    inFlight: book.cohorts.reduce((total, cohort) => total + inFlight(cohort), 0),
    meanMs,
    p50Ms: within(0.5),
    p95Ms: within(0.95),
    p99Ms: within(0.99),
    cpuMs: sum("cpuMs"),
  };
}

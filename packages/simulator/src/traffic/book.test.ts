/** The books balance, and nobody who reads, stops half way or forks leaves a trace in them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Ledger } from "../kernel/ledger.ts";
import { ENDS, type Serving } from "../model/traffic.ts";
import { TRAFFIC_COLUMNS, type TrafficLedger } from "../model/traffic-ledger.ts";
import { clerkOf, dueMs, openBook } from "./book.ts";
import { plan } from "./plan.ts";
import { replan } from "./replan.ts";
import { advanceTo, type Booked, resultOf, runBooked } from "./testing/booked.ts";
import { API, type Change, firstViewOf, fleet, PLACES, SCENARIOS, type Scenario } from "./testing/scenario.ts";
import type { TrafficView } from "./view.ts";

const ALL = Object.values(SCENARIOS) as readonly Scenario[];

const text = (ledger: TrafficLedger) =>
  Array.from({ length: ledger.length }, (_, row) => TRAFFIC_COLUMNS.map((column) => ledger.get(row, column)).join(" "));

/** Goes on in pieces, with a fork at each that runs ahead and is thrown away. */
function inPieces(seed: number, pieceMs: number) {
  return (booked: Booked, untilMs: number): Booked => {
    let now = booked;
    for (let atMs = booked.book.closedAtMs; atMs < untilMs; atMs += pieceMs) {
      now = advanceTo(seed, now, atMs);
      const fork = { book: now.book, ledger: now.ledger.prefix(now.ledger.length) };
      advanceTo(seed, fork, atMs + 90_000);
    }
    return advanceTo(seed, now, untilMs);
  };
}

const SERVINGS: readonly Serving[] = [
  API,
  { ...API, serviceMs: 900 },
  { ...API, places: 30, serviceMs: 4_000 },
  { ...API, hangs: true },
  { ...API, queue: 1, errorShare: 0.4 },
];

/** Stories that nobody has thought of: five targets come, hang, die, drain and go in any order. */
const stories = fc
  .record({
    perSecond: fc.integer({ min: 0, max: 400 }),
    changes: fc.array(
      fc.record({
        atMs: fc.integer({ min: 1, max: 200_000 }),
        target: fc.constantFrom("a0", "a1", "a2", "a3", "a4"),
        does: fc.constantFrom("serve", "die", "pass", "fail", "deregister", "drain"),
        serving: fc.constantFrom(...SERVINGS),
        delayMs: fc.integer({ min: 0, max: 40_000 }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ perSecond, changes }): Scenario => {
    // Whoever drained is gone after its delay: it does nothing more.
    const drained = new Set<string>();
    const told = changes
      .sort((a, b) => a.atMs - b.atMs)
      .filter(({ target, does }) => !drained.has(target) && (does !== "drain" || drained.add(target)));
    return { title: "a story", perSecond, untilMs: 240_000, changes: [...fleet(5, API), ...(told as Change[])] };
  });

describe("came is ended and in flight, exactly,", () => {
  test.each(ALL)("$title", (scenario) => {
    expectBalance(runBooked(scenario, 3));
  });

  test("in any story", () => {
    fc.assert(
      fc.property(stories, fc.nat(), (story, seed) => expectBalance(runBooked(story, seed))),
      { numRuns: 60 },
    );
  });

  function expectBalance(booked: Booked): void {
    const { came, ends, inFlight: open } = resultOf(booked);
    expect(ENDS.reduce((sum, end) => sum + (ends[end] ?? 0), 0) + open).toBe(came);
    for (const row of text(booked.ledger))
      for (const each of row.split(" ")) expect(Number(each)).toBeGreaterThanOrEqual(-1);
  }
});

describe("the rows are the same", () => {
  test.each(ALL)("in pieces of any length, with forks that run ahead: $title", (scenario) => {
    const whole = text(runBooked(scenario, 3).ledger);
    for (const pieceMs of [997, 7_000, 61_000]) {
      expect(text(runBooked(scenario, 3, inPieces(3, pieceMs)).ledger)).toEqual(whole);
    }
  });

  test("in any story and pieces of any length", () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 300, max: 100_000 }), (story, pieceMs) => {
        expect(text(runBooked(story, 5, inPieces(5, pieceMs)).ledger)).toEqual(text(runBooked(story, 5).ledger));
      }),
      { numRuns: 15 },
    );
  });

  test("for the same seed alone", () => {
    const [one, other] = [runBooked(SCENARIOS.steady, 3), runBooked(SCENARIOS.steady, 4)];
    expect(text(one.ledger)).not.toEqual(text(other.ledger));
  });
});

test("a prefix that goes on leaves its origin alone", () => {
  const { ledger } = runBooked(SCENARIOS.hang, 3);
  const before = text(ledger);
  const early = { book: openBook(0), ledger: ledger.prefix(5) };
  early.ledger.append(ledger.row(7));
  expect(text(ledger)).toEqual(before);
});

describe("boundaries", () => {
  test("are seconds after a change and minutes while nothing happens", () => {
    const { ledger } = runBooked(SCENARIOS.steady, 3);
    const ends = new Set(Array.from({ length: ledger.length }, (_, row) => ledger.get(row, "toMs")));
    expect([...ends].slice(0, 3)).toEqual([1_000, 2_000, 3_000]);
    expect([...ends].slice(-3)).toEqual([180_000, 240_000, 300_000]);
  });

  test("become rare when something lingers, and stop when there is nothing to book", () => {
    const hanging = { ...SCENARIOS.hang, changes: SCENARIOS.hang.changes.slice(0, 5), untilMs: 900_000 };
    const { book } = runBooked(hanging, 3);
    expect(dueMs(book)).toBe(910_000);
    expect(dueMs(openBook(0))).toBe(Number.POSITIVE_INFINITY);
  });

  test("alike targets that have settled are one cohort again", () => {
    expect(runBooked(SCENARIOS.steady, 3).book.cohorts.map(({ targets }) => targets.length)).toEqual([4]);
    expect(runBooked(SCENARIOS.rolling, 3).book.cohorts.map(({ targets }) => targets.length)).toEqual([4]);
  });
});

describe("requests that find no target", () => {
  const view = firstViewOf(SCENARIOS.steady);
  const ended = (given: TrafficView) => {
    const ledger = new Ledger(TRAFFIC_COLUMNS);
    const clerk = clerkOf(1, "b", (row) => ledger.append(row));
    const begun = { book: replan(openBook(0), plan(given), clerk), ledger };
    const { came, ends } = resultOf(advanceTo(1, begun, 60_000));
    const places = Array.from({ length: ledger.length }, (_, row) => ledger.get(row, "place"));
    return { came, ends, places: [...new Set(places)] };
  };

  test("end with 503 at an empty group", () => {
    const { came, ends, places } = ended({
      ...view,
      groups: view.groups.map((group) => ({ ...group, targets: [] })),
    });
    expect([ends.none503, places]).toEqual([came, [PLACES.group]]);
  });

  test("end with what a rule answers", () => {
    const action = { type: "fixed-response", statusCode: "200" } as const;
    const { came, ends, places } = ended({
      ...view,
      listeners: [{ port: 80, rules: [{ conditions: [], action }] }],
    });
    expect([ends.byRule, places]).toEqual([came, [PLACES.balancer]]);
  });

  test("never reach a balancer without a listener on their port, or behind a closed door", () => {
    const { came, ends } = ended({ ...view, listeners: [] });
    expect(ends.unreached).toBe(came);
    const shut = ended({ ...view, clients: view.clients.map((client) => ({ ...client, reaches: false })) });
    expect(shut.ends.unreached).toBe(shut.came);
  });

  test("fail open when no target is healthy", () => {
    const sick = view.groups.map((group) => ({
      ...group,
      targets: group.targets.map((target) => ({ ...target, isHealthy: false })),
    }));
    const { ends } = ended({ ...view, groups: sick });
    expect(ends.none503).toBe(0);
    expect(ends.ok).toBeGreaterThan(8_000);
  });

  test("wait ten seconds for a connection whose packets get lost", () => {
    const lost = view.groups.map((group) => ({
      ...group,
      targets: group.targets.map((target) => ({ ...target, connects: "lost" as const })),
    }));
    const { came, ends } = ended({ ...view, groups: lost });
    expect(ends.ok).toBe(0);
    expect((ends.timeout504 ?? 0) / came).toBeCloseTo(50 / 60, 1);
  });
});

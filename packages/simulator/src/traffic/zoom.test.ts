/** Looking closer finds what the books say: parts add up, a request is the same again, dots do not depend on who looks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENDS } from "../model/traffic.ts";
import { runBooked } from "./testing/booked.ts";
import { PLACES, SCENARIOS } from "./testing/scenario.ts";
import { lostBetween } from "./why-lost.ts";
import { dotsBetween, partsOf, requestsOf, requestWithId, scaleFor } from "./zoom.ts";

const { ledger } = runBooked(SCENARIOS.hang, 3);
const rows = Array.from({ length: ledger.length }, (_, row) => row);

describe("parts of an interval", () => {
  test("add up, and finer ones to coarser ones", () => {
    for (const row of rows) {
      const [coarse, fine] = [partsOf(3, ledger, row, "ok", 2), partsOf(3, ledger, row, "ok", 6)];
      expect(coarse.reduce((sum, each) => sum + each, 0)).toBe(ledger.get(row, "ok"));
      const sixteenths = Array.from({ length: 4 }, (_, at) =>
        fine.slice(16 * at, 16 * at + 16).reduce((a, b) => a + b, 0),
      );
      expect(sixteenths).toEqual(coarse);
    }
  });
});

describe("one request", () => {
  test("is the same whenever it is asked for, and lies in its interval", () => {
    for (const row of rows.filter((each) => ledger.get(each, "refused502") > 0)) {
      const found = requestsOf(3, ledger, row, "refused502");
      expect(found.length).toBe(ledger.get(row, "refused502"));
      for (const each of found) {
        expect(requestWithId(3, ledger, each.id)).toEqual(each);
        expect(each.atMs >= ledger.get(row, "fromMs") && each.atMs <= ledger.get(row, "toMs")).toBe(true);
        expect([each.place, each.since]).toEqual([PLACES.group, ledger.get(row, "since")]);
      }
    }
  });

  test("that never was is none", () => {
    expect(
      ["7.refused502.99999", "99999999.ok.0", "3.nothing.0", "", "x.ok.1"].map((id) => requestWithId(3, ledger, id)),
    ).toEqual(Array.from({ length: 5 }, () => undefined));
  });
});

describe("dots", () => {
  const rate = (atMs: number) => 100 + atMs / 1000;

  test("of two stretches are those of one", () => {
    fc.assert(
      fc.property(fc.nat(60_000), (cutMs) => {
        const between = (fromMs: number, toMs: number) => dotsBetween(3, "web", rate, 20, [fromMs, toMs]);
        expect([...between(0, cutMs), ...between(cutMs, 60_000)]).toEqual(between(0, 60_000));
      }),
    );
  });

  test("are as many as the rate and the scale say", () => {
    expect(Math.abs(20 * dotsBetween(3, "web", () => 120, 20, [0, 600_000]).length - 72_000)).toBeLessThan(3_000);
  });

  test("stand for 1, 2, 5, 10 ... requests, so that at most ten are born in a second", () => {
    const rates = [0, 10, 11, 20, 50, 51, 100, 120, 500, 501, 10_000];
    expect(rates.map(scaleFor)).toEqual([1, 1, 2, 2, 5, 10, 10, 20, 50, 100, 1_000]);
  });
});

describe("why requests were lost", () => {
  test("is told by end, place and record, the first first", () => {
    const lost = lostBetween(ledger, 0, SCENARIOS.hang.untilMs);
    // The fifth change makes one hang, the seventh kills another one: the records by which the story counts.
    const told = lost.filter(({ end }) => end === "timeout504" || end === "refused502" || end === "cut502");
    expect(told.map(({ end, since }) => [end, since])).toEqual([
      ["timeout504", 4],
      ["cut502", 6],
      ["refused502", 6],
    ]);
    for (const { end, count } of told.slice(1)) {
      expect(count).toBe(rows.reduce((sum, row) => sum + ledger.get(row, end), 0));
    }
  });

  test("adds up over stretches of time", () => {
    const count = (fromMs: number, toMs: number) =>
      lostBetween(ledger, fromMs, toMs).reduce((sum, each) => sum + each.count, 0);
    const lost = ENDS.filter((end) => end !== "ok" && end !== "byRule");
    const all = rows.reduce((sum, row) => sum + lost.reduce((of, end) => of + ledger.get(row, end), 0), 0);
    expect(count(0, 130_500) + count(130_500, 300_000)).toBe(all);
    expect(count(0, 50_000)).toBeLessThan(20);
  });
});

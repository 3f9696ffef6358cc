/**
 * The books against the oracle, which simulates request by request. Whole scenarios: means of several seeds side by side, in
 * the bounds that the coverage page promises. Single stations: how far the closed form is off by utilisation, at the median and
 * at the 90th percentile. Near saturation single runs of the oracle scatter as widely.
 */
import { describe, expect, test } from "vitest";
import type { End } from "../model/traffic.ts";
import { resultOf, runBooked } from "./testing/booked.ts";
import { type Result, runExactly } from "./testing/exact.ts";
import { SCENARIOS } from "./testing/scenario.ts";
import { type Band, stationsIn } from "./testing/stations.ts";

/** Millions of events: on a busy machine that takes its time. */
const LONG_MS = 180_000;
const SEEDS = Array.from({ length: 6 }, (_, index) => 201 + index);

/** How far each figure may be off, as a share; losses by their end. */
interface Bounds {
  readonly times: number;
  readonly losses: { readonly [Name in End]?: number };
}

const AGREEMENT: { readonly [Name in keyof typeof SCENARIOS]: Bounds } = {
  steady: { times: 0.06, losses: {} },
  overload: { times: 0.02, losses: { rejected: 0.02 } },
  slow: { times: 0.05, losses: { rejected: 0.03 } },
  // A handful of requests: six times the oracle's own scatter.
  rolling: { times: 0.06, losses: { cut502: 0.35 } },
  hang: { times: 0.03, losses: { rejected: 0.05, timeout504: 0.02, refused502: 0.06 } },
};

describe("scenarios come out as they do request by request:", () => {
  test.each(Object.keys(AGREEMENT) as (keyof typeof SCENARIOS)[])("%s", { timeout: LONG_MS }, (name) => {
    const exact = SEEDS.map((seed) => runExactly(SCENARIOS[name], seed));
    const booked = SEEDS.map((seed) => resultOf(runBooked(SCENARIOS[name], seed)));
    const off = (of: (result: Result) => number | undefined) => {
      const mean = (results: Result[]) => results.reduce((sum, each) => sum + (of(each) ?? 0), 0) / SEEDS.length;
      return Math.abs(mean(booked) / mean(exact) - 1);
    };
    const { times, losses } = AGREEMENT[name];
    expect(off(({ came }) => came)).toBeLessThan(0.01);
    expect(off(({ ends }) => ends.ok)).toBeLessThan(0.01);
    expect(off(({ cpuMs }) => cpuMs)).toBeLessThan(0.01);
    for (const time of ["meanMs", "p50Ms", "p95Ms", "p99Ms"] as const) {
      expect(
        off((result) => result[time]),
        time,
      ).toBeLessThan(times);
    }
    for (const [end, bound] of Object.entries(losses)) {
      expect(
        off(({ ends }) => ends[end as End]),
        end,
      ).toBeLessThan(bound);
    }
    const unlost = ["rejected", "refused502", "cut502", "timeout504", "none503"] as const;
    for (const end of unlost.filter((each) => !(each in losses))) {
      expect(mostOf(booked, end) <= mostOf(exact, end) + 8, `${end} is lost in the books alone`).toBe(true);
    }
  });

  function mostOf(results: readonly Result[], end: End): number {
    return Math.max(...results.map(({ ends }) => ends[end] ?? 0));
  }
});

/** Median and 90th percentile of how far the closed form may be off; `refused` in points. */
type Errors = Readonly<Record<"meanMs" | "p95Ms" | "p99Ms" | "refused", readonly [number, number]>>;

const STATIONS = 14;
const ERRORS: Readonly<Record<Band, Errors>> = {
  "30-70 %": { meanMs: [1, 4], p95Ms: [1.5, 16], p99Ms: [2, 21], refused: [0.1, 0.1] },
  "70-90 %": { meanMs: [1.5, 6], p95Ms: [3, 8], p99Ms: [2.5, 12], refused: [0.1, 1] },
  "90-105 %": { meanMs: [6, 34], p95Ms: [10, 27], p99Ms: [14, 75], refused: [0.5, 9] },
  "105-130 %": { meanMs: [3, 9], p95Ms: [5, 12], p99Ms: [5, 22], refused: [1, 6] },
};

describe("random stations are off by no more than the closed form is known to be:", () => {
  test.each(Object.keys(ERRORS) as Band[])("utilisation %s", { timeout: LONG_MS }, (band) => {
    const errors = stationsIn(band, STATIONS).map((scenario, index) => {
      const [exact, booked] = [runExactly(scenario, index + 1), resultOf(runBooked(scenario, index + 1))];
      const off = (time: "meanMs" | "p95Ms" | "p99Ms") => 100 * Math.abs(booked[time] / exact[time] - 1);
      const refused = ({ ends, came }: Result) => (100 * (ends.rejected ?? 0)) / came;
      const points = Math.abs(refused(booked) - refused(exact));
      return { meanMs: off("meanMs"), p95Ms: off("p95Ms"), p99Ms: off("p99Ms"), refused: points };
    });
    for (const [what, [median, most]] of Object.entries(ERRORS[band])) {
      const sorted = errors.map((error) => error[what as keyof Errors]).sort((a, b) => a - b);
      expect(sorted[Math.floor(STATIONS / 2)], `median of ${what}`).toBeLessThanOrEqual(median);
      expect(sorted[Math.floor(STATIONS * 0.9)], `90th percentile of ${what}`).toBeLessThanOrEqual(most);
    }
  });
});

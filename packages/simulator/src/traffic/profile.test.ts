/** What a profile sends between two moments is the sum of its rates, and its bends are where a rate breaks. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Profile } from "../model/traffic.ts";
import { nextBendMs, peakOf, rateAt, requestsBetween } from "./profile.ts";

const HOUR = 3_600_000;
const PROFILES: readonly Profile[] = [
  { kind: "constant", perSecond: 40 },
  { kind: "ramp", perSecond: 10, toPerSecond: 90, startMs: HOUR, endMs: 2 * HOUR },
  { kind: "ramp", perSecond: 10, toPerSecond: 90, startMs: HOUR, endMs: HOUR },
  { kind: "daily", perSecond: 100, swing: 0.8, peakAtMs: 14 * HOUR },
  { kind: "spike", perSecond: 20, toPerSecond: 300, startMs: HOUR, endMs: HOUR + 90_000 },
  { kind: "recorded", startMs: HOUR, everyMs: 60_000, perSecond: [5, 0, 80, 30] },
];

/** The rate at the middle of each second. */
function bySeconds(profile: Profile, fromMs: number, toMs: number): number {
  let sum = 0;
  for (let atMs = fromMs + 500; atMs < toMs; atMs += 1000) sum += rateAt(profile, atMs);
  return sum;
}

test.each(PROFILES)("$kind sends what its seconds add up to, and never more than its peak", (profile) => {
  const seconds = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 8_000 }));
  fc.assert(
    fc.property(seconds, ([start, length]) => {
      const [fromMs, toMs] = [1000 * start, 1000 * (start + length)];
      const sent = requestsBetween(profile, fromMs, toMs);
      expect(Math.abs(sent - bySeconds(profile, fromMs, toMs))).toBeLessThan(0.01 + 1e-6 * sent);
      expect(sent).toBeLessThanOrEqual(peakOf(profile) * length + 1e-6);
    }),
    { numRuns: 40 },
  );
});

test.each(PROFILES)("$kind has its bends where its rate breaks", (profile) => {
  const bends: number[] = [];
  for (let atMs = nextBendMs(profile, -1); atMs < Number.POSITIVE_INFINITY; atMs = nextBendMs(profile, atMs))
    bends.push(atMs);
  const expected = {
    constant: 0,
    ramp: profile.kind === "ramp" && profile.startMs === profile.endMs ? 1 : 2,
    daily: 0,
    spike: 2,
    recorded: 5,
  };
  expect(bends.length).toBe(expected[profile.kind]);
  expect(bends).toEqual([...new Set(bends)].sort((a, b) => a - b));
});

test("a day is quietest twelve hours from its peak, and sends its mean", () => {
  const day: Profile = { kind: "daily", perSecond: 100, swing: 1, peakAtMs: 14 * HOUR };
  expect([rateAt(day, 2 * HOUR), rateAt(day, 14 * HOUR), rateAt(day, 38 * HOUR)]).toEqual([0, 200, 200]);
  expect(requestsBetween(day, 0, 24 * HOUR)).toBeCloseTo(100 * 86_400, 3);
});

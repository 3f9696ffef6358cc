/** Draws without a state: the same for the same question, evenly spread, and counts with the right chances. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomial, poisson, scatter } from "./scatter.ts";

const DRAWS = 20_000;

describe("a draw", () => {
  test("answers the same question in the same way, in any order", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(9), fc.nat(9), (seed, moment, slot, what) => {
        const once = scatter(seed, "arrivals")(moment, slot, what);
        scatter(seed, "other")(moment, slot, what);
        expect(scatter(seed, "arrivals")(moment, slot, what)).toBe(once);
        expect(once > 0 && once < 1).toBe(true);
      }),
    );
  });

  test("differs by seed, name, moment, slot and question, also far from the beginning", () => {
    const at = scatter(7, "a");
    const week = 604_800_000_000;
    const draws = [
      at(1),
      at(2),
      at(1, 1),
      at(1, 0, 1),
      scatter(8, "a")(1),
      scatter(7, "b")(1),
      at(week),
      at(week + 4_294_967_296),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  test.each([
    ["moments", (draw: ReturnType<typeof scatter>, n: number) => draw(1000 * n)],
    ["slots", (draw: ReturnType<typeof scatter>, n: number) => draw(60_000, n)],
    ["questions", (draw: ReturnType<typeof scatter>, n: number) => draw(60_000, 3, n)],
  ])("is evenly spread over neighbouring %s, and knows nothing of its neighbour", (_what, take) => {
    const draw = scatter(3, "spread");
    const units = Array.from({ length: DRAWS }, (_, n) => take(draw, n));
    const cells = new Array<number>(400).fill(0);
    for (const [n, unit] of units.entries()) {
      const cell = Math.floor(unit * 20) * 20 + Math.floor((units[(n + 1) % DRAWS] as number) * 20);
      cells[cell] = (cells[cell] as number) + 1;
    }
    const expected = DRAWS / 400;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 399 degrees of freedom: 1 in 1,000 lies above 492, 1 in 1,000 below 316.
    expect(chiSquare).toBeLessThan(492);
    expect(chiSquare).toBeGreaterThan(316);
  });
});

/** The largest difference between the chances that a count has and those that it should have, over evenly spread draws. */
function worst(counts: readonly number[], chanceOf: (count: number) => number): number {
  const most = Math.max(...counts);
  let [found, expected, off] = [0, 0, 0];
  for (let count = 0; count <= most; count += 1) {
    found += counts.filter((each) => each === count).length / counts.length;
    expected += chanceOf(count);
    off = Math.max(off, Math.abs(found - expected));
  }
  return off;
}
const overDraws = (count: (draw: number) => number) =>
  Array.from({ length: DRAWS }, (_, n) => count((n + 0.5) / DRAWS));
const lnFactorial = (n: number) => Array.from({ length: n }, (_, k) => Math.log(k + 1)).reduce((a, b) => a + b, 0);

describe("counts", () => {
  test.each([0.02, 0.7, 4, 24.9, 25.1, 300])("poisson with mean %d has the right chances", (mean) => {
    const chance = (n: number) => Math.exp(n * Math.log(mean) - mean - lnFactorial(n));
    expect(
      worst(
        overDraws((draw) => poisson(mean, draw)),
        chance,
      ),
    ).toBeLessThan(0.002);
  });

  test.each([
    [1, 0.3],
    [20, 0.5],
    [1_000, 0.002],
    [300, 0.93],
    [400, 0.4],
  ])("binomial of %d with chance %d has the right chances", (count, chance) => {
    const exact = (n: number) =>
      Math.exp(
        lnFactorial(count) -
          lnFactorial(n) -
          lnFactorial(count - n) +
          n * Math.log(chance) +
          (count - n) * Math.log(1 - chance),
      );
    expect(
      worst(
        overDraws((draw) => binomial(count, chance, draw)),
        exact,
      ),
    ).toBeLessThan(0.002);
  });

  test("stay in their bounds", () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        (count, chance, draw) => {
          const found = binomial(count, chance, draw);
          expect(Number.isInteger(found) && found >= 0 && found <= count).toBe(true);
          expect(poisson(count * chance, draw)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
    expect([poisson(0, 0.5), poisson(-1, 0.5), binomial(9, 0, 0.5), binomial(9, 1, 0.5)]).toEqual([0, 0, 0, 9]);
  });
});

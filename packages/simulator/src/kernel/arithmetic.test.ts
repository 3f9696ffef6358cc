/** Our own functions against those of the engine that runs the tests: as exact as promised, everywhere. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, ln, normalAt, normalBelow, power } from "./arithmetic.ts";

const off = (ours: number, theirs: number) => Math.abs(ours - theirs) / Math.abs(theirs);

describe("exp", () => {
  test("is off by less than 1e-14", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(off(exp(x), Math.exp(x))).toBeLessThan(1e-14);
      }),
      { numRuns: 5_000 },
    );
  });

  test("is exact where it can be, and nothing far below", () => {
    expect([exp(0), exp(-1e6)]).toEqual([1, 0]);
    expect(() => exp(800)).toThrow("too large");
  });
});

describe("ln", () => {
  test("is off by less than 1e-14, near 1 and for any size", () => {
    const sizes = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -290, max: 290 }));
    const near = fc.double({ min: -0.4, max: 0.4, noNaN: true }).filter((x) => Math.abs(x) > 1e-9);
    fc.assert(
      fc.property(
        fc.oneof(
          sizes.map(([x, e]) => x * 10 ** e),
          near.map((x) => 1 + x),
        ),
        (x) => {
          expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.abs(Math.log(x)));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test("has its known values", () => {
    expect([ln(1), ln(2)]).toEqual([0, Math.LN2]);
    expect(() => ln(0)).toThrow("no logarithm");
  });
});

test("power agrees with multiplication", () => {
  expect(off(power(1.7, 5), 1.7 ** 5)).toBeLessThan(1e-13);
});

describe("the normal distribution", () => {
  test("has its known shares", () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 7);
    expect(normalBelow(1.959963985)).toBeCloseTo(0.975, 6);
    expect(normalBelow(-3)).toBeCloseTo(0.001349898, 6);
  });

  test("goes back from a share to where it is reached", () => {
    for (let share = 0.001; share < 1; share += 0.001) expect(normalBelow(normalAt(share))).toBeCloseTo(share, 3);
    expect(normalAt(0.3)).toBe(-normalAt(0.7));
  });
});

/** One container under one load: what must hold of every passage, whatever the numbers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Filling, pass, servedWith } from "./station.ts";
import { API } from "./testing/scenario.ts";

const stations = fc.record({
  places: fc.integer({ min: 1, max: 64 }),
  queue: fc.integer({ min: 1, max: 500 }),
  serviceMs: fc.double({ min: 1, max: 5_000, noNaN: true }),
  spread: fc.double({ min: 0, max: 2, noNaN: true }),
});
const situations = fc.record({
  utilisation: fc.double({ min: 0, max: 4, noNaN: true }),
  arrivalSpread2: fc.double({ min: 0.001, max: 1, noNaN: true }),
  ms: fc.integer({ min: 1, max: 60_000 }),
  full: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("queue, places, shares and waits stay in their bounds", () => {
  fc.assert(
    fc.property(stations, situations, (station, { utilisation, arrivalSpread2, ms, full }) => {
      const load = { perMs: (utilisation * station.places) / station.serviceMs, arrivalSpread2 };
      const after = pass(station, load, ms, { queue: full * station.queue, busy: full * station.places });
      const within = (value: number, most: number) => value >= 0 && value <= most * (1 + 1e-9);
      expect(within(after.queue, station.queue)).toBe(true);
      expect(within(after.busy, station.places)).toBe(true);
      expect(within(after.refused, 1) && within(after.waitShare, 1)).toBe(true);
      expect(within(after.waitMs, 1e9) && within(after.waitSdMs, 1e9)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe("a container", () => {
  const steady = (utilisation: number, before: Filling = { queue: 0, busy: 0 }) =>
    pass(API, { perMs: (utilisation * API.places) / API.serviceMs, arrivalSpread2: 1 }, 60_000, before);

  test("waits and refuses more the more comes", () => {
    const queues = [0.3, 0.6, 0.8, 0.95, 1, 1.1, 1.5].map((utilisation) => steady(utilisation).queue);
    expect(queues).toEqual(queues.toSorted((a, b) => a - b));
    expect(steady(0.7).refused).toBeLessThan(1e-6);
    expect(steady(1.25).refused).toBeGreaterThan(0.15);
  });

  test("fills at the speed at which more comes than it can do", () => {
    const perMs = (2 * API.places) / API.serviceMs;
    const { queue, refused } = pass(API, { perMs, arrivalSpread2: 1 }, 1_000, { queue: 0, busy: 2 });
    expect([queue, refused]).toEqual([50, 0]);
  });

  test("works off what it has when nothing comes any more, and is empty in the end", () => {
    const none = { perMs: 0, arrivalSpread2: 1 };
    const half = pass(API, none, 1_000, { queue: 100, busy: 2 });
    expect([half.queue, half.busy]).toEqual([50, 2]);
    expect(pass(API, none, 3_000, half)).toMatchObject({ queue: 0, isCalm: true });
  });

  test("is calm where it stays, and not on its way", () => {
    expect(steady(0.7, steady(0.7)).isCalm).toBe(true);
    expect(pass(API, { perMs: 0.06, arrivalSpread2: 1 }, 500, { queue: 0, busy: 0 }).isCalm).toBe(false);
  });
});

describe("a processor", () => {
  test("that is too small lets fewer requests in at once, and does what it can", () => {
    const large = { ...API, places: 512, serviceMs: 3, cpuMs: 0.4 };
    const served = servedWith(large, 0.25);
    expect(served).toMatchObject({ places: 2, queue: API.queue + 510 });
    expect(served.places / served.serviceMs).toBeCloseTo(0.25 / 0.4, 9);
    expect(servedWith(API, 0.1)).toMatchObject({ places: 1, queue: API.queue + 1, serviceMs: 100 });
  });

  test("that is large enough changes nothing", () => {
    expect([servedWith(API, 0.5), servedWith(API, 4), servedWith({ ...API, cpuMs: 0 }, 0.25)]).toEqual([
      API,
      API,
      { ...API, cpuMs: 0 },
    ]);
  });
});

// The picture of two deployments tells what it is there to tell.

import { expect, test } from "vitest";
import { drainRows } from "./drain-times.ts";

test("the order is the same with every delay: healthy, told to stop, deregistered, drained, signal, stopped", () => {
  for (const { delay, healthy, told, deregistered, drained, signal, stopped } of drainRows()) {
    const moments = [healthy, told, deregistered, drained, signal, stopped];
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(drained - deregistered).toBe(delay);
  }
});

test("what the shorter delay saves is the difference of the delays", () => {
  const [usual, shorter] = drainRows();
  const saved = (usual?.completed ?? 0) - (shorter?.completed ?? 0);
  expect(Math.abs(saved - 270)).toBeLessThan(20);
  expect(usual?.completed).toBeGreaterThan(360);
});

/** Dots on their way from the registry to a task: where they stand, one by one. */
import { describe, expect, it } from "vitest";
import { dotPhase, visitDots } from "./flow-drawing.ts";
import type { Flow } from "./scene.ts";

const straight: Flow = { key: "a", from: { x: 0, y: 0 }, over: { x: 0, y: 30 }, to: { x: 0, y: 90 } };

function dotsOf(flows: readonly Flow[], phase: number): number[] {
  const heights: number[] = [];
  visitDots(flows, phase, (_, y) => heights.push(Math.round(y)));
  return heights;
}

describe("the dots of a flow", () => {
  it("stand 12 pixels apart, also across the gateway", () => {
    expect(dotsOf([straight], 0)).toEqual([0, 12, 24, 36, 48, 60, 72, 84]);
    expect(dotsOf([straight], 5)).toEqual([5, 17, 29, 41, 53, 65, 77, 89]);
  });

  it("are shared by all flows as far as the gateway", () => {
    const before = dotsOf([straight, { ...straight, key: "b" }], 0).filter((y) => y < 30);
    expect(before).toEqual([0, 12, 24]);
  });

  it("move on with simulated time, and stand with reduced motion", () => {
    const at = (atMs: number, still: boolean) => dotPhase({ scene: { atMs } as never, still });
    expect(at(100, false)).toBeCloseTo(2.6);
    expect(at(100, true)).toBe(0);
  });
});

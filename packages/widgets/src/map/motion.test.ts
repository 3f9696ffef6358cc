/** Movement of boxes: real time decides how far a move has come, never where it ends. */
import { describe, expect, it } from "vitest";
import { MOVE_MS, Motion } from "./motion.ts";
import { neighbour } from "./spatial.ts";

const at = (x: number, y = 0) => ({ key: "a", rect: { x, y, w: 10, h: 10 } });

describe("motion", () => {
  it("moves from where the box is, and ends where the scene wants it", () => {
    const motion = new Motion();
    motion.aim([at(0)], 0, true);
    motion.aim([at(100)], 0, false);
    expect(motion.settle(MOVE_MS / 2)).toBe(true);
    const half = motion.pose("a")?.x ?? 0;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(100);
    expect(motion.settle(MOVE_MS)).toBe(false);
    expect(motion.pose("a")?.x).toBe(100);
  });

  it("turns round in the middle of a move without a jump", () => {
    const motion = new Motion();
    motion.aim([at(0)], 0, true);
    motion.aim([at(100)], 0, false);
    motion.settle(MOVE_MS / 2);
    const turning = motion.pose("a")?.x ?? 0;
    motion.aim([at(0)], MOVE_MS / 2, false);
    motion.settle(MOVE_MS / 2);
    expect(motion.pose("a")?.x).toBeCloseTo(turning);
  });

  it("does not start a move again while its target stays the same", () => {
    const motion = new Motion();
    motion.aim([at(0)], 0, true);
    motion.aim([at(100)], 0, false);
    motion.settle(MOVE_MS - 1);
    motion.aim([at(100)], MOVE_MS - 1, false);
    expect(motion.settle(MOVE_MS)).toBe(false);
  });

  it("brings a box that is new from where it was born, unless it is told to be still", () => {
    const bornAt = () => ({ x: 500, y: 40, w: 4, h: 2 });
    const motion = new Motion();
    motion.aim([at(0)], 0, false, bornAt);
    expect(motion.pose("a")).toMatchObject({ x: 500, y: 40, w: 4 });
    motion.aim([at(0)], MOVE_MS / 2, false, bornAt);
    motion.settle(MOVE_MS);
    expect(motion.pose("a")).toEqual({ x: 0, y: 0, w: 10, h: 10, opacity: 1 });
    const still = new Motion();
    still.aim([at(0)], 0, true, bornAt);
    expect(still.pose("a")).toMatchObject({ x: 0, opacity: 1 });
  });

  it("moves nothing when it is told to be still", () => {
    const motion = new Motion();
    motion.aim([at(0)], 0, true);
    motion.aim([at(100)], 0, true);
    expect(motion.pose("a")).toMatchObject({ x: 100, opacity: 1 });
    expect(motion.settle(0)).toBe(false);
  });

  it("lets a box that is gone fade, then forgets it", () => {
    const motion = new Motion();
    motion.aim([at(0)], 0, true);
    motion.aim([], 0, false);
    motion.settle(MOVE_MS / 2);
    expect(motion.pose("a")?.opacity).toBeLessThan(1);
    motion.settle(MOVE_MS);
    expect(motion.pose("a")).toBeUndefined();
  });
});

describe("arrow keys", () => {
  const box = (x: number, y: number) => ({ x, y, w: 10, h: 10 });
  const boxes = [box(0, 0), box(40, 2), box(20, 60), box(0, 40)];

  it("go to the nearest box in that direction", () => {
    const [first, right, , below] = boxes;
    expect(neighbour(boxes, first as never, "right")).toBe(right);
    expect(neighbour(boxes, first as never, "down")).toBe(below);
  });

  it("stay at the edge", () => {
    expect(neighbour(boxes, boxes[0] as never, "left")).toBeUndefined();
    expect(neighbour(boxes, boxes[0] as never, "up")).toBeUndefined();
  });
});

/** Where the caption stands: beside the thing, in the window, covering as little as can be. */
import { describe, expect, it } from "vitest";
import { boxAround, placeBeside } from "./placing.ts";

const room = { x: 0, y: 0, w: 1000, h: 800 };
const caption = { w: 300, h: 160 };

describe("the caption of a tour", () => {
  it("stands below when there is room, above when there is not", () => {
    expect(placeBeside({ x: 400, y: 100, w: 100, h: 50 }, caption, room)).toMatchObject({ side: "below", y: 164 });
    expect(placeBeside({ x: 400, y: 700, w: 100, h: 50 }, caption, room)).toMatchObject({ side: "above", y: 526 });
  });

  it("stands beside a thing that is as high as the window", () => {
    expect(placeBeside({ x: 0, y: 0, w: 300, h: 800 }, caption, room)).toMatchObject({ side: "right", x: 314 });
    expect(placeBeside({ x: 700, y: 0, w: 300, h: 800 }, caption, room)).toMatchObject({ side: "left", x: 386 });
  });

  it("stays inside a room that begins elsewhere", () => {
    const place = placeBeside({ x: 510, y: 210, w: 20, h: 20 }, caption, { x: 500, y: 200, w: 400, h: 500 });
    expect(place).toEqual({ side: "below", x: 510, y: 244 });
  });

  it("stays inside the window, also for a thing at its edge or one that fills it", () => {
    for (const thing of [
      { x: 980, y: 20, w: 20, h: 20 },
      { x: -50, y: 790, w: 20, h: 20 },
      { x: 0, y: 0, w: 1000, h: 800 },
    ]) {
      const { x, y } = placeBeside(thing, caption, room);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + caption.w).toBeLessThanOrEqual(room.w);
      expect(y + caption.h).toBeLessThanOrEqual(room.h);
    }
  });
});

it("the box around boxes holds them all, and there is none around nothing", () => {
  expect(boxAround([])).toBeUndefined();
  const boxes = [
    { x: 5, y: 9, w: 10, h: 10 },
    { x: 20, y: 0, w: 4, h: 4 },
  ];
  expect(boxAround(boxes)).toEqual({ x: 5, y: 0, w: 19, h: 19 });
});

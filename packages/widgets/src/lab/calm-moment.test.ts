/** Lists follow a playing clock a few times a second, and a standing one at once. */
import { expect, test } from "vitest";
import type { Moment } from "../base/cloud.ts";
import { CalmMoment } from "./calm-moment.ts";

const momentAt = (atMs: number) => ({ tables: {}, atMs, headMs: atMs, recordCount: atMs }) as unknown as Moment;

test("while time plays, a list waits before it shows the next moment", () => {
  const calm = new CalmMoment();
  const shown = [0, 16, 32, 149, 150, 166, 300].map((nowMs) => calm.of(momentAt(nowMs), true, nowMs)?.atMs);
  expect(shown).toEqual([0, 0, 0, 0, 150, 150, 300]);
});

test("what comes after a while without changes is shown at once", () => {
  const calm = new CalmMoment();
  const still = momentAt(0);
  calm.of(still, true, 0);
  calm.of(still, true, 5000);
  expect(calm.of(momentAt(1), true, 5001)?.atMs).toBe(1);
});

test("when time stands still, the list shows the moment that there is", () => {
  const calm = new CalmMoment();
  calm.of(momentAt(0), true, 0);
  expect(calm.of(momentAt(7), false, 1)?.atMs).toBe(7);
});

test("a moment before the one shown, or no run at all, is never waited for", () => {
  const calm = new CalmMoment();
  calm.of(momentAt(500), true, 0);
  expect(calm.of(momentAt(100), true, 1)?.atMs).toBe(100);
  expect(calm.of(undefined, true, 2)).toBeUndefined();
});

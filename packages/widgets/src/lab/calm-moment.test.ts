/** Lists follow a playing clock a few times a second, and a standing one at once. */
import { expect, test } from "vitest";
import type { Moment } from "../base/cloud.ts";
import { calmMoment } from "./calm-moment.ts";

const momentAt = (atMs: number) => ({ tables: {}, atMs, headMs: atMs, recordCount: atMs }) as unknown as Moment;

/** A lab whose moment can be set. */
function labAt(atMs: number) {
  return { engine: { playing: true, run: { moment: momentAt(atMs) } as { moment: Moment } | undefined } };
}

test("while time plays, a list waits before it shows the next moment", () => {
  const lab = labAt(0);
  const shown = [0, 16, 32, 149, 150, 166, 300].map((nowMs) => {
    lab.engine.run = { moment: momentAt(nowMs) };
    return calmMoment(lab, nowMs)?.atMs;
  });
  expect(shown).toEqual([0, 0, 0, 0, 150, 150, 300]);
});

test("what comes after a while without changes is shown at once", () => {
  const lab = labAt(0);
  calmMoment(lab, 0);
  calmMoment(lab, 5000);
  lab.engine.run = { moment: momentAt(1) };
  expect(calmMoment(lab, 5001)?.atMs).toBe(1);
});

test("when time stands still, the list shows the moment that there is", () => {
  const lab = labAt(0);
  calmMoment(lab, 0);
  lab.engine = { playing: false, run: { moment: momentAt(7) } };
  expect(calmMoment(lab, 1)?.atMs).toBe(7);
});

test("a moment before the one shown, or no run at all, is never waited for", () => {
  const lab = labAt(500);
  calmMoment(lab, 0);
  lab.engine.run = { moment: momentAt(100) };
  expect(calmMoment(lab, 1)?.atMs).toBe(100);
  lab.engine.run = undefined;
  expect(calmMoment(lab, 2)).toBeUndefined();
});

test("two labs do not wait for each other", () => {
  const [one, other] = [labAt(0), labAt(900)];
  expect(calmMoment(one, 0)?.atMs).toBe(0);
  expect(calmMoment(other, 1)?.atMs).toBe(900);
});

/** A lab in two parts: how it stands before the second has come, after, and when it does not come. */
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { Attempt } from "./attempt.ts";
import { passed } from "./checks/index.ts";
import type { Lab } from "./lab.ts";
import { lateLab } from "./late-lab.ts";

const whole: Lab = {
  id: "01/01",
  seed: 1,
  title: () => "A lab",
  goal: () => "To pass",
  scenario: { id: "nothing", title: "Nothing", commands: [] },
  files: [],
  checks: [
    { id: "first", title: () => "First", test: () => passed(() => "seen", []) },
    { id: "second", title: () => "Second", test: () => passed(() => "seen, too", []) },
  ],
  tour: () => Promise.reject(new Error("the tour of the whole lab")),
};
const { id, seed, scenario, files } = whole;
const beginning = {
  ...{ id, seed, scenario, files },
  checks: [
    { id: "first", passed: true },
    { id: "second", passed: false },
  ],
  hasTour: true,
};

test("its checks stand as at the first moment until the conditions have come; then they judge", async () => {
  const lab = lateLab(beginning, async () => whole);
  const attempt = new Attempt(lab, Session.start(lab));
  expect(attempt.evaluate().map((result) => [result.id, result.passed, result.title("en")])).toEqual([
    ["first", true, ""],
    ["second", false, ""],
  ]);
  expect(attempt.evaluate()).toBe(attempt.evaluate());
  await lab.bringChecks?.();
  const results = attempt.evaluate();
  expect(results.map((result) => [result.passed, result.title("en"), result.observed("en")])).toEqual([
    [true, "First", "seen"],
    [true, "Second", "seen, too"],
  ]);
  expect(attempt.evaluate()).toBe(results);
  expect([lab.title("en"), lab.goal("en")]).toEqual(["A lab", "To pass"]);
  await expect(lab.tour?.()).rejects.toThrow("the tour of the whole lab");
});

test("it is fetched once; what could not be fetched is asked for again", async () => {
  let calls = 0;
  const lab = lateLab({ ...beginning, hasTour: false }, async () => {
    calls += 1;
    if (calls === 1) throw new Error("offline");
    return whole;
  });
  expect(lab.tour).toBeUndefined();
  await expect(lab.bringChecks?.()).rejects.toThrow("offline");
  await Promise.all([lab.bringChecks?.(), lab.bringChecks?.()]);
  expect(calls).toBe(2);
});

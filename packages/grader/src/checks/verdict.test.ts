/** How conditions are put together, and conditions over time. */
import { describe, expect, test } from "vitest";
import type { Condition } from "../condition.ts";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { text } from "../testing/text.ts";
import { told as inBoth } from "../testing/told.ts";
import { always, eventually } from "./moments.ts";
import { all, any, failed, not, passed } from "./verdict.ts";

const yes: Condition = () => passed(text("yes", "có"), [5, 2]);
const no: Condition = () => failed(text("no", "không"), [9]);
const view = new HandMadeJournal().view();
const told = (condition: Condition) => inBoth(condition(view));

describe("conditions together", () => {
  test("all: reports only what is missing", () => {
    expect(told(all(yes, no))).toEqual({ passed: false, observed: { en: "no", vi: "không" }, evidence: [9] });
    expect(told(all(yes, yes))).toEqual({ passed: true, observed: { en: "yes yes", vi: "có có" }, evidence: [2, 5] });
  });

  test("any: reports only what was found", () => {
    expect(told(any(no, yes))).toMatchObject({ passed: true, observed: { en: "yes", vi: "có" } });
    expect(told(any(no, no))).toMatchObject({ passed: false, observed: { en: "no no", vi: "không không" } });
  });

  test("not: turns the outcome, keeps the sentence", () => {
    expect(told(not(yes))).toMatchObject({ passed: false, observed: { en: "yes", vi: "có" } });
    expect(not(no)(view).passed).toBe(true);
  });
});

describe("conditions over time", () => {
  const journal = new HandMadeJournal()
    .task(0, "abc", { lastStatus: "RUNNING" })
    .call("ListTasks", {})
    .task(1_000, "def", { lastStatus: "RUNNING" })
    .remove(2_000, "tasks", "arn:aws:ecs:us-east-1:123456789012:task/default/def");
  const many = (count: number) => (moment: { rows(table: "tasks"): object[] }) =>
    moment.rows("tasks").length >= count ? text("many", "nhiều") : undefined;
  const otherwise = text("few", "ít");

  test("eventually: finds a moment that has passed again", () => {
    expect(eventually({ holds: many(2), otherwise })(journal.view())).toMatchObject({ passed: true, evidence: [2] });
    journal.task(3_000, "ghi", { lastStatus: "RUNNING" });
    expect(eventually({ holds: many(3), otherwise })(journal.view())).toEqual({
      passed: false,
      observed: otherwise,
      evidence: [],
    });
  });

  test("always: one moment is enough to break it", () => {
    expect(always({ broken: many(2), kept: otherwise })(journal.view())).toMatchObject({
      passed: false,
      evidence: [2],
    });
    expect(always({ broken: many(3), kept: otherwise })(journal.view()).passed).toBe(true);
  });
});

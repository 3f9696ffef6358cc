/** Schedules: which are taken, and when they come, over leap days and changes of the clocks. */
import { describe, expect, test } from "vitest";
import { isoSeconds, readDate } from "../model/calendar.ts";
import { nextMoment, readSchedule, readSchedulerSchedule } from "./schedule.ts";
import { ZONES, type Zone } from "./zones.ts";

const ms = (iso: string) => (readDate(iso) as number) * 1000;

/** The next moments of a schedule. */
function moments(text: string, after: string, count: number, zone: keyof typeof ZONES = "UTC"): string[] {
  const schedule = readSchedule(text);
  if (schedule === undefined) return ["no schedule"];
  const found: string[] = [];
  let at: number | undefined = ms(after);
  for (let left = count; left > 0 && at !== undefined; left -= 1) {
    at = nextMoment(schedule, at, { anchorMs: ms(after), zone: ZONES[zone] as Zone });
    if (at !== undefined) found.push(isoSeconds(at));
  }
  return found;
}

describe("what is taken", () => {
  test.each([
    "rate(1 minute)",
    "rate(5 minutes)",
    "rate(1 hour)",
    "rate(2 days)",
    "cron(0 10 * * ? *)",
    "cron(15 12 * * ? *)",
    "cron(0 18 ? * MON-FRI *)",
    "cron(0 8 1 * ? *)",
    "cron(0/10 * ? * MON-FRI *)",
    "cron(*/1 * * * ? *)",
    "cron(0 9 ? * 2#1 *)",
    "cron(0 9 L * ? *)",
    "cron(0 9 15W * ? *)",
    "cron(0 9 ? * 6L *)",
    "cron(0 9 ? JAN,JUL MON 2026-2028)",
  ])("%s", (text) => expect(readSchedule(text)).toBeDefined());

  test.each([
    "rate(1 minutes)",
    "rate(5 minute)",
    "rate(0 minutes)",
    "rate(5 seconds)",
    "rate(5minutes)",
    "every(5 minutes)",
    "cron(0 10 * * *)",
    "cron(7 20 * * 1-7 *)",
    "cron(0 10 ? * ? *)",
    "cron(60 10 * * ? *)",
    "cron(*/60 * * * ? *)",
    "cron(0 24 * * ? *)",
    "cron(0 10 32 * ? *)",
    "cron(0 10 * 13 ? *)",
    "cron(0 10 ? * 8 *)",
    "cron(0 10 * * ? 2300)",
    "0 10 * * ? *",
    "at(2026-01-05T10:00:00)",
  ])("not %s", (text) => expect(readSchedule(text)).toBeUndefined());
});

describe("when they come", () => {
  test.each<[string, string, string[]]>([
    ["rate(5 minutes)", "2026-01-05T09:00:30Z", ["2026-01-05T09:05:30Z", "2026-01-05T09:10:30Z"]],
    ["cron(0 10 * * ? *)", "2026-01-05T09:00:00Z", ["2026-01-05T10:00:00Z", "2026-01-06T10:00:00Z"]],
    ["cron(0 10 * * ? *)", "2026-01-05T10:00:00Z", ["2026-01-06T10:00:00Z"]],
    [
      "cron(0/20 9 * * ? *)",
      "2026-01-05T09:10:00Z",
      ["2026-01-05T09:20:00Z", "2026-01-05T09:40:00Z", "2026-01-06T09:00:00Z"],
    ],
    ["cron(0 18 ? * MON-FRI *)", "2026-01-09T18:00:00Z", ["2026-01-12T18:00:00Z"]],
    ["cron(0 18 ? * FRI-MON *)", "2026-01-05T18:00:00Z", ["2026-01-09T18:00:00Z", "2026-01-10T18:00:00Z"]],
    ["cron(0 8 L * ? *)", "2028-02-01T00:00:00Z", ["2028-02-29T08:00:00Z", "2028-03-31T08:00:00Z"]],
    ["cron(0 8 15W * ? *)", "2026-02-01T00:00:00Z", ["2026-02-16T08:00:00Z", "2026-03-16T08:00:00Z"]],
    ["cron(0 8 1W * ? *)", "2026-08-01T00:00:00Z", ["2026-08-03T08:00:00Z"]],
    ["cron(0 8 LW * ? *)", "2026-01-01T00:00:00Z", ["2026-01-30T08:00:00Z"]],
    ["cron(0 8 ? * 3#2 *)", "2026-01-05T09:00:00Z", ["2026-01-13T08:00:00Z"]],
    ["cron(0 8 ? * 6L *)", "2026-01-05T09:00:00Z", ["2026-01-30T08:00:00Z"]],
    ["cron(0 8 29 2 ? *)", "2026-01-05T09:00:00Z", ["2028-02-29T08:00:00Z"]],
    ["cron(0 8 1 1 ? 2026)", "2026-01-05T09:00:00Z", []],
  ])("%s after %s", (text, after, expected) => {
    expect(moments(text, after, Math.max(1, expected.length))).toEqual(expected);
  });

  test("in zones whose clocks change", () => {
    expect(moments("cron(30 2 * * ? *)", "2026-03-28T00:00:00Z", 2, "Europe/Berlin")).toEqual([
      "2026-03-28T01:30:00Z",
      // 02:30 of the 29th does not exist.
      "2026-03-30T00:30:00Z",
    ]);
    expect(moments("cron(30 2 * * ? *)", "2026-10-24T20:00:00Z", 2, "Europe/Berlin")).toEqual([
      "2026-10-25T00:30:00Z",
      "2026-10-26T01:30:00Z",
    ]);
    expect(moments("cron(0 9 * * ? *)", "2026-03-07T15:00:00Z", 2, "America/New_York")).toEqual([
      "2026-03-08T13:00:00Z",
      "2026-03-09T13:00:00Z",
    ]);
    expect(moments("cron(0 9 * * ? *)", "2026-01-05T09:00:00Z", 1, "Asia/Ho_Chi_Minh")).toEqual([
      "2026-01-06T02:00:00Z",
    ]);
  });
});

test("EventBridge Scheduler also takes one moment, and does not mind a plural", () => {
  expect(readSchedulerSchedule("rate(1 minutes)")).toEqual({ kind: "rate", everyMs: 60_000 });
  expect(readSchedulerSchedule("rate(0 minutes)")).toBeUndefined();
  expect(readSchedulerSchedule("at(2026-02-30T10:00:00)")).toBeUndefined();
  const once = readSchedulerSchedule("at(2026-07-05T10:00:00)");
  const frame = { anchorMs: 0, zone: ZONES["Europe/Berlin"] as Zone };
  if (once === undefined) throw new Error("it is a schedule");
  expect(isoSeconds(nextMoment(once, ms("2026-01-05T09:00:00Z"), frame) ?? 0)).toBe("2026-07-05T08:00:00Z");
  expect(nextMoment(once, ms("2026-07-05T08:00:00Z"), frame)).toBeUndefined();
});

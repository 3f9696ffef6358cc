/** What expressions mean: every subject and operator, asked of instances that satisfy it and of some that do not. */
import { describe, expect, test } from "vitest";
import { DEFAULT_PLACE } from "../../model/place.ts";
import { type InstanceWish, instanceRow } from "../testing/instances.ts";
import { compileExpression } from "./compile.ts";
import { parseExpression } from "./parse.ts";

function satisfies(text: string, wish: Partial<InstanceWish>): boolean {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return compileExpression(parsed.expression, DEFAULT_PLACE.startsAtMs)(instanceRow({ slot: 1, ...wish }));
}

const prod = { attributes: { stack: "prod" } };
const test1 = { attributes: { stack: "test" } };
const none = {};

describe("attributes", () => {
  test.each([
    ["attribute:stack == prod", true, false, false],
    ["attribute:stack != prod", false, true, false],
    ["not(attribute:stack == prod)", false, true, true],
    ["attribute:stack in [prod, stage]", true, false, false],
    ["attribute:stack !in [prod, stage]", false, true, false],
    ["attribute:stack =~ p.*", true, false, false],
    ["attribute:stack !~ p.*", false, true, false],
    ["attribute:stack exists", true, true, false],
    ["attribute:stack !exists", false, false, true],
    ["attribute:stack < stage", true, false, false],
    ["attribute:stack <= prod", true, false, false],
    ["attribute:stack > prod", false, true, false],
    ["attribute:stack >= prod", true, true, false],
  ])("%s: prod %s, test %s, without the attribute %s", (text, isProd, isTest, isNone) => {
    expect([satisfies(text, prod), satisfies(text, test1), satisfies(text, none)]).toEqual([isProd, isTest, isNone]);
  });

  test("numbers are compared as numbers", () => {
    expect(satisfies("attribute:rack > 9", { attributes: { rack: "10" } })).toBe(true);
    expect(satisfies("attribute:rack > 9", { attributes: { rack: "ten" } })).toBe(true);
    expect(satisfies("attribute:rack > 9", { attributes: { rack: "8" } })).toBe(false);
  });

  test("a capability exists but has no value", () => {
    const capability = { attributes: { "ecs.capability.efs": null } };
    expect(satisfies("attribute:ecs.capability.efs exists", capability)).toBe(true);
    expect(satisfies("attribute:ecs.capability.efs == true", capability)).toBe(false);
    expect(satisfies("attribute:ecs.capability.efs != true", capability)).toBe(true);
    expect(satisfies("attribute:ecs.capability.efs =~ .*", capability)).toBe(false);
  });

  test("names that every JavaScript object has are no attributes", () => {
    expect(satisfies("attribute:constructor exists", none)).toBe(false);
    expect(satisfies("attribute:__proto__ exists", none)).toBe(false);
  });
});

describe("fields", () => {
  test.each([
    ["agentConnected == true", {}, { agentConnected: false }],
    ["agentConnected != true", { agentConnected: false }, {}],
    ["agentConnected in [false]", { agentConnected: false }, {}],
    ["agentConnected =~ t.*", {}, { agentConnected: false }],
    ["agentVersion < 1.14.5", { agentVersion: "1.14.4" }, { agentVersion: "1.99.0" }],
    ["agentVersion >= 1.80.0", { agentVersion: "1.100.2" }, { agentVersion: "1.9.9" }],
    ["agentVersion == 1.80", { agentVersion: "1.80.0" }, { agentVersion: "1.80.1" }],
    ["agentVersion != 1.80.0", { agentVersion: "1.80.1" }, { agentVersion: "1.80.0" }],
    ["ec2InstanceId == i-00000000000000001", { slot: 1 }, { slot: 2 }],
    ["ec2InstanceId in ['i-00000000000000001', 'i-wxyx7890']", { slot: 1 }, { slot: 2 }],
    ["ec2InstanceId =~ i-0*1", { slot: 1 }, { slot: 2 }],
    ["runningTasksCount == 1", { runningTasksCount: 1 }, { runningTasksCount: 2 }],
    ["runningTasksCount <= 1", { runningTasksCount: 0 }, { runningTasksCount: 10 }],
    ["runningTasksCount > 9", { runningTasksCount: 10 }, { runningTasksCount: 9 }],
    ["runningTasksCount != 1", { runningTasksCount: 0 }, { runningTasksCount: 1 }],
  ] satisfies [string, Partial<InstanceWish>, Partial<InstanceWish>][])("%s", (text, yes, no) => {
    expect(satisfies(text, yes)).toBe(true);
    expect(satisfies(text, no)).toBe(false);
  });

  test("the moment of registration is compared with dates in every zone", () => {
    const atTen = { registeredAtMs: 3_600_500 };
    expect(DEFAULT_PLACE.startsAtMs).toBe(1_767_603_600_000);
    expect(satisfies("registeredAt == 2026-01-05T10:00:00Z", atTen)).toBe(true);
    expect(satisfies("registeredAt == 2026-01-05T10:00:00", atTen)).toBe(true);
    expect(satisfies("registeredAt == 2026-01-05T12:30:00+02:30", atTen)).toBe(true);
    expect(satisfies("registeredAt == 2026-01-05T05:00:00-05:00", atTen)).toBe(true);
    expect(satisfies("registeredAt >= 2026-01-05", atTen)).toBe(true);
    expect(satisfies("registeredAt < 2026-01-05", atTen)).toBe(false);
    expect(satisfies("registeredAt < 2026-01-06", atTen)).toBe(true);
    expect(satisfies("registeredAt > 2024-02-29T23:59:59Z", atTen)).toBe(true);
    expect(satisfies("registeredAt < 1970-01-01", atTen)).toBe(false);
  });
});

describe("task groups", () => {
  const both = { tasksByGroup: { database: 1, "service:web": 2 } };
  const gone = { tasksByGroup: { database: 0 } };

  test.each([
    ["task:group == database", true, false, false],
    ["task:group != database", false, false, false],
    ["not(task:group == database)", false, true, true],
    ["task:group in [database, cache]", true, false, false],
    ["task:group !in [cache]", true, false, false],
    ["task:group =~ service:.*", true, false, false],
    ["task:group !~ service:.*", false, false, false],
    ["task:group exists", true, false, false],
    ["task:group !exists", false, true, true],
    ["task:group > e", true, false, false],
  ])("%s: with both %s, without tasks %s, with tasks that are gone %s", (text, isBoth, isNone, isGone) => {
    expect([satisfies(text, both), satisfies(text, none), satisfies(text, gone)]).toEqual([isBoth, isNone, isGone]);
  });

  test("a group may be called anything", () => {
    expect(satisfies("task:group == constructor", none)).toBe(false);
    expect(satisfies("task:group == constructor", { tasksByGroup: { constructor: 1 } })).toBe(true);
  });
});

describe("compounds", () => {
  test("and needs all, or needs one, not turns round", () => {
    const wish = { attributes: { a: "1", b: "2" } };
    expect(satisfies("attribute:a == 1 and attribute:b == 2", wish)).toBe(true);
    expect(satisfies("attribute:a == 1 and attribute:b == 3", wish)).toBe(false);
    expect(satisfies("attribute:a == 0 or attribute:b == 2", wish)).toBe(true);
    expect(satisfies("attribute:a == 0 or attribute:b == 3", wish)).toBe(false);
    expect(satisfies("attribute:a == 0 and attribute:b == 3 or attribute:a exists", wish)).toBe(true);
    expect(satisfies("attribute:a == 0 and (attribute:b == 3 or attribute:a exists)", wish)).toBe(false);
  });
});

/** Where requests go: which rule they meet, how weights share them out, and which targets get them. */
import { describe, expect, test } from "vitest";
import type { RuleCondition } from "../model/elb.ts";
import { isSamePlan, nextChangeMs, plan } from "./plan.ts";
import { ruleFor } from "./rules.ts";
import { firstViewOf, SCENARIOS } from "./testing/scenario.ts";
import type { GroupView, RequestShape, TrafficView } from "./view.ts";

const REQUEST: RequestShape = {
  host: "shop.example.com",
  path: "/cart/7",
  method: "POST",
  headers: { "X-Beta": "yes" },
  query: { version: "2" },
  sourceIp: "10.0.3.9",
};

const CONDITIONS: readonly [RuleCondition, boolean][] = [
  [{ field: "host-header", values: ["SHOP.example.com"] }, true],
  [{ field: "host-header", values: ["*.example.com"] }, true],
  [{ field: "host-header", values: ["?.example.com"] }, false],
  [{ field: "path-pattern", values: ["/cart/*"] }, true],
  [{ field: "path-pattern", values: ["/CART/*"] }, false],
  [{ field: "path-pattern", values: ["/a", "*7"] }, true],
  [{ field: "path-pattern", values: ["/cart/*/items"] }, false],
  [{ field: "path-pattern", values: ["/*a*t*?"] }, true],
  [{ field: "source-ip", values: ["10.0.0.0/22"] }, true],
  [{ field: "source-ip", values: ["10.0.4.0/22"] }, false],
  [{ field: "http-request-method", values: ["GET", "POST"] }, true],
  [{ field: "http-request-method", values: ["GET"] }, false],
  [{ field: "http-header", name: "x-beta", values: ["y*"] }, true],
  [{ field: "http-header", name: "x-alpha", values: ["*"] }, false],
  [{ field: "query-string", pairs: [{ key: "version", value: "2" }] }, true],
  [{ field: "query-string", pairs: [{ value: "3" }] }, false],
];

const FORWARD = { type: "forward", groups: [{ targetGroupArn: "api", weight: 1 }] } as const;

describe("a rule", () => {
  test.each(CONDITIONS)("with %o matches: %s", (condition, expected) => {
    const rules = [{ conditions: [condition], action: FORWARD }];
    expect(ruleFor({ port: 80, rules }, REQUEST) !== undefined).toBe(expected);
  });

  test("is the first one whose conditions all match", () => {
    const path: RuleCondition = { field: "path-pattern", values: ["/cart/*"] };
    const host: RuleCondition = { field: "host-header", values: ["other.example.com"] };
    const rules = [[path, host], [path], []].map((conditions) => ({ conditions, action: FORWARD }));
    expect(ruleFor({ port: 80, rules }, REQUEST)).toBe(rules[1]);
    expect(ruleFor({ port: 80, rules }, { ...REQUEST, path: "/" })).toBe(rules[2]);
  });

  test("matches a long pattern without taking for ever", () => {
    const values = [`${"*a".repeat(60)}b`];
    const rules = [{ conditions: [{ field: "path-pattern" as const, values }], action: FORWARD }];
    expect(ruleFor({ port: 80, rules }, { ...REQUEST, path: "a".repeat(5_000) })).toBe(undefined);
  });
});

const start = firstViewOf(SCENARIOS.steady);
const group = start.groups[0] as GroupView;
const green: GroupView = {
  ...group,
  name: "green",
  place: 2,
  targets: group.targets.map((each) => ({ ...each, name: `g${each.name}` })),
};

function weighted(...weights: readonly [string, number][]): TrafficView {
  const groups = weights.map(([targetGroupArn, weight]) => ({ targetGroupArn, weight }));
  const rules = [{ conditions: [], action: { type: "forward" as const, groups } }];
  return { ...start, listeners: [{ port: 80, rules }], groups: [group, green] };
}

const sharesOf = (view: TrafficView) =>
  plan(view).places.map(({ place, answer, streams }) => [
    place,
    answer ?? "targets",
    streams.map(({ share }) => share),
  ]);

describe("weights", () => {
  test("share requests out among groups", () => {
    expect(sharesOf(weighted(["api", 90], ["green", 10]))).toEqual([
      [1, "targets", [0.9]],
      [2, "targets", [0.1]],
    ]);
  });

  test("of nothing give a group nothing, and none at all leaves requests without a target", () => {
    expect(sharesOf(weighted(["api", 0], ["green", 3]))).toEqual([[2, "targets", [1]]]);
    expect(sharesOf(weighted(["api", 0], ["green", 0]))).toEqual([[0, "none503", [1]]]);
  });
});

describe("targets", () => {
  const chosenOf = (view: TrafficView) => {
    const { places, targets } = plan(view);
    return [...targets].filter(([, { alike }]) => places[0]?.chosen.has(alike.key)).map(([name]) => name);
  };
  const withHealth = (healthy: readonly string[], leastHealthy: number): TrafficView => {
    const targets = group.targets.map((each) => ({ ...each, isHealthy: healthy.includes(each.name) }));
    return { ...start, groups: [{ ...group, leastHealthy, targets }] };
  };

  test("that are healthy get requests", () => {
    expect(chosenOf(withHealth(["a1", "a2"], 1))).toEqual(["a1", "a2"]);
  });

  test("all get requests when fewer than the least number are healthy", () => {
    expect(chosenOf(withHealth([], 1))).toEqual(["a0", "a1", "a2", "a3"]);
    expect(chosenOf(withHealth(["a1", "a2"], 3))).toEqual(["a0", "a1", "a2", "a3"]);
  });

  test("that drain get none, also when no other is healthy", () => {
    const targets = group.targets.map((each, index) => ({ ...each, isHealthy: false, isRegistered: index > 0 }));
    expect(chosenOf({ ...start, groups: [{ ...group, targets }] })).toEqual(["a1", "a2", "a3"]);
  });
});

test("a plan changes by itself at the end of a warm-up and where a rate bends", () => {
  const targets = group.targets.map((each, index) => ({ ...each, untilMs: 90_000 + index }));
  const profile = { kind: "spike", perSecond: 1, toPerSecond: 9, startMs: 30_000, endMs: 60_000 } as const;
  const clients = start.clients.map((client) => ({ ...client, profile }));
  const planned = plan({ ...start, clients, groups: [{ ...group, targets }] });
  expect([0, 30_000, 60_000, 90_000].map((atMs) => nextChangeMs(planned, atMs))).toEqual([
    30_000,
    60_000,
    90_000,
    Number.POSITIVE_INFINITY,
  ]);
});

test("plans are the same when every request goes the same way, whatever brought it about", () => {
  const told = group.targets.map((each) => ({ ...each, since: 99 }));
  expect(isSamePlan(plan(start), plan({ ...start, groups: [{ ...group, targets: told }] }))).toBe(true);
  expect(
    isSamePlan(plan(start), plan({ ...start, groups: [{ ...group, leastHealthy: 9, targets: told.slice(1) }] })),
  ).toBe(false);
});

/** Requests over time: buckets hold all that the ledger says, whatever their width; what was lost stays whole; scales are round. */
import { arnAt, DEFAULT_SUBNETS, LOSSES, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { goalOf } from "../base/chart-time.ts";
import { roundUp } from "./strip-drawing.ts";
import { bucketsOf, lostIn } from "./traffic-series.ts";

/** A balancer without targets, and somebody who asks it: every request is lost. */
function begin(): Session {
  const session = Session.start();
  const call = (service: "elbv2" | "quayside" | "ec2", operation: string, input: object) => {
    const outcome = session.call(service, operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.output as Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  };
  const Subnets = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];
  const [balancer] = call("elbv2", "CreateLoadBalancer", { Name: "web", Subnets }).LoadBalancers ?? [];
  const settings = { Protocol: "HTTP", Port: 80, VpcId: balancer?.VpcId, TargetType: "ip" };
  const [group] = call("elbv2", "CreateTargetGroup", { Name: "web", ...settings }).TargetGroups ?? [];
  call("elbv2", "CreateListener", {
    LoadBalancerArn: balancer?.LoadBalancerArn,
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: [{ Type: "forward", TargetGroupArn: group?.TargetGroupArn }],
  });
  session.advance({ byMs: 180_000 });
  call("quayside", "StartTraffic", { name: "shoppers", loadBalancer: "web", perSecond: 20 });
  session.advance({ byMs: 300_000 });
  return session;
}

const total = (counts: object) => Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);

test("buckets of any width hold the same requests", () => {
  const { trafficNow: ledger, nowMs } = begin();
  const [few, many] = [5, 240].map((buckets) => {
    const all = bucketsOf(ledger, { span: { fromMs: 0, toMs: nowMs }, buckets, isOf: () => true });
    const came = all.reduce((sum, { perSecond, fromMs, toMs }) => sum + (perSecond * (toMs - fromMs)) / 1000, 0);
    return { came, lost: total(lostIn(all)) };
  });
  let [came, lost] = [0, 0];
  for (let row = 0; row < ledger.length; row += 1) {
    came += ledger.get(row, "came");
    lost += LOSSES.reduce((sum, end) => sum + ledger.get(row, end), 0);
  }
  expect(came).toBeGreaterThan(5000);
  expect(lost).toBe(came);
  for (const seen of [few, many]) {
    expect(seen?.came).toBeCloseTo(came, 3);
    expect(seen?.lost).toBeCloseTo(lost, 3);
  }
});

test("a place is another place than the rest, and nothing is drawn ahead of the run", () => {
  const { trafficNow: ledger, tables, nowMs } = begin();
  const [balancer = ""] = tables.loadBalancers.keys();
  const span = { fromMs: 0, toMs: nowMs * 2 };
  const of = (arn: string) => bucketsOf(ledger, { span, buckets: 40, isOf: (place) => arnAt(tables, place) === arn });
  const places = new Set<string | undefined>();
  for (let row = 0; row < ledger.length; row += 1) places.add(arnAt(tables, ledger.get(row, "place")));
  const sums = [...places].map((arn) => total(lostIn(of(arn ?? ""))));
  expect(places.size).toBeGreaterThan(0);
  expect(sums.every((sum) => sum > 0)).toBe(true);
  expect(total(lostIn(of("nothing")))).toBe(0);
  expect(of(balancer).at(-1)?.toMs).toBeLessThanOrEqual(nowMs);
});

test("scales end at the next round number", () => {
  expect([0, 0.3, 1, 7, 12, 21, 99, 240].map(roundUp)).toEqual([1, 0.5, 1, 10, 20, 50, 100, 500]);
});

test("keys lead one step, one page, to the ends; with a modifier they are not for the chart", () => {
  const stops = { near: [1, 2, 3], far: [3], atMs: 2, headMs: 9 };
  const goal = (key: string, more: object = {}) => goalOf({ key, ...more } as KeyboardEvent, stops);
  expect(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "x"].map((key) => goal(key))).toEqual([
    1,
    3,
    3,
    0,
    1,
    9,
    undefined,
  ]);
  expect(goal("ArrowLeft", { ctrlKey: true })).toBeUndefined();
});

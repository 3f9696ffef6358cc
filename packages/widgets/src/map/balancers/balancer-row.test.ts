/** Load balancers on the map, in real runs: the row over the cloud, shares, lines to targets, signs of health. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { balancersOf } from "../../base/balancer-facts.ts";
import { actionText, conditionText } from "../../base/rule-text.ts";
import { buildScene } from "../scene.ts";
import { SceneMemory } from "../scene-memory.ts";
import { BalancerRow } from "./balancer-row.ts";
import { shareText } from "./card-drawing.ts";
import { badgeOf } from "./health-badges.ts";
import { en } from "./texts/en.ts";
import { vi } from "./texts/vi.ts";
import { wiresOf } from "./wires.ts";

const SUBNETS = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];
const SIZE = { width: 840, height: 450 };

type Service = "ecs" | "elbv2";

function call(session: Session, service: Service, operation: string, input: object) {
  const outcome = session.call(service, operation, input);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.output as Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** A balancer whose requests go 90 to 10 to two groups; a task of web is a target of the first. */
function begin(weights = [90, 10]): Session {
  const session = Session.start();
  const [balancer] =
    call(session, "elbv2", "CreateLoadBalancer", { Name: "web", Subnets: SUBNETS }).LoadBalancers ?? [];
  const groups = ["blue", "green"].map((name) => {
    const settings = { Protocol: "HTTP", Port: 80, VpcId: balancer?.VpcId, TargetType: "ip" };
    return call(session, "elbv2", "CreateTargetGroup", { Name: name, ...settings }).TargetGroups?.[0]?.TargetGroupArn;
  });
  const TargetGroups = groups.map((TargetGroupArn, at) => ({ TargetGroupArn, Weight: weights[at] }));
  call(session, "elbv2", "CreateListener", {
    LoadBalancerArn: balancer?.LoadBalancerArn,
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: [{ Type: "forward", ForwardConfig: { TargetGroups } }],
  });
  call(session, "ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx", portMappings: [{ containerPort: 80 }] }],
  });
  const networkConfiguration = { awsvpcConfiguration: { subnets: SUBNETS, assignPublicIp: "ENABLED" } };
  call(session, "ecs", "RunTask", { taskDefinition: "web", launchType: "FARGATE", networkConfiguration });
  session.advance({ byMs: 60_000 });
  const [task] = session.tables.tasks.values();
  const Targets = [{ Id: task?.networkInterface?.privateIpv4Address, Port: 80 }];
  call(session, "elbv2", "RegisterTargets", { TargetGroupArn: groups[0], Targets });
  return session;
}

function sceneOf({ tables, nowMs }: Session, row = new BalancerRow(en), size = SIZE, memory = new SceneMemory()) {
  return buildScene({ tables, atMs: nowMs, ...size, balancers: row }, memory);
}

test("stands over the cloud, balancer left, its groups to the right of it, and says what it is", () => {
  const session = begin();
  const { traffic, places } = sceneOf(session);
  const vpc = places.find(({ kind }) => kind === "vpc");
  const [balancer] = traffic.balancers;
  expect(balancer?.sentence).toBe("Load balancer web, ALB, internet-facing, provisioning; HTTP:80; blue, green");
  expect(traffic.groups.map(({ sentence }) => sentence)).toEqual([
    "Target group blue: 1 initial; 90 % of web HTTP:80",
    "Target group green: no targets; 10 % of web HTTP:80",
  ]);
  for (const { x, y, h } of traffic.groups) {
    expect(x).toBeGreaterThan((balancer?.x ?? 0) + (balancer?.w ?? 0));
    expect(y + h).toBeLessThan(vpc?.y ?? 0);
  }
  session.advance({ byMs: 180_000 });
  expect(sceneOf(session, new BalancerRow(vi)).traffic.balancers[0]?.sentence).toMatch(/active; HTTP:80/);
});

test("says how much clients send, also where that changes by itself", () => {
  const session = begin();
  const flow = { name: "all", loadBalancer: "web", perSecond: 10, profile: "ramp", toPerSecond: 30, forSeconds: 60 };
  expect(session.call("quayside", "StartTraffic", { ...flow, afterSeconds: 0 }).ok).toBe(true);
  const rate = () => /; (\S+) requests a second$/.exec(sceneOf(session).traffic.balancers[0]?.sentence ?? "")?.[1];
  expect(rate()).toBe("10");
  session.advance({ byMs: 30_000 });
  expect(rate()).toBe("20");
  session.advance({ byMs: 60_000 });
  expect(rate()).toBe("30");
});

test("is the same object while nothing about it changes, and needs no room where there is none", () => {
  const session = begin();
  const [row, memory] = [new BalancerRow(en), new SceneMemory()];
  session.advance({ byMs: 200_000 });
  const first = sceneOf(session, row, SIZE, memory).traffic;
  session.advance({ byMs: 1000 });
  expect(sceneOf(session, row, SIZE, memory).traffic).toBe(first);
  const empty = sceneOf(Session.start());
  expect(empty.places.some(({ kind }) => kind === "traffic")).toBe(false);
  expect(empty.traffic.wires).toBeUndefined();
});

test("in a narrow map it stands below the strips, and inside", () => {
  const { traffic, places } = sceneOf(begin(), new BalancerRow(en), { width: 390, height: 294 });
  const [queue, vpc] = ["queue", "vpc"].map((wanted) => places.find(({ kind }) => kind === wanted));
  const [balancer] = traffic.balancers;
  expect(balancer?.y).toBeGreaterThanOrEqual((queue?.y ?? 0) + (queue?.h ?? 0));
  for (const { x, y, w, h } of [...traffic.balancers, ...traffic.groups]) {
    expect(x + w).toBeLessThanOrEqual(390);
    expect(y + h).toBeLessThan(vpc?.y ?? 0);
  }
});

test("leads a line to each target, and one a zone to many", () => {
  const session = begin();
  const scene = sceneOf(session);
  const [task] = scene.tasks;
  const [mark] = scene.traffic.groups;
  if (task === undefined || mark === undefined) throw new Error("there is a task and a group");
  const ends = { places: scene.places, frame: scene.frame, rectOf: () => task, isNear: true };
  const [wire] = wiresOf({ facts: mark.facts, rect: mark }, 0, ends);
  expect(wire?.state).toBe("initial");
  expect(wire?.path).toMatch(new RegExp(`V${(task.y + task.h / 2).toFixed(1)}H${task.x.toFixed(1)}$`));
  const crowd = { ...mark.facts, targets: Array.from({ length: 20 }, () => mark.facts.targets[0] as never) };
  expect(wiresOf({ facts: crowd, rect: mark }, 0, ends)).toHaveLength(1);
  expect(wiresOf({ facts: mark.facts, rect: mark }, 0, { ...ends, rectOf: () => undefined })).toEqual([]);
});

test("shares are percents of what a rule's weights add up to", () => {
  const percents = (weights: number[]) =>
    balancersOf(begin(weights).tables).flatMap(({ groups }) =>
      groups.map(({ ways }) => shareText(ways[0]?.percent ?? 0)),
    );
  expect(percents([90, 10])).toEqual(["90 %", "10 %"]);
  expect(percents([2, 1])).toEqual(["66.7 %", "33.3 %"]);
  expect(percents([0, 0])).toEqual(["0 %", "0 %"]);
});

test("rules in words", () => {
  const { tables } = begin();
  const [rule] = tables.rules.values();
  if (rule === undefined) throw new Error("there is a default rule");
  expect(`${conditionText(rule)}: ${actionText(tables, rule)}`).toBe("*: forward blue 90, green 10");
  const conditions = [
    { field: "path-pattern", values: ["/a/*", "/b"] },
    { field: "http-header", name: "X-Test", values: ["1"] },
    { field: "query-string", pairs: [{ key: "v", value: "2" }, { value: "x" }] },
  ] as const;
  expect(conditionText({ ...rule, conditions })).toBe(
    "path-pattern /a/* | /b, http-header X-Test: 1, query-string v=2 | x",
  );
  const redirect = {
    type: "redirect",
    protocol: "HTTPS",
    host: "#{host}",
    port: "443",
    path: "/#{path}",
    query: "#{query}",
    statusCode: "HTTP_301",
  } as const;
  expect(actionText(tables, { ...rule, action: redirect })).toBe(
    "redirect HTTP_301 HTTPS://#{host}:443/#{path}?#{query}",
  );
});

test("a task in several groups shows the worst of its targets", () => {
  const target = ([...begin().tables.targets.values()][0] ?? {}) as Parameters<typeof badgeOf>[0][number];
  const badge = (...states: (typeof target.state)[]) => badgeOf(states.map((state) => ({ ...target, state })));
  expect(badge("healthy", "unhealthy")).toBe(badge("unhealthy"));
  expect(badge("healthy", "draining")).toBe(badge("draining"));
  expect(badge("unused")).toBeUndefined();
  expect(badge()).toBeUndefined();
});

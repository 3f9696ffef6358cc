/** The timeline's arithmetic: spans, positions, ticks, clock texts, and lanes folded from real runs. */
import { Session, waitText } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { clockText, wallText } from "../base/clock.ts";
import { axisTicks, LEAST_SPAN_MS, spanOf, xOf } from "../base/time-scale.ts";
import { LaneGroups } from "./lane-groups.ts";
import { Lanes } from "./lanes.ts";

describe("the span", () => {
  it("shows everything, and never less than a minute", () => {
    expect(spanOf(0, 0, undefined)).toEqual({ fromMs: 0, toMs: LEAST_SPAN_MS });
    expect(spanOf(600_000, 0, undefined).toMs).toBeGreaterThan(600_000);
  });

  it("follows the moment with a window that stays inside the run", () => {
    const window = spanOf(1_000_000, 500_000, 60_000);
    expect(window.toMs - window.fromMs).toBe(60_000);
    expect(window.fromMs).toBeLessThan(500_000);
    expect(window.toMs).toBeGreaterThan(500_000);
    expect(spanOf(1_000_000, 0, 60_000).fromMs).toBe(0);
  });

  it("puts its ends at the edges", () => {
    const span = { fromMs: 10, toMs: 110 };
    expect([10, 60, 110].map((atMs) => xOf(atMs, span, 200))).toEqual([0, 100, 200]);
  });

  it("writes whole seconds or minutes, within the span", () => {
    for (const toMs of [60_000, 300_000, 7_200_000]) {
      const ticks = axisTicks({ fromMs: 0, toMs }, 800);
      expect(ticks.length).toBeGreaterThan(3);
      expect(ticks.every((tick) => tick % 1000 === 0 && tick <= toMs)).toBe(true);
    }
  });

  it("steps by 1, 2, 5 and ten times these, whatever the span", () => {
    const seconds = (fromMs: number, toMs: number, width: number) =>
      axisTicks({ fromMs, toMs }, width).map((tick) => tick / 1000);
    expect(seconds(0, 60_000, 480)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(seconds(61_500, 121_500, 960)).toEqual([65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120]);
    expect(seconds(0, 7_200_000, 480)).toEqual([0, 1200, 2400, 3600, 4800, 6000, 7200]);
    expect(seconds(0, 604_800_000, 160).map((tick) => tick / 60)).toEqual([0, 5000, 10_000]);
  });
});

describe("clock texts", () => {
  it("count from the beginning of the world", () => {
    expect(clockText(0)).toBe("00:00.0");
    expect(clockText(65_432)).toBe("01:05.4");
    expect(clockText(3_600_000)).toBe("01:00:00.0");
    expect(wallText(Date.UTC(2026, 0, 5, 9, 0, 20))).toBe("2026-01-05 09:00:20 UTC");
  });

  it("say lengths of time shortly", () => {
    expect([400, 12_000, 59_999, 65_000, 120_000, 7_440_000].map(waitText)).toEqual([
      "0.4 s",
      "12 s",
      "60 s",
      "1 min 5 s",
      "2 min",
      "2 h 4 min",
    ]);
  });
});

describe("lanes", () => {
  function runAndStop(): Session {
    const session = Session.start();
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "nginx", image: "nginx:latest" }],
    });
    const subnet = [...session.tables.subnets.values()].find(
      (row) => row.internetRoute === "internet-gateway",
    )?.subnetId;
    const awsvpcConfiguration = { subnets: [subnet], assignPublicIp: "ENABLED" };
    session.call("ecs", "RunTask", {
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration },
    });
    session.stepUntilQuiet();
    const [task] = [...session.tables.tasks.keys()];
    session.call("ecs", "StopTask", { task });
    session.stepUntilQuiet();
    return session;
  }

  it("show each state of a task once, without gaps", () => {
    const lanes = new Lanes();
    lanes.follow(runAndStop().journal.records);
    const [lane] = lanes.lanes;
    expect(lane?.stretches.map((stretch) => stretch.status)).toEqual([
      "PROVISIONING",
      "PENDING",
      "RUNNING",
      "DEPROVISIONING",
      "STOPPED",
    ]);
    lane?.stretches.slice(1).forEach((stretch, index) => {
      expect(stretch.fromMs).toBe(lane.stretches[index]?.toMs);
    });
    expect(lane?.stretches.at(-1)?.toMs).toBeUndefined();
  });

  it("give the same whether a journal is read at once or bit by bit", () => {
    const { records } = runAndStop().journal;
    const whole = new Lanes();
    whole.follow(records);
    const bits = new Lanes();
    for (let length = 0; length <= records.length; length += 3) bits.follow(records.slice(0, length));
    bits.follow(records);
    expect(bits.lanes).toEqual(whole.lanes);
    expect(bits.marks).toEqual(whole.marks);
  });

  it("start again when the run went back in time", () => {
    const session = runAndStop();
    const lanes = new Lanes();
    lanes.follow(session.journal.records);
    session.seek(5000);
    expect(lanes.follow(session.journal.records)).toBe(true);
    expect(lanes.lanes[0]?.stretches.map((stretch) => stretch.status)).toEqual(["PROVISIONING"]);
  });

  it("mark what the learner did, refusals apart", () => {
    const session = Session.start();
    session.call("ecs", "CreateCluster", { clusterName: "one" });
    session.call("ecs", "StopTask", { task: "none" });
    const lanes = new Lanes();
    lanes.follow(session.journal.records);
    expect(lanes.marks.slice(-2).map(({ operation, refused }) => [operation, refused])).toEqual([
      ["CreateCluster", false],
      ["StopTask", true],
    ]);
  });
});

describe("groups of lanes", () => {
  function servicesAndOneTask(): Session {
    const session = Session.start();
    const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
    const containerDefinitions = [{ name: "nginx", image: "nginx:latest" }];
    const open = [...session.tables.subnets.values()].filter((row) => row.internetRoute === "internet-gateway");
    const subnets = open.map(({ subnetId }) => subnetId);
    const networkConfiguration = { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } };
    const where = { taskDefinition: "web", launchType: "FARGATE", networkConfiguration };
    session.call("ecs", "RegisterTaskDefinition", { family: "web", ...size, containerDefinitions });
    session.call("ecs", "RunTask", where);
    session.call("ecs", "CreateService", { ...where, serviceName: "shop", desiredCount: 3 });
    session.call("ecs", "CreateService", { ...where, serviceName: "api", desiredCount: 1 });
    session.advance({ byMs: 90_000 });
    return session;
  }

  function groupsOf({ journal: { records } }: Session, made = new LaneGroups()) {
    const lanes = new Lanes();
    lanes.follow(records);
    return made.of(lanes.lanes, records);
  }

  it("are a service each, as they were made, then a family each of what stands alone", () => {
    const groups = groupsOf(servicesAndOneTask());
    const said = groups.map(({ name, story, lanes }) => [name, story !== undefined, lanes.length]);
    expect(said).toEqual([
      ["shop", true, 3],
      ["api", true, 1],
      ["web", false, 1],
    ]);
  });

  it("are as high as they have tasks, or want them", () => {
    const session = servicesAndOneTask();
    session.call("ecs", "UpdateService", { service: "shop", desiredCount: 5 });
    const [shop, api] = groupsOf(session);
    expect(shop?.steps.at(-1)).toMatchObject({ running: 3, moving: 0 });
    expect([shop?.most, api?.most]).toEqual([5, 1]);
    expect(shop?.story?.at(session.nowMs)?.desired).toBe(5);
  });

  it("stay the same list until something happens", () => {
    const session = servicesAndOneTask();
    const made = new LaneGroups();
    const before = groupsOf(session, made);
    expect(groupsOf(session, made)).toBe(before);
    session.call("ecs", "UpdateService", { service: "shop", desiredCount: 0 });
    expect(groupsOf(session, made)).not.toBe(before);
  });
});

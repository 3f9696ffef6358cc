/** The scene of the map: what stands where, for real runs of the simulator. */
import { Session } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { pullProgress } from "./kinds/task-mark.ts";
import { MEASURES } from "./levels.ts";
import { everyTask } from "./map-table.ts";
import { packRows } from "./packing.ts";
import type { Rect } from "./rect.ts";
import { buildScene, type Scene } from "./scene.ts";
import { SceneMemory } from "./scene-memory.ts";

const SIZE = { width: 840, height: 450 };
const DEFINITION = {
  family: "web",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "nginx", image: "nginx:latest" }],
};

function begin(count: number): Session {
  const session = Session.start();
  session.call("ecs", "RegisterTaskDefinition", DEFINITION);
  const subnets = [...session.tables.subnets.values()]
    .filter((row) => row.internetRoute === "internet-gateway")
    .map((row) => row.subnetId);
  for (let left = count; left > 0; left -= 10) {
    const outcome = session.call("ecs", "RunTask", {
      taskDefinition: "web",
      launchType: "FARGATE",
      count: Math.min(10, left),
      networkConfiguration: { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } },
    });
    if (!outcome.ok) throw new Error(outcome.error.message);
  }
  return session;
}

function sceneOf(session: Session): Scene {
  return buildScene({ tables: session.tables, atMs: session.nowMs, ...SIZE });
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w - 0.01 && b.x < a.x + a.w - 0.01 && a.y < b.y + b.h - 0.01 && b.y < a.y + a.h - 0.01;
}

function inside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.w <= outer.x + outer.w + 0.5 &&
    inner.y + inner.h <= outer.y + outer.h + 0.5
  );
}

describe("the life of a task on the map", () => {
  it("waits, stands in its subnet, and lies in the tray, under one key all the time", () => {
    const session = begin(1);
    const waiting = sceneOf(session).tasks[0];
    expect(waiting).toMatchObject({ where: "queue", lastStatus: "PROVISIONING" });
    session.stepUntilQuiet();
    const running = sceneOf(session).tasks[0];
    expect(running).toMatchObject({ key: waiting?.key, where: "subnet", lastStatus: "RUNNING", detail: "box" });
    expect(running?.address).toMatch(/^10\.0\./);
    expect(running?.publicAddress).toBeDefined();
    session.call("ecs", "StopTask", { task: running?.key });
    session.stepUntilQuiet();
    expect(sceneOf(session).tasks[0]).toMatchObject({
      key: waiting?.key,
      where: "tray",
      lastStatus: "STOPPED",
      look: { name: "stopped" },
    });
  });

  it("marks a task that could not start as failed", () => {
    const session = Session.start();
    session.call("ecs", "RegisterTaskDefinition", {
      ...DEFINITION,
      containerDefinitions: [{ name: "app", image: "nowhere/nothing:1" }],
    });
    const [subnet] = [...session.tables.subnets.values()].filter((row) => row.internetRoute === "internet-gateway");
    const awsvpcConfiguration = { subnets: [subnet?.subnetId], assignPublicIp: "ENABLED" };
    session.call("ecs", "RunTask", {
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration },
    });
    session.stepUntilQuiet();
    expect(sceneOf(session).tasks[0]?.look.name).toBe("failed");
  });
});

describe("the layout", () => {
  it("keeps every task inside its subnet and apart from the others, at 1, 20 and 200 tasks", () => {
    for (const count of [1, 20, 200]) {
      const session = begin(count);
      session.stepUntilQuiet();
      const scene = sceneOf(session);
      expect(scene.tasks).toHaveLength(count);
      for (const [index, task] of scene.tasks.entries()) {
        const subnet = scene.places.find((place) => place.key === task.subnetId);
        expect(inside(task, subnet as Rect)).toBe(true);
        expect(scene.tasks.slice(index + 1).some((other) => overlap(task, other))).toBe(false);
      }
    }
  });

  it("is as near as all of it fits: the id of each of 80 tasks is there, and a sign of each of 400", () => {
    const scenes = [1, 4, 24, 80, 400].map((count) => {
      const session = begin(count);
      session.stepUntilQuiet();
      return sceneOf(session);
    });
    expect(scenes.map(({ measure }) => measure.level)).toEqual(["near", "near", "mid", "short", "far"]);
    expect(scenes.map(({ tasks }) => tasks[0]?.detail)).toEqual(["box", "box", "cell", "cell", "spot"]);
    for (const { hidden } of scenes) expect([...hidden.values()].every((count) => count === 0)).toBe(true);
  });

  it("folds rows of subnets in which nothing stands into the lines of their zones, but never all of them", () => {
    const names = (scene: Scene, kind: string) => scene.places.filter((place) => place.kind === kind);
    const empty = sceneOf(begin(0));
    expect(names(empty, "subnet")).toHaveLength(4);
    expect(names(empty, "zone").map(({ folded }) => folded)).toEqual([[], []]);
    const session = begin(1);
    session.stepUntilQuiet();
    const used = sceneOf(session);
    expect(names(used, "subnet").map(({ title }) => title)).toEqual(["public-a", "public-b"]);
    expect(names(used, "zone").map(({ folded }) => folded)).toEqual([["private-a"], ["private-b"]]);
  });

  it("has task definitions and what waits beside the cloud where there is room, else in a strip above it", () => {
    const session = begin(3);
    const wide = sceneOf(session);
    const vpc = wide.places.find(({ kind }) => kind === "vpc") as Rect;
    expect(wide.definitions).toMatchObject([{ family: "web", revisions: [{ revision: 1, status: "ACTIVE" }] }]);
    for (const mark of [...wide.definitions, ...wide.tasks]) expect(mark.x + mark.w).toBeLessThan(vpc.x);
    const narrow = buildScene({ tables: session.tables, atMs: 0, width: 330, height: 400 });
    expect(narrow.definitions).toEqual([]);
    expect(narrow.tasks.every(({ y }) => y < 30)).toBe(true);
  });

  it("nests subnets in zones and zones in the VPC, also on a phone", () => {
    const session = begin(0);
    const scene = buildScene({ tables: session.tables, atMs: 0, width: 330, height: 400 });
    const vpc = scene.places.find((place) => place.kind === "vpc") as Rect;
    const zones = scene.places.filter((place) => place.kind === "zone");
    const subnets = scene.places.filter((place) => place.kind === "subnet");
    expect([zones.length, subnets.length]).toEqual([2, 4]);
    for (const zone of zones) expect(inside(zone, vpc)).toBe(true);
    for (const subnet of subnets) expect(zones.some((zone) => inside(subnet, zone))).toBe(true);
  });

  it("counts what does not fit into the tray", () => {
    const session = begin(300);
    session.stepUntilQuiet();
    for (const task of [...session.tables.tasks.keys()]) session.call("ecs", "StopTask", { task });
    session.stepUntilQuiet();
    const scene = sceneOf(session);
    expect(scene.tasks.length + (scene.hidden.get("tray") ?? 0)).toBe(300);
    expect(scene.hidden.get("tray")).toBeGreaterThan(0);
  });
});

describe("a scene with the memory of earlier ones", () => {
  it("is the scene that it would be without, at every moment of a run", () => {
    const session = begin(12);
    const memory = new SceneMemory();
    let compared = 0;
    for (let atMs = 0; atMs < 90_000; atMs += 700) {
      session.advance({ untilMs: atMs });
      if (atMs === 42_000)
        for (const task of [...session.tables.tasks.keys()].slice(0, 5)) session.call("ecs", "StopTask", { task });
      const input = { tables: session.tables, atMs, ...SIZE };
      expect(buildScene(input, memory)).toEqual(buildScene(input));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("has the same marks while nothing happens, and new ones for what changed", () => {
    const session = begin(3);
    session.stepUntilQuiet();
    const memory = new SceneMemory();
    const scene = () => buildScene({ tables: session.tables, atMs: session.nowMs, ...SIZE }, memory);
    const before = scene();
    session.advance({ byMs: 1000 });
    const later = scene();
    expect(later.places).toBe(before.places);
    expect(later.tasks.map((mark, index) => mark === before.tasks[index])).toEqual([true, true, true]);
    session.call("ecs", "StopTask", { task: before.tasks[1]?.key });
    session.advance({ byMs: 1 });
    expect(scene().tasks.map((mark, index) => mark === before.tasks[index])).toEqual([true, false, true]);
  });
});

describe("packing", () => {
  it("fills rows of equal boxes inside of the place, and leaves out what finds no room", () => {
    const place = { x: 10, y: 20, w: 160, h: 60 };
    const mid = MEASURES.find(({ level, least }) => level === "mid" && least === 68);
    if (mid === undefined) throw new Error("no such measure");
    const rects = packRows(9, place, mid);
    expect(rects).toHaveLength(4);
    for (const rect of rects) expect(inside(rect, place)).toBe(true);
    expect(new Set(rects.map(({ w }) => w)).size).toBe(1);
    expect(packRows(0, place, mid)).toEqual([]);
    expect(packRows(3, { ...place, w: 40 }, mid)).toEqual([]);
  });
});

describe("a pull's progress", () => {
  it("goes from 0 to 1 while the image comes, and is nothing before and after", () => {
    const pulling = { phase: "PULLING", pullStartedAtMs: 1000, pullEndsAtMs: 3000 } as const;
    expect([0, 1000, 2000, 9000].map((atMs) => pullProgress(pulling, atMs))).toEqual([0, 0, 0.5, 1]);
    expect(pullProgress({ ...pulling, phase: "RUNNING" }, 2000)).toBeUndefined();
  });
});

describe("the table", () => {
  it("has every task, also where the picture only counts them", () => {
    const session = begin(40);
    session.advance({ byMs: 90_000 });
    const { tables, nowMs: atMs } = session;
    const small = buildScene({ tables, atMs, width: 220, height: 160 });
    expect(small.tasks.length).toBeLessThan(40);
    const all = everyTask(small, tables);
    expect(new Set(all.map(({ key }) => key))).toEqual(new Set(tables.tasks.keys()));
    expect(all.every(({ label, lastStatus }) => label === "web:1" && lastStatus === "RUNNING")).toBe(true);
    const large = sceneOf(session);
    expect(everyTask(large, tables)).toBe(large.tasks);
  });
});

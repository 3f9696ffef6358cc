/** Zooming and moving: what is under the pointer stays there, what happens changes no level, and what is chosen comes into view. */
import { Session } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { Camera, MOST_ZOOM, type Stage } from "./camera.ts";
import type { View } from "./place.ts";
import { holds } from "./rect.ts";
import { buildScene, type Scene } from "./scene.ts";
import { SceneMemory } from "./scene-memory.ts";

const SIZE = { width: 840, height: 450 };
const DEFINITION = { family: "web", containerDefinitions: [{ name: "web", image: "nginx", memory: 128, cpu: 64 }] };

function cloud(instances: number, tasks: number): Session {
  const session = Session.start();
  const call = (operation: string, input: unknown, service: "ecs" | "quayside" = "ecs") => {
    const outcome = session.call(service, operation as "RunTask", input as object);
    if (!outcome.ok) throw new Error(outcome.error.message);
  };
  call("CreateCluster", { clusterName: "default" });
  call("ProvideContainerInstances", { count: instances, instanceType: "m5.xlarge" }, "quayside");
  call("RegisterTaskDefinition", DEFINITION);
  for (let left = tasks; left > 0; left -= 10)
    call("RunTask", { taskDefinition: "web", launchType: "EC2", count: Math.min(10, left) });
  session.advance({ byMs: 120_000 });
  return session;
}

/** A map without a page. */
class TestStage implements Stage {
  scene: Scene | undefined;
  still = true;
  covered = 0;
  view: View | undefined;
  readonly #memory = new SceneMemory();
  readonly session: Session;
  jobs: ((nowMs: number) => boolean)[] = [];

  constructor(session: Session) {
    this.session = session;
    this.rebuild();
  }

  rebuild(): void {
    const { tables, nowMs } = this.session;
    this.scene = buildScene({ tables, atMs: nowMs, ...SIZE, view: this.view }, this.#memory);
  }

  look(view: View | undefined, later?: "later"): void {
    this.view = view;
    if (later === undefined) this.rebuild();
  }

  eachFrame(job: (nowMs: number) => boolean): void {
    this.jobs.push(job);
  }
}

function begin(instances = 12, tasks = 60) {
  const stage = new TestStage(cloud(instances, tasks));
  const camera = new Camera(stage, () => {});
  const middle = (key: string) => {
    const mark = [...(stage.scene?.tasks ?? []), ...(stage.scene?.instances ?? [])].find((each) => each.key === key);
    return mark && { x: mark.x + mark.w / 2, y: mark.y + mark.h / 2 };
  };
  return { stage, camera, middle };
}

describe("zooming", () => {
  it("looks nearer level by level, and back", () => {
    const { stage, camera } = begin();
    const spot = { x: 500, y: 200 };
    const levels = [stage.scene?.measure.level];
    for (let step = 0; step < 30; step += 1) {
      camera.zoomBy(1.12, spot);
      levels.push(stage.scene?.measure.level);
    }
    expect([...new Set(levels)]).toEqual(["far", "short", "mid", "near"]);
    expect(camera.zoom).toBe(MOST_ZOOM);
    camera.fit();
    expect(stage.view).toBeUndefined();
    expect(stage.scene?.measure.level).toBe("far");
  });

  it.each([1.2, 1.7, 2.4, 3.6, 6])("keeps a task under the pointer while it zooms %d times", (times) => {
    const { stage, camera, middle } = begin();
    const { frame } = stage.scene as Scene;
    const task = stage.scene?.tasks
      .filter(({ where }) => where === "subnet")
      .sort((a, b) => Math.abs(a.x - frame.x - frame.w / 2) - Math.abs(b.x - frame.x - frame.w / 2))[0];
    const spot = middle(task?.key ?? "");
    if (task === undefined || spot === undefined) throw new Error("no task");
    camera.zoomBy(times, spot);
    const now = middle(task.key);
    expect(Math.abs((now?.x ?? 0) - spot.x)).toBeLessThan(1);
    expect(Math.abs((now?.y ?? 0) - spot.y)).toBeLessThan(task.h + 40);
  });

  it("comes back to where it was, without a drift", () => {
    const { stage, camera } = begin();
    const spot = { x: 520, y: 210 };
    for (let turn = 0; turn < 12; turn += 1) camera.zoomBy(turn % 2 === 0 ? 1.6 : 1 / 1.6, spot);
    expect(stage.view).toBeUndefined();
  });

  it("goes one level nearer by a double click", () => {
    const { stage, camera } = begin();
    for (const level of ["short", "mid", "near"]) {
      camera.nearer({ x: 500, y: 200 });
      expect(stage.scene?.measure.level).toBe(level);
    }
    const { zoom } = camera;
    camera.nearer({ x: 500, y: 200 });
    expect(camera.zoom).toBeGreaterThan(zoom);
  });

  it("shows the whole cloud in the middle when it is smaller than its frame", () => {
    const { stage, camera } = begin();
    camera.zoomBy(0.1, { x: 300, y: 300 });
    expect(camera.zoom).toBe(0.5);
    const vpc = stage.scene?.places.find(({ kind }) => kind === "vpc");
    const { frame } = stage.scene as Scene;
    expect(vpc?.x).toBeCloseTo(frame.x + frame.w / 4, 0);
    expect(vpc?.y).toBeCloseTo(frame.y + frame.h / 4, 0);
  });
});

describe("a zoomed cloud", () => {
  it("keeps its level whatever happens, and leaves no task out", () => {
    const { stage, camera } = begin(4, 10);
    camera.zoomBy(1.3, { x: 500, y: 200 });
    const { measure } = stage.scene as Scene;
    for (let calls = 0; calls < 8; calls += 1)
      stage.session.call("ecs", "RunTask", { taskDefinition: "web", launchType: "EC2", count: 10 });
    stage.session.advance({ byMs: 120_000 });
    stage.rebuild();
    expect(stage.scene?.measure).toBe(measure);
    expect([...(stage.scene?.hidden.values() ?? [])].every((count) => count === 0)).toBe(true);
    camera.fit();
    expect(stage.scene?.measure).not.toBe(measure);
  });

  it("is moved by a hand, no further than its edges", () => {
    const { stage, camera } = begin();
    camera.zoomBy(3, { x: 500, y: 200 });
    camera.panBy(5000, 5000);
    const vpc = () => stage.scene?.places.find(({ kind }) => kind === "vpc");
    const { frame } = stage.scene as Scene;
    expect([vpc()?.x, vpc()?.y]).toEqual([frame.x, frame.y]);
    camera.panBy(-50_000, -50_000);
    expect((vpc()?.x ?? 0) + (vpc()?.w ?? 0)).toBeCloseTo(frame.x + frame.w, 3);
  });

  it("has marks only near what is seen, and counts all", () => {
    const { stage, camera } = begin(40, 400);
    camera.zoomBy(8, { x: 500, y: 200 });
    expect(stage.scene?.tasks.length).toBeLessThan(200);
    expect(stage.scene?.counts).toMatchObject({ all: 400, running: 400 });
  });

  it("leaves shelf, queue and tray where they are", () => {
    const { stage, camera } = begin();
    const beside = () =>
      stage.scene?.places.filter(({ kind }) => ["shelf", "queue", "tray", "registry"].includes(kind));
    const before = beside();
    camera.zoomBy(4, { x: 500, y: 200 });
    expect(beside()).toEqual(before);
  });
});

describe("what is chosen", () => {
  it("comes out from under what covers it, and the cloud goes back when nothing does", () => {
    const { stage, camera } = begin();
    const { frame } = stage.scene as Scene;
    const last = [...(stage.scene?.instances ?? [])].sort((a, b) => b.x - a.x)[0];
    stage.covered = 324;
    camera.reveal(last?.key);
    const now = stage.scene?.instances.find(({ key }) => key === last?.key);
    expect((now?.x ?? 0) + (now?.w ?? 0)).toBeLessThanOrEqual(frame.x + frame.w - 324);
    expect(stage.scene?.measure.level).toBe("far");
    stage.covered = 0;
    camera.reveal(undefined);
    expect(stage.view).toBeUndefined();
  });

  it("is flown to when it is out of view, in 400 ms", () => {
    const { stage, camera, middle } = begin();
    camera.zoomBy(6, { x: 200, y: 60 });
    stage.still = false;
    const { frame } = stage.scene as Scene;
    const all = [...stage.session.tables.containerInstances.keys()];
    const away = all.find((key) => middle(key) === undefined) ?? "";
    camera.reveal(away);
    const job = stage.jobs.at(-1);
    expect([job?.(1000), job?.(1200), job?.(1400)]).toEqual([true, true, false]);
    const mark = stage.scene?.instances.find(({ key }) => key === away);
    expect(mark && holds(frame, mark)).toBe(true);
  });
});

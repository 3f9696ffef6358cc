/**
 * Runs the real map with N tasks, a third of them starting or stopping, at 10x, and counts frames: `?tasks=500&seconds=5&painter=svg`.
 * The result is `window.bench`; test/bench/bench-map.ts asks for it with a throttled CPU.
 */
import { Session } from "@quayside/simulator";
import { FrameLoop } from "../src/base/frame-loop.ts";
import "../src/map/quayside-map.ts";
import type { QuaysideMap } from "../src/map/quayside-map.ts";

/** Plays. */
export async function benchCrowd(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const count = Number(query.get("tasks") ?? 500);
  const seconds = Number(query.get("seconds") ?? 5);
  const SPEED = 10;

  const session = Session.start();
  const subnets = [...session.tables.subnets.values()]
    .filter((row) => row.internetRoute === "internet-gateway")
    .map((row) => row.subnetId);
  const network = { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } };
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "nginx", image: "nginx:latest" }],
  });
  const run = (tasks: number): void => {
    for (let left = tasks; left > 0; left -= 10) {
      session.call("ecs", "RunTask", {
        taskDefinition: "web",
        launchType: "FARGATE",
        count: Math.min(10, left),
        networkConfiguration: network,
      });
    }
  };
  run(count);
  session.stepUntilQuiet();

  const map = document.createElement("quayside-map") as QuaysideMap;
  const frames = new FrameLoop();
  map.frames = frames;
  const painter = query.get("painter");
  if (painter !== null) map.painterName = painter;
  document.body.append(map);
  await new Promise((resolve) => setTimeout(resolve, 600));

  const times: number[] = [];
  let churnedMs = session.nowMs;
  let lastMs = 0;
  /** Every two simulated seconds a few tasks are stopped and as many are started, so that boxes move all the time. */
  function churn(): void {
    if (session.nowMs - churnedMs < 2000) return;
    churnedMs = session.nowMs;
    const running = [...session.tables.tasks.values()].filter((task) => task.lastStatus === "RUNNING").slice(0, 20);
    for (const task of running) session.call("ecs", "StopTask", { task: task.taskArn });
    run(running.length);
  }
  frames.start("player", (nowMs) => {
    if (lastMs > 0) {
      times.push(nowMs - lastMs);
      session.advance({ untilMs: session.nowMs + Math.min(100, nowMs - lastMs) * SPEED });
      churn();
    }
    lastMs = nowMs;
    map.moment = {
      tables: session.tables,
      atMs: session.nowMs,
      headMs: session.nowMs,
      recordCount: session.journal.length,
    };
    if (times.reduce((sum, time) => sum + time, 0) < seconds * 1000) return true;
    const sorted = [...times].sort((a, b) => a - b);
    const total = times.reduce((sum, time) => sum + time, 0);
    Object.assign(globalThis, {
      bench: {
        tasks: count,
        seconds: total / 1000,
        surface: map.renderRoot.querySelector(".canvases") === null ? "svg" : "canvas",
        fps: Number(((times.length * 1000) / total).toFixed(1)),
        p95Ms: Number(sorted[Math.floor(sorted.length * 0.95)]?.toFixed(1)),
        over34Ms: times.filter((time) => time > 34).length,
      },
    });
    return false;
  });
}

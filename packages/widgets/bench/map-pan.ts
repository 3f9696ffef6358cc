/**
 * A cluster as large as it gets, zoomed and dragged by synthetic pointer events, counting frames:
 * `?instances=1000&tasks=10000&zoom=3&seconds=5`. The result is `window.bench`, as that of map-bench.ts.
 */
import { type Scenario, Session } from "@quayside/simulator";
import { FrameLoop } from "../src/base/frame-loop.ts";
import "../src/map/quayside-map.ts";
import type { QuaysideMap } from "../src/map/quayside-map.ts";

/** Zooms and drags. */
export async function benchHand(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const instances = Number(query.get("instances") ?? 1000);
  const tasks = Number(query.get("tasks") ?? 10_000);
  const seconds = Number(query.get("seconds") ?? 5);
  const SCENARIO: Scenario = {
    id: "bench",
    title: "Bench",
    network: { cidrBlocks: { "private-a": "10.0.64.0/18", "private-b": "10.0.128.0/18" } },
    commands: [],
  };

  const session = Session.start({ scenario: SCENARIO });
  session.call("ecs", "CreateCluster", { clusterName: "default" });
  session.call("quayside", "ProvideContainerInstances", { count: instances, instanceType: "m5.4xlarge" });
  const containerDefinitions = [{ name: "web", image: "nginx", memory: 128, cpu: 16 }];
  session.call("ecs", "RegisterTaskDefinition", { family: "web", containerDefinitions });
  const placementStrategy = [{ type: "spread", field: "instanceId" }];
  for (let left = tasks; left > 0; left -= 10)
    session.call("ecs", "RunTask", { taskDefinition: "web", launchType: "EC2", count: 10, placementStrategy });
  session.advance({ byMs: 120_000 });

  const map = document.createElement("quayside-map") as QuaysideMap;
  const frames = new FrameLoop();
  map.frames = frames;
  map.moment = {
    tables: session.tables,
    atMs: session.nowMs,
    headMs: session.nowMs,
    recordCount: session.journal.length,
  };
  const beganMs = performance.now();
  document.body.append(map);
  await map.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const openedMs = performance.now() - beganMs;

  const stage = () => map.renderRoot.querySelector(".stage") as HTMLElement;
  const point = (type: string, x: number, y: number, buttons: number) =>
    stage().dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: y, buttons, pointerType: "mouse", pointerId: 1, isPrimary: true }),
    );
  point("pointermove", 500, 300, 0);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const wheel = { clientX: 500, clientY: 300, ctrlKey: true, deltaY: -50, bubbles: true, cancelable: true };
  const steps = Math.round(Math.log(Number(query.get("zoom") ?? 3)) / 0.4);
  for (let step = 0; step < steps; step += 1) {
    stage().dispatchEvent(new WheelEvent("wheel", { ...wheel, composed: true }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));

  const times: number[] = [];
  let lastMs = 0;
  let turn = 0;
  point("pointerdown", 500, 300, 1);
  frames.start("hand", (nowMs) => {
    if (lastMs > 0) times.push(nowMs - lastMs);
    lastMs = nowMs;
    turn += 1;
    point("pointermove", 500 + 150 * Math.sin(turn / 20), 300 + 100 * Math.cos(turn / 25), 1);
    const total = times.reduce((sum, time) => sum + time, 0);
    if (total < seconds * 1000) return true;
    const sorted = [...times].sort((a, b) => a - b);
    Object.assign(globalThis, {
      bench: {
        tasks,
        seconds: total / 1000,
        surface: `${map.scene?.measure.level}, ${map.scene?.instances.length} instances and ${map.scene?.tasks.length} tasks drawn, opened in ${openedMs.toFixed(0)} ms`,
        fps: Number(((times.length * 1000) / total).toFixed(1)),
        p95Ms: Number(sorted[Math.floor(sorted.length * 0.95)]?.toFixed(1)),
      },
    });
    return false;
  });
}

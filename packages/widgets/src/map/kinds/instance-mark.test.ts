/** Instances on the map: they fill their subnet without overlapping, say what ECS knows of them, and hold their tasks. */
import { defaultScenario, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import type { Rect } from "../rect.ts";
import { buildScene } from "../scene.ts";
import { SceneMemory } from "../scene-memory.ts";

const SIZE = { width: 820, height: 520 };

function withInstances(count: number, tasks: number): Session {
  const container = { name: "web", image: "nginx", cpu: 64, memory: 64, portMappings: [{ containerPort: 80 }] };
  const definition = {
    family: "web",
    networkMode: "bridge",
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [container],
  };
  const session = Session.start({ scenario: defaultScenario });
  const call = (service: "ecs" | "quayside", operation: string, input: object) => {
    const outcome = session.call(service, operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
  };
  call("quayside", "ProvideContainerInstances", { count });
  call("ecs", "RegisterTaskDefinition", definition);
  const spread = [{ type: "spread", field: "instanceId" }];
  for (let index = 0; index < tasks; index += 10) {
    const some = Math.min(10, tasks - index);
    call("ecs", "RunTask", { taskDefinition: "web", launchType: "EC2", count: some, placementStrategy: spread });
  }
  session.advance({ byMs: 30_000 });
  return session;
}

function sceneOf({ tables, nowMs }: Session, memory?: SceneMemory) {
  return buildScene({ tables, atMs: nowMs, ...SIZE }, memory);
}

const contains = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.w <= outer.x + outer.w + 0.5 &&
  inner.y + inner.h <= outer.y + outer.h + 0.5;
const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.w - 0.1 && b.x < a.x + a.w - 0.1 && a.y < b.y + b.h - 0.1 && b.y < a.y + a.h - 0.1;

describe("layout", () => {
  test.each([1, 2, 3, 5, 8, 10, 16, 60, 250])("%i machines lie inside of their subnets, none on another", (count) => {
    const scene = sceneOf(withInstances(count, 4));
    expect(scene.instances).toHaveLength(count);
    const subnets = scene.places.filter(({ kind }) => kind === "subnet");
    for (const rect of scene.instances) expect(subnets.some((subnet) => contains(subnet, rect))).toBe(true);
    for (const [index, rect] of scene.instances.slice(0, 40).entries()) {
      for (const other of scene.instances.slice(index + 1)) expect(overlap(rect, other)).toBe(false);
    }
  });

  test("a machine says less the more there are, and its id and two gauges as long as there are ten", () => {
    const levels = [2, 8, 10, 60, 400].map((count) => sceneOf(withInstances(count, 0)).instances[0]?.detail);
    expect(levels).toEqual(["near", "mid", "mid", "far", "bars"]);
  });

  test("what is free of a subnet is the machines' own: none leaves a blank below it", () => {
    const scene = sceneOf(withInstances(2, 2));
    for (const subnet of scene.places.filter(({ machines }) => machines !== undefined && machines.length > 0)) {
      const lowest = Math.max(...(subnet.machines ?? []).map(({ y, h }) => y + h));
      expect(subnet.y + subnet.h - lowest).toBeLessThan(10);
    }
  });
});

describe("marks", () => {
  test("gauges, interfaces and ports are those of DescribeContainerInstances", () => {
    const scene = sceneOf(withInstances(2, 4));
    expect(scene.instances.map(({ gauges, running, status }) => [status, running, gauges[0]?.used])).toEqual([
      ["ACTIVE", 2, 128],
      ["ACTIVE", 2, 128],
    ]);
    expect(scene.instances[0]?.interfaces).toEqual({ used: 0, all: 2 });
  });

  test("every task stands inside of its instance", () => {
    const session = withInstances(3, 9);
    const scene = sceneOf(session);
    expect(scene.tasks).toHaveLength(9);
    for (const mark of scene.tasks) {
      const arn = session.tables.tasks.get(mark.key)?.spec.placed?.containerInstanceArn;
      const machine = scene.instances.find(({ key }) => key === arn);
      expect(machine !== undefined && contains(machine, mark)).toBe(true);
    }
  });

  test("what has not changed is the same object as before", () => {
    const session = withInstances(2, 2);
    const memory = new SceneMemory();
    const before = sceneOf(session, memory);
    expect(sceneOf(session, memory).instances).toBe(before.instances);
    session.call("ecs", "RunTask", { taskDefinition: "web", launchType: "EC2" });
    const after = sceneOf(session, memory);
    expect(after.instances.filter((mark, index) => mark === before.instances[index])).toHaveLength(1);
  });

  test("an instance that drains or has lost its agent looks it", () => {
    const session = withInstances(2, 0);
    const [first] = session.tables.containerInstances.keys();
    session.call("ecs", "UpdateContainerInstancesState", { containerInstances: [first], status: "DRAINING" });
    expect(sceneOf(session).instances.map(({ tone }) => tone)).toEqual(["draining", "ready"]);
  });
});

/** Rings: what each word rings in a real scene, and that a ring stands where the thing is drawn. */

import { Session } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import { en } from "./late-texts/en.ts";
import { vi } from "./late-texts/vi.ts";
import { targetsAt } from "./pointed.ts";
import { readHighlight, ringsOf } from "./rings.ts";
import { buildScene, type Scene } from "./scene.ts";

const DEFINITION = {
  family: "pair",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    { name: "nginx", image: "nginx:1.29" },
    { name: "helper", image: "quayside/cache:1", essential: false },
  ],
};

function run(count: number): Session {
  const session = Session.start();
  session.call("ecs", "CreateCluster", {});
  session.call("ecs", "RegisterTaskDefinition", DEFINITION);
  const subnets = [...session.tables.subnets.values()]
    .filter((row) => row.internetRoute === "internet-gateway")
    .map((row) => row.subnetId);
  const networkConfiguration = { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } };
  session.call("ecs", "RunTask", { taskDefinition: "pair", launchType: "FARGATE", count, networkConfiguration });
  return session;
}

const sceneOf = (session: Session): Scene =>
  buildScene({ tables: session.tables, atMs: session.nowMs, width: 720, height: 420 });

/** Rings of a scene in which every box has arrived. */
function rings(session: Session, target: string) {
  const scene = sceneOf(session);
  const boxes = new Map(scene.tasks.map((mark) => [mark.key, { ...mark, opacity: 1 }]));
  return ringsOf(scene, target, { pose: (key) => boxes.get(key) });
}

describe("rings", () => {
  it("follow a task from state to state", () => {
    const session = run(2);
    expect(rings(session, "status:PROVISIONING")).toHaveLength(2);
    expect(rings(session, "status:RUNNING")).toEqual([]);
    session.stepUntilQuiet();
    expect(rings(session, "status:PROVISIONING")).toEqual([]);
    expect(rings(session, "status:RUNNING")).toHaveLength(2);
  });

  it("surround the box of a task on every side", () => {
    const session = run(1);
    session.stepUntilQuiet();
    const [ring] = rings(session, "task");
    const [mark] = sceneOf(session).tasks;
    if (ring === undefined || mark === undefined) throw new Error("there is no task");
    expect(ring.x).toBeLessThan(mark.x);
    expect(ring.y).toBeLessThan(mark.y);
    expect(ring.x + ring.w).toBeGreaterThan(mark.x + mark.w);
    expect(ring.y + ring.h).toBeGreaterThan(mark.y + mark.h);
  });

  it("surround containers inside the task, and its interface on the edge, while it has one", () => {
    const session = run(1);
    expect(rings(session, "eni")).toEqual([]);
    session.stepUntilQuiet();
    const [mark] = sceneOf(session).tasks;
    if (mark === undefined) throw new Error("there is no task");
    const containers = rings(session, "container");
    expect(containers).toHaveLength(2);
    for (const ring of containers) {
      expect(ring.x).toBeGreaterThan(mark.x);
      expect(ring.x + ring.w).toBeLessThan(mark.x + mark.w);
      expect(ring.y + ring.h).toBeLessThan(mark.y + mark.h);
    }
    expect(rings(session, "essential")).toEqual(containers.slice(0, 1));
    const [plug, ...others] = rings(session, "eni");
    expect(others).toEqual([]);
    expect(plug?.x).toBeLessThan(mark.x);
    expect(plug?.w).toBeLessThan(mark.w / 2);
  });

  it("leave the stopped ones out of the cluster's tasks, but not out of those in their state", () => {
    const session = run(2);
    session.stepUntilQuiet();
    const [task] = session.tables.tasks.keys();
    session.call("ecs", "StopTask", { task });
    session.stepUntilQuiet();
    expect(rings(session, "cluster")).toHaveLength(1);
    expect(rings(session, "status:STOPPED")).toHaveLength(1);
    expect(rings(session, "container")).toHaveLength(2);
  });

  it("surround every subnet, with or without tasks, and nothing for an unknown word", () => {
    const session = run(1);
    expect(rings(session, "subnet")).toHaveLength(session.tables.subnets.size);
    expect(rings(session, "harbour")).toEqual([]);
  });

  it("surround one place by its kind, and the tasks of a family", () => {
    const session = run(3);
    for (const place of ["queue", "tray", "registry", "gateway"]) expect(rings(session, place)).toHaveLength(1);
    const [family] = [...session.tables.tasks.values()].map(
      (task) => /\/([^:/]+):\d+$/.exec(task.spec.taskDefinitionArn)?.[1],
    );
    expect(rings(session, `family:${family}`)).toHaveLength(3);
    expect(rings(session, "family:other")).toEqual([]);
  });

  it("surround instances, task definitions and the cards of services by their kind", () => {
    const session = run(1);
    session.call("quayside", "ProvideContainerInstances", { cluster: "default", instanceType: "t3.medium", count: 2 });
    session.stepUntilQuiet();
    const definitions = rings(session, "definition");
    const [mark] = sceneOf(session).definitions;
    expect(definitions).toEqual([{ ...definitions[0], x: (mark?.x ?? 0) - 4, w: (mark?.w ?? 0) + 8 }]);
    expect(rings(session, "instance")).toHaveLength(2);
    expect(rings(session, "service")).toEqual([]);
    const scene = sceneOf(session);
    expect(targetsAt(scene, scene.instances[0])).toEqual(["instance"]);
    expect(targetsAt(scene, mark, { x: 1, y: 1 })).toEqual(["definition"]);
  });

  it("leave alone what is fading away", () => {
    const session = run(1);
    session.stepUntilQuiet();
    const scene = sceneOf(session);
    const [mark] = scene.tasks;
    if (mark === undefined) throw new Error("there is no task");
    expect(ringsOf(scene, "task", { pose: () => ({ ...mark, opacity: 0.2 }) })).toEqual([]);
    expect(ringsOf(scene, "task", { pose: () => undefined })).toEqual([]);
  });
});

describe("what the page asks for", () => {
  it("names a target, and whether to say it", () => {
    expect(readHighlight("status:RUNNING pinned")).toEqual({ target: "status:RUNNING", said: true });
    expect(readHighlight("eni")).toEqual({ target: "eni", said: false });
    expect(readHighlight(undefined)).toEqual({ target: "", said: false });
  });

  it("is said in the language of the lab, also when there is nothing", () => {
    expect(en.ringed(2)).toContain("2");
    expect(en.ringed(0)).toContain("Nothing");
    expect(vi.ringed(0)).not.toBe(en.ringed(0));
  });
});

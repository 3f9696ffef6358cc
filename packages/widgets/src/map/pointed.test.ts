/** What the page is told of a spot on the map: the same names by which its words ring things. */
import { Session } from "@quayside/simulator";
import { describe, expect, it } from "vitest";
import type { TaskMark } from "./kinds/task-mark.ts";
import { targetsAt } from "./pointed.ts";
import { ringsOf } from "./rings.ts";
import { buildScene, type Scene } from "./scene.ts";

const definition = {
  family: "pair",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    { name: "nginx", image: "nginx:1.29" },
    { name: "helper", image: "nginx:1.29", essential: false },
  ],
};

/** A scene with one running task of two containers. */
function sceneWithTask(): { readonly scene: Scene; readonly mark: TaskMark } {
  const session = Session.start();
  session.call("ecs", "CreateCluster", {});
  session.call("ecs", "RegisterTaskDefinition", definition);
  const subnets = [...session.tables.subnets.values()].filter((row) => row.internetRoute === "internet-gateway");
  const awsvpcConfiguration = { subnets: subnets.slice(0, 1).map((row) => row.subnetId), assignPublicIp: "ENABLED" };
  const networkConfiguration = { awsvpcConfiguration };
  session.call("ecs", "RunTask", { taskDefinition: "pair", launchType: "FARGATE", networkConfiguration });
  session.stepUntilQuiet();
  const scene = buildScene({ tables: session.tables, atMs: session.nowMs, width: 720, height: 420 });
  const [mark] = scene.tasks;
  if (mark === undefined) throw new Error("there is no task");
  return { scene, mark };
}

describe("what is pointed at", () => {
  const { scene, mark } = sceneWithTask();
  const middleOf = (target: string, index = 0) => {
    const ring = ringsOf(scene, target, { pose: () => ({ ...mark, opacity: 1 }) })[index];
    if (ring === undefined) throw new Error(`nothing is ringed for ${target}`);
    return { x: ring.x + ring.w / 2, y: ring.y + ring.h / 2 };
  };

  it("is the task and its status, also by keyboard", () => {
    const under = { x: mark.x + mark.w / 2, y: mark.y + 4 };
    expect(targetsAt(scene, mark, under)).toEqual(["task", "status:RUNNING"]);
    expect(targetsAt(scene, mark)).toEqual(["task", "status:RUNNING"]);
  });

  it("is what a word for it would ring: a container, the essential one, the network interface", () => {
    expect(targetsAt(scene, mark, middleOf("essential"))).toEqual(["container", "essential", "task", "status:RUNNING"]);
    expect(targetsAt(scene, mark, middleOf("container", 1))).toEqual(["container", "task", "status:RUNNING"]);
    expect(targetsAt(scene, mark, middleOf("eni"))[0]).toBe("eni");
  });

  it("is a subnet beside its tasks, and nothing between the places", () => {
    const subnet = scene.places.find((place) => place.kind === "subnet");
    if (subnet === undefined) throw new Error("there is no subnet");
    const corner = { x: subnet.x + subnet.w - 3, y: subnet.y + subnet.h - 3 };
    expect(targetsAt(scene, undefined, corner)).toEqual(["subnet"]);
    expect(targetsAt(scene, undefined, { x: 1, y: 45 })).toEqual([]);
    expect(targetsAt(scene, undefined)).toEqual([]);
  });

  it("tells a failed task from one that ended as it should", () => {
    const failed = { ...mark, lastStatus: "STOPPED", look: { ...mark.look, name: "failed" as const } };
    expect(targetsAt(scene, failed)).toEqual(["task", "status:FAILED"]);
  });
});

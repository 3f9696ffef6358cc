/** Who reaches whom inside of a VPC, cell by cell: each way that works beside what closes it. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SECURITY_GROUP_ID } from "./default-network.ts";
import { findEnd } from "./network/find-end.ts";
import { CLIENT, DYNAMIC, ENDPOINTS, GROUPS, path, Scenery, SHOP, tcp } from "./testing/network-scenery.ts";

describe("containers of the same task", () => {
  test("share localhost in awsvpc and host mode", () => {
    const scene = new Scenery();
    scene.task("fargate", { containers: ["one", "two"] });
    scene.task("hosted", { mode: "host", on: scene.instance("a"), containers: ["three", "four"] });
    expect(path(scene.try("one", "localhost"))).toBe("loopback listener");
    expect(path(scene.try("one", "two"))).toBe("loopback listener");
    expect(path(scene.try("three", "localhost"))).toBe("loopback listener");
    expect(path(scene.try("three", "four"))).toBe("loopback listener");
    expect(path(scene.try("one", "two", 81))).toBe("loopback listener:nothing-listens");
  });

  test("in bridge mode reach each other over docker0, and only themselves by localhost", () => {
    const scene = new Scenery();
    const task = scene.task("bridged", { mode: "bridge", on: scene.instance("a"), containers: ["one", "two"] });
    expect(path(scene.try("one", "two"))).toBe("docker0 listener");
    expect(path(scene.try("one", "localhost"))).toBe("loopback listener");
    scene.sim.put("containers", {
      ...scene.sim.tables.containers.at(task.spec.firstContainerSlot),
      lastStatus: "STOPPED",
    } as never);
    expect(scene.try("two", "localhost").hops[0]?.sentence).toMatch(/other containers of the task are not there/);
    expect(path(scene.try("arn:task/bridged", "localhost"))).toBe("loopback:which-container");
  });

  test("in mode none reach nobody, and nobody reaches them", () => {
    const scene = new Scenery();
    scene.task("alone", { mode: "none", on: scene.instance("a"), containers: ["one", "two"] });
    scene.task("client");
    expect(path(scene.try("one", "two"))).toBe("loopback:no-network");
    expect(path(scene.try("one", "internet"))).toBe("loopback:no-network");
    expect(path(scene.try("client", "one"))).toBe("loopback:no-network");
    expect(path(scene.try("internet", "one"))).toBe("listener:not-in-the-vpc");
    expect(path(scene.try("one", "one"))).toBe("loopback listener");
  });
});

describe("another task on the same instance", () => {
  test("in bridge mode: its address on docker0, or the machine's port, and no security group", () => {
    const scene = new Scenery();
    const on = scene.instance("a");
    scene.task("web", { mode: "bridge", on, bindings: DYNAMIC });
    scene.task("near", { mode: "bridge", on });
    expect(path(scene.try("near", "web", 80))).toBe("docker0 listener");
    expect(path(scene.try("near", "web", 32_768))).toBe("docker0 port-mapping listener");
    expect(path(scene.try("near", "web", 81))).toBe("docker0 listener:nothing-listens");
  });

  test("in host mode: the machine's address, and localhost among tasks in host mode", () => {
    const scene = new Scenery();
    const on = scene.instance("a");
    scene.task("web", { mode: "host", on });
    scene.task("near", { mode: "bridge", on });
    scene.task("twin", { mode: "host", on });
    expect(path(scene.try("near", "web"))).toBe("loopback listener");
    expect(path(scene.try("twin", "web"))).toBe("loopback listener");
    expect(path(scene.try("twin", "localhost"))).toBe("loopback listener");
    expect(path(scene.try("i-a", "localhost", 51_678))).toBe("loopback listener");
  });

  test("in awsvpc mode: its group must let the machine's group in, or the calling task's", () => {
    const scene = new Scenery();
    const on = scene.instance("a");
    scene.task("shop", { mode: "awsvpc", on, groups: [SHOP] });
    scene.task("closed", { mode: "awsvpc", on, groups: [CLIENT] });
    scene.task("near", { mode: "bridge", on });
    scene.task("client", { mode: "awsvpc", on, groups: [CLIENT] });
    expect(path(scene.try("near", "shop"))).toBe("egress route ingress listener");
    expect(path(scene.try("client", "shop"))).toBe("egress route ingress listener");
    expect(path(scene.try("near", "closed"))).toBe("egress route ingress:no-rule");
  });

  test("from awsvpc to bridge: through the machine's address and its group", () => {
    const scene = new Scenery();
    const on = scene.instance("a");
    scene.task("web", { mode: "bridge", on, bindings: DYNAMIC });
    scene.task("client", { mode: "awsvpc", on, groups: [CLIENT] });
    scene.task("stranger", { mode: "awsvpc", on, groups: [SHOP] });
    expect(path(scene.try("client", "web", 32_768))).toBe("egress route ingress port-mapping listener");
    expect(path(scene.try("stranger", "web", 32_768))).toBe("egress route ingress:no-rule");
  });
});

describe("another instance of the VPC", () => {
  test("bridge: the machine's port, which is not the container's", () => {
    const scene = new Scenery();
    scene.task("web", { mode: "bridge", on: scene.instance("a"), bindings: DYNAMIC });
    scene.task("client", { groups: [CLIENT] });
    expect(path(scene.try("client", "web", 32_768))).toBe("egress route ingress port-mapping listener");
    expect(path(scene.try("client", "i-a", 32_768))).toBe("egress route ingress port-mapping listener");
    expect(scene.try("client", "web", 80)).toMatchObject({
      reaches: false,
      sentence: "Port 80 is the container's; outside of the machine it is port 32768.",
    });
    expect(path(scene.try("client", "web", 33_000))).toBe("egress route ingress port-mapping:not-published");
    expect(path(scene.try("client", "web", 22))).toBe("egress route ingress:no-rule");
  });

  test("host: the machine's address and the container's own port", () => {
    const scene = new Scenery();
    scene.task("web", { mode: "host", on: scene.instance("a") });
    scene.task("client");
    expect(path(scene.try("client", "web"))).toBe("egress route ingress listener");
    expect(path(scene.try("client", "i-a"))).toBe("egress route ingress listener");
    expect(path(scene.try("client", "i-a", 32_800))).toBe("egress route ingress listener:nothing-listens");
  });

  test("awsvpc: the task's own group decides, whoever it runs beside", () => {
    const scene = new Scenery();
    scene.task("shop", { mode: "awsvpc", on: scene.instance("a"), groups: [SHOP] });
    scene.task("far", { mode: "bridge", on: scene.instance("b") });
    scene.task("client", { groups: [CLIENT] });
    scene.task("stranger", { groups: [ENDPOINTS] });
    expect(path(scene.try("far", "shop"))).toBe("egress route ingress listener");
    expect(path(scene.try("client", "shop"))).toBe("egress route ingress listener");
    expect(scene.try("stranger", "shop").sentence).toMatch(
      /^No ingress rule of sg-0b00000000000000b lets tcp 80 from 10\.0\.10\.\d+ \(sg-0d00000000000000d\) in to task shop-012/,
    );
    expect(path(scene.try("client", "shop", 81))).toBe("egress route ingress:no-rule");
  });

  test("members of the default group reach each other, and nobody else gets in", () => {
    const scene = new Scenery();
    scene.task("one", { groups: [DEFAULT_SECURITY_GROUP_ID] });
    scene.task("two", { groups: [DEFAULT_SECURITY_GROUP_ID] });
    scene.task("three", { groups: [CLIENT] });
    expect(scene.try("one", "two").reaches).toBe(true);
    expect(path(scene.try("three", "two"))).toBe("egress route ingress:no-rule");
  });

  test("a group without egress rules keeps its members in", () => {
    const scene = new Scenery({ securityGroups: [...GROUPS, { groupId: "sg-0e", groupName: "mute", egress: [] }] });
    scene.task("mute", { groups: ["sg-0e"] });
    scene.task("shop", { groups: [SHOP] });
    expect(path(scene.try("mute", "shop"))).toBe("egress:no-rule");
    expect(path(scene.try("mute", "internet", 443))).toBe("egress:no-rule");
  });
});

describe("what does not run", () => {
  test("cannot call, and does not answer", () => {
    const scene = new Scenery();
    const task = scene.task("shop", { groups: [SHOP] });
    scene.task("client");
    const row = scene.sim.tables.containers.at(task.spec.firstContainerSlot);
    scene.sim.put("containers", { ...row, lastStatus: "PENDING" } as never);
    expect(path(scene.try("client", "arn:task/shop"))).toBe("egress route ingress listener:not-running");
    expect(path(scene.try("arn:container/shop/shop", "client"))).toBe("listener:caller-not-running");
    scene.sim.put("tasks", { ...task, networkInterface: undefined });
    expect(path(scene.try("client", "arn:task/shop"))).toBe("route:no-address");
  });

  test("a machine that is stopped answers nobody", () => {
    const scene = new Scenery();
    scene.sim.put("ec2Instances", { ...scene.instance("a"), state: "stopped" });
    scene.task("client");
    expect(path(scene.try("client", "i-a", 80))).toBe("egress route ingress listener:machine-not-running");
  });
});

describe("a name", () => {
  test("can be a task's id, its first characters, a container in it, a family, an address", () => {
    const scene = new Scenery();
    const task = scene.task("shop", { containers: ["web", "side"] });
    const on = scene.instance("a");
    const kinds = (text: string) => {
      const end = findEnd(scene.sim.tables, text);
      return end.ok ? end.end : end.message;
    };
    expect(kinds("shop-0123")).toMatchObject({ kind: "task", task });
    expect(kinds("shop-0123/side")).toMatchObject({ container: { name: "side" } });
    expect(kinds("web")).toMatchObject({ kind: "task", container: { name: "web" } });
    expect(kinds("shop")).toMatchObject({ kind: "task", task });
    expect(kinds("ci-a")).toMatchObject({ kind: "instance", instance: on });
    expect(kinds("example.com")).toMatchObject({ kind: "internet", host: "example.com" });
    expect(kinds("shop-0123/none")).toBe("Task shop-0123456789 has no container none.");
    expect(kinds("10.0.0.254")).toMatch(/^10\.0\.0\.254 belongs to nat-/);
    expect(kinds("10.0.0.99")).toBe("Nobody has the address 10.0.0.99.");
    expect(kinds("nope")).toBe("There is no task, container, instance or service nope.");
  });

  test("that several tasks have is refused with their ids", () => {
    const scene = new Scenery();
    scene.task("first", { containers: ["web"] });
    scene.task("second", { containers: ["web"] });
    expect(findEnd(scene.sim.tables, "web")).toMatchObject({
      ok: false,
      message: "web can be 2 tasks: name one of first-01, second-0.",
    });
  });
});

test("rules name their directions in sentences", () => {
  const scene = new Scenery({
    securityGroups: [...GROUPS, { groupId: "sg-0e", groupName: "narrow", egress: [tcp(443, "10.0.0.0/16")] }],
  });
  scene.task("narrow", { groups: ["sg-0e"] });
  expect(scene.try("narrow", "internet", 443).sentence).toBe(
    "No egress rule of sg-0e lets task narrow-0 send tcp 443 to 3.94.224.37.",
  );
});

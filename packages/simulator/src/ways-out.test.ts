/** Ways into a VPC and out of it, cell by cell: each that works beside what closes it. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import type { NetworkBinding } from "./model/ecs.ts";
import { CLIENT, DYNAMIC, ENDPOINTS, GROUPS, path, Scenery, SHOP, tcp } from "./testing/network-scenery.ts";

describe("from the internet", () => {
  test("Fargate: only with a public address, and an open group", () => {
    const plan = {
      securityGroups: [...GROUPS, { groupId: "sg-0f", groupName: "open", ingress: [tcp(80, "0.0.0.0/0")] }],
    };
    const scene = new Scenery(plan);
    scene.task("web", { subnet: "public-a", publicIp: true, groups: ["sg-0f"] });
    scene.task("closed", { subnet: "public-a", publicIp: true, groups: [SHOP] });
    scene.task("hidden", { subnet: "public-a", groups: ["sg-0f"] });
    scene.task("useless", { subnet: "private-a", publicIp: true, groups: ["sg-0f"] });
    expect(path(scene.try("internet", "web"))).toBe("internet-gateway ingress listener");
    expect(path(scene.try("internet", "closed"))).toBe("internet-gateway ingress:no-rule");
    expect(path(scene.try("internet", "hidden"))).toBe("internet-gateway:no-public-address");
    expect(path(scene.try("internet", "useless"))).toBe("route:private-subnet");
  });

  test("bridge and host: the instance's public address, its group, its ports", () => {
    const scene = new Scenery();
    scene.task("web", { mode: "host", on: scene.instance("a") });
    scene.task("bridged", {
      mode: "bridge",
      on: scene.instance("b"),
      bindings: [{ ...DYNAMIC[0], hostPort: 80 } as NetworkBinding],
    });
    scene.task("private", { mode: "host", on: scene.instance("c", { subnet: "private-a" }) });
    expect(path(scene.try("internet", "web"))).toBe("internet-gateway ingress listener");
    expect(path(scene.try("internet", "bridged"))).toBe("internet-gateway ingress port-mapping listener");
    expect(path(scene.try("internet", "i-a"))).toBe("internet-gateway ingress listener");
    expect(path(scene.try("internet", "private"))).toBe("internet-gateway:no-public-address");
  });

  test("EC2 awsvpc: never", () => {
    const scene = new Scenery();
    scene.task("web", { mode: "awsvpc", on: scene.instance("a"), subnet: "public-a", publicIp: true });
    expect(scene.try("internet", "web").sentence).toMatch(/The interface of a task on EC2 never gets one\.$/);
  });
});

describe("to the internet", () => {
  test("bridge and host: as the instance", () => {
    const scene = new Scenery();
    scene.task("open", { mode: "bridge", on: scene.instance("a") });
    scene.task("behind", { mode: "host", on: scene.instance("b", { subnet: "private-a" }) });
    expect(path(scene.try("open", "internet", 443))).toBe("egress route internet-gateway listener");
    expect(path(scene.try("behind", "internet", 443))).toBe("egress route nat-gateway listener");
  });

  test("Fargate: a public address or a NAT gateway", () => {
    const scene = new Scenery();
    scene.task("open", { subnet: "public-a", publicIp: true });
    scene.task("forgotten", { subnet: "public-a" });
    scene.task("behind");
    expect(path(scene.try("open", "internet", 443))).toBe("egress route internet-gateway listener");
    expect(path(scene.try("forgotten", "internet", 443))).toBe("egress route internet-gateway:no-public-address");
    expect(path(scene.try("behind", "registry-1.docker.io", 443))).toBe("egress route nat-gateway listener");
  });

  test("EC2 awsvpc in a public subnet: none, though its instance has one", () => {
    const scene = new Scenery();
    scene.task("public", { mode: "awsvpc", on: scene.instance("a"), subnet: "public-a" });
    scene.task("private", { mode: "awsvpc", on: scene.instance("b"), subnet: "private-a" });
    expect(scene.try("public", "internet", 443).sentence).toMatch(/such a task needs a NAT gateway\.$/);
    expect(scene.try("private", "internet", 443).reaches).toBe(true);
  });

  test("nobody without a NAT gateway, or behind one that has no way itself", () => {
    const scene = new Scenery({ natGateway: false });
    scene.task("behind");
    expect(path(scene.try("behind", "internet", 443))).toBe("egress route:no-route");
    const stuck = new Scenery();
    const [nat] = [...stuck.sim.tables.natGateways.values()];
    stuck.sim.put("natGateways", { ...nat, subnetId: DEFAULT_SUBNETS["private-b"] } as never);
    stuck.task("behind");
    expect(path(stuck.try("behind", "internet", 443))).toBe("egress route nat-gateway:nat-without-internet");
    stuck.sim.put("natGateways", { ...nat, state: "deleted" } as never);
    expect(path(stuck.try("behind", "internet", 443))).toBe("egress route:blackhole");
  });
});

describe("to services of AWS", () => {
  const endpoints = [{ service: "ecr.api", securityGroups: [ENDPOINTS] }, { service: "s3" }];

  test("through an interface endpoint, whose group must let the caller in", () => {
    const scene = new Scenery({ natGateway: false, endpoints });
    scene.task("client", { groups: [CLIENT] });
    scene.task("stranger", { groups: [SHOP] });
    scene.task("bridged", { mode: "bridge", on: scene.instance("a") });
    expect(path(scene.try("client", "ecr.api", 443))).toBe("name egress ingress endpoint listener");
    expect(path(scene.try("stranger", "ecr.api", 443))).toBe("name egress ingress:no-rule");
    expect(path(scene.try("bridged", "ecr.api", 443))).toBe("name egress ingress:no-rule");
    expect(path(scene.try("client", "api.ecr.us-east-1.amazonaws.com", 80))).toMatch(/listener:wrong-port$/);
  });

  test("through a gateway endpoint by the route table, and no group of its own", () => {
    const scene = new Scenery({ natGateway: false, endpoints });
    scene.task("client");
    expect(path(scene.try("client", "s3", 443))).toBe("egress route endpoint listener");
    expect(path(scene.try("client", "dynamodb", 443))).toBe("egress route:no-route");
    scene.task("public", { subnet: "public-a", publicIp: true });
    expect(path(scene.try("public", "s3", 443))).toBe("egress route internet-gateway listener");
  });

  test("through the internet without an endpoint", () => {
    const scene = new Scenery();
    scene.task("client");
    expect(path(scene.try("client", "logs", 443))).toBe("egress route nat-gateway listener");
  });
});

describe("to the instance metadata", () => {
  test("from bridge and host mode, and from awsvpc unless the agent blocks it; never on Fargate", () => {
    const scene = new Scenery();
    const [open, blocked] = [scene.instance("a"), scene.instance("b", { blocksMetadata: true })];
    scene.task("bridged", { mode: "bridge", on: blocked });
    scene.task("hosted", { mode: "host", on: blocked });
    scene.task("own", { mode: "awsvpc", on: open });
    scene.task("kept", { mode: "awsvpc", on: blocked });
    scene.task("fargate");
    expect(scene.try("bridged", "imds").reaches).toBe(true);
    expect(scene.try("hosted", "169.254.169.254").reaches).toBe(true);
    expect(scene.try("own", "imds").reaches).toBe(true);
    expect(path(scene.try("kept", "imds"))).toBe("metadata:blocked");
    expect(path(scene.try("fargate", "imds"))).toBe("metadata:fargate");
  });
});

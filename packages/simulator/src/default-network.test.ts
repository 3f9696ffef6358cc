/** Route tables: which one a subnet follows, which route wins, and what is left of the internet when a gateway goes. */
import { describe, expect, test } from "vitest";
import { buildDefaultNetwork, DEFAULT_NETWORK, DEFAULT_SUBNETS, type NetworkPlan } from "./default-network.ts";
import { type Cloud, emptyCloud } from "./model/cloud.ts";
import type { Route, SubnetRow } from "./model/vpc.ts";
import { internetRouteOf, routeTableOf, routeTo } from "./network/routes.ts";

function network(plan: NetworkPlan = {}): Cloud {
  const sim = emptyCloud(1);
  buildDefaultNetwork(sim, plan);
  return sim;
}

function subnet(sim: Cloud, name: keyof typeof DEFAULT_SUBNETS): SubnetRow {
  return sim.tables.subnets.get(DEFAULT_SUBNETS[name]) as SubnetRow;
}

const EXTRA = {
  subnetId: "subnet-0eee1111222233334",
  name: "isolated-a",
  cidrBlock: "10.0.20.0/28",
  availabilityZone: "us-east-1a",
};

describe("the network of every world", () => {
  test("has public subnets with an internet gateway and private ones with a NAT gateway", () => {
    const sim = network();
    const routes = [...sim.tables.subnets.values()].map(({ name, internetRoute }) => `${name} ${internetRoute}`);
    expect(routes).toEqual([
      "public-a internet-gateway",
      "public-b internet-gateway",
      "private-a nat-gateway",
      "private-b nat-gateway",
    ]);
  });

  test("counts the address of its NAT gateway, and no other", () => {
    const free = [...network().tables.subnets.values()].map(({ availableIpAddressCount }) => availableIpAddressCount);
    expect(free).toEqual([250, 251, 251, 251]);
  });

  test("loses its private subnets' internet when the plan has no NAT gateway", () => {
    const sim = network({ natGateway: false });
    expect(subnet(sim, "private-a").internetRoute).toBe("none");
    expect(subnet(sim, "public-a").internetRoute).toBe("internet-gateway");
    expect(sim.tables.natGateways.size).toBe(0);
  });

  test("takes further subnets, which follow the table of their name", () => {
    const sim = network({ subnets: [EXTRA] });
    const row = sim.tables.subnets.get(EXTRA.subnetId) as SubnetRow;
    expect(row).toMatchObject({ internetRoute: "nat-gateway", availableIpAddressCount: 11 });
    expect(routeTableOf(sim.tables, row)?.routeTableId).toBe(DEFAULT_NETWORK.privateRouteTable);
  });

  test("takes endpoints: an interface in each private subnet, or a line in the private route table", () => {
    const sim = network({ endpoints: [{ service: "ecr.api" }, { service: "s3" }] });
    const [ecr, s3] = [...sim.tables.vpcEndpoints.values()];
    expect(ecr).toMatchObject({ type: "Interface", serviceName: "com.amazonaws.us-east-1.ecr.api" });
    expect(ecr?.networkInterfaceIds).toHaveLength(2);
    expect(subnet(sim, "private-a").availableIpAddressCount).toBe(250);
    const added = { destination: "pl-63a5400a", target: s3?.vpcEndpointId };
    expect(routeTableOf(sim.tables, subnet(sim, "private-b"))?.routes).toContainEqual(added);
    expect(routeTableOf(sim.tables, subnet(sim, "public-b"))?.routes).not.toContainEqual(added);
  });
});

describe("a route", () => {
  const table = (...routes: Route[]) => ({ routeTableId: "rtb-1", vpcId: "vpc-1", name: "", associations: [], routes });
  const WIDE = { destination: "0.0.0.0/0", target: "igw-1" };
  const NARROW = { destination: "198.51.100.0/24", target: "nat-1" };

  test("with the longest prefix wins, wherever it stands", () => {
    expect(routeTo(table(WIDE, NARROW), "198.51.100.9")).toBe(NARROW);
    expect(routeTo(table(NARROW, WIDE), "198.51.100.9")).toBe(NARROW);
    expect(routeTo(table(NARROW, WIDE), "203.0.113.9")).toBe(WIDE);
  });

  test("of a prefix list is for no plain address, and a table without a route leads nowhere", () => {
    expect(routeTo(table({ destination: "pl-63a5400a", target: "vpce-1" }), "52.216.54.98")).toBeUndefined();
    expect(routeTo(undefined, "10.0.0.1")).toBeUndefined();
  });
});

describe("the way to the internet", () => {
  test("ends with a NAT gateway that is not available, or gone", () => {
    const sim = network();
    const [nat] = [...sim.tables.natGateways.values()];
    if (nat === undefined) throw new Error("no NAT gateway");
    sim.put("natGateways", { ...nat, state: "deleting" });
    expect(internetRouteOf(sim.tables, subnet(sim, "private-a"))).toBe("none");
    sim.remove("natGateways", nat.natGatewayId);
    expect(internetRouteOf(sim.tables, subnet(sim, "private-a"))).toBe("none");
  });

  test("does not exist through a NAT gateway that stands in a private subnet", () => {
    const sim = network();
    const [nat] = [...sim.tables.natGateways.values()];
    if (nat === undefined) throw new Error("no NAT gateway");
    sim.put("natGateways", { ...nat, subnetId: DEFAULT_SUBNETS["private-b"] });
    expect(internetRouteOf(sim.tables, subnet(sim, "private-a"))).toBe("none");
  });

  test("of a subnet without a table of its own is the one of the main table", () => {
    const sim = network();
    expect(internetRouteOf(sim.tables, { subnetId: "subnet-new", vpcId: subnet(sim, "public-a").vpcId })).toBe(
      "internet-gateway",
    );
    expect(internetRouteOf(sim.tables, { subnetId: "subnet-new", vpcId: "vpc-other" })).toBe("none");
  });
});

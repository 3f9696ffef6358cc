/** Conditions about ways out, over what the simulator really does. */
import { DEFAULT_NETWORK, DEFAULT_SUBNETS, DEFAULT_VPC_ID, type NetworkPlan, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import type { CheckView } from "../condition.ts";
import { History } from "../history.ts";
import { told } from "../testing/told.ts";
import { endpointReached, natGatewayReached, taskRanBy } from "./ways-out.ts";

const { "private-a": PRIVATE, "public-a": PUBLIC } = DEFAULT_SUBNETS;
const ECR = ["ecr.api", "ecr.dkr", "s3"].map((service) => ({ service }));
/** In Amazon ECR, so that endpoints are enough. */
const IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0";

/** A VPC without a NAT gateway, in which `api` can run on Fargate. */
class Shop {
  readonly session: Session;

  constructor(network: NetworkPlan = {}) {
    const plan = { natGateway: false, ...network };
    this.session = Session.start({ seed: 7, scenario: { id: "shop", title: "", commands: [], network: plan } });
    this.call("ecs", "CreateCluster", { clusterName: "default" });
    this.call("ecs", "RegisterTaskDefinition", {
      family: "api",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      executionRoleArn: "arn:aws:iam::123456789012:role/shopExecutionRole",
      containerDefinitions: [{ name: "api", image: IMAGE }],
    });
  }

  call(service: "ecs" | "ec2", operation: string, input: object): void {
    expect(this.session.call(service, operation, input)).toMatchObject({ ok: true });
  }

  run(subnet: string, assignPublicIp = "DISABLED"): this {
    const networkConfiguration = { awsvpcConfiguration: { subnets: [subnet], assignPublicIp } };
    this.call("ecs", "RunTask", { taskDefinition: "api", launchType: "FARGATE", networkConfiguration });
    return this.wait();
  }

  wait(): this {
    this.session.advance({ byMs: 300_000 });
    return this;
  }

  view(): CheckView {
    const { tables, journal } = this.session;
    return { tables, journal: journal.records, history: History.of(journal.records), files: {} };
  }
}

describe("taskRanBy", () => {
  test("tells a public address from endpoints and from a NAT gateway", () => {
    const open = new Shop().run(PUBLIC, "ENABLED").view();
    const behind = new Shop({ endpoints: ECR }).run(PRIVATE).view();
    const translated = new Shop({ natGateway: true }).run(PRIVATE).view();
    const ways = ["public-address", "endpoints", "nat-gateway"] as const;
    const table = [open, behind, translated].map((view) => ways.map((wayOut) => taskRanBy({ wayOut })(view).passed));
    expect(table).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });

  test("says what a task had that did not start", () => {
    const view = new Shop().run(PUBLIC).view();
    expect(told(taskRanBy({ wayOut: "public-address" })(view))).toMatchObject({
      passed: false,
      observed: { en: expect.stringMatching(/^Task \w{8} is STOPPED\. Its way out: none\.$/) },
    });
    expect(told(taskRanBy({ family: "none", wayOut: "endpoints" })(view))).toMatchObject({
      passed: false,
      observed: { en: "There is no task of the family none yet." },
    });
  });

  test("a way out that came later does not count", () => {
    const shop = new Shop({ endpoints: ECR }).run(PRIVATE);
    shop.call("ec2", "CreateNatGateway", { SubnetId: PUBLIC });
    const NatGatewayId = [...shop.session.tables.natGateways.keys()][0];
    const route = { RouteTableId: DEFAULT_NETWORK.privateRouteTable, DestinationCidrBlock: "0.0.0.0/0", NatGatewayId };
    shop.call("ec2", "CreateRoute", route);
    expect(taskRanBy({ wayOut: "endpoints" })(shop.wait().view()).passed).toBe(true);
    expect(taskRanBy({ wayOut: "nat-gateway" })(shop.view()).passed).toBe(false);
    expect(taskRanBy({ wayOut: "nat-gateway" })(shop.run(PRIVATE).view()).passed).toBe(true);
  });
});

describe("endpointReached", () => {
  const create = (shop: Shop, service: string, more: object) =>
    shop.call("ec2", "CreateVpcEndpoint", {
      VpcId: DEFAULT_VPC_ID,
      ServiceName: `com.amazonaws.us-east-1.${service}`,
      ...more,
    });

  test("an interface endpoint counts as soon as it is available", () => {
    const shop = new Shop();
    expect(told(endpointReached({ service: "ecr.api" })(shop.view()))).toMatchObject({
      passed: false,
      observed: { en: "There is no VPC endpoint for ecr.api yet." },
    });
    create(shop, "ecr.api", { VpcEndpointType: "Interface", SubnetIds: [PRIVATE] });
    expect(told(endpointReached({ service: "ecr.api" })(shop.view()))).toMatchObject({
      passed: false,
      observed: { en: expect.stringContaining("ecr.api is pending; its security groups: sg-") },
    });
    const view = shop.wait().view();
    const [group = ""] = [...shop.session.tables.securityGroups.keys()];
    expect(endpointReached({ service: "ecr.api", securityGroup: group })(view).passed).toBe(true);
    expect(endpointReached({ service: "ecr.api", securityGroup: "sg-other" })(view).passed).toBe(false);
    expect(endpointReached({ service: "ecr.dkr" })(view).passed).toBe(false);
  });

  test("a gateway endpoint is told by its route table, or by having none", () => {
    const shop = new Shop();
    create(shop, "s3", {});
    expect(endpointReached({ service: "s3", routeTableId: null })(shop.view()).passed).toBe(true);
    const { privateRouteTable: routeTableId } = DEFAULT_NETWORK;
    expect(endpointReached({ service: "s3", routeTableId })(shop.view()).passed).toBe(false);
    create(shop, "dynamodb", { RouteTableIds: [routeTableId] });
    expect(endpointReached({ service: "dynamodb", routeTableId })(shop.view()).passed).toBe(true);
    expect(endpointReached({ service: "dynamodb", routeTableId: null })(shop.view()).passed).toBe(false);
  });
});

test("natGatewayReached tells where it stands and whether a route leads to it", () => {
  const shop = new Shop();
  expect(told(natGatewayReached()(shop.view()))).toMatchObject({
    passed: false,
    observed: { en: "There is no NAT gateway yet." },
  });
  shop.call("ec2", "CreateNatGateway", { SubnetId: PRIVATE });
  expect(told(natGatewayReached()(shop.view()))).toMatchObject({
    passed: false,
    observed: { en: expect.stringContaining("is pending in private-a; no route leads to it.") },
  });
  const view = shop.wait().view();
  expect(natGatewayReached({ subnetId: PRIVATE, routed: false })(view).passed).toBe(true);
  expect(natGatewayReached({ routed: true })(view).passed).toBe(false);
  expect(natGatewayReached({ subnetId: PUBLIC })(view).passed).toBe(false);
  expect(natGatewayReached({ routed: true })(new Shop({ natGateway: true }).view()).passed).toBe(true);
});

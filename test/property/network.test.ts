/** What must hold in every network, whatever is done to it: no address is lost, nothing throws, allowing takes nothing away. */
import { DEFAULT_NETWORK, DEFAULT_SUBNETS, internetRouteOf, type NetworkPlan, Session } from "@quayside/simulator";
import fc from "fast-check";
import { expect, test } from "vitest";

const RUNS = Number(process.env.QUAYSIDE_RUNS ?? 60);

const DEFAULT_GROUP = "sg-0eee1111222233334";
const GROUPS = [DEFAULT_GROUP, "sg-0aaa0000000000001", "sg-0bbb0000000000002"];
const PEERS = [...GROUPS, "0.0.0.0/0", "10.0.0.0/16", "10.0.10.0/24", "pl-63a5400a"];
const TABLES = [DEFAULT_NETWORK.publicRouteTable, DEFAULT_NETWORK.privateRouteTable];
const ENDS = ["front", "back", "host", "internet", "10.0.0.254", "10.0.10.4"];
const GOALS = [...ENDS, "localhost", "imds", "ecr.api", "s3", "logs", "example.com"];

const NETWORK: NetworkPlan = {
  endpoints: [{ service: "ecr.api" }, { service: "s3" }],
  securityGroups: GROUPS.slice(1).map((groupId, index) => ({ groupId, groupName: `group-${index}` })),
};

/** Two tasks on Fargate and a machine, each behind another group, all running. */
function world(): Session {
  const definition = (family: string) => ({
    service: "ecs" as const,
    operation: "RegisterTaskDefinition",
    input: {
      family,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: family, image: "nginx" }],
    },
  });
  const commands = [
    { service: "ecs" as const, operation: "CreateCluster", input: {} },
    definition("front"),
    definition("back"),
    { service: "quayside" as const, operation: "ProvideContainerInstances", input: { cluster: "default" } },
  ];
  const session = Session.start({ scenario: { id: "network", title: "", network: NETWORK, commands } });
  const run = (family: string, subnet: keyof typeof DEFAULT_SUBNETS, assignPublicIp: string, group: string) =>
    session.call("ecs", "RunTask", {
      taskDefinition: family,
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS[subnet]], assignPublicIp, securityGroups: [group] },
      },
    });
  run("front", "public-a", "ENABLED", GROUPS[1] as string);
  run("back", "private-a", "DISABLED", GROUPS[2] as string);
  session.stepUntilQuiet();
  return session;
}

const rule = fc.record({
  GroupId: fc.constantFrom(...GROUPS),
  protocol: fc.constantFrom("tcp", "udp", "-1"),
  from: fc.constantFrom(1, 80, 443),
  to: fc.constantFrom(80, 443, 65_535),
  peer: fc.constantFrom(...PEERS),
});

type Rule = typeof rule extends fc.Arbitrary<infer Value> ? Value : never;

function permission({ GroupId, protocol, from, to, peer }: Rule): Record<string, unknown> {
  const ports = protocol === "-1" ? {} : { FromPort: Math.min(from, to), ToPort: to };
  const whom = peer.startsWith("sg-")
    ? { UserIdGroupPairs: [{ GroupId: peer }] }
    : peer.startsWith("pl-")
      ? { PrefixListIds: [{ PrefixListId: peer }] }
      : { IpRanges: [{ CidrIp: peer }] };
  return { GroupId, IpPermissions: [{ IpProtocol: protocol, ...ports, ...whom }] };
}

type Action = readonly [operation: string, input: (session: Session) => Record<string, unknown>];

const RouteTableId = fc.constantFrom(...TABLES);
const route = fc.record({ RouteTableId, DestinationCidrBlock: fc.constantFrom("0.0.0.0/0", "198.51.100.0/24") });
const lastNat = (session: Session) => [...session.tables.natGateways.keys()].at(-1);
const lastEndpoint = (session: Session) => [...session.tables.vpcEndpoints.keys()].at(-1);
const SubnetId = fc.constantFrom(...Object.values(DEFAULT_SUBNETS));

const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(rule, fc.constantFrom("Authorize", "Revoke"), fc.constantFrom("Ingress", "Egress"))
    .map(([given, verb, way]): Action => [`${verb}SecurityGroup${way}`, () => permission(given)]),
  fc
    .constantFrom(...GROUPS)
    .map(
      (GroupId): Action => [
        "RevokeSecurityGroupEgress",
        () => ({ GroupId, IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }] }),
      ],
    ),
  fc.tuple(route, fc.constantFrom("CreateRoute", "ReplaceRoute"), fc.boolean()).map(
    ([given, operation, isNat]): Action => [
      operation,
      (session) => ({
        ...given,
        ...(isNat ? { NatGatewayId: lastNat(session) } : { GatewayId: DEFAULT_NETWORK.internetGateway }),
      }),
    ],
  ),
  route.map((given): Action => ["DeleteRoute", () => given]),
  SubnetId.map((id): Action => ["CreateNatGateway", () => ({ SubnetId: id })]),
  fc.constant<Action>(["DeleteNatGateway", (session) => ({ NatGatewayId: lastNat(session) ?? "nat-00000000" })]),
  fc.tuple(SubnetId, fc.constantFrom("logs", "ssm")).map(
    ([id, service]): Action => [
      "CreateVpcEndpoint",
      () => ({
        VpcId: "vpc-0a1b2c3d4e5f60718",
        VpcEndpointType: "Interface",
        ServiceName: `com.amazonaws.us-east-1.${service}`,
        SubnetIds: [id],
      }),
    ],
  ),
  fc.constant<Action>([
    "DeleteVpcEndpoints",
    (session) => ({ VpcEndpointIds: [lastEndpoint(session) ?? "vpce-00000000"] }),
  ]),
);

/** Every pair that gets through on some port, as text. */
function reached(session: Session): Set<string> {
  const open = new Set<string>();
  const host = [...session.tables.ec2Instances.keys()][0] ?? "host";
  const named = (end: string) => (end === "host" ? host : end);
  for (const from of ENDS) {
    for (const to of GOALS) {
      for (const port of [22, 80, 443]) {
        const tested = session.call("quayside", "TestConnection", { from: named(from), to: named(to), port });
        if (tested.ok && tested.output.reaches === true) open.add(`${from} ${to} ${port}`);
      }
    }
  }
  return open;
}

function broken(session: Session): string[] {
  const { subnets, networkInterfaces } = session.tables;
  const found: string[] = [];
  for (const subnet of subnets.values()) {
    const used = [...networkInterfaces.values()].filter(({ subnetId }) => subnetId === subnet.subnetId).length;
    if (used + subnet.availableIpAddressCount !== 251) found.push(`${subnet.name} lost addresses`);
    if (subnet.internetRoute !== internetRouteOf(session.tables, subnet))
      found.push(`${subnet.name} shows another route`);
  }
  return found;
}

test("a network that is changed at random loses no address, shows its true routes, and answers every test", () => {
  const start = world();
  fc.assert(
    fc.property(fc.array(fc.tuple(action, fc.boolean()), { maxLength: 12 }), (actions) => {
      const session = start.fork();
      for (const [[operation, input], waits] of actions) {
        session.call("ec2", operation, input(session));
        if (waits) session.stepUntilQuiet();
        expect(broken(session)).toEqual([]);
      }
      for (const from of ENDS) {
        for (const to of GOALS) session.call("quayside", "TestConnection", { from, to, port: 80 });
      }
      session.stepUntilQuiet();
      expect(broken(session)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("a rule that allows something never takes a way away", () => {
  const start = world();
  expect(reached(start.fork()).size).toBeGreaterThan(20);
  fc.assert(
    fc.property(
      fc.array(action, { maxLength: 5 }),
      fc.array(fc.tuple(rule, fc.constantFrom("Ingress", "Egress")), { minLength: 1, maxLength: 3 }),
      (before, added) => {
        const session = start.fork();
        for (const [operation, input] of before) session.call("ec2", operation, input(session));
        session.stepUntilQuiet();
        const open = reached(session);
        for (const [given, way] of added) session.call("ec2", `AuthorizeSecurityGroup${way}`, permission(given));
        const after = reached(session);
        expect([...open].filter((pair) => !after.has(pair))).toEqual([]);
      },
    ),
    { numRuns: Math.max(5, Math.floor(RUNS / 3)) },
  );
});

/**
 * Operations of EC2 as a session answers them: networks that change, machines that come and go, and EC2's refusals.
 * Long, because every operation stands beside its refusals.
 */
import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_NETWORK, DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS, DEFAULT_VPC_ID } from "./default-network.ts";
import { ECS_OPTIMIZED_AMI } from "./model/amis.ts";
import { toBase64 } from "./operations/ec2/testing/base64.ts";
import { Session } from "./session.ts";

let session: Session;
beforeEach(() => {
  session = Session.start();
});

type Fields = Record<string, unknown>;

function call<Output = Fields>(operation: string, input: Fields = {}): Output {
  const outcome = session.call("ec2", operation, input);
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.output as Output;
}

/** The refusal of a call, which leaves the world as it was. */
function refusal(operation: string, input: Fields = {}): string {
  const before = session.journal.length;
  const outcome = session.call("ec2", operation, input);
  if (outcome.ok) throw new Error(`${operation} was not refused`);
  expect(session.journal.records.slice(before).flatMap(({ changes }) => changes)).toEqual([]);
  return `${outcome.error.code}: ${outcome.error.message}`;
}

const routeOf = (name: keyof typeof DEFAULT_SUBNETS) =>
  session.tables.subnets.get(DEFAULT_SUBNETS[name])?.internetRoute;
const freeIn = (name: keyof typeof DEFAULT_SUBNETS) =>
  session.tables.subnets.get(DEFAULT_SUBNETS[name])?.availableIpAddressCount;
const PRIVATE = DEFAULT_NETWORK.privateRouteTable;
const DEFAULT_ROUTE = { RouteTableId: PRIVATE, DestinationCidrBlock: "0.0.0.0/0" };

describe("routes", () => {
  test("of a private table can be made public, and back", () => {
    call("ReplaceRoute", { ...DEFAULT_ROUTE, GatewayId: DEFAULT_NETWORK.internetGateway });
    expect([routeOf("private-a"), routeOf("private-b")]).toEqual(["internet-gateway", "internet-gateway"]);
    call("DeleteRoute", DEFAULT_ROUTE);
    expect(routeOf("private-a")).toBe("none");
    call("CreateRoute", { ...DEFAULT_ROUTE, NatGatewayId: DEFAULT_NETWORK.natGateway });
    expect(routeOf("private-a")).toBe("nat-gateway");
  });

  test("are refused as EC2 refuses them", () => {
    expect(refusal("CreateRoute", { ...DEFAULT_ROUTE, GatewayId: DEFAULT_NETWORK.internetGateway })).toBe(
      "RouteAlreadyExists: The route identified by 0.0.0.0/0 already exists.",
    );
    expect(refusal("DeleteRoute", { ...DEFAULT_ROUTE, DestinationCidrBlock: "10.9.0.0/16" })).toBe(
      `InvalidRoute.NotFound: no route with destination-cidr-block 10.9.0.0/16 in route table ${PRIVATE}`,
    );
    expect(refusal("DeleteRoute", { ...DEFAULT_ROUTE, DestinationCidrBlock: "10.0.0.0/16" })).toBe(
      `InvalidParameterValue: cannot remove local route 10.0.0.0/16 in route table ${PRIVATE}`,
    );
    expect(refusal("ReplaceRoute", { ...DEFAULT_ROUTE, GatewayId: "igw-0123456789abcdef0" })).toBe(
      "InvalidInternetGatewayID.NotFound: The internetGateway ID 'igw-0123456789abcdef0' does not exist",
    );
    expect(refusal("CreateRoute", { RouteTableId: "rtb-1", DestinationCidrBlock: "0.0.0.0/0" })).toBe(
      'InvalidRouteTableID.Malformed: Invalid id: "rtb-1" (expecting "rtb-...")',
    );
    expect(refusal("CreateRoute", { ...DEFAULT_ROUTE, DestinationCidrBlock: "10.9.0.0/99" })).toMatch(
      /not a valid CIDR block/,
    );
    expect(refusal("CreateRoute", { ...DEFAULT_ROUTE, DestinationCidrBlock: "10.9.0.0/16" })).toMatch(/exactly one of/);
  });
});

describe("a NAT gateway", () => {
  test("that is deleted leaves a blackhole, and its address is free again later", () => {
    call("DeleteNatGateway", { NatGatewayId: DEFAULT_NETWORK.natGateway });
    expect(routeOf("private-a")).toBe("none");
    const { RouteTables } = call<{ RouteTables: { Routes: Fields[] }[] }>("DescribeRouteTables", {
      RouteTableIds: [PRIVATE],
    });
    expect(RouteTables[0]?.Routes[1]).toMatchObject({ NatGatewayId: DEFAULT_NETWORK.natGateway, State: "blackhole" });
    expect(freeIn("public-a")).toBe(250);
    session.stepUntilQuiet();
    expect(freeIn("public-a")).toBe(251);
    expect(session.tables.natGateways.get(DEFAULT_NETWORK.natGateway)?.state).toBe("deleted");
    session.advance({ byMs: 3_600_000 });
    expect(session.tables.natGateways.size).toBe(0);
  });

  test("needs a minute to come up; routes to it work from then on", () => {
    const created = call<{ NatGateway: Fields }>("CreateNatGateway", { SubnetId: DEFAULT_SUBNETS["public-b"] });
    const { NatGatewayId, State } = created.NatGateway;
    expect(State).toBe("pending");
    call("ReplaceRoute", { ...DEFAULT_ROUTE, NatGatewayId });
    expect(routeOf("private-a")).toBe("none");
    session.stepUntilQuiet();
    expect(session.nowMs).toBeGreaterThanOrEqual(60_000);
    expect(routeOf("private-a")).toBe("nat-gateway");
    expect(freeIn("public-b")).toBe(250);
  });

  test("in a private subnet helps nobody", () => {
    const { NatGateway } = call<{ NatGateway: Fields }>("CreateNatGateway", { SubnetId: DEFAULT_SUBNETS["private-b"] });
    call("ReplaceRoute", { ...DEFAULT_ROUTE, NatGatewayId: NatGateway.NatGatewayId });
    session.stepUntilQuiet();
    expect(routeOf("private-a")).toBe("none");
  });

  test("that nobody has is not found", () => {
    expect(refusal("DeleteNatGateway", { NatGatewayId: "nat-0123456789abcdef0" })).toBe(
      "NatGatewayNotFound: The Nat Gateway nat-0123456789abcdef0 was not found",
    );
  });
});

describe("a VPC endpoint", () => {
  const S3 = { VpcId: DEFAULT_VPC_ID, ServiceName: "com.amazonaws.us-east-1.s3" };
  const ECR = {
    VpcId: DEFAULT_VPC_ID,
    VpcEndpointType: "Interface",
    ServiceName: "com.amazonaws.us-east-1.ecr.api",
    SubnetIds: [DEFAULT_SUBNETS["private-a"], DEFAULT_SUBNETS["private-b"]],
  };

  test("of the gateway type is a route at once, and goes with it", () => {
    const { VpcEndpoint } = call<{ VpcEndpoint: Fields }>("CreateVpcEndpoint", { ...S3, RouteTableIds: [PRIVATE] });
    const id = VpcEndpoint.VpcEndpointId as string;
    const added = { destination: "pl-63a5400a", target: id };
    expect(session.tables.routeTables.get(PRIVATE)?.routes).toContainEqual(added);
    expect(refusal("CreateVpcEndpoint", { ...S3, RouteTableIds: [PRIVATE] })).toBe(
      `RouteAlreadyExists: route table ${PRIVATE} already has a route with destination-prefix-list-id pl-63a5400a`,
    );
    call("ModifyVpcEndpoint", {
      VpcEndpointId: id,
      AddRouteTableIds: [DEFAULT_NETWORK.publicRouteTable],
      RemoveRouteTableIds: [PRIVATE],
    });
    expect(session.tables.routeTables.get(DEFAULT_NETWORK.publicRouteTable)?.routes).toContainEqual(added);
    expect(session.tables.routeTables.get(PRIVATE)?.routes).not.toContainEqual(added);
    expect(call("DeleteVpcEndpoints", { VpcEndpointIds: [id] })).toEqual({ Unsuccessful: [] });
    expect(session.tables.routeTables.get(DEFAULT_NETWORK.publicRouteTable)?.routes).not.toContainEqual(added);
    expect(session.tables.vpcEndpoints.size).toBe(0);
  });

  test("of the interface type takes an address of each subnet, and needs a while", () => {
    const { VpcEndpoint } = call<{ VpcEndpoint: Fields }>("CreateVpcEndpoint", ECR);
    expect(VpcEndpoint).toMatchObject({ State: "pending", Groups: [{ GroupName: "default" }] });
    expect([freeIn("private-a"), freeIn("private-b")]).toEqual([250, 250]);
    session.stepUntilQuiet();
    expect([...session.tables.vpcEndpoints.values()][0]?.state).toBe("available");
    expect(refusal("CreateVpcEndpoint", ECR)).toMatch(/^InvalidParameter: private-dns-enabled cannot be set because/);
    call("DeleteVpcEndpoints", { VpcEndpointIds: [VpcEndpoint.VpcEndpointId] });
    session.stepUntilQuiet();
    expect([freeIn("private-a"), freeIn("private-b")]).toEqual([251, 251]);
    expect(session.tables.vpcEndpoints.size).toBe(0);
  });

  test("of a service that there is not is refused, and so is a type that the service lacks", () => {
    expect(refusal("CreateVpcEndpoint", { ...S3, ServiceName: "com.amazonaws.us-east-1.nope" })).toBe(
      "InvalidServiceName: The Vpc Endpoint Service 'com.amazonaws.us-east-1.nope' does not exist",
    );
    expect(refusal("CreateVpcEndpoint", { ...S3, ServiceName: "com.amazonaws.us-east-1.logs" })).toMatch(
      /^InvalidParameter: Endpoint type \(Gateway\)/,
    );
    expect(call("DeleteVpcEndpoints", { VpcEndpointIds: ["vpce-0123456789abcdef0"] })).toMatchObject({
      Unsuccessful: [{ Error: { Code: "InvalidVpcEndpointId.NotFound" } }],
    });
  });
});

describe("a security group", () => {
  const WEB = { GroupName: "web", Description: "web servers" };
  const HTTP = { IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };

  test("begins with nobody in and everybody out, learns rules and forgets them", () => {
    const { GroupId } = call<{ GroupId: string }>("CreateSecurityGroup", WEB);
    expect(session.tables.securityGroups.get(GroupId)).toMatchObject({ ingress: [], egress: [{ peer: "0.0.0.0/0" }] });
    call("AuthorizeSecurityGroupIngress", { GroupId, IpPermissions: [HTTP] });
    expect(refusal("AuthorizeSecurityGroupIngress", { GroupId, IpPermissions: [HTTP] })).toBe(
      'InvalidPermission.Duplicate: the specified rule "peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW" already exists',
    );
    call("RevokeSecurityGroupIngress", { GroupId, IpPermissions: [HTTP] });
    expect(refusal("RevokeSecurityGroupIngress", { GroupId, IpPermissions: [HTTP] })).toBe(
      "InvalidPermission.NotFound: The specified rule does not exist in this security group.",
    );
    const [out] = session.tables.securityGroups.get(GroupId)?.egress ?? [];
    call("RevokeSecurityGroupEgress", { GroupId, SecurityGroupRuleIds: [out?.ruleId] });
    expect(session.tables.securityGroups.get(GroupId)?.egress).toEqual([]);
    call("DeleteSecurityGroup", { GroupId });
    expect(session.tables.securityGroups.has(GroupId)).toBe(false);
  });

  test("is refused as EC2 refuses it", () => {
    const { GroupId } = call<{ GroupId: string }>("CreateSecurityGroup", WEB);
    expect(refusal("CreateSecurityGroup", WEB)).toBe(
      `InvalidGroup.Duplicate: The security group 'web' already exists for VPC '${DEFAULT_VPC_ID}'`,
    );
    expect(refusal("DeleteSecurityGroup", { GroupId: DEFAULT_SECURITY_GROUP_ID })).toBe(
      `CannotDelete: the specified group: "${DEFAULT_SECURITY_GROUP_ID}" name: "default" cannot be deleted by a user`,
    );
    const byGroup = { IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] };
    call("AuthorizeSecurityGroupIngress", { GroupId: DEFAULT_SECURITY_GROUP_ID, IpPermissions: [byGroup] });
    expect(refusal("DeleteSecurityGroup", { GroupId })).toBe(
      `DependencyViolation: resource ${GroupId} has a dependent object`,
    );
    expect(refusal("DeleteSecurityGroup", { GroupId: "sg-0123456789abcdef0" })).toBe(
      "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
    );
    const bad = (permission: Fields) =>
      refusal("AuthorizeSecurityGroupIngress", { GroupId, IpPermissions: [permission] });
    expect(bad({ ...HTTP, IpRanges: [{ CidrIp: "10.0.0.0/40" }] })).toBe(
      "InvalidParameterValue: CIDR block 10.0.0.0/40 is malformed",
    );
    expect(bad({ ...HTTP, IpProtocol: "ipx" })).toBe(
      "InvalidParameterValue: Invalid value 'ipx' for IP protocol. Unknown protocol.",
    );
    expect(bad({ IpProtocol: "tcp", IpRanges: HTTP.IpRanges })).toMatch(
      /Must specify both from and to ports with TCP\/UDP/,
    );
    expect(bad({ ...HTTP, ToPort: 79 })).toMatch(/portRange/);
    expect(bad({ IpProtocol: "-1" })).toBe("MissingParameter: The request must contain the parameter ipPermissions");
  });

  test("holds sixty rules of a direction", () => {
    const { GroupId } = call<{ GroupId: string }>("CreateSecurityGroup", WEB);
    const many = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => ({ ...HTTP, FromPort: from + index, ToPort: from + index }));
    call("AuthorizeSecurityGroupIngress", { GroupId, IpPermissions: many(60, 1000) });
    expect(refusal("AuthorizeSecurityGroupIngress", { GroupId, IpPermissions: many(1, 2000) })).toMatch(
      /^RulesPerSecurityGroupLimitExceeded/,
    );
  });
});

describe("an instance", () => {
  const userData = toBase64("#!/bin/bash\necho ECS_CLUSTER=default >> /etc/ecs/ecs.config");
  const LAUNCH = {
    ImageId: ECS_OPTIMIZED_AMI,
    InstanceType: "t3.small",
    MinCount: 1,
    MaxCount: 1,
    SubnetId: DEFAULT_SUBNETS["private-a"],
    UserData: userData,
    IamInstanceProfile: { Name: "ecsInstanceRole" },
  };
  const launch = (more: Fields = {}): string => {
    const { Instances } = call<{ Instances: { InstanceId: string }[] }>("RunInstances", { ...LAUNCH, ...more });
    return Instances[0]?.InstanceId ?? "";
  };
  const stateOf = (id: string) => session.tables.ec2Instances.get(id)?.state;

  test("boots, joins the cluster of its user data, stops, starts, is terminated and forgotten", () => {
    const id = launch({ TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: "one" }] }] });
    expect(stateOf(id)).toBe("pending");
    session.stepUntilQuiet();
    expect([...session.tables.containerInstances.values()]).toMatchObject([{ status: "ACTIVE", agentConnected: true }]);
    expect(call("StopInstances", { InstanceIds: [id] })).toEqual({
      StoppingInstances: [
        { InstanceId: id, CurrentState: { Code: 64, Name: "stopping" }, PreviousState: { Code: 16, Name: "running" } },
      ],
    });
    expect(refusal("StartInstances", { InstanceIds: [id] })).toBe(
      `IncorrectInstanceState: The instance '${id}' is not in a state from which it can be started.`,
    );
    session.stepUntilQuiet();
    expect(stateOf(id)).toBe("stopped");
    call("StartInstances", { InstanceIds: [id] });
    session.stepUntilQuiet();
    expect(stateOf(id)).toBe("running");
    call("TerminateInstances", { InstanceIds: [id] });
    session.stepUntilQuiet();
    expect(call("DescribeInstances", { InstanceIds: [id] })).toMatchObject({
      Reservations: [
        { Instances: [{ State: { Name: "terminated" }, NetworkInterfaces: [], Tags: [{ Value: "one" }] }] },
      ],
    });
    expect(freeIn("private-a")).toBe(251);
    expect(call("TerminateInstances", { InstanceIds: [id] })).toMatchObject({
      TerminatingInstances: [{ PreviousState: { Name: "terminated" }, CurrentState: { Name: "terminated" } }],
    });
    session.advance({ byMs: 3_700_000 });
    expect(refusal("TerminateInstances", { InstanceIds: [id] })).toBe(
      `InvalidInstanceID.NotFound: The instance ID '${id}' does not exist`,
    );
  });

  test("without a profile runs, and never joins", () => {
    const { IamInstanceProfile: _, ...bare } = LAUNCH;
    call("RunInstances", bare);
    session.stepUntilQuiet();
    expect(session.tables.containerInstances.size).toBe(0);
    expect([...session.tables.ec2Instances.values()][0]?.agentProblem).toMatch(/no valid providers in chain/);
  });

  test("has a public address where the route table leads to an internet gateway, unless told otherwise", () => {
    const publicOf = (more: Fields) => session.tables.ec2Instances.get(launch(more))?.publicIpv4Address !== undefined;
    expect(publicOf({})).toBe(false);
    expect(publicOf({ SubnetId: DEFAULT_SUBNETS["public-a"] })).toBe(true);
    const { SubnetId: _, ...free } = LAUNCH;
    const own = [{ DeviceIndex: 0, SubnetId: DEFAULT_SUBNETS["public-a"], AssociatePublicIpAddress: false }];
    const { Instances } = call<{ Instances: Fields[] }>("RunInstances", { ...free, NetworkInterfaces: own });
    expect(Instances[0]?.PublicIpAddress).toBeUndefined();
  });

  test("is found by filters, with stars, by tags, and page by page", () => {
    for (const name of ["web-1", "web-2", "db-1"]) {
      launch({ TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: name }] }] });
    }
    const count = (...Filters: Fields[]) =>
      call<{ Reservations: unknown[] }>("DescribeInstances", { Filters }).Reservations.length;
    expect(count({ Name: "tag:Name", Values: ["web-*"] })).toBe(2);
    expect(count({ Name: "tag:Name", Values: ["web-?", "db-1"] })).toBe(3);
    expect(count({ Name: "tag:Name", Values: ["web"] })).toBe(0);
    expect(count({ Name: "tag:Name", Values: ["web-*"] }, { Name: "instance-type", Values: ["t3.small"] })).toBe(2);
    expect(refusal("DescribeInstances", { Filters: [{ Name: "colour", Values: ["red"] }] })).toBe(
      "InvalidParameterValue: The filter 'colour' is invalid",
    );
    const first = call<{ Reservations: unknown[]; NextToken?: string }>("DescribeInstances", { MaxResults: 2 });
    expect(first.Reservations).toHaveLength(2);
    const next = call<{ Reservations: unknown[]; NextToken?: string }>("DescribeInstances", {
      NextToken: first.NextToken,
    });
    expect([next.Reservations.length, next.NextToken]).toEqual([1, undefined]);
  });

  test.each([
    [{ ImageId: undefined }, "MissingParameter: The request must contain the parameter ImageId"],
    [
      { ImageId: "ami-0123456789abcdef0" },
      "InvalidAMIID.NotFound: The image id '[ami-0123456789abcdef0]' does not exist",
    ],
    [
      { ImageId: "ubuntu" },
      "InvalidAMIID.Malformed: The image ID 'ubuntu' is not valid. The expected format is ami-xxxxxxxx or ami-xxxxxxxxxxxxxxxxx.",
    ],
    [{ InstanceType: "t9.huge" }, "InvalidParameterValue: Invalid value 't9.huge' for InstanceType."],
    [
      { InstanceType: "t4g.small" },
      /^InvalidParameterValue: The architecture 'arm64' of the specified instance type does not match/,
    ],
    [
      { SubnetId: "subnet-0123456789abcdef0" },
      "InvalidSubnetID.NotFound: The subnet ID 'subnet-0123456789abcdef0' does not exist",
    ],
    [
      { SecurityGroupIds: ["sg-0123456789abcdef0"] },
      "InvalidGroup.NotFound: The security group 'sg-0123456789abcdef0' does not exist",
    ],
    [{ KeyName: "mine" }, "InvalidKeyPair.NotFound: The key pair 'mine' does not exist"],
    [
      { IamInstanceProfile: { Name: "ecsTaskExecutionRole" } },
      "InvalidParameterValue: Value (ecsTaskExecutionRole) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
    ],
    [{ UserData: "#!" }, "InvalidParameterValue: Invalid BASE64 encoding of user data."],
    [{ MinCount: 2 }, /^InvalidParameterCombination/],
    [{ MinCount: 0 }, /^InvalidParameterValue: Invalid value '0' for instanceCount/],
    [{ DryRun: true }, "DryRunOperation: Request would have succeeded, but DryRun flag is set."],
  ])("is refused with %j", (more, expected) => {
    const text = refusal("RunInstances", { ...LAUNCH, ...more });
    if (typeof expected === "string") expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });

  test("is not launched when the subnet cannot hold the least number", () => {
    const network = { cidrBlocks: { "private-a": "10.0.10.0/28" } };
    session = Session.start({ scenario: { id: "small", title: "", network, commands: [] } });
    expect(refusal("RunInstances", { ...LAUNCH, MinCount: 12, MaxCount: 12 })).toBe(
      "InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses to satisfy the request.",
    );
    expect(
      call<{ Instances: unknown[] }>("RunInstances", { ...LAUNCH, MinCount: 1, MaxCount: 12 }).Instances,
    ).toHaveLength(11);
  });
});

test("the types of the Region are described, and others do not exist", () => {
  const { InstanceTypes } = call<{ InstanceTypes: Fields[] }>("DescribeInstanceTypes", { InstanceTypes: ["m5.large"] });
  expect(InstanceTypes).toMatchObject([
    { VCpuInfo: { DefaultVCpus: 2 }, NetworkInfo: { MaximumNetworkInterfaces: 3 } },
  ]);
  expect(session.call("ec2", "DescribeInstanceTypes", { InstanceTypes: ["t9.huge"] })).toMatchObject({
    error: { message: "The following supplied instance types do not exist: [t9.huge]" },
  });
});

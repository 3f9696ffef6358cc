/** Every refusal of EC2's operations is met by a call. Long for its table. */
import { expect, test } from "vitest";
import { DEFAULT_NETWORK, DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS } from "./default-network.ts";
import { ECS_OPTIMIZED_AMI } from "./model/amis.ts";
import { EC2_REFUSALS } from "./operations/ec2/refusals.ts";
import { toBase64 } from "./operations/ec2/testing/base64.ts";
import { keyOf, met, must, toMeet, type Way } from "./testing/refusal-scenery.ts";

const id = (prefix: string) => `${prefix}-0123456789abcdef0`;
const machine = { ImageId: ECS_OPTIMIZED_AMI, MinCount: 1, MaxCount: 1 };
const launch = (change: object): Way => ["RunInstances", { ...machine, ...change }];
const permit = (permission: object): Way => [
  "AuthorizeSecurityGroupIngress",
  { GroupId: DEFAULT_SECURITY_GROUP_ID, IpPermissions: [permission] },
];
const WEB = { IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
const revoke = (change: object): Way => [
  "RevokeSecurityGroupIngress",
  { GroupId: DEFAULT_SECURITY_GROUP_ID, ...change },
];
const TABLE = DEFAULT_NETWORK.privateRouteTable;
const route = (operation: string, change: object): Way => [
  operation,
  { RouteTableId: TABLE, DestinationCidrBlock: "1.2.3.0/24", GatewayId: DEFAULT_NETWORK.internetGateway, ...change },
];
const service = (name: string) => `com.amazonaws.us-east-1.${name}`;
const endpoint = (VpcId: string, change: object) => ["CreateVpcEndpoint", { VpcId, ...change }] as const;

/** Fills the small subnet. */
const crowded = (operation: string, input: object): Way => {
  return (session) => {
    const free = session.tables.subnets.get(DEFAULT_SUBNETS["public-b"])?.availableIpAddressCount ?? 0;
    const SubnetId = DEFAULT_SUBNETS["public-b"];
    must(session, "ec2", "RunInstances", { ...machine, MinCount: free, MaxCount: free, SubnetId });
    return session.call("ec2", operation, input);
  };
};
/** A call that names the VPC. */
const inVpc = (change: object): Way => {
  return (session) => {
    const [operation, input] = endpoint(keyOf(session.tables.vpcs), change);
    return session.call("ec2", operation, input);
  };
};

const IDS: Readonly<Record<string, Way>> = Object.fromEntries(
  (
    [
      ["instance", "DescribeInstances", "InstanceIds", "i"],
      ["subnet", "DescribeSubnets", "SubnetIds", "subnet"],
      ["vpc", "DescribeVpcs", "VpcIds", "vpc"],
      ["route-table", "DescribeRouteTables", "RouteTableIds", "rtb"],
      ["internet-gateway", "DescribeInternetGateways", "InternetGatewayIds", "igw"],
      ["vpc-endpoint", "DescribeVpcEndpoints", "VpcEndpointIds", "vpce"],
      ["network-interface", "DescribeNetworkInterfaces", "NetworkInterfaceIds", "eni"],
    ] as const
  ).flatMap(([kind, operation, member, prefix]): [string, Way][] => [
    [`${kind}.not-found`, [operation, { [member]: [id(prefix)] }]],
    [`${kind}.malformed`, [operation, { [member]: ["nope"] }]],
  ]),
);

const MACHINES: Readonly<Record<string, Way>> = {
  "parameter.missing": launch({ ImageId: undefined }),
  "dry-run": ["DescribeVpcs", { DryRun: true }],
  "listing.filter": ["DescribeVpcs", { Filters: [{ Name: "nope", Values: [] }] }],
  "listing.token": ["DescribeVpcs", { NextToken: "nope" }],
  "listing.size": ["DescribeVpcs", { MaxResults: 0 }],
  "instance-type.unknown": ["DescribeInstanceTypes", { InstanceTypes: ["nope"] }],
  "instance.wrong-state": (session) => {
    const InstanceIds = [keyOf(session.tables.ec2Instances)];
    must(session, "ec2", "TerminateInstances", { InstanceIds });
    return session.call("ec2", "StartInstances", { InstanceIds });
  },
  "run-instances.no-addresses": launch({ MinCount: 50, MaxCount: 50, SubnetId: DEFAULT_SUBNETS["public-b"] }),
  "run-instances.count": launch({ MinCount: 0 }),
  "run-instances.counts-crossed": launch({ MinCount: 2 }),
  "run-instances.too-many": launch({ MaxCount: 101 }),
  "run-instances.instance-type": launch({ InstanceType: "nope" }),
  "run-instances.architecture": launch({ InstanceType: "t4g.micro" }),
  "image.no-parameter": launch({ ImageId: "resolve:ssm:/nope" }),
  "image.not-found": launch({ ImageId: id("ami") }),
  "image.malformed": launch({ ImageId: "nope" }),
  "key-pair.not-found": launch({ KeyName: "mine" }),
  "user-data.not-base64": launch({ UserData: "#!/bin/bash" }),
  "user-data.too-long": launch({ UserData: toBase64("#!".padEnd(16_385)) }),
  "instance-profile.invalid": launch({ IamInstanceProfile: { Name: "nope" } }),
  "run-instances.more-interfaces": launch({ NetworkInterfaces: [{}, {}] }),
  "run-instances.interface-and-subnet": launch({
    NetworkInterfaces: [{ DeviceIndex: 0 }],
    SubnetId: DEFAULT_SUBNETS["public-a"],
  }),
};

const NETWORKS: Readonly<Record<string, Way>> = {
  "security-group.not-found": ["DeleteSecurityGroup", { GroupId: id("sg") }],
  "security-group.unnamed": ["DeleteSecurityGroup", {}],
  "security-group.name": ["CreateSecurityGroup", { GroupName: "sg-mine", Description: "x" }],
  "security-group.name-too-long": ["CreateSecurityGroup", { GroupName: "x".repeat(256), Description: "x" }],
  "security-group.duplicate": ["CreateSecurityGroup", { GroupName: "default", Description: "x" }],
  "security-group.default": ["DeleteSecurityGroup", { GroupId: DEFAULT_SECURITY_GROUP_ID }],
  "security-group.in-use": (session) => {
    must(session, "ec2", "CreateSecurityGroup", { GroupName: "used", Description: "x" });
    const GroupId = keyOf(session.tables.securityGroups, ({ groupName }) => groupName === "used");
    must(session, "ec2", "RunInstances", { ...machine, SecurityGroupIds: [GroupId] });
    return session.call("ec2", "DeleteSecurityGroup", { GroupId });
  },
  "rule.duplicate": (session) => {
    const input = { GroupId: DEFAULT_SECURITY_GROUP_ID, IpPermissions: [WEB] };
    must(session, "ec2", "AuthorizeSecurityGroupIngress", input);
    return session.call("ec2", "AuthorizeSecurityGroupIngress", input);
  },
  "rule.too-many": permit({
    ...WEB,
    IpRanges: Array.from({ length: 61 }, (_, index) => ({ CidrIp: `10.1.${index}.0/24` })),
  }),
  "rule.not-found": revoke({ IpPermissions: [{ ...WEB, FromPort: 81, ToPort: 81 }] }),
  "rule.id-not-found": revoke({ SecurityGroupRuleIds: [id("sgr")] }),
  "rule.protocol": permit({ ...WEB, IpProtocol: "nope" }),
  "rule.no-ports": permit({ IpProtocol: "tcp", IpRanges: WEB.IpRanges }),
  "rule.ports": permit({ ...WEB, FromPort: 90 }),
  "rule.ipv6": permit({ ...WEB, Ipv6Ranges: [{ CidrIpv6: "::/0" }] }),
  "rule.cidr": permit({ ...WEB, IpRanges: [{ CidrIp: "nope" }] }),
  "rule.prefix-list": permit({ ...WEB, PrefixListIds: [{ PrefixListId: "pl-0" }] }),
  "route.exists": route("CreateRoute", { DestinationCidrBlock: "10.0.0.0/16" }),
  "route.replace-local": route("ReplaceRoute", { DestinationCidrBlock: "10.0.0.0/16" }),
  "route.delete-local": route("DeleteRoute", { DestinationCidrBlock: "10.0.0.0/16" }),
  "route.cidr": route("CreateRoute", { DestinationCidrBlock: "nope" }),
  "route.one-target": route("CreateRoute", { NatGatewayId: DEFAULT_NETWORK.natGateway }),
  "route.not-found": route("DeleteRoute", {}),
  "nat-gateway.not-found": route("CreateRoute", { GatewayId: undefined, NatGatewayId: id("nat") }),
  "nat-gateway.malformed": route("CreateRoute", { GatewayId: undefined, NatGatewayId: "nope" }),
  "nat-gateway.absent": ["DeleteNatGateway", { NatGatewayId: id("nat") }],
  "nat-gateway.private": ["CreateNatGateway", { SubnetId: DEFAULT_SUBNETS["public-a"], ConnectivityType: "private" }],
  "nat-gateway.address": ["CreateNatGateway", { SubnetId: DEFAULT_SUBNETS["public-a"], AllocationId: "eipalloc-0" }],
  "nat-gateway.no-addresses": crowded("CreateNatGateway", { SubnetId: DEFAULT_SUBNETS["public-b"] }),
  "endpoint.service": inVpc({ ServiceName: service("nope") }),
  "endpoint.no-gateway": inVpc({ ServiceName: service("ecr.api") }),
  "endpoint.type": inVpc({ ServiceName: service("ecr.api"), VpcEndpointType: "nope" }),
  "endpoint.gateway-only": inVpc({ ServiceName: service("s3"), VpcEndpointType: "Interface" }),
  "endpoint.route-exists": (session) => {
    const [operation, input] = endpoint(keyOf(session.tables.vpcs), {
      ServiceName: service("s3"),
      RouteTableIds: [TABLE],
    });
    must(session, "ec2", operation, input);
    return session.call("ec2", operation, input);
  },
  "endpoint.private-dns": (session) => {
    const SubnetIds = [DEFAULT_SUBNETS["private-a"]];
    const change = { ServiceName: service("ecr.api"), VpcEndpointType: "Interface", SubnetIds };
    const [operation, input] = endpoint(keyOf(session.tables.vpcs), change);
    must(session, "ec2", operation, input);
    return session.call("ec2", operation, input);
  },
  "endpoint.no-addresses": (session) => {
    const SubnetIds = [DEFAULT_SUBNETS["public-b"]];
    const change = { ServiceName: service("ecr.api"), VpcEndpointType: "Interface", SubnetIds };
    const way = crowded(...endpoint(keyOf(session.tables.vpcs), change));
    return (way as Extract<Way, (...all: never) => unknown>)(session);
  },
  "endpoint.same-zone": inVpc({
    ServiceName: service("ecr.api"),
    VpcEndpointType: "Interface",
    SubnetIds: [DEFAULT_SUBNETS["private-a"], DEFAULT_SUBNETS["public-a"]],
  }),
  "endpoint.route-tables": (session) => {
    const SubnetIds = [DEFAULT_SUBNETS["private-a"]];
    const change = { ServiceName: service("ecr.api"), VpcEndpointType: "Interface", SubnetIds };
    must(session, "ec2", ...endpoint(keyOf(session.tables.vpcs), change));
    const VpcEndpointId = keyOf(session.tables.vpcEndpoints);
    return session.call("ec2", "ModifyVpcEndpoint", { VpcEndpointId, AddRouteTableIds: [TABLE] });
  },
};

/** There is one VPC, and no operation makes another. */
const ONE_VPC = ["run-instances.other-network", "route.other-network"];

test("every refusal of EC2 is met", () => {
  expect(met("ec2", { ...IDS, ...MACHINES, ...NETWORKS })).toEqual(toMeet(EC2_REFUSALS, ONE_VPC));
});

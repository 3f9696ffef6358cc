/** EC2's side: every form of a rule, a route, an endpoint and a machine, and every filter of every list. */
import { type Turn, withKey } from "./transcript.ts";

const GROUP = "sg-0eee1111222233334";
const VPC = "vpc-0a1b2c3d4e5f60718";
const PRIVATE = "rtb-0ccc1111222233334";
const PUBLIC_A = "subnet-0aaa1111222233334";
const PRIVATE_A = "subnet-0ccc1111222233334";
const NAT = "nat-0f1a2b3c4d5e6f708";
const IGW = "igw-0f1a2b3c4d5e6f708";
const AMI = "ami-0ec5a1b2c3d4e5f60";
const permit = (operation: string, permission: object): Turn => ["ec2", operation, { GroupId: GROUP, ...permission }];
const cidrs = (...list: string[]) => list.map((CidrIp) => ({ CidrIp }));

const RULES: readonly object[] = [
  { IpPermissions: [{ IpProtocol: "tcp", FromPort: 80, ToPort: 81, IpRanges: cidrs("10.1.2.3/8", "0.0.0.0/0") }] },
  { IpPermissions: [{ IpProtocol: "6", FromPort: 443, IpRanges: [{ CidrIp: "1.2.3.4/32", Description: "one" }] }] },
  {
    IpPermissions: [
      {
        IpProtocol: "17",
        FromPort: 53,
        ToPort: 53,
        PrefixListIds: [{ PrefixListId: "pl-63a5400a", Description: "s3" }],
      },
    ],
  },
  { IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: GROUP }] }] },
  { IpPermissions: [{ IpProtocol: "TCP", FromPort: -1, ToPort: -1, IpRanges: cidrs("10.3.0.0/16") }] },
  { IpPermissions: [{ IpProtocol: "icmp", FromPort: -1, ToPort: -1, IpRanges: cidrs("10.0.0.0/16") }] },
  { IpPermissions: [{ IpProtocol: "icmp", FromPort: 8, ToPort: 0, IpRanges: cidrs("10.0.0.0/16") }] },
  { IpPermissions: [{ IpProtocol: "tcp", FromPort: 0, ToPort: 65_536, IpRanges: cidrs("10.0.0.0/16") }] },
  { IpPermissions: [{ IpProtocol: "tcp", FromPort: -1, ToPort: 5, IpRanges: cidrs("10.0.0.0/16") }] },
  { IpPermissions: [{ IpProtocol: "udp", FromPort: 0, ToPort: 65_535, IpRanges: cidrs("10.0.0.0/16") }] },
  { IpProtocol: "tcp", FromPort: 90, ToPort: 91, CidrIp: "10.0.0.0/16" },
  { IpProtocol: "udp", FromPort: 92, CidrIp: "10.0.0.0/16" },
  { SourceSecurityGroupName: "default" },
  { SourceSecurityGroupName: "web", IpProtocol: "tcp", FromPort: 1, ToPort: 2 },
  { SourceSecurityGroupName: "none" },
  { IpProtocol: "tcp", ToPort: 91, CidrIp: "10.0.0.0/16" },
  { CidrIp: "10.0.0.0/16" },
  {},
];

const filtered = (operation: string, filters: Readonly<Record<string, string[]>>): Turn[] =>
  Object.entries(filters).map(([Name, Values]) => ["ec2", operation, { Filters: [{ Name, Values }] }]);

export const RULES_OF_GROUPS: readonly Turn[] = [
  [
    "ec2",
    "CreateSecurityGroup",
    {
      GroupName: "web",
      Description: "servers",
      VpcId: VPC,
      TagSpecifications: [
        { ResourceType: "security-group", Tags: [{ Key: "a", Value: "b" }] },
        { ResourceType: "instance", Tags: [{ Key: "no" }] },
      ],
    },
  ],
  ["ec2", "CreateSecurityGroup", { GroupName: "other", Description: "x", VpcId: "vpc-0123456789abcdef0" }],
  ["ec2", "CreateSecurityGroup", { GroupName: "default-vpc", Description: "x" }],
  ...RULES.map((rule) => permit("AuthorizeSecurityGroupIngress", rule)),
  ...RULES.slice(0, 5).map((rule) => permit("AuthorizeSecurityGroupEgress", rule)),
  ["ec2", "DescribeSecurityGroups"],
  ...filtered("DescribeSecurityGroups", {
    "group-name": ["web"],
    "group-id": [GROUP],
    "vpc-id": ["vpc-*"],
    description: ["serv?rs"],
    "tag:a": ["b"],
    "tag-key": ["a"],
    nope: ["x"],
  }),
  ["ec2", "DescribeSecurityGroups", { GroupNames: ["web"] }],
  ...RULES.slice(0, 7).map((rule) => permit("RevokeSecurityGroupIngress", rule)),
  ...RULES.slice(0, 3).map((rule) => permit("RevokeSecurityGroupEgress", rule)),
  [
    "ec2",
    "RevokeSecurityGroupIngress",
    (session) => ({
      GroupId: GROUP,
      SecurityGroupRuleIds: [session.tables.securityGroups.get(GROUP)?.ingress[0]?.ruleId],
    }),
  ],
  ["ec2", "DescribeSecurityGroups", { GroupIds: [GROUP] }],
  ["ec2", "DeleteSecurityGroup", { GroupName: "web" }],
  [
    "ec2",
    "RevokeSecurityGroupIngress",
    { GroupId: GROUP, SourceSecurityGroupName: "web", IpProtocol: "tcp", FromPort: 1, ToPort: 2 },
  ],
  ["ec2", "DeleteSecurityGroup", { GroupName: "web" }],
  ["ec2", "DescribeSecurityGroups", { MaxResults: 1 }],
];

const route = (operation: string, DestinationCidrBlock: string, target: object): Turn => [
  "ec2",
  operation,
  { RouteTableId: PRIVATE, DestinationCidrBlock, ...target },
];
const endpoint = (service: string, more: object): Turn => [
  "ec2",
  "CreateVpcEndpoint",
  { VpcId: VPC, ServiceName: `com.amazonaws.us-east-1.${service}`, ...more },
];
const ofEndpoint = (index: number, more: object): Turn => [
  "ec2",
  "ModifyVpcEndpoint",
  withKey("vpcEndpoints", index, (VpcEndpointId) => ({ VpcEndpointId, ...more })),
];
const PUBLIC_TABLE = "rtb-0aaa1111222233334";

export const ROUTES: readonly Turn[] = [
  ...[
    "DescribeVpcs",
    "DescribeSubnets",
    "DescribeRouteTables",
    "DescribeInternetGateways",
    "DescribeNatGateways",
    "DescribeNetworkInterfaces",
  ].map((operation): Turn => ["ec2", operation]),
  ...filtered("DescribeVpcs", {
    "vpc-id": [VPC],
    cidr: ["10.0.0.0/16"],
    "is-default": ["true"],
    isDefault: ["false"],
    state: ["available"],
  }),
  ...filtered("DescribeSubnets", {
    "subnet-id": [PUBLIC_A],
    "availability-zone": ["us-east-1a"],
    "cidr-block": ["10.0.1.0/24"],
    "map-public-ip-on-launch": ["true"],
    "tag:Name": ["private-*"],
  }),
  ...filtered("DescribeRouteTables", {
    "route-table-id": [PRIVATE],
    "association.main": ["true"],
    "association.subnet-id": [PUBLIC_A],
    "route.gateway-id": [IGW],
    "route.nat-gateway-id": [NAT],
    "route.destination-cidr-block": ["0.0.0.0/0"],
    "vpc-id": [VPC],
  }),
  ...filtered("DescribeInternetGateways", {
    "internet-gateway-id": [IGW],
    "attachment.vpc-id": [VPC],
    "attachment.state": ["available"],
  }),
  ...filtered("DescribeNatGateways", {
    "nat-gateway-id": [NAT],
    state: ["available"],
    "subnet-id": [PUBLIC_A],
    "vpc-id": [VPC],
  }),
  [
    "ec2",
    "CreateNatGateway",
    { SubnetId: PUBLIC_A, TagSpecifications: [{ ResourceType: "natgateway", Tags: [{ Key: "Name", Value: "mine" }] }] },
  ],
  ["ec2", "CreateNatGateway", { SubnetId: PRIVATE_A, ConnectivityType: "public" }],
  { passMs: 200_000 },
  route("CreateRoute", "1.2.3.4/24", { NatGatewayId: NAT }),
  route("CreateRoute", "1.2.4.0/24", { GatewayId: IGW }),
  route("CreateRoute", "1.2.5.0/24", { GatewayId: NAT }),
  route("CreateRoute", "1.2.5.0/24", { NatGatewayId: IGW }),
  route("CreateRoute", "1.2.5.0/24", { GatewayId: "local" }),
  route("CreateRoute", "1.2.5.0/24", {}),
  route("CreateRoute", "1.2.5.0/24", { GatewayId: "xigw-1" }),
  route("ReplaceRoute", "1.2.3.0/24", { GatewayId: IGW }),
  route("ReplaceRoute", "1.2.9.0/24", { GatewayId: IGW }),
  route("DeleteRoute", "1.2.3.0/24", {}),
  ["ec2", "DescribeRouteTables", { RouteTableIds: [PRIVATE] }],
  ["ec2", "DeleteNatGateway", { NatGatewayId: NAT }],
  ["ec2", "DescribeRouteTables", { RouteTableIds: [PRIVATE] }],
  { passMs: 100_000 },
  ["ec2", "DescribeNatGateways"],
  endpoint("s3", { RouteTableIds: [PRIVATE] }),
  endpoint("ecr.dkr", { VpcEndpointType: "Interface", SubnetIds: [PRIVATE_A], SecurityGroupIds: [GROUP] }),
  endpoint("ecr.api", {
    VpcEndpointType: "Interface",
    SubnetIds: [PRIVATE_A],
    SecurityGroupIds: ["sg-0123456789abcdef0"],
  }),
  endpoint("logs", { VpcEndpointType: "Interface", SubnetIds: [PRIVATE_A], PrivateDnsEnabled: false }),
  endpoint("s3", { RouteTableIds: ["rtb-0123456789abcdef0"] }),
  { passMs: 120_000 },
  ofEndpoint(0, { AddRouteTableIds: [PUBLIC_TABLE, PRIVATE], RemoveRouteTableIds: [PRIVATE] }),
  ofEndpoint(0, { AddRouteTableIds: ["rtb-0123456789abcdef0"] }),
  ofEndpoint(1, { AddSecurityGroupIds: ["sg-0123456789abcdef0"] }),
  ofEndpoint(1, { AddSubnetIds: ["subnet-0ddd1111222233334"], RemoveSecurityGroupIds: [GROUP] }),
  ofEndpoint(1, { AddSecurityGroupIds: [GROUP], RemoveSubnetIds: [PRIVATE_A], PrivateDnsEnabled: false }),
  ["ec2", "DescribeVpcEndpoints"],
  ...filtered("DescribeVpcEndpoints", {
    "vpc-endpoint-type": ["Gateway"],
    "vpc-endpoint-state": ["available"],
    "vpc-id": [VPC],
    "service-name": ["*ecr*"],
  }),
  ["ec2", "DescribeNetworkInterfaces"],
  ["ec2", "DescribeRouteTables"],
  [
    "ec2",
    "DeleteVpcEndpoints",
    (session) => ({ VpcEndpointIds: [...session.tables.vpcEndpoints.keys(), "vpce-0123456789abcdef0"] }),
  ],
  { passMs: 60_000 },
  ["ec2", "DescribeVpcEndpoints"],
  ["ec2", "DescribeSubnets"],
];

const launch = (more: object): Turn => ["ec2", "RunInstances", { ImageId: AMI, MinCount: 1, MaxCount: 1, ...more }];

export const INSTANCES: readonly Turn[] = [
  ["ecs", "CreateCluster"],
  launch({}),
  launch({
    InstanceType: "t3.small",
    MaxCount: 2,
    IamInstanceProfile: { Name: "ecsInstanceRole" },
    TagSpecifications: [
      { ResourceType: "instance", Tags: [{ Key: "Name", Value: "host" }] },
      { ResourceType: "volume", Tags: [{ Key: "no" }] },
    ],
  }),
  launch({ SubnetId: PRIVATE_A, SecurityGroupIds: [GROUP, GROUP] }),
  launch({ SecurityGroups: ["default"] }),
  launch({
    NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: PRIVATE_A, AssociatePublicIpAddress: true, Groups: [GROUP] }],
  }),
  launch({ NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false }] }),
  launch({ NetworkInterfaces: [{ DeviceIndex: 0 }], SecurityGroups: ["default"] }),
  launch({ NetworkInterfaces: [{ DeviceIndex: 0 }], SecurityGroupIds: [GROUP] }),
  launch({ IamInstanceProfile: { Arn: "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole" } }),
  launch({ IamInstanceProfile: { Arn: "arn:aws:iam::123456789012:instance-profile/none" } }),
  launch({ ImageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id" }),
  launch({ UserData: "IyEvYmluL2Jhc2gKZWNobyBFQ1NfQ0xVU1RFUj1kZWZhdWx0ID4+IC9ldGMvZWNzL2Vjcy5jb25maWcK" }),
  { passMs: 5_000 },
  ["ec2", "DescribeInstances", { MaxResults: 2 }],
  { passMs: 200_000 },
  ["ec2", "DescribeInstances"],
  ["ec2", "DescribeNetworkInterfaces"],
  ...filtered("DescribeInstances", {
    "instance-type": ["t3.small"],
    "instance-state-name": ["running"],
    "subnet-id": [PRIVATE_A],
    "vpc-id": [VPC],
    "tag:Name": ["ho*"],
    "tag-key": ["Name"],
    "availability-zone": ["us-east-1b"],
    "image-id": [AMI],
  }),
  ...filtered("DescribeNetworkInterfaces", {
    "interface-type": ["nat_gateway"],
    "group-id": [GROUP],
    "requester-managed": ["true"],
    "subnet-id": [PRIVATE_A],
    "availability-zone": ["us-east-1a"],
  }),
  ["ec2", "StopInstances", withKey("ec2Instances", 0, (key) => ({ InstanceIds: [key] }))],
  { passMs: 1_000 },
  ["ec2", "StopInstances", withKey("ec2Instances", 0, (key) => ({ InstanceIds: [key] }))],
  ["ec2", "StartInstances", withKey("ec2Instances", 0, (key) => ({ InstanceIds: [key] }))],
  { passMs: 100_000 },
  ["ec2", "DescribeInstances", withKey("ec2Instances", 0, (key) => ({ InstanceIds: [key] }))],
  ["ec2", "StartInstances", withKey("ec2Instances", 0, (key) => ({ InstanceIds: [key] }))],
  { passMs: 100_000 },
  ["ec2", "DescribeInstances", withKey("ec2Instances", 0, (key) => ({ InstanceIds: [key] }))],
  ["ec2", "TerminateInstances", withKey("ec2Instances", 1, (key) => ({ InstanceIds: [key] }))],
  { passMs: 100_000 },
  ["ec2", "DescribeInstances", withKey("ec2Instances", 1, (key) => ({ InstanceIds: [key] }))],
  ["ec2", "DescribeInstanceTypes", { InstanceTypes: ["t3.small", "g4dn.xlarge", "t4g.micro"] }],
];

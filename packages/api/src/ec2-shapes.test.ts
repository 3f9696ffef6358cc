/** Everything that the simulator answers for EC2 has a place in AWS's model, with the type that the model gives it. */
import { type ServiceName, Session, serviceOperations } from "@quayside/simulator";
import { expect, test } from "vitest";
import { operationModel, type Shape } from "./model.ts";

const SUBNETS = ["subnet-0ccc1111222233334"];
const GROUP = "sg-0eee1111222233334";

/** Calls that fill a world, and answer something each. */
const CALLS: readonly (readonly [operation: string, input: Record<string, unknown>])[] = [
  [
    "CreateSecurityGroup",
    {
      GroupName: "web",
      Description: "web",
      TagSpecifications: [{ ResourceType: "security-group", Tags: [{ Key: "a", Value: "b" }] }],
    },
  ],
  [
    "AuthorizeSecurityGroupIngress",
    {
      GroupId: GROUP,
      IpPermissions: [
        {
          IpProtocol: "tcp",
          FromPort: 80,
          ToPort: 81,
          IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "us" }],
          PrefixListIds: [{ PrefixListId: "pl-63a5400a" }],
          UserIdGroupPairs: [{ GroupName: "web" }],
        },
      ],
    },
  ],
  [
    "RevokeSecurityGroupIngress",
    {
      GroupId: GROUP,
      IpPermissions: [{ IpProtocol: "tcp", FromPort: 80, ToPort: 81, UserIdGroupPairs: [{ GroupName: "web" }] }],
    },
  ],
  [
    "AuthorizeSecurityGroupEgress",
    {
      GroupId: GROUP,
      IpPermissions: [{ IpProtocol: "udp", FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: "10.0.0.2/32" }] }],
    },
  ],
  [
    "RevokeSecurityGroupEgress",
    {
      GroupId: GROUP,
      IpPermissions: [{ IpProtocol: "udp", FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: "10.0.0.2/32" }] }],
    },
  ],
  ["CreateNatGateway", { SubnetId: "subnet-0aaa1111222233334" }],
  [
    "CreateVpcEndpoint",
    {
      VpcId: "vpc-0a1b2c3d4e5f60718",
      ServiceName: "com.amazonaws.us-east-1.s3",
      RouteTableIds: ["rtb-0ccc1111222233334"],
    },
  ],
  [
    "CreateVpcEndpoint",
    {
      VpcId: "vpc-0a1b2c3d4e5f60718",
      VpcEndpointType: "Interface",
      ServiceName: "com.amazonaws.us-east-1.logs",
      SubnetIds: SUBNETS,
    },
  ],
  [
    "CreateRoute",
    { RouteTableId: "rtb-0ccc1111222233334", DestinationCidrBlock: "192.0.2.0/24", GatewayId: "igw-0f1a2b3c4d5e6f708" },
  ],
  [
    "ReplaceRoute",
    {
      RouteTableId: "rtb-0ccc1111222233334",
      DestinationCidrBlock: "192.0.2.0/24",
      NatGatewayId: "nat-0f1a2b3c4d5e6f708",
    },
  ],
  [
    "RunInstances",
    {
      ImageId: "ami-0ec5a1b2c3d4e5f60",
      MinCount: 1,
      MaxCount: 2,
      IamInstanceProfile: { Name: "ecsInstanceRole" },
      TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: "x" }] }],
    },
  ],
  ["DeleteRoute", { RouteTableId: "rtb-0ccc1111222233334", DestinationCidrBlock: "192.0.2.0/24" }],
  ["DeleteSecurityGroup", { GroupName: "web" }],
  ["DeleteNatGateway", { NatGatewayId: "nat-0f1a2b3c4d5e6f708" }],
  ["DeleteVpcEndpoints", { VpcEndpointIds: ["vpce-0123456789abcdef0"] }],
  ...Object.keys(serviceOperations.ec2)
    .filter((name) => name.startsWith("Describe"))
    .map((name) => [name, {}] as const),
];

/** Values that EC2 gives although its model lists others: in other letters, or as the guides show them. */
const AS_EC2_GIVES_THEM = new Set(["available", "pending", "nat_gateway"]);

/** What an answer holds that its shape does not: paths, or values of another type. */
function strangers(shape: Shape, value: unknown, path: string): string[] {
  if (value === undefined) return [];
  if (shape.type === "structure") {
    return Object.entries(value as object).flatMap(([key, item]) => {
      const member = shape.members.get(key);
      return member === undefined ? [`${path}.${key} is not in the model`] : strangers(member, item, `${path}.${key}`);
    });
  }
  if (shape.type === "list") {
    return (value as unknown[]).flatMap((item, index) => strangers(shape.element as Shape, item, `${path}[${index}]`));
  }
  const wanted = { string: "string", boolean: "boolean" }[shape.type as string] ?? "number";
  const isKnown =
    shape.enum === undefined || shape.enum.includes(value as string) || AS_EC2_GIVES_THEM.has(value as string);
  return typeof value === wanted && isKnown ? [] : [`${path} is ${JSON.stringify(value)}`];
}

function answered(session: Session, operation: string, input: Record<string, unknown>): string[] {
  const outcome = session.call("ec2" as ServiceName, operation, input);
  if (!outcome.ok) return [`${operation}: ${outcome.error.message}`];
  const model = operationModel(operation, "ec2");
  return model === undefined
    ? [`${operation} is not in the model`]
    : strangers(model.output, outcome.output, operation);
}

test("every answer fits its shape, while things come up, run and go", () => {
  const session = Session.start();
  expect(CALLS.flatMap(([operation, input]) => answered(session, operation, input))).toEqual([]);
  session.stepUntilQuiet();
  const describing = CALLS.filter(([operation]) => operation.startsWith("Describe"));
  expect(describing.flatMap(([operation, input]) => answered(session, operation, input))).toEqual([]);
  const InstanceIds = [...session.tables.ec2Instances.keys()];
  for (const operation of ["StopInstances", "TerminateInstances"]) {
    expect(answered(session, operation, { InstanceIds })).toEqual([]);
    session.stepUntilQuiet();
    expect(answered(session, "DescribeInstances", {})).toEqual([]);
  }
});

/** Answers of lab 05/05: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  any,
  connectionTested,
  defineAnswers,
  endpointReached,
  type LabCommand,
  natGatewayReached,
  not,
  PRIVATE_SUBNET,
  PUBLIC_SUBNET,
  refused,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { ENDPOINT_GROUP, failed, SHOP_GROUP } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const VPC = "vpc-0a1b2c3d4e5f60718";
const PRIVATE_ROUTES = "rtb-0ccc1111222233334";
const PUBLIC_ROUTES = "rtb-0aaa1111222233334";

const run = (family: string, subnet: string, more = "", launchType = "FARGATE"): LabCommand => ({
  aws: `aws ecs run-task --task-definition ${family} --launch-type ${launchType} --network-configuration "awsvpcConfiguration={subnets=[${subnet}],securityGroups=[${SHOP_GROUP}]${more}}"`,
});
const connect = (from: string, to: string): LabCommand => ({ aws: `quayside connect ${from} ${to}` });
const endpoint = (service: string, group = ENDPOINT_GROUP): LabCommand => ({
  aws: `aws ec2 create-vpc-endpoint --vpc-id ${VPC} --vpc-endpoint-type Interface --service-name com.amazonaws.us-east-1.${service} --subnet-ids ${PRIVATE_SUBNET} --security-group-ids ${group}`,
});
const s3 = (routeTable = ` --route-table-ids ${PRIVATE_ROUTES}`): LabCommand => ({
  aws: `aws ec2 create-vpc-endpoint --vpc-id ${VPC} --service-name com.amazonaws.us-east-1.s3${routeTable}`,
});
const letIn = (from: string): LabCommand => ({
  aws: `aws ec2 authorize-security-group-ingress --group-id ${ENDPOINT_GROUP} --protocol tcp --port 443 ${from}`,
});
const nat = (subnet: string): LabCommand => ({ aws: `aws ec2 create-nat-gateway --subnet-id ${subnet}` });
const routeToNat: LabCommand = {
  aws: `aws ec2 create-route --route-table-id ${PRIVATE_ROUTES} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $(aws ec2 describe-nat-gateways --query "NatGateways[0].NatGatewayId" --output text)`,
};
/** Longer than an interface endpoint or a NAT gateway takes to become available. */
const SOON: LabCommand = { advanceMs: 120_000 };

const inPublic = [run("shop-api", PUBLIC_SUBNET, ",assignPublicIp=ENABLED"), UNTIL_SETTLED];
const onEc2 = [run("web", PUBLIC_SUBNET, "", "EC2"), UNTIL_SETTLED, connect("web", "internet:443")];
const privately = [run("shop-api", PRIVATE_SUBNET), UNTIL_SETTLED];
const opened = letIn(`--source-group ${SHOP_GROUP}`);
const door = [endpoint("ecr.api"), SOON, connect("probe", "ecr.api"), opened, connect("probe", "ecr.api")];
const hub = [run("web", PRIVATE_SUBNET), UNTIL_SETTLED];
const throughNat = [nat(PUBLIC_SUBNET), SOON, routeToNat, run("web", PRIVATE_SUBNET), UNTIL_SETTLED];
const noRegistryAuth = failed("ecr.no-route");
const noLayers = failed("pull.layers-no-route");
/** Everything that shop-api needs, and what was left out. */
const allBut = (...missing: readonly string[]): LabCommand[] => [
  opened,
  ...["ecr.api", "ecr.dkr", "secretsmanager", "logs"]
    .filter((service) => !missing.includes(service))
    .map((service) => endpoint(service)),
  ...(missing.includes("s3") ? [] : [s3()]),
  SOON,
];

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    ...inPublic,
    ...onEc2,
    ...privately,
    ...door,
    ...privately,
    endpoint("secretsmanager"),
    SOON,
    ...privately,
    endpoint("ecr.dkr"),
    SOON,
    ...privately,
    s3(),
    ...privately,
    endpoint("logs"),
    SOON,
    ...privately,
    ...hub,
    ...throughNat,
  ],
  exercise: [endpoint("ssm"), SOON, connect("probe", "ssm")],
  routes: [
    [
      ...hub,
      ...privately,
      letIn("--cidr 10.0.0.0/16"),
      ...["ecr.api", "ecr.dkr", "secretsmanager", "logs"].map((service) => endpoint(service)),
      s3(` --route-table-ids ${PRIVATE_ROUTES} ${PUBLIC_ROUTES}`),
      SOON,
      ...privately,
      connect("probe", "api.ecr.us-east-1.amazonaws.com"),
      ...onEc2,
      ...throughNat,
      ...inPublic,
    ],
    [
      ...onEc2,
      ...privately,
      ...hub,
      ...allBut(),
      connect("probe", "ecr.api"),
      ...privately,
      nat("subnet-0bbb1111222233334"),
      routeToNat,
      SOON,
      run("web", "subnet-0ddd1111222233334"),
      UNTIL_SETTLED,
      ...inPublic,
    ],
  ],
  mistakes: [
    {
      id: "no-public-ip",
      commands: [run("shop-api", PUBLIC_SUBNET), UNTIL_SETTLED],
      fails: "public",
      seen: taskStopped({ family: "shop-api", started: false, assignPublicIp: false, subnetId: PUBLIC_SUBNET }),
    },
    {
      id: "public-address-on-ec2",
      commands: [run("web", PUBLIC_SUBNET, ",assignPublicIp=ENABLED", "EC2")],
      fails: "cut-off",
      seen: refused({ operation: "RunTask", id: "network.public-address" }),
    },
    {
      id: "public-address-in-private-subnet",
      commands: [run("shop-api", PRIVATE_SUBNET, ",assignPublicIp=ENABLED"), UNTIL_SETTLED],
      fails: "endpoints",
      seen: taskStopped({ family: "shop-api", started: false, assignPublicIp: true, subnetId: PRIVATE_SUBNET }),
    },
    {
      id: "closed-door",
      commands: [endpoint("ecr.api"), SOON, connect("probe", "ecr.api")],
      fails: "door",
      seen: all(
        endpointReached({ service: "ecr.api", securityGroup: ENDPOINT_GROUP }),
        connectionTested({ caller: { family: "probe" }, reaches: false, why: "no-rule" }),
      ),
    },
    {
      id: "without-ecr-api",
      commands: [...allBut("ecr.api"), ...privately],
      fails: "endpoints",
      seen: all(endpointReached({ service: "ecr.dkr" }), not(endpointReached({ service: "ecr.api" })), noRegistryAuth),
    },
    {
      id: "s3-in-no-table",
      commands: [...allBut("s3"), s3(""), ...privately],
      fails: "endpoints",
      seen: all(endpointReached({ service: "s3", routeTableId: null }), noLayers),
    },
    {
      id: "s3-in-the-other-table",
      commands: [...allBut("s3"), s3(` --route-table-ids ${PUBLIC_ROUTES}`), ...privately],
      fails: "endpoints",
      seen: all(
        endpointReached({ service: "s3", routeTableId: PUBLIC_ROUTES }),
        not(endpointReached({ service: "s3", routeTableId: PRIVATE_ROUTES })),
        noLayers,
      ),
    },
    {
      id: "without-logs",
      commands: [...allBut("logs"), ...privately],
      fails: "endpoints",
      seen: failed("logs.no-route"),
    },
    {
      id: "nat-in-the-private-subnet",
      commands: [nat(PRIVATE_SUBNET), SOON, routeToNat, ...hub],
      fails: "nat",
      seen: any(
        natGatewayReached({ subnetId: PRIVATE_SUBNET }),
        natGatewayReached({ subnetId: "subnet-0ddd1111222233334" }),
      ),
    },
    {
      id: "nat-without-a-route",
      commands: [nat(PUBLIC_SUBNET), SOON, ...hub],
      fails: "nat",
      seen: all(
        natGatewayReached({ subnetId: PUBLIC_SUBNET, routed: false }),
        taskStopped({ family: "web", started: false }),
      ),
    },
  ],
});

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
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { ENDPOINT_GROUP, failed, SHOP_GROUP } from "./lab.ts";

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

export default defineAnswers({
  hints: [
    text(
      "Which service of AWS is named in stoppedReason, and does the route table of the subnet have a line that leads there?",
      "stoppedReason nhắc tới dịch vụ nào của AWS, và bảng route của subnet có dòng nào dẫn tới đó không?",
    ),
    text(
      "Look at the host name in the message: api.ecr is ecr.api, ...dkr.ecr is ecr.dkr, starport-layer-bucket is s3. An interface endpoint has security groups, and quayside connect probe SERVICE shows which one lets nobody in. The gateway endpoint of s3 is a line in a route table.",
      "Hãy nhìn host name trong thông báo: api.ecr là ecr.api, ...dkr.ecr là ecr.dkr, starport-layer-bucket là s3. Interface endpoint có security group, và quayside connect probe DỊCH_VỤ cho thấy group nào không cho ai vào. Gateway endpoint của s3 là một dòng trong bảng route.",
    ),
    text(
      `Interface endpoints for ecr.api, ecr.dkr, secretsmanager and logs with the group ${ENDPOINT_GROUP}, which must let port 443 in from ${SHOP_GROUP}; for s3 --route-table-ids ${PRIVATE_ROUTES}. The NAT gateway stands in ${PUBLIC_SUBNET}.`,
      `Interface endpoint cho ecr.api, ecr.dkr, secretsmanager và logs với group ${ENDPOINT_GROUP}, group này phải cho port 443 vào từ ${SHOP_GROUP}; với s3 là --route-table-ids ${PRIVATE_ROUTES}. NAT gateway đứng trong ${PUBLIC_SUBNET}.`,
    ),
  ],
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
      feedback: text(
        "The internet gateway of a public subnet serves only interfaces that have a public address, and this task has none. The API's default is DISABLED.",
        "Internet gateway của subnet công khai chỉ phục vụ những interface có địa chỉ công khai, mà task này không có. Giá trị mặc định của API là DISABLED.",
      ),
    },
    {
      id: "public-address-on-ec2",
      commands: [run("web", PUBLIC_SUBNET, ",assignPublicIp=ENABLED", "EC2")],
      fails: "cut-off",
      seen: refused({ operation: "RunTask", id: "network.public-address" }),
      feedback: text(
        "A task on EC2 never gets a public address of its own, and AWS refuses the call. Leave assignPublicIp out, and see what that means for the way out.",
        "Task trên EC2 không bao giờ có địa chỉ công khai riêng, nên AWS từ chối lời gọi. Hãy bỏ assignPublicIp ra, rồi xem điều đó có nghĩa gì với lối ra.",
      ),
    },
    {
      id: "public-address-in-private-subnet",
      commands: [run("shop-api", PRIVATE_SUBNET, ",assignPublicIp=ENABLED"), UNTIL_SETTLED],
      fails: "endpoints",
      seen: taskStopped({ family: "shop-api", started: false, assignPublicIp: true, subnetId: PRIVATE_SUBNET }),
      feedback: text(
        "The task had a public address, and no use for it: the route table of a private subnet has no line that leads to the internet gateway. What makes a subnet public is its route, not the address.",
        "Task có địa chỉ công khai nhưng chẳng dùng được: bảng route của subnet riêng không có dòng nào dẫn tới internet gateway. Subnet công khai hay không là do route, không phải do địa chỉ.",
      ),
    },
    {
      id: "closed-door",
      commands: [endpoint("ecr.api"), SOON, connect("probe", "ecr.api")],
      fails: "door",
      seen: all(
        endpointReached({ service: "ecr.api", securityGroup: ENDPOINT_GROUP }),
        connectionTested({ caller: { family: "probe" }, reaches: false, why: "no-rule" }),
      ),
      feedback: text(
        "The name leads to the endpoint now, but the endpoint's security group lets nobody in. It needs a rule for port 443 from those who call: the group of the tasks, or the block of their subnet.",
        "Tên miền đã dẫn tới endpoint, nhưng security group của endpoint không cho ai vào. Nó cần một luật cho port 443 từ những ai gọi: group của các task, hoặc dải địa chỉ của subnet chứa chúng.",
      ),
    },
    {
      id: "without-ecr-api",
      commands: [...allBut("ecr.api"), ...privately],
      fails: "endpoints",
      seen: all(endpointReached({ service: "ecr.dkr" }), not(endpointReached({ service: "ecr.api" })), noRegistryAuth),
      feedback: text(
        "There is an endpoint for ecr.dkr and none for ecr.api. Before the image comes the token that opens the registry, and since platform version 1.4.0 the task asks for it through its own interface.",
        "Có endpoint cho ecr.dkr mà không có cho ecr.api. Trước image là token mở cửa registry, và từ platform version 1.4.0 task xin token qua chính interface của nó.",
      ),
    },
    {
      id: "s3-in-no-table",
      commands: [...allBut("s3"), s3(""), ...privately],
      fails: "endpoints",
      seen: all(endpointReached({ service: "s3", routeTableId: null }), noLayers),
      feedback: text(
        "The endpoint of s3 is in no route table, so no packet ever takes it. A gateway endpoint is nothing but a line in the tables that you name.",
        "Endpoint của s3 không nằm trong bảng route nào, nên không gói tin nào đi qua nó. Gateway endpoint chẳng qua là một dòng trong các bảng mà bạn nêu.",
      ),
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
      feedback: text(
        "The endpoint of s3 is in the table of the public subnets. The task follows the table of its own subnet. describe-route-tables shows which subnet follows which.",
        "Endpoint của s3 nằm trong bảng của các subnet công khai. Task đi theo bảng của subnet chứa nó. describe-route-tables cho thấy subnet nào theo bảng nào.",
      ),
    },
    {
      id: "without-logs",
      commands: [...allBut("logs"), ...privately],
      fails: "endpoints",
      seen: failed("logs.no-route"),
      feedback: text(
        "The image is there, and the task still does not start: the log driver opens its stream before the container runs. The message asks for the log group, but the group exists. What is missing is the way to CloudWatch Logs.",
        "Image đã có mà task vẫn không khởi động: log driver mở stream trước khi container chạy. Thông báo nhắc tới log group, nhưng group đó có sẵn. Cái thiếu là đường tới CloudWatch Logs.",
      ),
    },
    {
      id: "nat-in-the-private-subnet",
      commands: [nat(PRIVATE_SUBNET), SOON, routeToNat, ...hub],
      fails: "nat",
      seen: any(
        natGatewayReached({ subnetId: PRIVATE_SUBNET }),
        natGatewayReached({ subnetId: "subnet-0ddd1111222233334" }),
      ),
      feedback: text(
        "The NAT gateway stands in a private subnet, so it has no way to the internet itself. It belongs into a public subnet, and the route to it into the private table.",
        "NAT gateway đứng trong subnet riêng nên chính nó cũng không có đường ra internet. Nó phải đứng trong subnet công khai, còn route dẫn tới nó nằm trong bảng riêng.",
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
      feedback: text(
        "The NAT gateway is available, but no route leads to it. The private route table needs a line for 0.0.0.0/0.",
        "NAT gateway đã available, nhưng không route nào dẫn tới nó. Bảng route riêng cần một dòng cho 0.0.0.0/0.",
      ),
    },
  ],
});

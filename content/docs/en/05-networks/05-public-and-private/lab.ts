/**
 * Lab 05/05: ways out of a subnet. A public address, none at all, VPC endpoints one after the other, a NAT gateway.
 * Long, because each way that stays closed is a mistake of its own, with its commands and its words.
 */
import {
  all,
  any,
  connectionTested,
  defineLab,
  jsonFile,
  NO_WAY_OUT,
  PRIVATE_SUBNET,
  taskRanBy,
  taskReached,
  taskStopped,
  text,
  type Why,
} from "@quayside/grader";

export const SHOP_GROUP = "sg-0aaa5555666677778";
export const ENDPOINT_GROUP = "sg-0eee5555666677778";

const shopApi = {
  family: "shop-api",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/shopExecutionRole",
  containerDefinitions: [
    {
      name: "api",
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0",
      essential: true,
      portMappings: [{ containerPort: 8080, protocol: "tcp" }],
      secrets: [
        {
          name: "DB_PASSWORD",
          valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe:password::",
        },
      ],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": "/ecs/shop-api",
          "awslogs-region": "us-east-1",
          "awslogs-stream-prefix": "shop",
        },
      },
    },
  ],
};

/** An image from Docker Hub, on Fargate and on EC2. */
const fromHub = (family: string) => ({
  family,
  requiresCompatibilities: ["FARGATE", "EC2"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: family, image: "nginx:1.29", essential: true, portMappings: [{ containerPort: 80 }] }],
});

export const failed = (why: Why) => taskStopped({ family: "shop-api", started: false, why });

export default defineLab({
  id: "05/05",
  seed: 55,
  title: text("Ways out", "Những lối ra"),
  scenario: {
    id: "private-without-a-way-out",
    title: "Private subnets without a way out, one container instance in a public one, and a probe",
    network: {
      natGateway: false,
      securityGroups: [
        { groupId: SHOP_GROUP, groupName: "shop" },
        { groupId: ENDPOINT_GROUP, groupName: "endpoints" },
      ],
    },
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "logs", operation: "CreateLogGroup", input: { logGroupName: "/ecs/shop-api" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { subnets: ["public-a"] } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: shopApi },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fromHub("web") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fromHub("probe") },
      {
        service: "ecs",
        operation: "RunTask",
        input: {
          taskDefinition: "probe",
          launchType: "EC2",
          networkConfiguration: { awsvpcConfiguration: { subnets: [PRIVATE_SUBNET], securityGroups: [SHOP_GROUP] } },
        },
      },
    ],
  },
  files: [jsonFile("shop-api.json", shopApi)],
  goal: text(
    "Run shop-api on Fargate in a public subnet with a public address. Run web on EC2 in the same subnet and show that it has no internet. Run shop-api in the private subnet and read why it fails. Show that probe reaches ecr.api through an endpoint, and add endpoints until shop-api runs there without any way to the internet. Then see web from Docker Hub fail in that subnet, and bring it to RUNNING on Fargate through a NAT gateway.",
    "Chạy shop-api trên Fargate trong subnet công khai với địa chỉ công khai. Chạy web trên EC2 trong cùng subnet và cho thấy nó không có internet. Chạy shop-api trong subnet riêng và đọc xem vì sao nó hỏng. Cho thấy probe tới được ecr.api qua một endpoint, rồi thêm endpoint cho tới khi shop-api chạy được ở đó mà không có đường nào ra internet. Sau đó xem web từ Docker Hub hỏng trong subnet ấy, và đưa nó tới RUNNING trên Fargate qua NAT gateway.",
  ),
  checks: [
    {
      id: "public",
      title: text("shop-api ran with a public address", "shop-api đã chạy với địa chỉ công khai"),
      test: taskRanBy({ family: "shop-api", wayOut: "public-address" }),
    },
    {
      id: "cut-off",
      title: text(
        "On EC2, web runs in a public subnet without internet",
        "Trên EC2, web chạy trong subnet công khai mà không có internet",
      ),
      test: all(
        taskReached({ family: "web", status: "RUNNING" }),
        connectionTested({ caller: { family: "web" }, to: "internet", reaches: false, why: "no-public-address" }),
      ),
    },
    {
      id: "stuck",
      title: text(
        "shop-api found no way out of the private subnet",
        "shop-api không tìm được lối ra khỏi subnet riêng",
      ),
      test: failed(NO_WAY_OUT),
    },
    {
      id: "door",
      title: text("probe reaches ecr.api through an endpoint", "probe tới được ecr.api qua một endpoint"),
      test: any(
        ...["ecr.api", "com.amazonaws.us-east-1.ecr.api", "api.ecr.us-east-1.amazonaws.com"].map((to) =>
          connectionTested({ caller: { family: "probe" }, to, reaches: true, why: "interface" }),
        ),
      ),
    },
    {
      id: "endpoints",
      title: text("shop-api ran without any way to the internet", "shop-api đã chạy mà không có đường ra internet"),
      test: taskRanBy({ family: "shop-api", wayOut: "endpoints" }),
    },
    {
      id: "hub",
      title: text("Docker Hub was out of reach", "Không tới được Docker Hub"),
      test: taskStopped({ family: "web", started: false, why: "pull.no-route" }),
    },
    {
      id: "nat",
      title: text("web ran through a NAT gateway", "web đã chạy qua NAT gateway"),
      test: taskRanBy({ family: "web", wayOut: "nat-gateway" }),
    },
  ],
});

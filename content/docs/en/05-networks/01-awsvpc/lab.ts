/** Lab 05/01: a task with a network interface of its own: localhost inside, a security group around, slots on its machine. */
import {
  all,
  connectionTested,
  defineLab,
  jsonFile,
  placementFailed,
  taskReached,
  tasksLie,
  text,
} from "@quayside/grader";

export const SHOP_GROUP = "sg-0aaa5555666677778";
const VISITOR_GROUP = "sg-0bbb5555666677778";
const OTHER_SUBNET = "subnet-0ddd1111222233334";

const shop = {
  family: "shop",
  requiresCompatibilities: ["EC2"],
  networkMode: "awsvpc",
  containerDefinitions: [
    {
      name: "web",
      image: "nginx:1.29",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 80, protocol: "tcp" }],
    },
    {
      name: "cache",
      image: "quayside/cache:1",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 6379, protocol: "tcp" }],
    },
  ],
};

const visitor = {
  family: "visitor",
  requiresCompatibilities: ["EC2"],
  networkMode: "awsvpc",
  containerDefinitions: [{ name: "visitor", image: "nginx:1.29", essential: true, memory: 256 }],
};

export default defineLab({
  id: "05/01",
  seed: 51,
  title: text("A task with its own interface", "Task có interface riêng"),
  scenario: {
    id: "shop-and-visitor",
    title: "Two container instances, and a visitor who wants to reach the shop",
    network: {
      securityGroups: [
        {
          groupId: SHOP_GROUP,
          groupName: "shop",
          ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, peer: VISITOR_GROUP }],
        },
        { groupId: VISITOR_GROUP, groupName: "visitor" },
      ],
    },
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: shop },
      { service: "ecs", operation: "RegisterTaskDefinition", input: visitor },
      {
        service: "ecs",
        operation: "RunTask",
        input: {
          taskDefinition: "visitor",
          launchType: "EC2",
          networkConfiguration: {
            awsvpcConfiguration: { subnets: [OTHER_SUBNET], securityGroups: [VISITOR_GROUP] },
          },
        },
      },
    ],
  },
  files: [jsonFile("shop.json", shop)],
  goal: text(
    "Run the task shop in the private subnet with the security group shop. Show that web reaches cache on localhost, that the visitor reaches web but the machine itself does not, and that web gets out. Then run a second copy on the same machine, and find out why a third one has no place.",
    "Chạy task shop trong subnet riêng với security group shop. Cho thấy web tới được cache qua localhost, visitor tới được web còn chính cái máy thì không, và web ra được bên ngoài. Sau đó chạy bản thứ hai trên cùng máy, và tìm xem vì sao bản thứ ba không có chỗ.",
  ),
  checks: [
    {
      id: "address",
      title: text("A task of shop runs", "Một task của shop chạy"),
      test: taskReached({ family: "shop", status: "RUNNING" }),
    },
    {
      id: "localhost",
      title: text("web reaches cache on localhost", "web tới được cache qua localhost"),
      test: connectionTested({
        caller: { family: "shop" },
        to: "localhost",
        port: 6379,
        reaches: true,
        answeredBy: "cache",
      }),
    },
    {
      id: "group",
      title: text("The visitor gets in, the machine does not", "Visitor vào được, máy thì không"),
      test: all(
        connectionTested({ caller: { family: "visitor" }, port: 80, reaches: true, answeredBy: "web" }),
        connectionTested({ caller: "instance", port: 80, reaches: false, why: "no-rule" }),
      ),
    },
    {
      id: "out",
      title: text("web reaches the internet through NAT", "web ra internet qua NAT"),
      test: connectionTested({ caller: { family: "shop" }, to: "internet", reaches: true }),
    },
    {
      id: "twice",
      title: text("Two tasks with port 80 on one machine", "Hai task cùng port 80 trên một máy"),
      test: tasksLie({ family: "shop", perInstance: [2] }),
    },
    {
      id: "slots",
      title: text("A third one finds no interface", "Bản thứ ba không còn interface"),
      test: placementFailed({ reason: "RESOURCE:ENI" }),
    },
  ],
});

/** Lab 05/01: a task with a network interface of its own: localhost inside, a security group around, slots on its machine. */
import {
  all,
  connectionTested,
  defineLab,
  jsonFile,
  PRIVATE_SUBNET,
  placementFailed,
  refused,
  stopTask,
  taskReached,
  tasksLie,
  taskToldToStop,
  text,
  UNTIL_QUIET,
} from "@quayside/grader";

const SHOP_GROUP = "sg-0aaa5555666677778";
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

const run = (options = `,securityGroups=[${SHOP_GROUP}]`, more = "") => ({
  aws: `aws ecs run-task --task-definition shop --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]${options}}"${more}`,
});
const connect = (from: string, to: string) => ({ aws: `quayside connect ${from} ${to}` });
const MACHINE = "10.0.10.4";
/** The cache answers twelve seconds after its start. */
const READY = { advanceMs: 30_000 };

const inside = connect("web", "localhost:6379");
const visits = connect("visitor", "web:80");
const machineTries = connect(MACHINE, "web:80");
const out = connect("web", "internet:443");
const first = [run(), READY, inside, visits, machineTries, out];

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
  hints: [
    text(
      "Who owns the address at which web answers: the container, the task or the machine?",
      "Địa chỉ mà web trả lời thuộc về ai: container, task hay máy?",
    ),
    text(
      "quayside connect FROM TO:PORT tests a connection. FROM may be the name of a container (web, visitor) or a container instance. For the third copy read failures in the answer of run-task.",
      "quayside connect TỪ ĐẾN:PORT thử một kết nối. TỪ có thể là tên container (web, visitor) hoặc một container instance. Với bản thứ ba, hãy đọc failures trong câu trả lời của run-task.",
    ),
    text(
      `aws ecs run-task --task-definition shop --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}],securityGroups=[...]}"; then quayside connect web localhost:...`,
      `aws ecs run-task --task-definition shop --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}],securityGroups=[...]}"; rồi quayside connect web localhost:...`,
    ),
  ],
  solution: [...first, run(), UNTIL_QUIET, run()],
  routes: [
    [run(undefined, " --count 3"), READY, stopTask("shop"), { advanceMs: 90_000 }, inside, visits, machineTries, out],
    [
      run(),
      READY,
      inside,
      connect("visitor", "shop:80"),
      connect(MACHINE, "shop:80"),
      connect("cache", "internet:443"),
      run(undefined, " --count 2"),
      UNTIL_QUIET,
    ],
  ],
  mistakes: [
    {
      id: "no-network",
      commands: [{ aws: "aws ecs run-task --task-definition shop --launch-type EC2" }],
      fails: "address",
      seen: refused({ operation: "RunTask", message: /network configuration/i }),
      feedback: text(
        "In awsvpc mode the task gets an interface, and ECS must know in which subnet. On EC2 as on Fargate, that is the network configuration of the call.",
        "Ở chế độ awsvpc, task được cấp một interface và ECS phải biết tạo nó trong subnet nào. Trên EC2 cũng như Fargate, đó là network configuration của lời gọi.",
      ),
    },
    {
      id: "public-address",
      commands: [run(`,securityGroups=[${SHOP_GROUP}],assignPublicIp=ENABLED`)],
      fails: "address",
      seen: refused({ operation: "RunTask", message: /public IP/i }),
      feedback: text(
        "Tasks on EC2 never get a public address of their own. Leave assignPublicIp out: this subnet has a NAT gateway for the way out.",
        "Task trên EC2 không bao giờ có địa chỉ công khai riêng. Hãy bỏ assignPublicIp: subnet này có NAT gateway để đi ra.",
      ),
    },
    {
      id: "on-fargate",
      commands: [
        {
          aws: `aws ecs run-task --task-definition shop --launch-type FARGATE --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]}"`,
        },
      ],
      fails: "address",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
      feedback: text(
        "awsvpc is the only mode of Fargate, but not the other way round: this definition is for EC2, and so is this lesson.",
        "awsvpc là chế độ duy nhất của Fargate, nhưng không có chiều ngược lại: definition này dành cho EC2, và bài này cũng vậy.",
      ),
    },
    {
      id: "by-name",
      commands: [run(), READY, connect("web", "cache:6379")],
      fails: "localhost",
      seen: connectionTested({ caller: { family: "shop" }, to: "cache", reaches: true }),
      feedback: text(
        "The packet arrived, but only because this tool knows the container by its name. A program in web has no such name to call: in awsvpc mode there are no links. What address do both containers share?",
        "Gói tin tới nơi, nhưng chỉ vì công cụ này biết tên container. Chương trình trong web không có cái tên nào như thế để gọi: awsvpc không có link. Hai container dùng chung địa chỉ nào?",
      ),
    },
    {
      id: "too-early",
      commands: [run(), { advanceMs: 20_000 }, inside],
      fails: "localhost",
      seen: connectionTested({ to: "localhost", port: 6379, reaches: false }),
      feedback: text(
        "localhost is right, but the cache was not ready: it fills itself for twelve seconds after its start. Let some time pass and try again.",
        "localhost là đúng, nhưng cache chưa sẵn sàng: nó tự nạp trong mười hai giây sau khi khởi động. Hãy để thời gian trôi một chút rồi thử lại.",
      ),
    },
    {
      id: "default-group",
      commands: [run(""), READY, visits],
      fails: "group",
      seen: connectionTested({ caller: { family: "visitor" }, port: 80, reaches: false, why: "no-rule" }),
      feedback: text(
        "The task stands behind the VPC's default group, because the call named none: it lets in its own members only, and the machines are members. Run the task with the group shop.",
        "Task đứng sau group mặc định của VPC vì lời gọi không nêu group nào: group đó chỉ cho thành viên của nó vào, và các máy là thành viên. Hãy chạy task với group shop.",
      ),
    },
    {
      id: "made-room",
      commands: [run(), READY, stopTask("shop"), { advanceMs: 60_000 }, run(), UNTIL_QUIET],
      fails: "twice",
      seen: all(taskToldToStop({ family: "shop" }), tasksLie({ family: "shop", tasks: 1 })),
      feedback: text(
        "You stopped the first copy before you ran the second one. Both have port 80, but not the same address: let them run side by side.",
        "Bạn đã dừng bản đầu trước khi chạy bản thứ hai. Cả hai đều dùng port 80 nhưng không chung địa chỉ: hãy để chúng chạy song song.",
      ),
    },
  ],
});

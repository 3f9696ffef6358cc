/** Answers of lab 05/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  connectionTested,
  defineAnswers,
  PRIVATE_SUBNET,
  refused,
  stopTask,
  tasksLie,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { SHOP_GROUP } from "./lab.ts";

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

export default defineAnswers({
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
  solution: [...first, run(), UNTIL_SETTLED, run()],
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
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "no-network",
      commands: [{ aws: "aws ecs run-task --task-definition shop --launch-type EC2" }],
      fails: "address",
      seen: refused({ operation: "RunTask", id: "network.missing" }),
      feedback: text(
        "In awsvpc mode the task gets an interface, and ECS must know in which subnet. On EC2 as on Fargate, that is the network configuration of the call.",
        "Ở chế độ awsvpc, task được cấp một interface và ECS phải biết tạo nó trong subnet nào. Trên EC2 cũng như Fargate, đó là network configuration của lời gọi.",
      ),
    },
    {
      id: "public-address",
      commands: [run(`,securityGroups=[${SHOP_GROUP}],assignPublicIp=ENABLED`)],
      fails: "address",
      seen: refused({ operation: "RunTask", id: "network.public-address" }),
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
      commands: [run(), READY, stopTask("shop"), { advanceMs: 60_000 }, run(), UNTIL_SETTLED],
      fails: "twice",
      seen: all(taskToldToStop({ family: "shop" }), tasksLie({ family: "shop", tasks: 1 })),
      feedback: text(
        "You stopped the first copy before you ran the second one. Both have port 80, but not the same address: let them run side by side.",
        "Bạn đã dừng bản đầu trước khi chạy bản thứ hai. Cả hai đều dùng port 80 nhưng không chung địa chỉ: hãy để chúng chạy song song.",
      ),
    },
  ],
});

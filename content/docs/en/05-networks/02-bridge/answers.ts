/** Answers of lab 05/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  connectionTested,
  defineAnswers,
  placeTasks,
  refused,
  runningTask,
  stopTask,
  tasksLie,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";

const MACHINE = "10.0.10.4";
const OTHER = "10.0.11.4";
const connect = (from: string, to: string) => ({ aws: `quayside connect ${from} ${to}` });
const onMachine = (command: string) => ({ aws: `ssh ec2-user@${MACHINE} ${command}` });
const runtimeId = `$(aws ecs describe-tasks --tasks ${runningTask("web")} --query "tasks[0].containers[0].runtimeId" --output text)`;
/** The cache answers twelve seconds after its start. */
const READY = { advanceMs: 30_000 };

const three = placeTasks({ family: "web", count: 3, strategies: ["type=binpack,field=memory"] });
const published = connect(OTHER, `${MACHINE}:32768`);
const unpublished = connect(OTHER, `${MACHINE}:80`);
const stopByHand = onMachine(`docker stop ${runtimeId}`);
const pairRuns = placeTasks({ family: "pair", strategies: ["type=binpack,field=memory"] });
const localhost = connect("app", "localhost:6379");
const link = connect("app", "cache:6379");
const collide = placeTasks({ family: "fixed", count: 3 });

export default defineAnswers({
  hints: [
    text(
      "Three programs listen on port 80, and the machine has only one port 80. Where do the two meet?",
      "Ba chương trình cùng nghe ở port 80, mà máy chỉ có một port 80. Hai phía gặp nhau ở đâu?",
    ),
    text(
      "networkBindings in describe-tasks, docker ps and ss on the machine all show the host ports. A container's runtimeId in describe-tasks is its id in Docker.",
      "networkBindings trong describe-tasks, docker ps và ss trên máy đều cho thấy host port. runtimeId của container trong describe-tasks chính là id trong Docker.",
    ),
    text(
      "aws ecs run-task --task-definition web --launch-type EC2 --count 3 --placement-strategy type=binpack,field=memory; then ssh ec2-user@INSTANCE docker ps; then quayside connect OTHER-INSTANCE INSTANCE:PORT",
      "aws ecs run-task --task-definition web --launch-type EC2 --count 3 --placement-strategy type=binpack,field=memory; rồi ssh ec2-user@INSTANCE docker ps; rồi quayside connect INSTANCE-KIA INSTANCE:PORT",
    ),
  ],
  solution: [
    three,
    READY,
    onMachine("docker ps"),
    published,
    unpublished,
    stopByHand,
    UNTIL_SETTLED,
    pairRuns,
    READY,
    localhost,
    link,
    collide,
    UNTIL_SETTLED,
  ],
  routes: [
    [
      placeTasks({ family: "fixed", count: 10 }),
      pairRuns,
      READY,
      localhost,
      link,
      placeTasks({ family: "web", count: 6 }),
      READY,
      onMachine("curl localhost:32768"),
      connect(OTHER, "localhost:80"),
      stopTask("fixed"),
      stopTask("fixed"),
      UNTIL_SETTLED,
      unpublished,
      onMachine(
        `docker kill $(aws ecs describe-tasks --tasks $(aws ecs list-tasks --family web --container-instance $(aws ecs list-container-instances --query "containerInstanceArns[0]" --output text) --query "taskArns[0]" --output text) --query "tasks[0].containers[0].runtimeId" --output text)`,
      ),
      UNTIL_SETTLED,
    ],
    [
      placeTasks({ family: "web", count: 5, strategies: ["type=spread,field=instanceId"] }),
      READY,
      published,
      unpublished,
      connect("internet", `${MACHINE}:80`),
      { aws: `ssh ${MACHINE} docker stop -t 1 ${runtimeId}` },
      UNTIL_SETTLED,
      pairRuns,
      READY,
      link,
      localhost,
      placeTasks({ family: "fixed" }),
      placeTasks({ family: "fixed" }),
      placeTasks({ family: "fixed" }),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "spread-out",
      commands: [placeTasks({ family: "web", count: 3, strategies: ["type=spread,field=instanceId"] }), READY],
      fails: "dynamic",
      seen: tasksLie({ family: "web", perInstance: [2, 1] }),
      feedback: text(
        "Three copies run, but on two machines. Ask for one machine: binpack fills one before it takes the next.",
        "Ba bản đang chạy, nhưng trên hai máy. Hãy yêu cầu một máy: binpack lấp đầy một máy rồi mới sang máy khác.",
      ),
    },
    {
      id: "with-a-subnet",
      commands: [
        {
          aws: 'aws ecs run-task --task-definition web --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334]}"',
        },
      ],
      fails: "dynamic",
      seen: refused({ operation: "RunTask", id: "network.unwanted" }),
      feedback: text(
        "A task in bridge mode has no interface that a subnet could be chosen for. It stands where its machine stands. Leave the network configuration out.",
        "Task ở chế độ bridge không có interface nào để chọn subnet. Nó đứng ở nơi máy của nó đứng. Hãy bỏ network configuration.",
      ),
    },
    {
      id: "only-port-80",
      commands: [three, READY, unpublished],
      fails: "outside",
      seen: connectionTested({ caller: "instance", port: 80, reaches: false }),
      feedback: text(
        "80 is the port inside of the container, and nobody outside can call it. Look for the port of the machine that leads there.",
        "80 là port bên trong container, và không ai ở ngoài gọi được. Hãy tìm port của máy dẫn tới đó.",
      ),
    },
    {
      id: "stopped-by-ecs",
      commands: [three, READY, stopTask("web"), UNTIL_SETTLED],
      fails: "by-hand",
      seen: taskToldToStop({ family: "web", stopCode: "UserInitiated" }),
      feedback: text(
        "You asked ECS to stop the task. This time go behind its back: stop the container on the machine, and see what ECS makes of it.",
        "Bạn đã nhờ ECS dừng task. Lần này hãy làm sau lưng nó: dừng container ngay trên máy, và xem ECS xử lý ra sao.",
      ),
    },
    {
      id: "own-port",
      commands: [pairRuns, READY, connect("app", "localhost:80")],
      fails: "alone",
      seen: connectionTested({ caller: { family: "pair" }, to: "localhost", port: 80, reaches: true }),
      feedback: text(
        "That is app itself, on its own port. The cache listens on 6379: is it there, too?",
        "Đó chính là app, trên port của nó. Cache nghe ở 6379: nó có ở đó không?",
      ),
    },
    {
      id: "outside-again",
      commands: [pairRuns, READY, connect(OTHER, "cache:6379")],
      fails: "link",
      seen: connectionTested({ caller: "instance", port: 6379, reaches: false }),
      feedback: text(
        "You called from the other machine, and the cache has published nothing. Call from app, which shares docker0 with it.",
        "Bạn đã gọi từ máy kia, mà cache không publish gì cả. Hãy gọi từ app, nơi cùng chung docker0 với nó.",
      ),
    },
    {
      id: "two-fit",
      commands: [placeTasks({ family: "fixed", count: 2 }), UNTIL_SETTLED],
      fails: "static",
      seen: tasksLie({ family: "fixed", perInstance: [1, 1] }),
      feedback: text(
        "Two machines have a port 80 each, so two copies fit. What about one more?",
        "Hai máy, mỗi máy có một port 80, nên hai bản vừa đủ chỗ. Thêm một bản nữa thì sao?",
      ),
    },
  ],
});

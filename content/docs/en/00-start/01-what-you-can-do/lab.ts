/** Lab 00/01: a tour. A cluster and a task definition are ready; run the task, watch it, stop it. */
import {
  all,
  defineLab,
  inTurn,
  jsonFile,
  leftRunning,
  noLaunchType,
  noNetwork,
  noPublicIp,
  noTaskLeft,
  not,
  runTask,
  stoppedTooEarly,
  stopTask,
  taskCreated,
  taskReached,
  taskStopped,
  taskToldToStop,
  text,
  UNTIL_QUIET,
} from "@quayside/grader";

const family = "hello-web";
const definition = {
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [
    { name: "web", image: "nginx:1.29", essential: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] },
  ],
};

export default defineLab({
  id: "00/01",
  seed: 1,
  title: text("Run a task, watch it, stop it", "Chạy một task, quan sát rồi dừng nó"),
  scenario: {
    id: "ready-made-web",
    title: "A cluster and a registered web server",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition },
    ],
  },
  files: [jsonFile("hello-web.json", definition)],
  goal: text(
    "Run one task of the ready-made task definition hello-web on Fargate in the cluster default. Let it reach RUNNING, then stop it and wait until it is STOPPED.",
    "Chạy một task từ task definition có sẵn hello-web trên Fargate trong cluster default. Đợi nó đạt RUNNING, sau đó dừng nó và chờ đến khi nó STOPPED.",
  ),
  checks: [
    {
      id: "created",
      title: text("A task of hello-web was created", "Một task của hello-web đã được tạo"),
      test: taskCreated({ family }),
    },
    {
      id: "running",
      title: text("The task reached RUNNING", "Task đã đạt RUNNING"),
      test: taskReached({ family, status: "RUNNING" }),
    },
    {
      id: "stop-asked",
      title: text("You asked ECS to stop it", "Bạn đã yêu cầu ECS dừng nó"),
      test: taskToldToStop({ family, stopCode: "UserInitiated", started: true }),
    },
    {
      id: "stopped",
      title: text("It is STOPPED and nothing is left running", "Nó đã STOPPED và không còn gì đang chạy"),
      test: inTurn(taskStopped({ family, stopCode: "UserInitiated", started: true }), noTaskLeft()),
    },
  ],
  hints: [
    text(
      "What does ECS need to know to start a container: which definition, in which cluster, on what, in which network?",
      "Để khởi động một container, ECS cần biết gì: definition nào, trong cluster nào, chạy trên nền nào, ở mạng nào?",
    ),
    text(
      "Use the Run button of the lab, or aws ecs run-task in the terminal. Time moves only while it plays: press play and watch lastStatus. To stop, select the task on the map.",
      "Dùng nút Run của lab, hoặc aws ecs run-task trong terminal. Thời gian chỉ trôi khi đang phát: bấm play và theo dõi lastStatus. Muốn dừng, hãy chọn task trên bản đồ.",
    ),
    text(
      "In the terminal: aws ecs run-task --task-definition hello-web --launch-type FARGATE --network-configuration ..., then aws ecs list-tasks to find the task, then aws ecs stop-task --task ...",
      "Trong terminal: aws ecs run-task --task-definition hello-web --launch-type FARGATE --network-configuration ..., tiếp theo aws ecs list-tasks để tìm task, rồi aws ecs stop-task --task ...",
    ),
  ],
  solution: [runTask({ family }), UNTIL_QUIET, stopTask(family), UNTIL_QUIET],
  routes: [
    [
      runTask({ family, network: "private" }),
      { advanceMs: 60_000 },
      { aws: "aws ecs describe-clusters --clusters default" },
      stopTask(family, { reason: "the tour is over" }),
      { advanceMs: 120_000 },
    ],
    [
      { aws: "aws ecs register-task-definition --cli-input-json file://hello-web.json" },
      runTask({ family, count: 2 }),
      UNTIL_QUIET,
      stopTask(family),
      stopTask(family),
      UNTIL_QUIET,
    ],
  ],
  mistakes: [
    noLaunchType({ fails: "created", family }),
    noNetwork({ fails: "created", family }),
    noPublicIp({ fails: "running", family }),
    stoppedTooEarly({ fails: "running", family }),
    leftRunning({ fails: "stop-asked", family }),
    {
      id: "one-of-two-stopped",
      commands: [runTask({ family, count: 2 }), UNTIL_QUIET, stopTask(family), UNTIL_QUIET],
      fails: "stopped",
      seen: all(taskStopped({ family, stopCode: "UserInitiated", started: true }), not(noTaskLeft())),
      feedback: text(
        "You ran more than one task and stopped only some of them. Each task lives and is billed by itself; list what is still there.",
        "Bạn đã chạy nhiều hơn một task nhưng chỉ dừng một phần. Mỗi task sống và bị tính tiền riêng; hãy liệt kê những task còn lại.",
      ),
    },
  ],
  tour: () => import("./tour.ts").then((module) => module.default),
});

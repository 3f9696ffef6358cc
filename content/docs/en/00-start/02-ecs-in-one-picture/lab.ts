/** Lab 00/02: one of each. An empty account: make a cluster, register a task definition, run two tasks of it. */
import {
  all,
  clusterCreated,
  copiesRunning,
  defineLab,
  editJson,
  jsonFile,
  noLaunchType,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  requiresCompatibility,
  runTask,
  stopTask,
  taskCreated,
  taskReached,
  taskStopped,
  tasksRunning,
  text,
  UNTIL_QUIET,
} from "@quayside/grader";

const file = "app.json";
const family = "app";
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
const cluster = "harbour";
const createCluster = { aws: `aws ecs create-cluster --cluster-name ${cluster}` };
const ready = [createCluster, registerFile(file)];

export default defineLab({
  id: "00/02",
  seed: 2,
  title: text("Cluster, task definition, task: one of each", "Cluster, task definition, task: mỗi thứ một cái"),
  scenario: { id: "empty", title: "An account with a network and nothing else", commands: [] },
  files: [jsonFile(file, definition)],
  goal: text(
    "Create a cluster, register the task definition in app.json, and run tasks of it on Fargate until two copies of the same revision are RUNNING at the same time.",
    "Tạo một cluster, đăng ký task definition trong app.json, rồi chạy task của nó trên Fargate cho đến khi hai bản sao của cùng một revision cùng RUNNING một lúc.",
  ),
  checks: [
    { id: "cluster", title: text("There is a cluster", "Đã có một cluster"), test: clusterCreated() },
    {
      id: "definition",
      title: text("A task definition for Fargate is registered", "Một task definition cho Fargate đã được đăng ký"),
      test: registered({ where: [requiresCompatibility("FARGATE")] }),
    },
    {
      id: "task",
      title: text("A task was created in the cluster", "Một task đã được tạo trong cluster"),
      test: taskCreated(),
    },
    {
      id: "running",
      title: text("The task reached RUNNING", "Task đã đạt RUNNING"),
      test: taskReached({ status: "RUNNING" }),
    },
    {
      id: "two-copies",
      title: text("Two copies of one revision ran at the same time", "Hai bản sao của một revision đã chạy cùng lúc"),
      test: copiesRunning(2),
    },
  ],
  hints: [
    text(
      "Which of the three is a place, which is a plan, and which is the thing that really runs?",
      "Trong ba thứ này, cái nào là nơi chốn, cái nào là bản kế hoạch, và cái nào thực sự chạy?",
    ),
    text(
      "The three operations are CreateCluster, RegisterTaskDefinition and RunTask, in this order. One revision can be run as often as you like; RunTask has a count.",
      "Ba thao tác lần lượt là CreateCluster, RegisterTaskDefinition và RunTask. Một revision có thể chạy bao nhiêu lần tùy ý; RunTask có tham số count.",
    ),
    text(
      "aws ecs create-cluster --cluster-name NAME, then aws ecs register-task-definition --cli-input-json file://app.json, then aws ecs run-task --cluster NAME --count 2 ... with launch type and network.",
      "aws ecs create-cluster --cluster-name TÊN, tiếp theo aws ecs register-task-definition --cli-input-json file://app.json, rồi aws ecs run-task --cluster TÊN --count 2 ... kèm launch type và mạng.",
    ),
  ],
  solution: [...ready, runTask({ family, cluster, count: 2 }), UNTIL_QUIET],
  routes: [
    [
      editJson(file, { ...definition, family: "my-own-name" }),
      registerFile(file),
      { aws: "aws ecs create-cluster" },
      runTask({ family: "my-own-name" }),
      { advanceMs: 45_000 },
      runTask({ family: "my-own-name", network: "private" }),
      { advanceMs: 45_000 },
    ],
  ],
  mistakes: [
    {
      id: "cluster-missing",
      commands: [registerFile(file), runTask({ family }), UNTIL_QUIET],
      fails: "task",
      seen: refused({ operation: "RunTask", code: "ClusterNotFoundException" }),
      feedback: text(
        "RunTask did not find the cluster. Without --cluster it looks for one that is called default; in a new account there is none until somebody creates it.",
        "RunTask không tìm thấy cluster. Khi không có --cluster, nó tìm cluster tên default; trong tài khoản mới thì chưa có cluster nào cho tới khi bạn tạo.",
      ),
    },
    noLaunchType({ fails: "task", family, cluster, before: ready }),
    noPublicIp({ fails: "running", family, cluster, before: ready }),
    {
      id: "two-revisions",
      commands: [...ready, runTask({ family, cluster }), registerFile(file), runTask({ family, cluster }), UNTIL_QUIET],
      fails: "two-copies",
      seen: all(tasksRunning(2), not(copiesRunning(2))),
      feedback: text(
        "Two tasks run, but from two revisions. Registering again makes a new revision even when nothing changed; copies come from running the same revision again.",
        "Có hai task đang chạy, nhưng từ hai revision khác nhau. Đăng ký lần nữa luôn tạo revision mới dù không đổi gì; muốn có bản sao thì chạy lại cùng một revision.",
      ),
    },
    {
      id: "one-after-another",
      commands: [
        ...ready,
        runTask({ family, cluster }),
        UNTIL_QUIET,
        stopTask(family, { cluster }),
        UNTIL_QUIET,
        runTask({ family, cluster }),
        UNTIL_QUIET,
      ],
      fails: "two-copies",
      seen: all(taskStopped({ started: true }), not(tasksRunning(2))),
      feedback: text(
        "The first copy was stopped before the second one ran. Tasks of one revision do not replace one another: both may run.",
        "Bản sao đầu đã bị dừng trước khi bản thứ hai chạy. Các task của cùng một revision không thay thế nhau: cả hai có thể cùng chạy.",
      ),
    },
  ],
});

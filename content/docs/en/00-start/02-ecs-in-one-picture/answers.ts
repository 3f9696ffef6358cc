/** Answers of lab 00/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  copiesRunning,
  defineAnswers,
  editJson,
  noLaunchType,
  noPublicIp,
  not,
  refused,
  registerFile,
  runTask,
  stopTask,
  taskStopped,
  tasksRunning,
  text,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { definition, family, file } from "./lab.ts";

const cluster = "harbour";
const createCluster = { aws: `aws ecs create-cluster --cluster-name ${cluster}` };
const ready = [createCluster, registerFile(file)];

export default defineAnswers({
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
  solution: [...ready, runTask({ family, cluster, count: 2 }), until({ taskRunning: family }, "5 min")],
  routes: [
    [
      editJson(file, { ...definition, family: "my-own-name" }),
      registerFile(file),
      { aws: "aws ecs create-cluster" },
      runTask({ family: "my-own-name" }),
      until({ taskRunning: "my-own-name" }, "5 min"),
      runTask({ family: "my-own-name", network: "private" }),
      until({ taskRunning: "my-own-name" }, "5 min"),
    ],
  ],
  mistakes: [
    {
      id: "cluster-missing",
      commands: [registerFile(file), runTask({ family }), UNTIL_SETTLED],
      fails: "task",
      seen: refused({ operation: "RunTask", id: "cluster.not-found" }),
      feedback: text(
        "RunTask did not find the cluster. Without --cluster it looks for one that is called default; in a new account there is none until somebody creates it.",
        "RunTask không tìm thấy cluster. Khi không có --cluster, nó tìm cluster tên default; trong tài khoản mới thì chưa có cluster nào cho tới khi bạn tạo.",
      ),
    },
    noLaunchType({ fails: "task", family, cluster, before: ready }),
    noPublicIp({ fails: "running", family, cluster, before: ready }),
    {
      id: "two-revisions",
      commands: [
        ...ready,
        runTask({ family, cluster }),
        registerFile(file),
        runTask({ family, cluster }),
        UNTIL_SETTLED,
      ],
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
        UNTIL_SETTLED,
        stopTask(family, { cluster }),
        UNTIL_SETTLED,
        runTask({ family, cluster }),
        UNTIL_SETTLED,
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

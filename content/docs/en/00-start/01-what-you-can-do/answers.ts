/** Answers of lab 00/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  leftRunning,
  noLaunchType,
  noNetwork,
  noPublicIp,
  noTaskLeft,
  not,
  runTask,
  stoppedTooEarly,
  stopTask,
  taskStopped,
  text,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { family } from "./lab.ts";

export default defineAnswers({
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
  solution: [
    runTask({ family }),
    until({ taskRunning: family }, "5 min"),
    stopTask(family),
    until({ taskStopped: family }, "5 min"),
  ],
  routes: [
    [
      runTask({ family, network: "private" }),
      until({ taskRunning: family }, "5 min"),
      { aws: "aws ecs describe-clusters --clusters default" },
      stopTask(family, { reason: "the tour is over" }),
      until({ taskStopped: family }, "5 min"),
    ],
    [
      { aws: "aws ecs register-task-definition --cli-input-json file://hello-web.json" },
      runTask({ family, count: 2 }),
      UNTIL_SETTLED,
      stopTask(family),
      stopTask(family),
      UNTIL_SETTLED,
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
      commands: [runTask({ family, count: 2 }), UNTIL_SETTLED, stopTask(family), UNTIL_SETTLED],
      fails: "stopped",
      seen: all(taskStopped({ family, stopCode: "UserInitiated", started: true }), not(noTaskLeft())),
      feedback: text(
        "You ran more than one task and stopped only some of them. Each task lives and is billed by itself; list what is still there.",
        "Bạn đã chạy nhiều hơn một task nhưng chỉ dừng một phần. Mỗi task sống và bị tính tiền riêng; hãy liệt kê những task còn lại.",
      ),
    },
  ],
});

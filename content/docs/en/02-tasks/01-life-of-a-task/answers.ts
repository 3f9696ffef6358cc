/** Answers of lab 02/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  leftRunning,
  noPublicIp,
  noTaskLeft,
  not,
  runningTask,
  runTask,
  stoppedTooEarly,
  stopTask,
  taskStopped,
  taskToldToStop,
  text,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { job, web } from "./lab.ts";

export default defineAnswers({
  hints: [
    text(
      "Who decides that a web server is finished, and who decides it for a job?",
      "Ai quyết định một web server đã xong việc, và với một job thì ai quyết định?",
    ),
    text(
      "A stop passes three more statuses before STOPPED; let time go on and read lastStatus, stopCode, stoppedReason and the timestamps in the inspector or with aws ecs describe-tasks.",
      "Sau khi yêu cầu dừng, task còn qua ba trạng thái nữa mới tới STOPPED; hãy để thời gian trôi và đọc lastStatus, stopCode, stoppedReason cùng các mốc thời gian trong inspector hoặc bằng aws ecs describe-tasks.",
    ),
    text(
      "aws ecs stop-task --task ... for the web server only, after it is RUNNING. For hello there is nothing to do but to run it: it exits five seconds after its start. Then wait about a minute.",
      "Chỉ dùng aws ecs stop-task --task ... cho web server, sau khi nó đã RUNNING. Với hello thì chỉ cần chạy: nó thoát sau khi khởi động năm giây. Sau đó chờ khoảng một phút.",
    ),
  ],
  solution: [
    runTask({ family: web }),
    runTask({ family: job }),
    until({ taskRunning: web }, "5 min"),
    stopTask(web, { reason: "seen enough" }),
    until({ taskStopped: web }, "5 min"),
    until({ taskStopped: job }, "5 min"),
  ],
  routes: [
    [
      runTask({ family: job, network: "private" }),
      until({ taskStopped: job }, "5 min"),
      runTask({ family: web, network: "private" }),
      { aws: `aws ecs wait tasks-running --cluster default --tasks ${runningTask(web)}` },
      stopTask(web),
      until({ taskStopped: web }, "5 min"),
    ],
  ],
  mistakes: [
    noPublicIp({ fails: "running", family: web }),
    stoppedTooEarly({ fails: "running", family: web }),
    leftRunning({ fails: "stopped-by-you", family: web, before: [runTask({ family: job })] }),
    {
      id: "not-over-yet",
      commands: [runTask({ family: web }), UNTIL_SETTLED, stopTask(web), { advanceMs: 10_000 }],
      fails: "stopped-by-you",
      seen: all(
        taskToldToStop({ family: web, stopCode: "UserInitiated", started: true }),
        not(noTaskLeft({ family: web })),
      ),
      feedback: text(
        "StopTask only sets desiredStatus. The task is on its way: containers stop first, then its network interface is removed. Let time go on.",
        "StopTask chỉ đặt desiredStatus. Task đang trên đường dừng: các container dừng trước, sau đó network interface bị gỡ. Hãy để thời gian trôi tiếp.",
      ),
    },
    {
      id: "stopped-the-job",
      commands: [runTask({ family: job }), { advanceMs: 17_000 }, stopTask(job), UNTIL_SETTLED],
      fails: "exited-by-itself",
      seen: taskToldToStop({ family: job, stopCode: "UserInitiated" }),
      feedback: text(
        "You stopped the job before it could finish, so ECS wrote down you as the cause. Compare its exit code with that of a job that was left alone.",
        "Bạn đã dừng job trước khi nó kịp xong, nên ECS ghi nguyên nhân là bạn. Hãy so exit code của nó với một job được để yên.",
      ),
    },
    {
      id: "second-web-server",
      commands: [
        runTask({ family: web, count: 2 }),
        runTask({ family: job }),
        UNTIL_SETTLED,
        stopTask(web),
        UNTIL_SETTLED,
      ],
      fails: "nothing-left",
      seen: all(taskStopped({ family: web, stopCode: "UserInitiated" }), not(noTaskLeft({ family: web }))),
      feedback: text(
        "One web server is stopped, another one still runs. Stopping a task says nothing about its copies.",
        "Một web server đã dừng, nhưng một cái khác vẫn chạy. Dừng một task không ảnh hưởng gì đến các bản sao của nó.",
      ),
    },
  ],
});

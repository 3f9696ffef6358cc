/** Lab 02/01: two ends of a task. Stop a web server by hand, let a job end by itself, compare what ECS writes down. */
import {
  all,
  defineLab,
  jsonFile,
  leftRunning,
  momentsInOrder,
  noPublicIp,
  noTaskLeft,
  not,
  runningTask,
  runTask,
  stoppedTooEarly,
  stopTask,
  taskPassedThrough,
  taskReached,
  taskStopped,
  taskToldToStop,
  text,
  UNTIL_QUIET,
} from "@quayside/grader";

const web = "webserver";
const job = "hello";
const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const webDefinition = {
  family: web,
  ...size,
  containerDefinitions: [
    { name: "nginx", image: "nginx:1.29", essential: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] },
  ],
};
const jobDefinition = {
  family: job,
  ...size,
  containerDefinitions: [{ name: "hello", image: "quayside/hello:1", essential: true }],
};

export default defineLab({
  id: "02/01",
  seed: 21,
  title: text("Two ways for a task to end", "Hai cách một task kết thúc"),
  scenario: {
    id: "web-and-job",
    title: "A cluster, a web server and a job, both registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: webDefinition },
      { service: "ecs", operation: "RegisterTaskDefinition", input: jobDefinition },
    ],
  },
  files: [jsonFile("webserver.json", webDefinition), jsonFile("hello.json", jobDefinition)],
  goal: text(
    "Run a task of webserver, let it reach RUNNING, stop it yourself and follow it to STOPPED. Run a task of hello and let it end by itself. Leave nothing running.",
    "Chạy một task của webserver, đợi nó đạt RUNNING, tự tay dừng nó và theo dõi tới STOPPED. Chạy một task của hello và để nó tự kết thúc. Đừng để lại task nào đang chạy.",
  ),
  checks: [
    {
      id: "running",
      title: text("A task of webserver reached RUNNING", "Một task của webserver đã đạt RUNNING"),
      test: taskReached({ family: web, status: "RUNNING" }),
    },
    {
      id: "stopped-by-you",
      title: text("You stopped it: stopCode UserInitiated", "Bạn đã dừng nó: stopCode UserInitiated"),
      test: taskStopped({ family: web, stopCode: "UserInitiated", started: true }),
    },
    {
      id: "every-status",
      title: text("One task passed every status of its life", "Một task đã đi qua mọi trạng thái của vòng đời"),
      test: taskPassedThrough({
        statuses: ["PROVISIONING", "PENDING", "RUNNING", "DEACTIVATING", "STOPPING", "DEPROVISIONING", "STOPPED"],
      }),
    },
    {
      id: "exited-by-itself",
      title: text("A task of hello ended by itself with exit code 0", "Một task của hello tự kết thúc với exit code 0"),
      test: taskStopped({ family: job, stopCode: "EssentialContainerExited", exitCode: 0 }),
    },
    {
      id: "two-orders",
      title: text("Their timestamps tell who was first", "Các mốc thời gian cho biết ai dừng trước"),
      test: all(
        momentsInOrder({
          stopCode: "UserInitiated",
          started: true,
          moments: ["stoppingAtMs", "executionStoppedAtMs", "stoppedAtMs"],
        }),
        momentsInOrder({
          stopCode: "EssentialContainerExited",
          moments: ["executionStoppedAtMs", "stoppingAtMs", "stoppedAtMs"],
        }),
      ),
    },
    {
      id: "nothing-left",
      title: text("No task is left", "Không còn task nào"),
      test: noTaskLeft(),
    },
  ],
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
    UNTIL_QUIET,
    stopTask(web, { reason: "seen enough" }),
    UNTIL_QUIET,
  ],
  routes: [
    [
      runTask({ family: job, network: "private" }),
      { advanceMs: 120_000 },
      runTask({ family: web, network: "private" }),
      { aws: `aws ecs wait tasks-running --cluster default --tasks ${runningTask(web)}` },
      stopTask(web),
      { advanceMs: 120_000 },
    ],
  ],
  mistakes: [
    noPublicIp({ fails: "running", family: web }),
    stoppedTooEarly({ fails: "running", family: web }),
    leftRunning({ fails: "stopped-by-you", family: web, before: [runTask({ family: job })] }),
    {
      id: "not-over-yet",
      commands: [runTask({ family: web }), UNTIL_QUIET, stopTask(web), { advanceMs: 10_000 }],
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
      commands: [runTask({ family: job }), { advanceMs: 17_000 }, stopTask(job), UNTIL_QUIET],
      fails: "exited-by-itself",
      seen: taskToldToStop({ family: job, stopCode: "UserInitiated" }),
      feedback: text(
        "You stopped the job before it could finish, so ECS wrote down you as the cause. Compare its exit code with that of a job that was left alone.",
        "Bạn đã dừng job trước khi nó kịp xong, nên ECS ghi nguyên nhân là bạn. Hãy so exit code của nó với một job được để yên.",
      ),
    },
    {
      id: "second-web-server",
      commands: [runTask({ family: web, count: 2 }), runTask({ family: job }), UNTIL_QUIET, stopTask(web), UNTIL_QUIET],
      fails: "nothing-left",
      seen: all(taskStopped({ family: web, stopCode: "UserInitiated" }), not(noTaskLeft({ family: web }))),
      feedback: text(
        "One web server is stopped, another one still runs. Stopping a task says nothing about its copies.",
        "Một web server đã dừng, nhưng một cái khác vẫn chạy. Dừng một task không ảnh hưởng gì đến các bản sao của nó.",
      ),
    },
  ],
  tour: () => import("./tour.ts").then((module) => module.default),
});

/** Lab 02/01: two ends of a task. Stop a web server by hand, let a job end by itself, compare what ECS writes down. */
import {
  all,
  defineLab,
  jsonFile,
  momentsInOrder,
  noTaskLeft,
  taskPassedThrough,
  taskReached,
  taskStopped,
  text,
} from "@quayside/grader";

export const web = "webserver";
export const job = "hello";
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
  tour: () => import("./tour.ts").then((module) => module.default),
});

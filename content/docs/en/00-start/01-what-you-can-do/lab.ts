/** Lab 00/01: a tour. A cluster and a task definition are ready; run the task, watch it, stop it. */
import {
  defineLab,
  inTurn,
  jsonFile,
  noTaskLeft,
  taskCreated,
  taskReached,
  taskStopped,
  taskToldToStop,
  text,
} from "@quayside/grader";

export const family = "hello-web";
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
  tour: () => import("./tour.ts").then((module) => module.default),
});

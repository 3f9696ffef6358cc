/** Lab 00/02: one of each. An empty account: make a cluster, register a task definition, run two tasks of it. */
import {
  clusterCreated,
  copiesRunning,
  defineLab,
  jsonFile,
  registered,
  requiresCompatibility,
  taskCreated,
  taskReached,
  text,
} from "@quayside/grader";

export const file = "app.json";
export const family = "app";
export const definition = {
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
});

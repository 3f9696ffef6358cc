/** Lab 00/02: one of each. An empty account: make a cluster, register a task definition, run two tasks of it. */
import {
  all,
  clusterCreated,
  copiesRunning,
  defineLab,
  jsonFile,
  registered,
  requiresCompatibility,
  taskCreated,
  taskReached,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

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

export default defineLab(texts, {
  id: "00/02",
  seed: 2,
  scenario: { id: "empty", title: "An account with a network and nothing else", commands: [] },
  files: [jsonFile(file, definition)],
  checks: [
    { id: "cluster", test: clusterCreated() },
    {
      id: "definition",
      test: registered({ where: [requiresCompatibility("FARGATE")] }),
    },
    {
      id: "task",
      test: taskCreated(),
    },
    {
      id: "running",
      test: taskReached({ status: "RUNNING" }),
    },
    {
      id: "two-copies",
      test: copiesRunning(2),
    },
    {
      id: "exercise",
      test: all(taskReached({ family: "cafe", cluster: "quay", status: "RUNNING" }), copiesRunning(3)),
    },
  ],
});

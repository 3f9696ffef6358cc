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
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const family = "hello-web";
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
  id: "00/01",
  seed: 1,
  scenario: {
    id: "ready-made-web",
    title: "A cluster and a registered web server",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition },
    ],
  },
  files: [jsonFile("hello-web.json", definition)],
  checks: [
    {
      id: "created",
      test: taskCreated({ family }),
    },
    {
      id: "running",
      test: taskReached({ family, status: "RUNNING" }),
    },
    {
      id: "stop-asked",
      test: taskToldToStop({ family, stopCode: "UserInitiated", started: true }),
    },
    {
      id: "stopped",
      test: inTurn(taskStopped({ family, stopCode: "UserInitiated", started: true }), noTaskLeft()),
    },
    {
      id: "exercise",
      test: taskStopped({ family: "goodbye-web", stopCode: "UserInitiated", started: false }),
    },
  ],
  tour: () => import("./tour.ts").then((module) => module.default),
});

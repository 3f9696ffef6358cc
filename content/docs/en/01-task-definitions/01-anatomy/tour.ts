/** Tour of lab 01/01: which field of a task definition becomes what on the map, with a definition that is not the learner's. */
import { defineTour, runTask, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./tour-texts/en.ts").then((module) => module.en),
  vi: () => import("./tour-texts/vi.ts").then((module) => module.vi),
});

const family = "example";
const definition = {
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "1024",
  containerDefinitions: [
    { name: "web", image: "nginx:1.29", essential: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] },
    { name: "helper", image: "busybox:latest", essential: false, command: ["sh", "-c", "sleep 600"] },
  ],
};

export default defineTour(texts, {
  scenario: {
    id: "example-registered",
    title: "A cluster and a definition with two containers",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition },
    ],
  },
  stops: [
    {
      shows: "lab:editor",
    },
    {
      does: [runTask({ family })],
      until: { kind: "TASK_CREATED", family },
      shows: "task",
    },
    {
      until: { kind: "ENI_ATTACHED", family },
      shows: "eni",
    },
    {
      shows: "family:example",
    },
    {
      until: { kind: "PULL_STARTED", family, container: "web" },
      shows: "container",
    },
    {
      until: { kind: "TASK_RUNNING", family },
      shows: "essential",
    },
    {
      does: [runTask({ family, zone: "b" })],
      until: { kind: "TASK_RUNNING", family },
      shows: "cluster",
    },
    {
      shows: "lab:editor",
    },
  ],
});

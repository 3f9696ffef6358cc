/** Lab 02/01: two ends of a task. Stop a web server by hand, let a job end by itself, compare what ECS writes down. */
import {
  all,
  defineLab,
  inTurn,
  jsonFile,
  momentsInOrder,
  noTaskLeft,
  taskPassedThrough,
  taskReached,
  taskStopped,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

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

export default defineLab(texts, {
  id: "02/01",
  seed: 21,
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
  checks: [
    {
      id: "running",
      test: taskReached({ family: web, status: "RUNNING" }),
    },
    {
      id: "stopped-by-you",
      test: taskStopped({ family: web, stopCode: "UserInitiated", started: true }),
    },
    {
      id: "every-status",
      test: taskPassedThrough({
        statuses: ["PROVISIONING", "PENDING", "RUNNING", "DEPROVISIONING", "STOPPED"],
      }),
    },
    {
      id: "exited-by-itself",
      test: taskStopped({ family: job, stopCode: "EssentialContainerExited", exitCode: 0 }),
    },
    {
      id: "two-orders",
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
      test: inTurn(taskStopped({ family: job, exitCode: 0 }), noTaskLeft()),
    },
    {
      id: "exercise",
      test: taskStopped({ family: "farewell", stopCode: "EssentialContainerExited", exitCode: 3 }),
    },
  ],
  tour: () => import("./tour.ts").then((module) => module.default),
});

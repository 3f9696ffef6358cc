/** Lab 02/02: the same web server in two ways. Three standalone tasks that nobody looks after, and a service that keeps three. */
import {
  all,
  copiesRunning,
  defineLab,
  fargateDefinition,
  inTurn,
  jsonFile,
  noTaskLeft,
  serviceReached,
  serviceSteady,
  taskReplaced,
  taskStopped,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const web = "webserver";
export const STANDALONE = `family:${web}`;
export const OF_SERVICE = "service:web";
const webDefinition = fargateDefinition(web, "nginx:1.29");

/** DeleteService was accepted, whether or not its tasks are over. */
const deleted = serviceReached({ service: "web", status: "DRAINING" });

export default defineLab(texts, {
  id: "02/02",
  seed: 22,
  scenario: {
    id: "two-servers-and-a-job",
    title: "A cluster, two servers and a job, all three registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: webDefinition },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition("clock", "httpd:2.4") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition("hello", "quayside/hello:1") },
    ],
  },
  files: [jsonFile("webserver.json", webDefinition)],
  checks: [
    {
      id: "three",
      test: copiesRunning(3),
    },
    {
      id: "stays-stopped",
      test: taskStopped({ taskGroup: STANDALONE, stopCode: "UserInitiated", started: true }),
    },
    {
      id: "service",
      test: serviceSteady({ service: "web", family: web, tasks: 3 }),
    },
    {
      id: "replaced",
      test: taskReplaced({ service: "web", stopCode: "UserInitiated", started: true, running: true }),
    },
    {
      id: "deleted",
      test: deleted,
    },
    {
      id: "nothing-left",
      test: inTurn(deleted, noTaskLeft({ family: web })),
    },
    {
      id: "exercise",
      test: all(
        serviceSteady({ family: "clock", tasks: 2 }),
        taskStopped({ family: "hello", taskGroup: "family:hello", exitCode: 0 }),
      ),
    },
  ],
});

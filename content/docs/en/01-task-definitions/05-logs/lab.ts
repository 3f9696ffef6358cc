/** Lab 01/05: a job that fails and says nothing. Give it a log, find out what it lacks, let it finish. */
import {
  all,
  defineLab,
  hasContainer,
  jsonFile,
  registered,
  taskHasLogStream,
  taskStopped,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const file = "report.json";
export const family = "report";
export const group = "/ecs/report";
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
export const options = { "awslogs-group": group, "awslogs-region": "us-east-1", "awslogs-stream-prefix": "nightly" };

/** The job with more in its container, and with an execution role when one is named. */
export const define = (container: object, executionRole?: string) => ({
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  ...(executionRole && { executionRoleArn: role(executionRole) }),
  containerDefinitions: [{ name: "report", image: "quayside/report:1", ...container }],
});
export const usual = "ecsTaskExecutionRole";
const start = define({});

export const logged = hasContainer({ name: "report", logDriver: "awslogs", logOptions: options });
export const worked = taskStopped({ family, exitCode: 0, definition: [logged] });

export default defineLab(texts, {
  id: "01/05",
  seed: 15,
  scenario: {
    id: "silent-report",
    title: "A registered job without a log",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: start },
    ],
  },
  files: [jsonFile(file, start)],
  checks: [
    {
      id: "silent",
      test: taskStopped({ family, exitCode: 1 }),
    },
    {
      id: "configured",
      test: registered({ family, where: [logged] }),
    },
    {
      id: "stream",
      test: taskHasLogStream({ family, group, stream: "nightly/report/" }),
    },
    {
      id: "worked",
      test: worked,
    },
    {
      id: "exercise",
      test: all(
        taskHasLogStream({ family: "invoice", group: "/ecs/invoice", stream: "monthly/" }),
        taskStopped({
          family: "invoice",
          exitCode: 0,
          definition: [hasContainer({ logOptions: { "awslogs-create-group": "true" } })],
        }),
      ),
    },
  ],
});

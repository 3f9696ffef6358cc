/** Answers of lab 00/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  copiesRunning,
  defineAnswers,
  editJson,
  noLaunchType,
  noPublicIp,
  not,
  refused,
  registerFile,
  runTask,
  stopTask,
  taskStopped,
  tasksRunning,
  textsOf,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { definition, family, file } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const cluster = "harbour";
const createCluster = { aws: `aws ecs create-cluster --cluster-name ${cluster}` };
const ready = [createCluster, registerFile(file)];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...ready, runTask({ family, cluster, count: 2 }), until({ taskRunning: family }, "5 min")],
  exercise: [
    { aws: "aws ecs create-cluster --cluster-name quay" },
    editJson(file, { ...definition, family: "cafe" }),
    registerFile(file),
    runTask({ family: "cafe", cluster: "quay", count: 3, zone: "b" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      editJson(file, { ...definition, family: "my-own-name" }),
      registerFile(file),
      { aws: "aws ecs create-cluster" },
      runTask({ family: "my-own-name" }),
      until({ taskRunning: "my-own-name" }, "5 min"),
      runTask({ family: "my-own-name", network: "private" }),
      until({ taskRunning: "my-own-name" }, "5 min"),
    ],
  ],
  mistakes: [
    {
      id: "cluster-missing",
      commands: [registerFile(file), runTask({ family }), UNTIL_SETTLED],
      fails: "task",
      seen: refused({ operation: "RunTask", id: "cluster.not-found" }),
    },
    noLaunchType({ fails: "task", family, cluster, before: ready }),
    noPublicIp({ fails: "running", family, cluster, before: ready }),
    {
      id: "two-revisions",
      commands: [
        ...ready,
        runTask({ family, cluster }),
        registerFile(file),
        runTask({ family, cluster }),
        UNTIL_SETTLED,
      ],
      fails: "two-copies",
      seen: all(tasksRunning(2), not(copiesRunning(2))),
    },
    {
      id: "one-after-another",
      commands: [
        ...ready,
        runTask({ family, cluster }),
        UNTIL_SETTLED,
        stopTask(family, { cluster }),
        UNTIL_SETTLED,
        runTask({ family, cluster }),
        UNTIL_SETTLED,
      ],
      fails: "two-copies",
      seen: all(taskStopped({ started: true }), not(tasksRunning(2))),
    },
  ],
});

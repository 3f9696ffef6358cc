/** Answers of lab 00/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  leftRunning,
  noLaunchType,
  noNetwork,
  noPublicIp,
  noTaskLeft,
  not,
  registerFile,
  runTask,
  stoppedTooEarly,
  stopTask,
  taskStopped,
  textsOf,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { definition, family } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    runTask({ family }),
    until({ taskRunning: family }, "5 min"),
    stopTask(family),
    until({ taskStopped: family }, "5 min"),
  ],
  exercise: [
    editJson("hello-web.json", { ...definition, family: "goodbye-web" }),
    registerFile("hello-web.json"),
    runTask({ family: "goodbye-web" }),
    { advanceMs: 5_000 },
    stopTask("goodbye-web"),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      runTask({ family, network: "private" }),
      until({ taskRunning: family }, "5 min"),
      { aws: "aws ecs describe-clusters --clusters default" },
      stopTask(family, { reason: "the tour is over" }),
      until({ taskStopped: family }, "5 min"),
    ],
    [
      { aws: "aws ecs register-task-definition --cli-input-json file://hello-web.json" },
      runTask({ family, count: 2 }),
      UNTIL_SETTLED,
      stopTask(family),
      stopTask(family),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    noLaunchType({ fails: "created", family }),
    noNetwork({ fails: "created", family }),
    noPublicIp({ fails: "running", family }),
    stoppedTooEarly({ fails: "running", family }),
    leftRunning({ fails: "stop-asked", family }),
    {
      id: "one-of-two-stopped",
      commands: [runTask({ family, count: 2 }), UNTIL_SETTLED, stopTask(family), UNTIL_SETTLED],
      fails: "stopped",
      seen: all(taskStopped({ family, stopCode: "UserInitiated", started: true }), not(noTaskLeft())),
    },
  ],
});

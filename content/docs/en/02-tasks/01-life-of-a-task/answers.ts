/** Answers of lab 02/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  leftRunning,
  noPublicIp,
  noTaskLeft,
  not,
  registerFile,
  runningTask,
  runTask,
  stoppedTooEarly,
  stopTask,
  taskStopped,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { job, web } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    runTask({ family: web }),
    runTask({ family: job }),
    until({ taskRunning: web }, "5 min"),
    stopTask(web, { reason: "seen enough" }),
    until({ taskStopped: web }, "5 min"),
    until({ taskStopped: job }, "5 min"),
  ],
  exercise: [
    editJson("hello.json", {
      family: "farewell",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "farewell", image: "busybox:1.37", command: ["sh", "-c", "sleep 5; exit 3"] }],
    }),
    registerFile("hello.json"),
    runTask({ family: "farewell" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      runTask({ family: job, network: "private" }),
      until({ taskStopped: job }, "5 min"),
      runTask({ family: web, network: "private" }),
      { aws: `aws ecs wait tasks-running --cluster default --tasks ${runningTask(web)}` },
      stopTask(web),
      until({ taskStopped: web }, "5 min"),
    ],
  ],
  mistakes: [
    noPublicIp({ fails: "running", family: web }),
    stoppedTooEarly({ fails: "running", family: web }),
    leftRunning({ fails: "stopped-by-you", family: web, before: [runTask({ family: job })] }),
    {
      id: "not-over-yet",
      commands: [runTask({ family: web }), UNTIL_SETTLED, stopTask(web), { advanceMs: 10_000 }],
      fails: "stopped-by-you",
      seen: all(
        taskToldToStop({ family: web, stopCode: "UserInitiated", started: true }),
        not(noTaskLeft({ family: web })),
      ),
    },
    {
      id: "stopped-the-job",
      commands: [runTask({ family: job }), { advanceMs: 17_000 }, stopTask(job), UNTIL_SETTLED],
      fails: "exited-by-itself",
      seen: taskToldToStop({ family: job, stopCode: "UserInitiated" }),
    },
    {
      id: "second-web-server",
      commands: [
        runTask({ family: web, count: 2 }),
        runTask({ family: job }),
        UNTIL_SETTLED,
        stopTask(web),
        UNTIL_SETTLED,
      ],
      fails: "nothing-left",
      seen: all(taskStopped({ family: web, stopCode: "UserInitiated" }), not(noTaskLeft({ family: web }))),
    },
  ],
});

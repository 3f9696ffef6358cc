/** Answers of lab 02/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  type CheckView,
  type Condition,
  called,
  createService,
  defineAnswers,
  failed,
  type LabCommand,
  noPublicIp,
  noTaskLeft,
  not,
  passed,
  refused,
  runTask,
  stopTask,
  type Text,
  taskCreated,
  tasksMatching,
  textsOf,
  UNTIL_SETTLED,
  until,
  updateService,
} from "@quayside/grader";
import { OF_SERVICE, STANDALONE, web } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const create = (service: string, family: string, count: number): LabCommand =>
  createService({ service, family, count, zones: 1 });
/** A task of the service, whichever comes first. */
const stopOne: LabCommand = {
  aws: 'aws ecs stop-task --task $(aws ecs list-tasks --service-name web --query "taskArns[0]" --output text)',
};
const toZero = updateService("web", "--desired-count 0");
const remove: LabCommand = { aws: "aws ecs delete-service --service web" };
const removeByForce: LabCommand = { aws: "aws ecs delete-service --service web --force" };

/** The steps of the solution, so that mistakes can leave one out. */
const three = [runTask({ family: web, count: 3 }), until({ taskRunning: web }, "5 min")];
const oneLess = [stopTask(web), UNTIL_SETTLED];
const service = [create("web", web, 3), UNTIL_SETTLED];
const healed = [stopOne, UNTIL_SETTLED];
const cleared = [stopTask(web), stopTask(web), UNTIL_SETTLED];

const words: Text = (lang) => texts(lang)?.facts ?? "";

/** Somebody made up for a standalone task that was stopped. */
const replacedByHand: Condition = (view: CheckView) => {
  const tasks = tasksMatching(view, { taskGroup: STANDALONE });
  const gone = tasks.find(({ latest }) => latest.row.stopCode === "UserInitiated")?.latest.row.stoppingAtMs;
  const later = tasks.find(({ latest }) => gone !== undefined && latest.row.spec.createdAtMs > gone);
  return later === undefined ? failed(words) : passed(words, [later.latest.seq]);
};

/** As many tasks of the service were stopped by hand as it keeps. */
const stoppedOneByOne: Condition = (view: CheckView) => {
  const stopped = tasksMatching(view, { taskGroup: OF_SERVICE }).filter(
    ({ latest }) => latest.row.stopCode === "UserInitiated",
  );
  return stopped.length < 3
    ? failed(words)
    : passed(
        words,
        stopped.map(({ latest }) => latest.seq),
      );
};

export default defineAnswers(texts, {
  hints: 3,
  solution: [...three, ...oneLess, ...service, ...healed, toZero, UNTIL_SETTLED, remove, UNTIL_SETTLED, ...cleared],
  exercise: [create("time", "clock", 2), runTask({ family: "hello" }), UNTIL_SETTLED],
  routes: [
    [
      createService({ service: "web", family: web, count: 3, network: "private" }),
      UNTIL_SETTLED,
      ...healed,
      removeByForce,
      UNTIL_SETTLED,
      ...three,
      ...oneLess,
      ...cleared,
    ],
  ],
  mistakes: [
    noPublicIp({ fails: "three", family: web }),
    {
      id: "counts-the-others",
      commands: [...three, ...oneLess, create("web", web, 1), UNTIL_SETTLED],
      fails: "service",
      seen: accepted({ operation: "CreateService", input: ({ desiredCount }) => (desiredCount ?? 0) < 3 }),
    },
    {
      id: "replaced-by-hand",
      commands: [...three, ...oneLess, runTask({ family: web }), UNTIL_SETTLED],
      fails: "service",
      seen: all(replacedByHand, not(called({ operation: "CreateService" }))),
    },
    {
      id: "stopped-one-by-one",
      commands: [...three, ...oneLess, ...service, ...healed, stopOne, stopOne, UNTIL_SETTLED],
      fails: "deleted",
      seen: stoppedOneByOne,
    },
    {
      id: "not-at-zero",
      commands: [...service, remove],
      fails: "deleted",
      seen: refused({ operation: "DeleteService", id: "service.scaled" }),
    },
    {
      id: "forgot-the-others",
      commands: [...three, ...oneLess, ...service, removeByForce, UNTIL_SETTLED],
      fails: "nothing-left",
      seen: all(noTaskLeft({ taskGroup: OF_SERVICE }), not(noTaskLeft({ taskGroup: STANDALONE }))),
    },
    {
      id: "job-in-a-service",
      commands: [create("greeter", "hello", 1), { advanceMs: 180_000 }],
      fails: "exercise",
      seen: all(taskCreated({ family: "hello" }), not(taskCreated({ family: "hello", taskGroup: "family:hello" }))),
    },
  ],
});

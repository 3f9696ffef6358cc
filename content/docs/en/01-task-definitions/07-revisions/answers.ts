/** Answers of lab 01/07: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  type Condition,
  defineAnswers,
  editJson,
  hasContainer,
  imagePushed,
  noPublicIp,
  not,
  pushImage,
  refused,
  registered,
  registerFile,
  revisionReached,
  runTask,
  stopTask,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import {
  byFirst,
  FIRST_BUILD,
  family,
  file,
  image,
  isPushed,
  ran,
  repository,
  SECOND_BUILD,
  withImage,
} from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const registerImage = (name: string) => [editJson(file, withImage(name)), registerFile(file)];
const ecs = (line: string) => ({ aws: `aws ecs ${line}` });
const run = (revision: number) => [runTask({ family: `${family}:${revision}` }), UNTIL_SETTLED];
const deregister = (revision: number) => ecs(`deregister-task-definition --task-definition ${family}:${revision}`);
const remove = (revision: number) => ecs(`delete-task-definitions --task-definitions ${family}:${revision}`);

const sideBySide = [...run(1), pushImage(image), ...run(1)];
const pinned = [...sideBySide, ...registerImage(`quayside/shop@${FIRST_BUILD}`), ...run(2)];
const bySecond = [hasContainer({ imageDigest: SECOND_BUILD })];
const hasSecondRevision = revisionReached({ family, revision: 2, status: "ACTIVE" });

/** Somebody pushed before the first task was RUNNING. */
const pushedTooEarly: Condition = (view) => {
  const [push, first] = [isPushed(view), ran(view)];
  const isEarly = push.passed && first.passed && Number(push.evidence[0]) < Number(first.evidence[0]);
  return { ...push, passed: isEarly };
};
/** Nothing was run after the push. */
const nothingRunSince: Condition = (view) => {
  const push = isPushed(view);
  const begun = view.history.stories("tasks").map((story) => story.versions[0]?.seq ?? 0);
  return { ...push, passed: push.passed && begun.every((seq) => seq < Number(push.evidence[0])) };
};

export default defineAnswers(texts, {
  hints: 3,
  solution: [...pinned, deregister(1), remove(1)],
  exercise: [
    editJson(file, { ...withImage(`quayside/shop@${SECOND_BUILD}`), family: "shop-next" }),
    registerFile(file),
    runTask({ family: "shop-next" }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      runTask({ family, network: "private", count: 2 }),
      UNTIL_SETTLED,
      pushImage("docker.io/quayside/shop"),
      runTask({ family, network: "private" }),
      UNTIL_SETTLED,
      ...registerImage(`docker.io/quayside/shop@${FIRST_BUILD}`),
      runTask({ family, network: "private" }),
      { advanceMs: 60_000 },
      deregister(1),
      remove(1),
    ],
    [
      ...registerImage(`quayside/shop@${FIRST_BUILD}`),
      ...run(1),
      pushImage(image),
      pushImage(image),
      ...run(1),
      deregister(1),
      ...run(2),
      stopTask(family),
      UNTIL_SETTLED,
      remove(1),
      ...registerImage(image),
    ],
  ],
  mistakes: [
    noPublicIp({ fails: "running", family }),
    {
      id: "another-tag",
      commands: [...run(1), pushImage("quayside/shop:1.1"), ...run(1)],
      fails: "pushed",
      seen: all(imagePushed({ repository }), not(isPushed)),
    },
    {
      id: "pushed-too-early",
      commands: [pushImage(image), ...run(1), ...run(1)],
      fails: "side-by-side",
      seen: pushedTooEarly,
    },
    {
      id: "only-waited",
      commands: [...run(1), pushImage(image), { advanceMs: 900_000 }],
      fails: "side-by-side",
      seen: all(nothingRunSince, not(pushedTooEarly)),
    },
    {
      id: "stopped-first",
      commands: [...run(1), pushImage(image), stopTask(family), UNTIL_SETTLED, ...run(1)],
      fails: "side-by-side",
      seen: all(taskToldToStop({ family, stopCode: "UserInitiated" }), not(nothingRunSince)),
    },
    {
      id: "new-revision-for-nothing",
      commands: [...run(1), pushImage(image), registerFile(file), ...run(2)],
      fails: "side-by-side",
      seen: all(hasSecondRevision, not(nothingRunSince), not(pushedTooEarly)),
    },
    {
      id: "pinned-the-new-build",
      commands: [...sideBySide, ...registerImage(`quayside/shop@${SECOND_BUILD}`), ...run(2)],
      fails: "pinned",
      seen: registered({ family, where: bySecond }),
    },
    {
      id: "tag-instead-of-digest",
      commands: [...sideBySide, ...registerImage("quayside/shop:1.0"), ...run(2)],
      fails: "pinned",
      seen: all(
        hasSecondRevision,
        not(registered({ family, where: byFirst })),
        not(registered({ family, where: bySecond })),
      ),
    },
    {
      id: "no-number",
      commands: [...pinned, ecs(`deregister-task-definition --task-definition ${family}`)],
      fails: "inactive",
      seen: refused({ operation: "DeregisterTaskDefinition", id: "task-definition.no-revision" }),
    },
    {
      id: "deregistered-the-wrong-one",
      commands: [...pinned, deregister(2)],
      fails: "inactive",
      seen: revisionReached({ family, revision: 2, status: "INACTIVE" }),
    },
    {
      id: "stopped-before",
      commands: [...run(1), stopTask(family), UNTIL_SETTLED, deregister(1)],
      fails: "inactive",
      seen: all(
        revisionReached({ family, revision: 1, status: "INACTIVE" }),
        not(revisionReached({ family, revision: 1, status: "INACTIVE", withTaskRunning: true })),
      ),
    },
    {
      id: "deleted-while-active",
      commands: [...pinned, remove(1)],
      fails: "deleted",
      seen: all(
        accepted({ operation: "DeleteTaskDefinitions" }),
        not(revisionReached({ family, revision: 1, status: "INACTIVE" })),
      ),
    },
  ],
});

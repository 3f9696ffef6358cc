/** Answers of lab 05/04: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  defineAnswers,
  editJson,
  not,
  PRIVATE_SUBNET,
  placementFailed,
  placeTasks,
  refused,
  registerFile,
  stopTask,
  taskReached,
  taskStopped,
  tasksLie,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { CLUSTER, NO_ADDRESS, ROOMY_SUBNET } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const run = (options: { subnet?: string; count?: number; more?: string } = {}) => {
  const { subnet = PRIVATE_SUBNET, count = 1, more = "" } = options;
  const words = count === 1 ? "" : ` --count ${count}`;
  return {
    aws: `aws ecs run-task --task-definition shop --launch-type FARGATE${words} --network-configuration "awsvpcConfiguration={subnets=[${subnet}]${more}}"`,
  };
};
const work = (count: number, subnet = ROOMY_SUBNET, launchType = "EC2") => ({
  aws: `aws ecs run-task --cluster ${CLUSTER} --task-definition worker --launch-type ${launchType} --count ${count} --network-configuration "awsvpcConfiguration={subnets=[${subnet}]}"`,
});
const bridge = placeTasks({ family: "worker-bridge", cluster: CLUSTER });
/** Until the interface of a task that stops now is deleted. */
const DELETED = { advanceMs: 60_000 };

const fill = [run({ count: 10 }), UNTIL_SETTLED];
const machine = [work(3), UNTIL_SETTLED, bridge, UNTIL_SETTLED];

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    ...fill,
    run(),
    UNTIL_SETTLED,
    stopTask("shop"),
    DELETED,
    run(),
    run({ subnet: ROOMY_SUBNET }),
    UNTIL_SETTLED,
    ...machine,
  ],
  exercise: [
    editJson("worker.json", {
      family: "thumb",
      requiresCompatibilities: ["EC2"],
      networkMode: "bridge",
      containerDefinitions: [{ name: "thumb", image: "nginx:1.29", essential: true, memory: 256 }],
    }),
    registerFile("worker.json"),
    placeTasks({ family: "thumb", cluster: CLUSTER, count: 5 }),
    UNTIL_SETTLED,
  ],
  routes: [
    // The machine first, the subnet in two halves; the task more asks for a public address.
    [
      bridge,
      UNTIL_SETTLED,
      work(2),
      UNTIL_SETTLED,
      work(1),
      run({ subnet: ROOMY_SUBNET }),
      run({ count: 5 }),
      run({ count: 5 }),
      UNTIL_SETTLED,
      run({ more: ",assignPublicIp=ENABLED" }),
      UNTIL_SETTLED,
      stopTask("shop"),
      DELETED,
      stopTask("shop"),
      DELETED,
      run({ count: 2 }),
      UNTIL_SETTLED,
    ],
    // Twelve tasks in a row for ten places; a task that comes too early does no harm.
    [
      run({ count: 6 }),
      run({ count: 6 }),
      UNTIL_SETTLED,
      stopTask("shop"),
      run(),
      DELETED,
      run({ count: 2 }),
      run({ count: 2, subnet: ROOMY_SUBNET }),
      UNTIL_SETTLED,
      ...machine,
    ],
  ],
  mistakes: [
    {
      id: "eleven-at-once",
      commands: [run({ count: 11 })],
      fails: "full",
      seen: refused({ operation: "RunTask", input: ({ count }) => Number(count) > 10 }),
    },
    {
      id: "too-soon",
      commands: [...fill, stopTask("shop"), run(), { advanceMs: 15_000 }],
      fails: "back",
      seen: all(
        taskToldToStop({ family: "shop", stopCode: "UserInitiated" }),
        taskToldToStop({ family: "shop", stopCode: "TaskFailedToStart", why: NO_ADDRESS }),
      ),
    },
    {
      id: "public-address",
      commands: [...fill, run({ more: ",assignPublicIp=ENABLED" }), UNTIL_SETTLED],
      fails: "second",
      seen: taskStopped({ family: "shop", why: "interface.no-address-public" }),
    },
    {
      id: "other-zone",
      commands: [work(3, PRIVATE_SUBNET)],
      fails: "slots",
      seen: placementFailed({ reason: "LOCATION", cluster: CLUSTER }),
    },
    {
      id: "on-fargate",
      commands: [work(1, ROOMY_SUBNET, "FARGATE")],
      fails: "slots",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
    },
    {
      id: "two-only",
      commands: [work(2), UNTIL_SETTLED, bridge, UNTIL_SETTLED],
      fails: "slots",
      seen: all(
        tasksLie({ family: "worker", cluster: CLUSTER, perInstance: [2] }),
        taskReached({ family: "worker-bridge", cluster: CLUSTER, status: "RUNNING" }),
        not(placementFailed({ reason: "RESOURCE:ENI", cluster: CLUSTER })),
      ),
    },
    {
      id: "network-for-bridge",
      commands: [
        {
          aws: `aws ecs run-task --cluster ${CLUSTER} --task-definition worker-bridge --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${ROOMY_SUBNET}]}"`,
        },
      ],
      fails: "bridge",
      seen: all(
        refused({ operation: "RunTask", input: ({ networkConfiguration }) => networkConfiguration !== undefined }),
        not(accepted({ operation: "RunTask", input: ({ taskDefinition }) => taskDefinition === "worker-bridge" })),
      ),
    },
  ],
});

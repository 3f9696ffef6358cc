/** Answers of lab 03/05: hints, the solution, other routes, and the mistakes that people make. */
import {
  accepted,
  all,
  defineAnswers,
  editText,
  instanceReached,
  type LabCommand,
  not,
  placeTasks,
  refused,
  stopTask,
  tasksLie,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
  until,
} from "@quayside/grader";
import { FILE, USER_DATA, ZONE } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const AMI = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
const launch: LabCommand = {
  aws: `aws ec2 run-instances --image-id ${AMI} --instance-type t3.medium --subnet-id subnet-0ddd1111222233334 --iam-instance-profile Name=ecsInstanceRole --user-data file://${FILE}`,
};
const DISTINCT = "type=distinctInstance";
const collect = (count: number, constraints: readonly string[] = [DISTINCT]) =>
  placeTasks({ family: "collector", cluster: "fleet", count, constraints });

/** ARNs of the instances that an expression leaves. */
const instances = (filter: string) =>
  `$(aws ecs list-container-instances --cluster fleet --filter "${filter}" --query "containerInstanceArns" --output text)`;
const startMissing: LabCommand = {
  aws: `aws ecs start-task --cluster fleet --task-definition collector --container-instances ${instances("not(task:group == family:collector)")}`,
};
const FIRST = '$(aws ecs list-container-instances --cluster fleet --query "containerInstanceArns[0]" --output text)';
const drainFirst: LabCommand = {
  aws: `aws ecs update-container-instances-state --cluster fleet --container-instances ${FIRST} --status DRAINING`,
};
const DRAINING =
  '$(aws ecs list-container-instances --cluster fleet --status DRAINING --query "containerInstanceArns[0]" --output text)';
const stopOnDraining = (family: string): LabCommand => ({
  aws: `aws ecs stop-task --cluster fleet --task $(aws ecs list-tasks --cluster fleet --container-instance ${DRAINING} --family ${family} --query "taskArns[0]" --output text)`,
});

/** The steps of the solution, so that mistakes can leave one out. */
const oneEach = [collect(4), UNTIL_SETTLED];
const registered = until({ instanceRegistered: "fleet" }, "10 min");
const joined = [launch, registered];
const lost = [stopTask("collector", { cluster: "fleet" }), UNTIL_SETTLED];
const emptied = [drainFirst, stopOnDraining("web"), UNTIL_SETTLED, stopOnDraining("collector"), UNTIL_SETTLED];

const daemon = (family: string, options = ""): LabCommand => ({
  aws: `aws ecs create-service --cluster fleet --service-name ${family} --task-definition ${family} --scheduling-strategy DAEMON ${options}`.trim(),
});
/** One of the collectors that somebody ran. */
const stopOwn: LabCommand = {
  aws: `aws ecs stop-task --cluster fleet --task $(aws ecs describe-tasks --cluster fleet --tasks $(aws ecs list-tasks --cluster fleet --family collector --query "taskArns" --output text) --query "tasks[?group=='family:collector'].taskArn | [0]" --output text)`,
};
const activate: LabCommand = {
  aws: `aws ecs update-container-instances-state --cluster fleet --status ACTIVE --container-instances ${DRAINING}`,
};
const handedOver = [daemon("collector"), UNTIL_SETTLED, stopOwn, stopOwn, stopOwn, activate, UNTIL_SETTLED];
const watcher: LabCommand = {
  aws: `aws ecs register-task-definition --family watcher --requires-compatibilities EC2 --network-mode bridge --container-definitions '[{"name":"watcher","image":"nginx:1.29","essential":true,"memory":128}]'`,
};
const inZone = `--placement-constraints "type=memberOf,expression=attribute:ecs.availability-zone == ${ZONE}"`;

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    UNTIL_SETTLED,
    ...oneEach,
    ...joined,
    startMissing,
    UNTIL_SETTLED,
    ...lost,
    startMissing,
    UNTIL_SETTLED,
    ...emptied,
    ...handedOver,
  ],
  exercise: [watcher, daemon("watcher", inZone), UNTIL_SETTLED],
  routes: [
    [
      UNTIL_SETTLED,
      startMissing,
      UNTIL_SETTLED,
      collect(1),
      ...joined,
      collect(1),
      UNTIL_SETTLED,
      ...lost,
      collect(1),
      UNTIL_SETTLED,
      ...emptied,
      stopOwn,
      stopOwn,
      stopOwn,
      activate,
      daemon("collector"),
      UNTIL_SETTLED,
    ],
    [
      launch,
      placeTasks({ family: "collector", cluster: "fleet", count: 3, strategies: ["type=spread,field=instanceId"] }),
      UNTIL_SETTLED,
      registered,
      collect(2),
      UNTIL_SETTLED,
      ...emptied,
      ...handedOver,
    ],
  ],
  mistakes: [
    {
      id: "counted-daemon",
      commands: [UNTIL_SETTLED, daemon("collector", "--desired-count 3")],
      fails: "daemon",
      seen: refused({ operation: "CreateService", id: "service.daemon-count" }),
    },
    {
      id: "not-adopted",
      commands: [UNTIL_SETTLED, ...oneEach, daemon("collector"), UNTIL_SETTLED],
      fails: "handed-over",
      seen: all(
        tasksLie({ family: "collector", service: true, perInstance: [1, 1, 1] }),
        tasksLie({ family: "collector", service: false, perInstance: [1, 1, 1] }),
        not(taskToldToStop({ taskGroup: "family:collector" })),
      ),
    },
    {
      id: "everywhere",
      commands: [UNTIL_SETTLED, watcher, daemon("watcher"), UNTIL_SETTLED],
      fails: "exercise",
      seen: accepted({
        operation: "CreateService",
        input: ({ taskDefinition, schedulingStrategy, placementConstraints = [] }) =>
          taskDefinition === "watcher" && schedulingStrategy === "DAEMON" && placementConstraints.length === 0,
      }),
    },
    {
      id: "left-to-chance",
      commands: [UNTIL_SETTLED, collect(3, []), UNTIL_SETTLED],
      fails: "one-each",
      seen: tasksLie({ family: "collector", strategies: ["random"], instances: 2, tasks: 3 }),
    },
    {
      id: "spread-four",
      commands: [
        UNTIL_SETTLED,
        placeTasks({ family: "collector", cluster: "fleet", count: 4, strategies: ["type=spread,field=instanceId"] }),
        UNTIL_SETTLED,
      ],
      fails: "no-second",
      seen: tasksLie({ family: "collector", strategies: ["spread(instanceId)"], perInstance: [2, 1, 1] }),
    },
    {
      id: "waits-for-a-daemon",
      commands: [UNTIL_SETTLED, ...oneEach, ...joined, { advanceMs: 1_800_000 }],
      fails: "covered",
      seen: all(
        instanceReached({ cluster: "fleet", registeredByYou: true }),
        tasksLie({ family: "collector", perInstance: [1, 1, 1] }),
        not(tasksLie({ family: "collector", perInstance: [1, 1, 1, 1] })),
      ),
    },
    {
      id: "wrong-cluster",
      commands: [
        UNTIL_SETTLED,
        editText(FILE, USER_DATA.replace("fleet", "default")),
        launch,
        until({ instanceRegistered: "default" }, "10 min"),
      ],
      fails: "joined",
      seen: instanceReached({ cluster: "default", registeredByYou: true }),
    },
    {
      id: "fargate-daemon",
      commands: [
        {
          aws: "aws ecs run-task --cluster fleet --task-definition collector --launch-type FARGATE --count 3",
        },
      ],
      fails: "one-each",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
    },
    {
      id: "collector-first",
      commands: [
        UNTIL_SETTLED,
        ...oneEach,
        drainFirst,
        stopOnDraining("collector"),
        UNTIL_SETTLED,
        stopOnDraining("web"),
        UNTIL_SETTLED,
      ],
      fails: "last",
      seen: all(
        instanceReached({ status: "DRAINING", emptied: true }),
        taskToldToStop({ family: "web" }),
        taskToldToStop({ family: "collector" }),
      ),
    },
  ],
});

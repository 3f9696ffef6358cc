/** Answers of lab 05/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  connectionTested,
  defineAnswers,
  editJson,
  placeTasks,
  refused,
  registerFile,
  runningTask,
  stopTask,
  tasksLie,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const MACHINE = "10.0.10.4";
const OTHER = "10.0.11.4";
const connect = (from: string, to: string) => ({ aws: `quayside connect ${from} ${to}` });
const onMachine = (command: string) => ({ aws: `ssh ec2-user@${MACHINE} ${command}` });
const runtimeId = `$(aws ecs describe-tasks --tasks ${runningTask("web")} --query "tasks[0].containers[0].runtimeId" --output text)`;
/** The cache answers twelve seconds after its start. */
const READY = { advanceMs: 30_000 };

const three = placeTasks({ family: "web", count: 3, strategies: ["type=binpack,field=memory"] });
const published = connect(OTHER, `${MACHINE}:32768`);
const unpublished = connect(OTHER, `${MACHINE}:80`);
const stopByHand = onMachine(`docker stop ${runtimeId}`);
const pairRuns = placeTasks({ family: "pair", strategies: ["type=binpack,field=memory"] });
const localhost = connect("app", "localhost:6379");
const link = connect("app", "cache:6379");
const collide = placeTasks({ family: "fixed", count: 3 });

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    three,
    READY,
    onMachine("docker ps"),
    published,
    unpublished,
    stopByHand,
    UNTIL_SETTLED,
    pairRuns,
    READY,
    localhost,
    link,
    collide,
    UNTIL_SETTLED,
  ],
  exercise: [
    editJson("fixed.json", {
      family: "wall",
      requiresCompatibilities: ["EC2"],
      networkMode: "bridge",
      containerDefinitions: [
        {
          name: "wall",
          image: "httpd:2.4",
          essential: true,
          memory: 128,
          portMappings: [{ containerPort: 80, hostPort: 8080 }],
        },
      ],
    }),
    registerFile("fixed.json"),
    placeTasks({
      family: "wall",
      constraints: ["type=memberOf,expression=attribute:ecs.availability-zone == us-east-1a"],
    }),
    READY,
    connect(OTHER, `${MACHINE}:8080`),
  ],
  routes: [
    [
      placeTasks({ family: "fixed", count: 10 }),
      pairRuns,
      READY,
      localhost,
      link,
      placeTasks({ family: "web", count: 6 }),
      READY,
      onMachine("curl localhost:32768"),
      connect(OTHER, "localhost:80"),
      stopTask("fixed"),
      stopTask("fixed"),
      UNTIL_SETTLED,
      unpublished,
      onMachine(
        `docker kill $(aws ecs describe-tasks --tasks $(aws ecs list-tasks --family web --container-instance $(aws ecs list-container-instances --query "containerInstanceArns[0]" --output text) --query "taskArns[0]" --output text) --query "tasks[0].containers[0].runtimeId" --output text)`,
      ),
      UNTIL_SETTLED,
    ],
    [
      placeTasks({ family: "web", count: 5, strategies: ["type=spread,field=instanceId"] }),
      READY,
      published,
      unpublished,
      connect("internet", `${MACHINE}:80`),
      { aws: `ssh ${MACHINE} docker stop -t 1 ${runtimeId}` },
      UNTIL_SETTLED,
      pairRuns,
      READY,
      link,
      localhost,
      placeTasks({ family: "fixed" }),
      placeTasks({ family: "fixed" }),
      placeTasks({ family: "fixed" }),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "spread-out",
      commands: [placeTasks({ family: "web", count: 3, strategies: ["type=spread,field=instanceId"] }), READY],
      fails: "dynamic",
      seen: tasksLie({ family: "web", perInstance: [2, 1] }),
    },
    {
      id: "with-a-subnet",
      commands: [
        {
          aws: 'aws ecs run-task --task-definition web --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334]}"',
        },
      ],
      fails: "dynamic",
      seen: refused({ operation: "RunTask", id: "network.unwanted" }),
    },
    {
      id: "only-port-80",
      commands: [three, READY, unpublished],
      fails: "outside",
      seen: connectionTested({ caller: "instance", port: 80, reaches: false }),
    },
    {
      id: "stopped-by-ecs",
      commands: [three, READY, stopTask("web"), UNTIL_SETTLED],
      fails: "by-hand",
      seen: taskToldToStop({ family: "web", stopCode: "UserInitiated" }),
    },
    {
      id: "own-port",
      commands: [pairRuns, READY, connect("app", "localhost:80")],
      fails: "alone",
      seen: connectionTested({ caller: { family: "pair" }, to: "localhost", port: 80, reaches: true }),
    },
    {
      id: "outside-again",
      commands: [pairRuns, READY, connect(OTHER, "cache:6379")],
      fails: "link",
      seen: connectionTested({ caller: "instance", port: 6379, reaches: false }),
    },
    {
      id: "two-fit",
      commands: [placeTasks({ family: "fixed", count: 2 }), UNTIL_SETTLED],
      fails: "static",
      seen: tasksLie({ family: "fixed", perInstance: [1, 1] }),
    },
  ],
});

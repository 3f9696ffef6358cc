/** Answers of lab 05/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  connectionTested,
  defineAnswers,
  editJson,
  PRIVATE_SUBNET,
  refused,
  registerFile,
  stopTask,
  tasksLie,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { OTHER_SUBNET, SHOP_GROUP } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const run = (options = `,securityGroups=[${SHOP_GROUP}]`, more = "") => ({
  aws: `aws ecs run-task --task-definition shop --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]${options}}"${more}`,
});
const connect = (from: string, to: string) => ({ aws: `quayside connect ${from} ${to}` });
const MACHINE = "10.0.10.4";
/** The cache answers twelve seconds after its start. */
const READY = { advanceMs: 30_000 };

const inside = connect("web", "localhost:6379");
const visits = connect("visitor", "web:80");
const machineTries = connect(MACHINE, "web:80");
const out = connect("web", "internet:443");
const first = [run(), READY, inside, visits, machineTries, out];

export default defineAnswers(texts, {
  hints: 3,
  solution: [...first, run(), UNTIL_SETTLED, run()],
  exercise: [
    editJson("shop.json", {
      family: "board",
      requiresCompatibilities: ["EC2"],
      networkMode: "awsvpc",
      containerDefinitions: [
        { name: "board", image: "httpd:2.4", essential: true, memory: 128, portMappings: [{ containerPort: 80 }] },
      ],
    }),
    registerFile("shop.json"),
    {
      aws: `aws ecs run-task --task-definition board --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[${OTHER_SUBNET}],securityGroups=[${SHOP_GROUP}]}"`,
    },
    READY,
    connect("visitor", "board:80"),
  ],
  routes: [
    [run(undefined, " --count 3"), READY, stopTask("shop"), { advanceMs: 90_000 }, inside, visits, machineTries, out],
    [
      run(),
      READY,
      inside,
      connect("visitor", "shop:80"),
      connect(MACHINE, "shop:80"),
      connect("cache", "internet:443"),
      run(undefined, " --count 2"),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "no-network",
      commands: [{ aws: "aws ecs run-task --task-definition shop --launch-type EC2" }],
      fails: "address",
      seen: refused({ operation: "RunTask", id: "network.missing" }),
    },
    {
      id: "public-address",
      commands: [run(`,securityGroups=[${SHOP_GROUP}],assignPublicIp=ENABLED`)],
      fails: "address",
      seen: refused({ operation: "RunTask", id: "network.public-address" }),
    },
    {
      id: "on-fargate",
      commands: [
        {
          aws: `aws ecs run-task --task-definition shop --launch-type FARGATE --network-configuration "awsvpcConfiguration={subnets=[${PRIVATE_SUBNET}]}"`,
        },
      ],
      fails: "address",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
    },
    {
      id: "by-name",
      commands: [run(), READY, connect("web", "cache:6379")],
      fails: "localhost",
      seen: connectionTested({ caller: { family: "shop" }, to: "cache", reaches: true }),
    },
    {
      id: "too-early",
      commands: [run(), { advanceMs: 20_000 }, inside],
      fails: "localhost",
      seen: connectionTested({ to: "localhost", port: 6379, reaches: false }),
    },
    {
      id: "default-group",
      commands: [run(""), READY, visits],
      fails: "group",
      seen: connectionTested({ caller: { family: "visitor" }, port: 80, reaches: false, why: "no-rule" }),
    },
    {
      id: "made-room",
      commands: [run(), READY, stopTask("shop"), { advanceMs: 60_000 }, run(), UNTIL_SETTLED],
      fails: "twice",
      seen: all(taskToldToStop({ family: "shop" }), tasksLie({ family: "shop", tasks: 1 })),
    },
  ],
});

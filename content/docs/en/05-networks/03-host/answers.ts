/** Answers of lab 05/03: hints, the solution, other routes, and the mistakes that people make. */
import {
  connectionTested,
  defineAnswers,
  editJson,
  placeTasks,
  refused,
  registerFile,
  tasksLie,
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

const first = placeTasks({ family: "web", strategies: ["type=binpack,field=memory"] });
const second = placeTasks({ family: "web" });
const direct = connect(OTHER, `${MACHINE}:80`);
const probeRuns = placeTasks({ family: "probe", strategies: ["type=binpack,field=memory"] });
const toNeighbour = connect("probe", "localhost:80");
const toAgent = connect("probe", "localhost:51678");
const sealedRuns = placeTasks({ family: "sealed" });
const locked = connect("sealed", "internet:443");

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    first,
    UNTIL_SETTLED,
    direct,
    second,
    second,
    UNTIL_SETTLED,
    probeRuns,
    UNTIL_SETTLED,
    toNeighbour,
    toAgent,
    sealedRuns,
    UNTIL_SETTLED,
    locked,
  ],
  exercise: [
    editJson("web.json", {
      family: "store",
      requiresCompatibilities: ["EC2"],
      networkMode: "host",
      containerDefinitions: [
        {
          name: "store",
          image: "quayside/cache:1",
          essential: true,
          memory: 128,
          portMappings: [{ containerPort: 6379 }],
        },
      ],
    }),
    registerFile("web.json"),
    placeTasks({
      family: "store",
      constraints: ["type=memberOf,expression=attribute:ecs.availability-zone == us-east-1a"],
    }),
    { advanceMs: 30_000 },
    connect(OTHER, `${MACHINE}:6379`),
  ],
  routes: [
    [
      sealedRuns,
      probeRuns,
      placeTasks({ family: "web", count: 3 }),
      UNTIL_SETTLED,
      connect(MACHINE, `${OTHER}:80`),
      connect("probe", "localhost:80"),
      toAgent,
      connect("sealed", "probe:80"),
    ],
    [
      placeTasks({ family: "web", count: 2 }),
      UNTIL_SETTLED,
      { aws: `ssh ec2-user@${MACHINE} curl localhost:80` },
      placeTasks({ family: "bridged" }),
      probeRuns,
      sealedRuns,
      UNTIL_SETTLED,
      toNeighbour,
      toAgent,
      connect("sealed", "s3"),
    ],
  ],
  mistakes: [
    {
      id: "from-the-internet",
      commands: [first, UNTIL_SETTLED, connect("internet", `${MACHINE}:80`)],
      fails: "direct",
      seen: connectionTested({ port: 80, reaches: false, why: "no-public-address" }),
    },
    {
      id: "dynamic-port",
      commands: [first, UNTIL_SETTLED, connect(OTHER, `${MACHINE}:32768`)],
      fails: "direct",
      seen: connectionTested({ caller: "instance", port: 32_768, reaches: false }),
    },
    {
      id: "with-a-subnet",
      commands: [
        {
          aws: 'aws ecs run-task --task-definition web --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334]}"',
        },
      ],
      fails: "direct",
      seen: refused({ operation: "RunTask", id: "network.unwanted" }),
    },
    {
      id: "only-one",
      commands: [first, UNTIL_SETTLED, direct],
      fails: "one-each",
      seen: tasksLie({ family: "web", perInstance: [1] }),
    },
    {
      id: "two-fit",
      commands: [placeTasks({ family: "web", count: 2 }), UNTIL_SETTLED],
      fails: "conflict",
      seen: tasksLie({ family: "web", perInstance: [1, 1] }),
    },
    {
      id: "nobody-there",
      commands: [placeTasks({ family: "probe" }), UNTIL_SETTLED, toNeighbour],
      fails: "neighbour",
      seen: connectionTested({ caller: { family: "probe" }, to: "localhost", port: 80, reaches: false }),
    },
    {
      id: "sealed-itself",
      commands: [sealedRuns, UNTIL_SETTLED, connect("sealed", "localhost:80")],
      fails: "none",
      seen: connectionTested({ caller: { family: "sealed" }, to: "localhost", reaches: false }),
    },
  ],
});

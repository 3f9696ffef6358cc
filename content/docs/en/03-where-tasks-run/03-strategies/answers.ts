/** Answers of lab 03/03: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  defineAnswers,
  editJson,
  placeTasks,
  refused,
  registerFile,
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

const BY_INSTANCE = "type=spread,field=instanceId";
const BY_ZONE = "type=spread,field=attribute:ecs.availability-zone";
const PACK = "type=binpack,field=memory";

const run = (where: string, count: number, strategies: readonly string[] = [], group?: string) =>
  placeTasks({ family: "web", cluster: where, count, strategies, ...(group === undefined ? {} : { group }) });

/** The steps of the solution, so that mistakes can leave one out. */
const chance = run("pair", 2);
const both = run("pair", 2, [BY_INSTANCE]);
const wide = run("wide", 4, [BY_INSTANCE]);
const tight = run("tight", 4, [PACK]);
const zones = run("wide", 4, [BY_ZONE, PACK], "night");
const stays = run("tight", 2, [BY_INSTANCE]);
const filled = run("wide", 8, [BY_INSTANCE]);
const oneMore = run("wide", 1, [BY_INSTANCE]);

export default defineAnswers(texts, {
  hints: 3,
  solution: [
    chance,
    UNTIL_SETTLED,
    both,
    UNTIL_SETTLED,
    wide,
    tight,
    UNTIL_SETTLED,
    zones,
    stays,
    UNTIL_SETTLED,
    filled,
    oneMore,
  ],
  exercise: [
    editJson("web.json", {
      family: "mini",
      requiresCompatibilities: ["EC2"],
      networkMode: "bridge",
      containerDefinitions: [{ name: "mini", image: "nginx:1.29", essential: true, memory: 128 }],
    }),
    registerFile("web.json"),
    placeTasks({ family: "mini", cluster: "pair", count: 6, strategies: [PACK] }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      tight,
      stays,
      wide,
      zones,
      { advanceMs: 60_000 },
      run("wide", 10, ["type=spread,field=host"]),
      run("pair", 1, [BY_INSTANCE]),
      run("pair", 1, [BY_INSTANCE]),
      stopTask("web", { cluster: "pair" }),
      stopTask("web", { cluster: "pair" }),
      UNTIL_SETTLED,
      run("pair", 2),
      UNTIL_SETTLED,
    ],
    [
      chance,
      both,
      run("wide", 4, [BY_ZONE, BY_INSTANCE]),
      run("tight", 4, ["type=binpack,field=cpu"]),
      run("wide", 4, [BY_ZONE, "type=binpack,field=cpu"], "batch"),
      stays,
      filled,
      run("wide", 10),
    ],
  ],
  mistakes: [
    {
      id: "left-to-chance",
      commands: [chance, both, run("wide", 4), UNTIL_SETTLED],
      fails: "wide",
      seen: tasksLie({ cluster: "wide", strategies: ["random"] }),
    },
    {
      id: "packed-wide",
      commands: [run("wide", 4, [PACK]), UNTIL_SETTLED],
      fails: "wide",
      seen: tasksLie({ cluster: "wide", strategies: ["binpack(memory)"], perInstance: [4] }),
    },
    {
      id: "on-fargate",
      commands: [
        {
          aws: `aws ecs run-task --cluster wide --task-definition web --launch-type FARGATE --count 4 --placement-strategy ${BY_INSTANCE}`,
        },
      ],
      fails: "wide",
      seen: refused({ operation: "RunTask", input: ({ launchType }) => launchType === "FARGATE" }),
    },
    {
      id: "binpack-instances",
      commands: [wide, run("tight", 4, ["type=binpack,field=instanceId"])],
      fails: "tight",
      seen: refused({ operation: "RunTask", id: "placement.invalid", message: /binpack field/ }),
    },
    {
      id: "spread-tight",
      commands: [wide, run("tight", 4, [BY_INSTANCE]), UNTIL_SETTLED],
      fails: "tight",
      seen: tasksLie({ cluster: "tight", perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "no-attribute",
      commands: [wide, run("wide", 4, ["type=spread,field=ecs.availability-zone", PACK], "night")],
      fails: "zones",
      seen: refused({ operation: "RunTask", id: "placement.invalid", message: /spread field 'ecs\./ }),
    },
    {
      id: "reversed",
      commands: [wide, run("wide", 4, [PACK, BY_ZONE], "night"), UNTIL_SETTLED],
      fails: "zones",
      seen: tasksLie({
        cluster: "wide",
        strategies: ["binpack(memory)", "spread(attribute:ecs.availability-zone)"],
      }),
    },
    {
      id: "same-group",
      commands: [wide, run("wide", 4, [BY_ZONE, PACK]), UNTIL_SETTLED],
      fails: "zones",
      seen: tasksLie({
        cluster: "wide",
        taskGroup: "family:web",
        strategies: ["spread(attribute:ecs.availability-zone)", "binpack(memory)"],
        tasks: 4,
      }),
    },
    {
      id: "stopped-to-balance",
      commands: [tight, UNTIL_SETTLED, stopTask("web", { cluster: "tight" }), stays, UNTIL_SETTLED],
      fails: "stays",
      seen: all(tasksLie({ cluster: "tight", perInstance: [4] }), taskToldToStop({ family: "web", cluster: "tight" })),
    },
    {
      id: "too-many-at-once",
      commands: [wide, run("wide", 13, [BY_INSTANCE])],
      fails: "full",
      seen: refused({ operation: "RunTask", id: "run-task.count" }),
    },
  ],
});

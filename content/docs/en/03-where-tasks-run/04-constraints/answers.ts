/** Answers of lab 03/04: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  constrainsPlacement,
  defineAnswers,
  editJson,
  instanceReached,
  instancesOf,
  type LabCommand,
  not,
  placeTasks,
  refused,
  registered,
  registerFile,
  runningTask,
  tasksLie,
  taskToldToStop,
  textsOf,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { api, bound, PROD } from "./lab.ts";

const texts = textsOf({
  en: () => import("./answers-texts/en.ts").then((module) => module.en),
  vi: () => import("./answers-texts/vi.ts").then((module) => module.vi),
});

const only = (expression: string) => `type=memberOf,expression=${expression}`;
const M5 = "attribute:ecs.instance-type =~ m5.*";
const AWAY = "not(task:group == family:api)";

/** `stack=VALUE` on the t3 instance of a zone, or on another one. */
const label = (value: string, zone: string, type = "t3.medium", name = "stack"): LabCommand => ({
  aws: `aws ecs put-attributes --attributes name=${name},value=${value},targetId=${instancesOf("default", `attribute:ecs.instance-type == ${type} and attribute:ecs.availability-zone == us-east-1${zone}`)}`,
});
const unlabel = (zone: string): LabCommand => ({
  aws: `aws ecs delete-attributes --attributes name=stack,targetId=${instancesOf("default", `attribute:ecs.instance-type == t3.medium and attribute:ecs.availability-zone == us-east-1${zone}`)}`,
});

/** The steps of the solution, so that mistakes can leave one out. */
const onM5 = placeTasks({ family: "web", count: 2, constraints: [only(M5)] });
const labels = [label("prod", "a"), label("prod", "b")];
const inDefinition = [editJson("api.json", bound), registerFile("api.json"), placeTasks({ family: "api", count: 2 })];
const oneEach = placeTasks({ family: "probe", count: 5, constraints: ["type=distinctInstance"] });
const apart = placeTasks({ family: "web", count: 2, group: "night", constraints: [only(AWAY)] });
const nowhere = placeTasks({ family: "web", constraints: [only("attribute:stack == test")] });

export default defineAnswers(texts, {
  hints: 3,
  solution: [onM5, ...labels, ...inDefinition, UNTIL_SETTLED, oneEach, apart, nowhere, unlabel("a"), UNTIL_SETTLED],
  exercise: [
    ...["a", "b"].map((zone) => label("ssd", zone, "m5.large", "disk")),
    placeTasks({
      family: "probe",
      count: 2,
      group: "batch",
      constraints: [only("attribute:disk == ssd"), "type=distinctInstance"],
    }),
    UNTIL_SETTLED,
  ],
  routes: [
    [
      ...labels,
      label("blue", "a", "m5.large"),
      editJson("api.json", {
        ...api,
        placementConstraints: [
          { type: "memberOf", expression: "attribute:stack in [prod, live] and attribute:ecs.os-type == linux" },
        ],
      }),
      registerFile("api.json"),
      placeTasks({ family: "api", count: 2, constraints: ["type=distinctInstance"] }),
      UNTIL_SETTLED,
      label("test", "b"),
      placeTasks({
        family: "web",
        count: 2,
        constraints: [only("attribute:ecs.instance-type == m5.large")],
        strategies: ["type=binpack,field=memory"],
      }),
      placeTasks({ family: "web", count: 2, group: "night", constraints: [only("!(task:group == family:api)")] }),
      placeTasks({ family: "probe", count: 10, constraints: ["type=distinctInstance"] }),
      placeTasks({ family: "probe", constraints: [only("runningTasksCount > 50")] }),
    ],
    [
      onM5,
      ...labels,
      ...inDefinition,
      UNTIL_SETTLED,
      unlabel("b"),
      unlabel("a"),
      placeTasks({ family: "api" }),
      apart,
      oneEach,
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "one-equals-sign",
      commands: [placeTasks({ family: "web", constraints: [only("attribute:ecs.instance-type = m5.large")] })],
      fails: "by-type",
      seen: refused({ operation: "RunTask", id: "placement.invalid", message: /two signs/ }),
    },
    {
      id: "only-a-wish",
      commands: [
        placeTasks({ family: "web", count: 2, strategies: ["type=spread,field=attribute:ecs.instance-type"] }),
      ],
      fails: "by-type",
      seen: tasksLie({ family: "web", strategies: ["spread(attribute:ecs.instance-type)"] }),
    },
    {
      id: "labelled-one",
      commands: [onM5, label("prod", "a"), ...inDefinition, UNTIL_SETTLED],
      fails: "labelled",
      seen: all(
        instanceReached({ attributes: { stack: "prod" } }),
        not(instanceReached({ attributes: { stack: "prod" }, count: 2 })),
      ),
    },
    {
      id: "unknown-target",
      commands: [
        {
          aws: "aws ecs put-attributes --attributes name=stack,value=prod,targetId=i-0123456789abcdef0,targetType=container-instance",
        },
      ],
      fails: "labelled",
      seen: refused({ operation: "PutAttributes", id: "attribute.target-not-found" }),
    },
    {
      id: "distinct-in-definition",
      commands: [
        ...labels,
        editJson("api.json", { ...api, placementConstraints: [{ type: "distinctInstance" }] }),
        registerFile("api.json"),
      ],
      fails: "in-definition",
      seen: refused({ operation: "RegisterTaskDefinition", id: "enum", message: /memberOf/ }),
    },
    {
      id: "constraint-only-in-call",
      commands: [
        ...labels,
        registerFile("api.json"),
        placeTasks({ family: "api", count: 2, constraints: [only(PROD)] }),
        UNTIL_SETTLED,
      ],
      fails: "in-definition",
      seen: all(
        tasksLie({ family: "api", constrained: "memberOf" }),
        not(registered({ family: "api", where: [constrainsPlacement()] })),
      ),
    },
    {
      id: "spread-instead-of-distinct",
      commands: [
        placeTasks({ family: "probe", count: 5, strategies: ["type=spread,field=instanceId"] }),
        UNTIL_SETTLED,
      ],
      fails: "one-too-many",
      seen: tasksLie({ family: "probe", strategies: ["spread(instanceId)"], perInstance: [2, 1, 1, 1] }),
    },
    {
      id: "wrong-group",
      commands: [
        ...labels,
        ...inDefinition,
        placeTasks({ family: "web", count: 2, group: "night", constraints: [only("not(task:group == api)")] }),
        UNTIL_SETTLED,
      ],
      fails: "apart",
      seen: all(
        tasksLie({ family: "web", taskGroup: "night", constrained: "memberOf" }),
        not(tasksLie({ family: "web", taskGroup: "night", awayFrom: "family:api", tasks: 2 })),
      ),
    },
    {
      id: "stopped-them",
      commands: [
        ...labels,
        ...inDefinition,
        UNTIL_SETTLED,
        { aws: `aws ecs stop-task --task ${runningTask("api")}` },
        { aws: `aws ecs stop-task --task ${runningTask("api")}` },
        UNTIL_SETTLED,
        unlabel("a"),
        unlabel("b"),
      ],
      fails: "stays",
      seen: taskToldToStop({ family: "api", stopCode: "UserInitiated" }),
    },
  ],
});

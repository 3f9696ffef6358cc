/**
 * Lab 03/04: constraints bind. Attributes of one's own, the query language, distinctInstance, and keeping groups apart.
 * Long, because nine mistakes and two routes each bring their commands and their words.
 */
import {
  all,
  constrainsPlacement,
  defineLab,
  eventually,
  instanceReached,
  jsonFile,
  placementFailed,
  registered,
  taskCreated,
  tasksLie,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

const definition = (family: string) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "nginx",
      image: "nginx:1.29",
      essential: true,
      cpu: 128,
      memory: 256,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
});
export const api = definition("api");
export const PROD = "attribute:stack == prod";
export const bound = { ...api, placementConstraints: [{ type: "memberOf", expression: PROD }] };

export default defineLab(texts, {
  id: "03/04",
  seed: 34,
  scenario: {
    id: "two-kinds-of-machines",
    title: "A cluster of two t3.medium and two m5.large, and three definitions",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "m5.large", count: 2 } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("web") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition("probe") },
    ],
  },
  files: [jsonFile("api.json", api)],
  checks: [
    {
      id: "by-type",
      test: tasksLie({
        family: "web",
        constrained: "memberOf",
        instanceHas: { "ecs.instance-type": "m5.large" },
        tasks: 2,
      }),
    },
    {
      id: "labelled",
      test: instanceReached({ attributes: { stack: "prod", "ecs.instance-type": "t3.medium" }, count: 2 }),
    },
    {
      id: "in-definition",
      test: all(
        registered({ family: "api", where: [constrainsPlacement()] }),
        tasksLie({ family: "api", constrained: "memberOf", instanceHas: { stack: "prod" }, tasks: 2 }),
      ),
    },
    {
      id: "distinct",
      test: tasksLie({ family: "probe", constrained: "distinctInstance", perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "one-too-many",
      test: placementFailed({ reason: "DistinctInstance placement constraint unsatisfied." }),
    },
    {
      id: "apart",
      test: all(
        taskCreated({ family: "api" }),
        tasksLie({ family: "web", taskGroup: "night", constrained: "memberOf", awayFrom: "family:api", tasks: 2 }),
      ),
    },
    {
      id: "nowhere",
      test: placementFailed({ reason: "MemberOf placement constraint unsatisfied." }),
    },
    {
      id: "stays",
      test: eventually({
        holds: ({ rows }) => {
          const bare = rows("containerInstances").filter(({ attributes }) => attributes.stack !== "prod");
          const arns = new Set(bare.map(({ containerInstanceArn }) => containerInstanceArn));
          const bound = rows("taskDefinitions").filter(({ definition }) => definition.placementConstraints?.[0]);
          const task = rows("tasks").find(
            ({ spec, lastStatus }) =>
              lastStatus === "RUNNING" &&
              arns.has(spec.placed?.containerInstanceArn ?? "") &&
              bound.some(
                ({ family, taskDefinitionArn }) => family === "api" && taskDefinitionArn === spec.taskDefinitionArn,
              ),
          );
          return task && ((lang) => texts(lang)?.ranOutside(task.spec.taskId.slice(0, 8)) ?? "");
        },
        otherwise: (lang) => texts(lang)?.neverOutside ?? "",
      }),
    },
    {
      id: "exercise",
      test: all(
        instanceReached({ attributes: { disk: "ssd", "ecs.instance-type": "m5.large" }, count: 2 }),
        tasksLie({
          family: "probe",
          taskGroup: "batch",
          constrained: "memberOf",
          instanceHas: { disk: "ssd" },
          perInstance: [1, 1],
        }),
      ),
    },
  ],
});

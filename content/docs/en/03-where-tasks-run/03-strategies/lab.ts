/** Lab 03/03: chance, spread and binpack on container instances; a chain of strategies; what a wish does not do. */
import { all, defineLab, jsonFile, placementFailed, spreadYielded, tasksLie, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

const web = {
  family: "web",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "nginx",
      image: "nginx:1.29",
      essential: true,
      cpu: 256,
      memory: 900,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
};

const cluster = (clusterName: string, count: number) => [
  { service: "ecs" as const, operation: "CreateCluster", input: { clusterName } },
  {
    service: "quayside" as const,
    operation: "ProvideContainerInstances",
    input: { cluster: clusterName, instanceType: "t3.medium", count },
  },
];

export default defineLab(texts, {
  id: "03/03",
  seed: 33,
  scenario: {
    id: "three-clusters",
    title: "Three clusters of equal machines, and one web server that fits four times on each",
    commands: [
      ...cluster("pair", 2),
      ...cluster("wide", 4),
      ...cluster("tight", 4),
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
    ],
  },
  files: [jsonFile("web.json", web)],
  checks: [
    {
      id: "chance",
      test: tasksLie({ family: "web", cluster: "pair", strategies: ["random"], perInstance: [2] }),
    },
    {
      id: "both",
      test: all(
        tasksLie({ family: "web", cluster: "pair", instances: 2 }),
        tasksLie({ family: "web", cluster: "pair", strategies: ["spread(instanceId)"] }),
      ),
    },
    {
      id: "wide",
      test: tasksLie({ family: "web", cluster: "wide", perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "tight",
      test: tasksLie({ family: "web", cluster: "tight", perInstance: [4] }),
    },
    {
      id: "zones",
      test: tasksLie({ family: "web", perInstance: [2, 2], perZone: [2, 2], tasks: 4, cluster: "wide" }),
    },
    {
      id: "stays",
      test: tasksLie({ family: "web", cluster: "tight", perInstance: [4, 1, 1] }),
    },
    {
      id: "yields",
      test: spreadYielded({ cluster: "wide" }),
    },
    {
      id: "full",
      test: placementFailed({ cluster: "wide", reason: "RESOURCE:MEMORY" }),
    },
    {
      id: "exercise",
      test: tasksLie({ family: "mini", cluster: "pair", perInstance: [6] }),
    },
  ],
});

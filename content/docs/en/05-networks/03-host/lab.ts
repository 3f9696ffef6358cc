/** Lab 05/03: tasks that use the machine's own network, what they share with it, and a task with no network at all. */
import { connectionTested, defineLab, jsonFile, placementFailed, tasksLie, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

const definition = (family: string, networkMode: string, container: object) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode,
  containerDefinitions: [{ name: family, essential: true, memory: 128, ...container }],
});

const web = definition("web", "host", {
  image: "nginx:1.29",
  portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
});
const probe = definition("probe", "host", { image: "quayside/shop:1.0" });
const sealed = definition("sealed", "none", { image: "quayside/shop:1.0" });
const bridged = definition("bridged", "bridge", {
  image: "nginx:1.29",
  portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
});

export default defineLab(texts, {
  id: "05/03",
  seed: 53,
  scenario: {
    id: "two-machines-host",
    title: "Two container instances, and definitions in host and none mode",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      ...[web, probe, sealed, bridged].map((input) => ({
        service: "ecs" as const,
        operation: "RegisterTaskDefinition",
        input,
      })),
    ],
  },
  files: [jsonFile("web.json", web), jsonFile("probe.json", probe), jsonFile("sealed.json", sealed)],
  checks: [
    {
      id: "direct",
      test: connectionTested({ caller: "instance", port: 80, reaches: true, answeredBy: "web" }),
    },
    {
      id: "one-each",
      test: tasksLie({ family: "web", perInstance: [1, 1] }),
    },
    {
      id: "conflict",
      test: placementFailed({ reason: "RESOURCE:PORTS" }),
    },
    {
      id: "neighbour",
      test: connectionTested({
        caller: { family: "probe" },
        to: "localhost",
        port: 80,
        reaches: true,
        answeredBy: "web",
      }),
    },
    {
      id: "agent",
      test: connectionTested({ caller: { family: "probe" }, to: "localhost", port: 51_678, reaches: true }),
    },
    {
      id: "none",
      test: connectionTested({ caller: { family: "sealed" }, reaches: false, why: "no-network" }),
    },
    {
      id: "exercise",
      test: connectionTested({ caller: "instance", port: 6379, reaches: true, answeredBy: "store" }),
    },
  ],
});

/** Lab 05/02: docker0, dynamic host ports, localhost that is not shared, links, static ports that collide. */
import {
  all,
  connectionTested,
  defineLab,
  jsonFile,
  placementFailed,
  portsPublished,
  taskStopped,
  textsOf,
} from "@quayside/grader";

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
      name: "web",
      image: "nginx:1.29",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
};

const pair = {
  family: "pair",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    { name: "app", image: "nginx:1.29", essential: true, memory: 256, links: ["cache"] },
    { name: "cache", image: "quayside/cache:1", essential: true, memory: 256 },
  ],
};

const fixed = {
  family: "fixed",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "fixed",
      image: "nginx:1.29",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
    },
  ],
};

export default defineLab(texts, {
  id: "05/02",
  seed: 52,
  scenario: {
    id: "two-machines-bridge",
    title: "Two container instances and three definitions in bridge mode",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
      { service: "ecs", operation: "RegisterTaskDefinition", input: pair },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fixed },
    ],
  },
  files: [jsonFile("web.json", web), jsonFile("pair.json", pair), jsonFile("fixed.json", fixed)],
  checks: [
    {
      id: "dynamic",
      test: portsPublished({ family: "web", count: 3 }),
    },
    {
      id: "outside",
      test: all(
        connectionTested({ caller: "instance", reaches: true, why: "published" }),
        connectionTested({ caller: "instance", port: 80, reaches: false }),
      ),
    },
    {
      id: "by-hand",
      test: taskStopped({ family: "web", stopCode: "EssentialContainerExited" }),
    },
    {
      id: "alone",
      test: connectionTested({
        caller: { family: "pair" },
        to: "localhost",
        port: 6379,
        reaches: false,
        why: "own-loopback",
      }),
    },
    {
      id: "link",
      test: connectionTested({ caller: { family: "pair" }, port: 6379, reaches: true, answeredBy: "cache" }),
    },
    {
      id: "static",
      test: placementFailed({ reason: "RESOURCE:PORTS" }),
    },
    {
      id: "exercise",
      test: connectionTested({ caller: "instance", port: 8080, reaches: true, answeredBy: "wall" }),
    },
  ],
});

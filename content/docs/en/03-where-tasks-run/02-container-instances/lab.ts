/**
 * Lab 03/02: replace a machine. Silence its agent, launch a new one that joins the cluster, see one that cannot, drain the
 * old one, let it go. Long, because ten mistakes each bring their commands and their words.
 */
import {
  all,
  defineLab,
  instanceReached,
  jsonFile,
  machineReached,
  placementFailed,
  textFile,
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
      name: "nginx",
      image: "nginx:1.29",
      essential: true,
      cpu: 256,
      memory: 512,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
};

export const FILE = "user-data.sh";
export const script = (...lines: string[]) =>
  `#!/bin/bash\n${lines.map((line) => `echo ${line} >> /etc/ecs/ecs.config\n`).join("")}`;

export default defineLab(texts, {
  id: "03/02",
  seed: 32,
  scenario: {
    id: "one-old-machine",
    title: "A cluster of one machine with an old agent, on which two tasks run",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "fleet" } },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { cluster: "fleet", instanceType: "t3.medium", subnets: ["private-a"], agentVersion: "1.90.0" },
      },
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
      {
        service: "ecs",
        operation: "RunTask",
        input: { cluster: "fleet", taskDefinition: "web", launchType: "EC2", count: 2 },
      },
    ],
  },
  files: [textFile(FILE, script("ECS_CLUSTER=default")), jsonFile("web.json", web)],
  checks: [
    {
      id: "silent",
      test: all(
        instanceReached({ cluster: "fleet", connected: false, runningTasks: 1 }),
        placementFailed({ cluster: "fleet", reason: "AGENT" }),
      ),
    },
    {
      id: "joined",
      test: instanceReached({ cluster: "fleet", status: "ACTIVE", registeredByYou: true }),
    },
    {
      id: "reserved",
      test: instanceReached({
        cluster: "fleet",
        registeredByYou: true,
        agentConfiguration: { ECS_RESERVED_MEMORY: "256" },
      }),
    },
    {
      id: "no-role",
      test: machineReached({ launchedByYou: true, why: "agent.no-credentials" }),
    },
    {
      id: "drained",
      test: instanceReached({ cluster: "fleet", status: "DRAINING", emptied: true, registeredByYou: false }),
    },
    {
      id: "moved",
      test: instanceReached({ cluster: "fleet", registeredByYou: true, runningTasks: 2 }),
    },
    {
      id: "gone",
      test: all(
        instanceReached({ cluster: "fleet", status: "INACTIVE", registeredByYou: false }),
        machineReached({ launchedByYou: false, state: "terminated" }),
        machineReached({ launchedByYou: true, state: "terminated", why: "agent.no-credentials" }),
      ),
    },
    {
      id: "exercise",
      test: instanceReached({
        cluster: "fleet",
        registeredByYou: true,
        instanceType: "m5.large",
        agentConfiguration: { ECS_RESERVED_MEMORY: "512" },
      }),
    },
  ],
});

/** Lab 03/01: the same image on a machine of yours and on Fargate; what Fargate refuses, and what it leaves behind. */
import {
  all,
  defineLab,
  field,
  imagePulled,
  instanceReached,
  inTurn,
  jsonFile,
  noTaskLeft,
  registered,
  requiresCompatibility,
  taskHasPublicAddress,
  taskReached,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const nginx = { name: "nginx", image: "nginx:1.29", essential: true, memory: 256 };
export const web = {
  family: "web",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [{ ...nginx, privileged: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] }],
};
export const PORTABLE = [requiresCompatibility("EC2"), requiresCompatibility("FARGATE")];

export default defineLab(texts, {
  id: "03/01",
  seed: 31,
  scenario: {
    id: "one-machine-and-a-bare-cluster",
    title: "A cluster with one m5.large, a cluster without any machine, and a definition for EC2",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { instanceType: "m5.large", subnets: ["private-a"] },
      },
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "bare" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
    ],
  },
  files: [jsonFile("web.json", web)],
  checks: [
    {
      id: "on-ec2",
      test: taskReached({ family: "web", launchType: "EC2", status: "RUNNING" }),
    },
    {
      id: "from-disk",
      test: imagePulled({ family: "web", launchType: "EC2", fromDisk: true }),
    },
    {
      id: "portable",
      test: registered({ family: "web", where: PORTABLE }),
    },
    {
      id: "on-fargate",
      test: all(
        taskReached({ family: "web", cluster: "bare", launchType: "FARGATE", status: "RUNNING" }),
        taskHasPublicAddress({ family: "web", launchType: "FARGATE" }),
      ),
    },
    {
      id: "pulls-again",
      test: imagePulled({ family: "web", cluster: "bare", launchType: "FARGATE", fromDisk: false, count: 2 }),
    },
    {
      id: "same-revision",
      test: taskReached({ family: "web", launchType: "EC2", definition: PORTABLE, status: "RUNNING" }),
    },
    {
      id: "idle",
      test: inTurn(noTaskLeft(), instanceReached({ status: "ACTIVE", emptied: true })),
    },
    {
      id: "exercise",
      test: all(
        ...(["FARGATE", "EC2"] as const).map((launchType) =>
          taskReached({
            family: "api",
            launchType,
            definition: [field("memory", "1024")],
            assignPublicIp: false,
            status: "RUNNING",
          }),
        ),
      ),
    },
  ],
});

/** Lab 07/01: target groups of both types, the services that fill them, and a task that nobody registers. */
import {
  all,
  defineLab,
  fargateDefinition,
  jsonFile,
  requestMet,
  targetReached,
  targetsTogether,
  taskReached,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const PUBLIC_SUBNETS = ["subnet-0aaa1111222233334", "subnet-0bbb1111222233334"];

const onMachines = (family: string, networkMode: string, portMapping: object) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode,
  containerDefinitions: [
    { name: family, image: "httpd:2.4", essential: true, memory: 128, portMappings: [portMapping] },
  ],
});

const web = fargateDefinition("web", "nginx:1.29", { portMappings: [{ containerPort: 80 }] });

/** Tasks that a service has registered. */
const ofService = (family: string) => ({ family, service: true });

export default defineLab(texts, {
  id: "07/01",
  seed: 71,
  scenario: {
    id: "a-balancer-without-a-door",
    title: "A load balancer that listens nowhere, two container instances, three task definitions",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "elbv2", operation: "CreateLoadBalancer", input: { Name: "web", Subnets: PUBLIC_SUBNETS } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      {
        service: "ecs",
        operation: "RegisterTaskDefinition",
        input: web,
      },
      {
        service: "ecs",
        operation: "RegisterTaskDefinition",
        input: onMachines("shop", "bridge", { containerPort: 80, hostPort: 0 }),
      },
      {
        service: "ecs",
        operation: "RegisterTaskDefinition",
        input: onMachines("clock", "host", { containerPort: 80 }),
      },
    ],
  },
  files: [jsonFile("web.json", web)],
  checks: [
    { id: "door", test: requestMet({ targetType: "ip" }) },
    {
      id: "registered",
      test: targetsTogether({ task: ofService("web"), targetType: "ip", state: "healthy", count: 2 }),
    },
    { id: "alone", test: taskReached({ family: "web", service: false, status: "RUNNING" }) },
    { id: "leaving", test: targetReached({ task: ofService("web"), state: "draining" }) },
    {
      id: "dynamic",
      test: targetsTogether({ task: ofService("shop"), targetType: "instance", state: "healthy", count: 3, onOne: 2 }),
    },
    {
      id: "exercise",
      test: all(
        requestMet({ port: 9090, targetType: "instance" }),
        targetsTogether({ task: ofService("clock"), targetType: "instance", state: "healthy", port: 80, count: 2 }),
      ),
    },
  ],
});

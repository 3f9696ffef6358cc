/** Lab 07/04: what happens between "stop" and the stop signal, and how long it takes. A task behind a target group is replaced with the usual delay, with a shorter one, and stopped by hand. */
import { balancedService, balancer, defineLab, fargateDefinition, taskDrained, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const web = "web";
export const orders = "orders";
/** Of the service orders: its longest request, and what is too long to wait. */
export const LONGEST = 90;
export const TOO_LONG = 120;
const register = (family: string, image: string, containerPort: number) => ({
  service: "ecs" as const,
  operation: "RegisterTaskDefinition",
  input: fargateDefinition(family, image, { portMappings: [{ containerPort }] }),
});
const byService = { stopCode: "ServiceSchedulerInitiated" } as const;

export default defineLab(texts, {
  id: "07/04",
  seed: 74,
  scenario: {
    id: "two-behind-a-balancer",
    title: "A load balancer, and the services web and orders behind it",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      register(web, "nginx:1.29", 80),
      register(orders, "quayside/stubborn:1", 8080),
      ...balancer("shop", [{ group: web }, { group: orders, port: 8080 }]),
      balancedService({ name: web, count: 1 }),
      balancedService({ name: orders, count: 2, port: 8080 }),
    ],
  },
  files: [],
  checks: [
    { id: "usual", test: taskDrained({ service: web, ...byService, from: 300 }) },
    { id: "shorter", test: taskDrained({ service: web, ...byService, to: 60 }) },
    { id: "by-hand", test: taskDrained({ service: web, stopCode: "UserInitiated" }) },
    { id: "exercise", test: taskDrained({ service: orders, ...byService, from: LONGEST, to: TOO_LONG }) },
  ],
});

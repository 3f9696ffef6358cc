/** Lab 07/03: who says that a target is well, and what follows. A service behind a good check, behind one that asks for the wrong page, and a slow starter that never lives long enough to pass. */
import { balancer, defineLab, fargateDefinition, targetReached, taskToldToStop, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const web = "web";
export const api = "api";
export const clock = "clock";
const register = (family: string, image: string, containerPort: number) => ({
  service: "ecs" as const,
  operation: "RegisterTaskDefinition",
  input: fargateDefinition(family, image, { portMappings: [{ containerPort }] }),
});

export default defineLab(texts, {
  id: "07/03",
  seed: 73,
  scenario: {
    id: "three-groups",
    title: "A load balancer with three target groups, and three servers without a service",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      register(web, "nginx:1.29", 80),
      register(api, "quayside/slow-start:1", 8080),
      register(clock, "httpd:2.4", 80),
      ...balancer("shop", [
        { group: web },
        { group: api, port: 8080, more: { HealthCheckIntervalSeconds: 10 } },
        { group: clock, port: 8081, more: { HealthCheckPort: "8081", HealthCheckPath: "/status" } },
      ]),
    ],
  },
  files: [],
  checks: [
    { id: "one-check", test: targetReached({ group: web, task: { family: web }, state: "healthy" }) },
    {
      id: "wrong-page",
      test: targetReached({ group: web, state: "unhealthy", reason: "Target.ResponseCodeMismatch" }),
    },
    { id: "loop", test: taskToldToStop({ family: api, why: "stop.target-checks" }) },
    { id: "grace", test: targetReached({ group: api, task: { family: api }, state: "healthy" }) },
    { id: "exercise", test: targetReached({ group: clock, task: { family: clock }, state: "healthy" }) },
  ],
});

/** Lab 06/03: who gives up, and when. A version that crashes is rolled out without a brake, stopped by hand, and stopped by the circuit breaker. */
import {
  defineLab,
  deploymentReached,
  fargateDefinition,
  jsonFile,
  serviceSteady,
  taskStopped,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const web = "webserver";
export const file = "webserver.json";
export const service = "web";
/** It runs for eight seconds and exits with 1. */
const CRASHES = "quayside/crash:1";

export default defineLab(texts, {
  id: "06/03",
  seed: 63,
  scenario: {
    id: "one-good-server",
    title: "A cluster, a server and a clock, both registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition(web, "nginx:1.29") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition("clock", "httpd:2.4") },
    ],
  },
  files: [jsonFile(file, fargateDefinition(web, CRASHES))],
  checks: [
    { id: "kept", test: serviceSteady({ service, family: web, tasks: 2 }) },
    // One crash is no sign yet that nobody gives up.
    {
      id: "no-end",
      test: taskStopped({ service, family: web, stopCode: "EssentialContainerExited", exitCode: 1, count: 6 }),
    },
    { id: "stopped", test: deploymentReached({ is: "ROLLED_BACK", why: "asked", service }) },
    { id: "tripped", test: deploymentReached({ is: "ROLLED_BACK", why: "breaker", service }) },
    {
      id: "exercise",
      test: deploymentReached({
        is: "ROLLED_BACK",
        why: "breaker",
        family: "clock",
        configured: ({ deploymentCircuitBreaker: { thresholdConfiguration } }) =>
          thresholdConfiguration.type === "COUNT" && thresholdConfiguration.value === 2,
      }),
    },
  ],
});

/** Lab 06/02: two percentages. A service is updated with room to spare, without any, not at all, and again before it was done. */
import {
  type Condition,
  type DeploymentMatch,
  defineLab,
  deploymentReached,
  fargateDefinition,
  jsonFile,
  serviceReached,
  serviceSaid,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const web = "webserver";
export const file = "webserver.json";
export const service = "web";
/** What the service says when its percentages leave nothing to do. */
export const STUCK =
  "was unable to stop or start tasks during a deployment because of the service deployment configuration";

type Configured = NonNullable<DeploymentMatch["configured"]>;

/** So many healthy tasks at least and so many tasks at most, of so many. */
export const within =
  (desired: number, lower: number, upper: number): Configured =>
  ({ minimumHealthyPercent, maximumPercent }) =>
    Math.ceil((desired * minimumHealthyPercent) / 100) === lower &&
    Math.floor((desired * maximumPercent) / 100) === upper;

/** Five tasks of clock, and a deployment after the first that kept to 4 and 6. */
const exercise: Condition = (view) => {
  const ofFive = serviceReached({ family: "clock", desiredCount: 5 })(view);
  if (!ofFive.passed) return ofFive;
  return deploymentReached({ is: "COMPLETED", family: "clock", forced: true, configured: within(5, 4, 6) })(view);
};

export default defineLab(texts, {
  id: "06/02",
  seed: 67,
  scenario: {
    id: "two-old-servers",
    title: "A cluster and two servers, both registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition(web, "nginx:1.27") },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition("clock", "httpd:2.4") },
    ],
  },
  files: [jsonFile(file, fargateDefinition(web, "nginx:1.29"))],
  checks: [
    { id: "rolled", test: deploymentReached({ is: "COMPLETED", service, family: web, revision: 2 }) },
    {
      id: "no-extra",
      test: deploymentReached({ is: "COMPLETED", service, configured: ({ maximumPercent }) => maximumPercent === 100 }),
    },
    { id: "stuck", test: serviceSaid({ service, text: STUCK }) },
    { id: "freed", test: deploymentReached({ is: "COMPLETED", service, configured: within(4, 4, 4) }) },
    { id: "overtaken", test: deploymentReached({ is: "SUPERSEDED", service }) },
    { id: "exercise", test: exercise },
  ],
});

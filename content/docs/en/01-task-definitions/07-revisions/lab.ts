/**
 * Lab 01/07: a revision never changes, a tag does. Two builds of one image run side by side under the same revision, the
 * first is pinned by its digest, and the old revision is retired.
 */
import {
  buildsRunning,
  defineLab,
  hasContainer,
  imagePushed,
  jsonFile,
  registered,
  revisionReached,
  taskReached,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const file = "shop.json";
export const family = "shop";
export const image = "quayside/shop:latest";
export const repository = "docker.io/quayside/shop";
/** What a push brings. */
export const SECOND_BUILD = "sha256:279bd55985b31d9579f515d18364128a52c428d0f1804126135f478844604225";
/** What the simulated registry holds as the first build. */
export const FIRST_BUILD = "sha256:5d36da5458c3dad8436fb3adb74109fa7fded35bee870ddde84d8d0f9558dc4b";

export const withImage = (name: string) => ({
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "shop", image: name, essential: true, portMappings: [{ containerPort: 80 }] }],
});

export const byFirst = [hasContainer({ imageDigest: FIRST_BUILD })];
export const ran = taskReached({ family, status: "RUNNING" });
export const isPushed = imagePushed({ repository, tag: "latest" });

export default defineLab(texts, {
  id: "01/07",
  seed: 17,
  scenario: {
    id: "shop-registered",
    title: "A cluster, and a web shop that is registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: withImage(image) },
    ],
  },
  files: [jsonFile(file, withImage(image))],
  checks: [
    {
      id: "running",
      test: ran,
    },
    {
      id: "pushed",
      test: isPushed,
    },
    {
      id: "side-by-side",
      test: buildsRunning(2),
    },
    {
      id: "pinned",
      test: (view) => {
        const isThere = registered({ family, where: byFirst })(view);
        return isThere.passed ? taskReached({ family, definition: byFirst, status: "RUNNING" })(view) : isThere;
      },
    },
    {
      id: "inactive",
      test: revisionReached({ family, revision: 1, status: "INACTIVE", withTaskRunning: true }),
    },
    {
      id: "deleted",
      test: revisionReached({ family, revision: 1, status: "DELETE_IN_PROGRESS" }),
    },
    {
      id: "exercise",
      test: taskReached({
        family: "shop-next",
        definition: [hasContainer({ imageDigest: SECOND_BUILD })],
        status: "RUNNING",
      }),
    },
  ],
});

/** Lab 06/05: the same name, another build. A tag moves under a service; its tasks do not, until a deployment is forced, and the way back needs a digest. */
import {
  all,
  buildRan,
  defineLab,
  deploymentReached,
  fargateDefinition,
  hasContainer,
  inTurn,
  jsonFile,
  serviceSteady,
  taskReached,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const file = "shop.json";
export const service = "shop";
export const image = "quayside/shop:latest";
export const kioskImage = "quayside/shop:1.0";
const repository = "docker.io/quayside/shop";
/** What the simulated registry holds as the first build. */
export const FIRST_BUILD = "sha256:5d36da5458c3dad8436fb3adb74109fa7fded35bee870ddde84d8d0f9558dc4b";
export const withImage = (name: string) => fargateDefinition("shop", name);

const ofShop = { service, repository, tag: "latest" } as const;
const forced = deploymentReached({ is: "COMPLETED", service, forced: true });

export default defineLab(texts, {
  id: "06/05",
  seed: 65,
  scenario: {
    id: "a-shop-and-a-kiosk",
    title: "A cluster, a web shop and a kiosk, both registered",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: withImage(image) },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fargateDefinition("kiosk", kioskImage) },
    ],
  },
  files: [jsonFile(file, withImage(image))],
  checks: [
    { id: "kept", test: serviceSteady({ service, tasks: 2 }) },
    { id: "pinned", test: buildRan({ ...ofShop, build: "older", count: 2 }) },
    { id: "forced", test: inTurn(forced, buildRan({ ...ofShop, build: "pushed", count: 3 })) },
    {
      id: "way-back",
      test: all(
        deploymentReached({ is: "COMPLETED", service, family: "shop", revision: 2 }),
        taskReached({ service, definition: [hasContainer({ imageDigest: FIRST_BUILD })], status: "RUNNING" }),
      ),
    },
    {
      id: "exercise",
      test: inTurn(
        buildRan({ family: "kiosk", service: true, repository, tag: "1.0", build: "pushed", count: 2 }),
        deploymentReached({
          is: "COMPLETED",
          family: "kiosk",
          forced: true,
          configured: ({ maximumPercent }) => maximumPercent === 100,
        }),
      ),
    },
  ],
});

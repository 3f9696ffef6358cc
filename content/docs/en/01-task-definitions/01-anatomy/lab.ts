/** Lab 01/01: the web server of the study notes. Complete a task definition, register it, run it on Fargate. */
import {
  defineLab,
  field,
  hasContainer,
  jsonFile,
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

export const file = "webserver.json";
export const family = "webserver";
export const container = {
  name: "nginx",
  image: "nginx:1.29",
  essential: true,
  portMappings: [{ containerPort: 80, protocol: "tcp" }],
};
/** What the learner begins with: nearly right. */
export const start = { family, networkMode: "awsvpc", cpu: "256", containerDefinitions: [container] };
export const onFargate = [requiresCompatibility("FARGATE"), field("networkMode", "awsvpc")];
export const sized = [...onFargate, field("cpu", "256"), field("memory", "512")];
export const nginxOn80 = hasContainer({ officialImage: "nginx", containerPort: 80 });

export default defineLab(texts, {
  id: "01/01",
  seed: 11,
  scenario: {
    id: "empty-cluster",
    title: "A cluster without tasks",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [jsonFile(file, start)],
  checks: [
    {
      id: "registered",
      test: registered({ family }),
    },
    {
      id: "fargate-size",
      test: registered({ family, where: sized }),
    },
    {
      id: "nginx-80",
      test: registered({ family, where: [...sized, nginxOn80] }),
    },
    {
      id: "running",
      test: taskReached({ family, cluster: "default", status: "RUNNING" }),
    },
    {
      id: "public-ip",
      test: taskHasPublicAddress({ family, cluster: "default" }),
    },
    {
      id: "exercise",
      test: taskReached({
        family: "site",
        assignPublicIp: false,
        definition: [field("cpu", "512"), field("memory", "1024"), hasContainer({ officialImage: "httpd" })],
        status: "RUNNING",
      }),
    },
  ],
  tour: () => import("./tour.ts").then((module) => module.default),
});

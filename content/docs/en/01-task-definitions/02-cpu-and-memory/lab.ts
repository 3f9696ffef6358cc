/**
 * Lab 01/02: a task of one vCPU's half and one GB. Make its size valid, watch the kernel kill the wrong container, put the
 * leak into a limit of its own, and size a task for EC2.
 */
import {
  type ContainerMoment,
  containersInOrder,
  defineLab,
  field,
  hasContainer,
  jsonFile,
  registered,
  requiresCompatibility,
  textsOf,
} from "@quayside/grader";

const texts = textsOf({
  en: () => import("./lab-texts/en.ts").then((module) => module.en),
  vi: () => import("./lab-texts/vi.ts").then((module) => module.vi),
});

export const file = "gallery.json";
export const family = "gallery";
export const renderFile = "render.json";
const render = "render";
export const job = { name: "thumbnails", image: "quayside/thumbnails:1", cpu: 384, essential: true };
export const agent = { name: "agent", image: "quayside/leaky:1", cpu: 256, essential: true };
export const shape = { family, requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" };
/** What the learner begins with: no Fargate size, and containers that ask for more CPU than the task has. */
const start = { ...shape, cpu: ".5 vCPU", memory: "700", containerDefinitions: [job, agent] };
const renderContainer = { name: "blender", image: "busybox:1.37", command: ["sleep", "600"], essential: true };
export const renderStart = {
  family: render,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "1.5 vCPU",
  memory: "3000",
  containerDefinitions: [renderContainer],
};

export const size = [requiresCompatibility("FARGATE"), field("cpu", "512"), field("memory", "1024")];
const killedJob: ContainerMoment = {
  container: "thumbnails",
  is: "stopped",
  exitCode: 137,
  why: "exit.out-of-memory",
};
export const killedAgent: ContainerMoment = { ...killedJob, container: "agent" };
export const finishedJob: ContainerMoment = { container: "thumbnails", is: "stopped", exitCode: 0 };
const limits = [
  hasContainer({ name: "thumbnails", memoryReservation: 768 }),
  hasContainer({ name: "agent", memory: 192, essential: false }),
];
export const inOneGb = { family, definition: [field("memory", "1024")] };

export default defineLab(texts, {
  id: "01/02",
  seed: 12,
  scenario: {
    id: "gallery-size",
    title: "A cluster without tasks",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [jsonFile(file, start), jsonFile(renderFile, renderStart)],
  checks: [
    {
      id: "size",
      test: registered({ family, where: size }),
    },
    {
      id: "killed",
      test: containersInOrder({ family, moments: [killedJob] }),
    },
    {
      id: "limits",
      test: registered({ family, where: [...size, ...limits] }),
    },
    {
      id: "contained",
      test: containersInOrder({ ...inOneGb, moments: [killedAgent, finishedJob] }),
    },
    {
      id: "any-size-on-ec2",
      test: registered({
        family: render,
        where: [requiresCompatibility("EC2"), field("cpu", "1536"), field("memory", "3000")],
      }),
    },
    {
      id: "exercise",
      test: containersInOrder({
        family: "studio",
        definition: [field("cpu", "1024"), field("memory", "2048"), hasContainer({ name: "agent", memory: 300 })],
        moments: [killedAgent, finishedJob],
      }),
    },
  ],
});

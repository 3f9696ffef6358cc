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
  text,
} from "@quayside/grader";

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

export default defineLab({
  id: "01/02",
  seed: 12,
  title: text("Room for two containers", "Chỗ cho hai container"),
  scenario: {
    id: "gallery-size",
    title: "A cluster without tasks",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [jsonFile(file, start), jsonFile(renderFile, renderStart)],
  goal: text(
    "Register gallery for Fargate with half a vCPU and 1 GB, run it and see the kernel kill thumbnails. Then give thumbnails a soft limit of 768 MiB and agent, no longer essential, a hard limit of 192 MiB; run it again until thumbnails ends with 0. Register render for EC2 with 1.5 vCPU and 3000 MiB.",
    "Đăng ký gallery cho Fargate với nửa vCPU và 1 GB, chạy nó và xem kernel kill thumbnails. Sau đó cho thumbnails soft limit 768 MiB, còn agent thì không essential nữa và có hard limit 192 MiB; chạy lại tới khi thumbnails kết thúc với mã 0. Đăng ký render cho EC2 với 1,5 vCPU và 3000 MiB.",
  ),
  checks: [
    {
      id: "size",
      title: text(
        "gallery has 512 CPU units and 1024 MiB on Fargate",
        "gallery có 512 CPU unit và 1024 MiB trên Fargate",
      ),
      test: registered({ family, where: size }),
    },
    {
      id: "killed",
      title: text("thumbnails was killed for memory: exit code 137", "thumbnails bị kill vì bộ nhớ: exit code 137"),
      test: containersInOrder({ family, moments: [killedJob] }),
    },
    {
      id: "limits",
      title: text("thumbnails has a soft limit, agent a hard one", "thumbnails có soft limit, agent có hard limit"),
      test: registered({ family, where: [...size, ...limits] }),
    },
    {
      id: "contained",
      title: text("agent was killed alone, thumbnails ended with 0", "Chỉ agent bị kill, thumbnails kết thúc với mã 0"),
      test: containersInOrder({ ...inOneGb, moments: [killedAgent, finishedJob] }),
    },
    {
      id: "any-size-on-ec2",
      title: text("render requires EC2, 1536 CPU units and 3000 MiB", "render yêu cầu EC2, 1536 CPU unit và 3000 MiB"),
      test: registered({
        family: render,
        where: [requiresCompatibility("EC2"), field("cpu", "1536"), field("memory", "3000")],
      }),
    },
  ],
});

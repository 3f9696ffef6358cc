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
  text,
} from "@quayside/grader";

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

export default defineLab({
  id: "01/01",
  seed: 11,
  title: text("A web server on Fargate", "Một web server trên Fargate"),
  scenario: {
    id: "empty-cluster",
    title: "A cluster without tasks",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [jsonFile(file, start)],
  goal: text(
    "Complete webserver.json so that it requires Fargate, with 0.25 vCPU and 512 MiB: family webserver, an nginx container, port 80. Register it and run one task of it on Fargate in the cluster default, with a public IP address.",
    "Hoàn thiện webserver.json sao cho nó yêu cầu Fargate, với 0,25 vCPU và 512 MiB: family webserver, một container nginx, cổng 80. Đăng ký rồi chạy một task của nó trên Fargate trong cluster default, có địa chỉ IP công khai.",
  ),
  checks: [
    {
      id: "registered",
      title: text("The family webserver is registered", "Family webserver đã được đăng ký"),
      test: registered({ family }),
    },
    {
      id: "fargate-size",
      title: text(
        "It requires Fargate, with 256 CPU units and 512 MiB",
        "Nó yêu cầu Fargate, với 256 CPU unit và 512 MiB",
      ),
      test: registered({ family, where: sized }),
    },
    {
      id: "nginx-80",
      title: text("It has an nginx container on port 80", "Nó có một container nginx ở cổng 80"),
      test: registered({ family, where: [nginxOn80] }),
    },
    {
      id: "running",
      title: text("A task of it reached RUNNING", "Một task của nó đã đạt RUNNING"),
      test: taskReached({ family, cluster: "default", status: "RUNNING" }),
    },
    {
      id: "public-ip",
      title: text("The task has a public IP address", "Task có địa chỉ IP công khai"),
      test: taskHasPublicAddress({ family, cluster: "default" }),
    },
  ],
  tour: () => import("./tour.ts").then((module) => module.default),
});

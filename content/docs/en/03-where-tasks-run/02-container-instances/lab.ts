/**
 * Lab 03/02: replace a machine. Silence its agent, launch a new one that joins the cluster, see one that cannot, drain the
 * old one, let it go. Long, because ten mistakes each bring their commands and their words.
 */
import {
  all,
  defineLab,
  instanceReached,
  jsonFile,
  machineReached,
  placementFailed,
  text,
  textFile,
} from "@quayside/grader";

const web = {
  family: "web",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "nginx",
      image: "nginx:1.29",
      essential: true,
      cpu: 256,
      memory: 512,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
};

export const FILE = "user-data.sh";
export const script = (...lines: string[]) =>
  `#!/bin/bash\n${lines.map((line) => `echo ${line} >> /etc/ecs/ecs.config\n`).join("")}`;

export default defineLab({
  id: "03/02",
  seed: 32,
  title: text("Replace a machine", "Thay một cái máy"),
  scenario: {
    id: "one-old-machine",
    title: "A cluster of one machine with an old agent, on which two tasks run",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "fleet" } },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { cluster: "fleet", instanceType: "t3.medium", subnets: ["private-a"], agentVersion: "1.90.0" },
      },
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
      {
        service: "ecs",
        operation: "RunTask",
        input: { cluster: "fleet", taskDefinition: "web", launchType: "EC2", count: 2 },
      },
    ],
  },
  files: [textFile(FILE, script("ECS_CLUSTER=default")), jsonFile("web.json", web)],
  goal: text(
    "The only machine of the cluster fleet is old. Stop its agent, try to run a task, and start the agent again. Launch a t3.medium that registers in fleet and keeps 256 MiB for its system. Launch one without an instance profile, too, and find out why it does not register. Drain the old instance, run the tasks on the new one, and stop the old ones. Terminate the old machine, and the one that never registered.",
    "Máy duy nhất của cluster fleet đã cũ. Hãy dừng agent của nó, thử chạy một task, rồi khởi động lại agent. Khởi chạy một máy t3.medium đăng ký vào fleet và chừa 256 MiB cho hệ thống của nó. Khởi chạy thêm một máy không có instance profile và tìm hiểu vì sao nó không đăng ký. Drain instance cũ, chạy các task trên máy mới, và dừng các task cũ. Terminate máy cũ, cùng với máy chưa từng đăng ký.",
  ),
  checks: [
    {
      id: "silent",
      title: text(
        "Tasks ran on under a silent agent, no new one came",
        "Agent im lặng: task cũ vẫn chạy, task mới không vào",
      ),
      test: all(
        instanceReached({ cluster: "fleet", connected: false, runningTasks: 1 }),
        placementFailed({ cluster: "fleet", reason: "AGENT" }),
      ),
    },
    {
      id: "joined",
      title: text("A machine that you launched joined fleet", "Một máy bạn khởi chạy đã vào fleet"),
      test: instanceReached({ cluster: "fleet", status: "ACTIVE", registeredByYou: true }),
    },
    {
      id: "reserved",
      title: text("It keeps 256 MiB for its system", "Nó chừa 256 MiB cho hệ thống"),
      test: instanceReached({
        cluster: "fleet",
        registeredByYou: true,
        agentConfiguration: { ECS_RESERVED_MEMORY: "256" },
      }),
    },
    {
      id: "no-role",
      title: text("A machine runs, and its agent has no credentials", "Một máy chạy mà agent không có credential"),
      test: machineReached({ launchedByYou: true, why: "agent.no-credentials" }),
    },
    {
      id: "drained",
      title: text("The old instance was drained and emptied", "Instance cũ đã được drain và trống"),
      test: instanceReached({ cluster: "fleet", status: "DRAINING", emptied: true, registeredByYou: false }),
    },
    {
      id: "moved",
      title: text("Two tasks run on the new instance", "Hai task chạy trên instance mới"),
      test: instanceReached({ cluster: "fleet", registeredByYou: true, runningTasks: 2 }),
    },
    {
      id: "gone",
      title: text("The old machine is terminated and deregistered", "Máy cũ đã terminate và hủy đăng ký"),
      test: all(
        instanceReached({ cluster: "fleet", status: "INACTIVE", registeredByYou: false }),
        machineReached({ launchedByYou: false, state: "terminated" }),
        machineReached({ launchedByYou: true, state: "terminated", why: "agent.no-credentials" }),
      ),
    },
  ],
});

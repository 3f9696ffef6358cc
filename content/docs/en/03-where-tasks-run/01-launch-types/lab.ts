/** Lab 03/01: the same image on a machine of yours and on Fargate; what Fargate refuses, and what it leaves behind. */
import {
  all,
  defineLab,
  imagePulled,
  instanceReached,
  inTurn,
  jsonFile,
  noTaskLeft,
  registered,
  requiresCompatibility,
  taskHasPublicAddress,
  taskReached,
  text,
} from "@quayside/grader";

export const nginx = { name: "nginx", image: "nginx:1.29", essential: true, memory: 256 };
export const web = {
  family: "web",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [{ ...nginx, privileged: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] }],
};
export const PORTABLE = [requiresCompatibility("EC2"), requiresCompatibility("FARGATE")];

export default defineLab({
  id: "03/01",
  seed: 31,
  title: text("One image, two places", "Một image, hai nơi chạy"),
  scenario: {
    id: "one-machine-and-a-bare-cluster",
    title: "A cluster with one m5.large, a cluster without any machine, and a definition for EC2",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { instanceType: "m5.large", subnets: ["private-a"] },
      },
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "bare" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
    ],
  },
  files: [jsonFile("web.json", web)],
  goal: text(
    "Run web twice on the container instance of the cluster default, one task after the other. Change web.json so that both EC2 and FARGATE take it. Run that revision twice on Fargate in the cluster bare, with a public address, and once on the container instance. Then stop every task, and see what is left.",
    "Chạy web hai lần trên container instance của cluster default, task này xong mới tới task kia. Sửa web.json để cả EC2 lẫn FARGATE đều nhận. Chạy revision đó hai lần trên Fargate trong cluster bare, có địa chỉ công khai, và một lần trên container instance. Cuối cùng dừng mọi task và xem còn lại gì.",
  ),
  checks: [
    {
      id: "on-ec2",
      title: text("web runs on your machine", "web chạy trên máy của bạn"),
      test: taskReached({ family: "web", launchType: "EC2", status: "RUNNING" }),
    },
    {
      id: "from-disk",
      title: text("A second task found the image on the disk", "Task thứ hai thấy image có sẵn trên đĩa"),
      test: imagePulled({ family: "web", launchType: "EC2", fromDisk: true }),
    },
    {
      id: "portable",
      title: text("A revision that both take", "Một revision mà cả hai đều nhận"),
      test: registered({ family: "web", where: PORTABLE }),
    },
    {
      id: "on-fargate",
      title: text("web runs in a cluster without a machine", "web chạy trong cluster không có máy nào"),
      test: all(
        taskReached({ family: "web", cluster: "bare", launchType: "FARGATE", status: "RUNNING" }),
        taskHasPublicAddress({ family: "web", launchType: "FARGATE" }),
      ),
    },
    {
      id: "pulls-again",
      title: text("Two tasks on Fargate pulled the same image", "Hai task trên Fargate cùng kéo một image"),
      test: imagePulled({ family: "web", cluster: "bare", launchType: "FARGATE", fromDisk: false, count: 2 }),
    },
    {
      id: "same-revision",
      title: text("The same revision on the instance", "Cùng revision đó trên instance"),
      test: taskReached({ family: "web", launchType: "EC2", definition: PORTABLE, status: "RUNNING" }),
    },
    {
      id: "idle",
      title: text("No task is left, and the machine still is", "Không còn task nào, nhưng máy vẫn còn"),
      test: inTurn(noTaskLeft(), instanceReached({ status: "ACTIVE", emptied: true })),
    },
  ],
});

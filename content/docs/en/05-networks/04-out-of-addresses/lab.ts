/** Lab 05/04: a subnet of sixteen addresses that fills up, and a machine that runs out of interfaces before it is full. */
import {
  addressesLeft,
  addressReused,
  all,
  defineLab,
  jsonFile,
  PRIVATE_SUBNET,
  placementFailed,
  taskReached,
  taskStopped,
  tasksLie,
  text,
  type Why,
} from "@quayside/grader";

export const ROOMY_SUBNET = "subnet-0ddd1111222233334";
export const CLUSTER = "machines";
/** What a stopped task says when its subnet has no address left; with a public one, more stands between. */
export const NO_ADDRESS: Why = ["interface.no-address", "interface.no-address-public"];

const shop = {
  family: "shop",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "shop", image: "nginx:1.29", essential: true }],
};
const worker = {
  family: "worker",
  requiresCompatibilities: ["EC2"],
  networkMode: "awsvpc",
  containerDefinitions: [{ name: "worker", image: "nginx:1.29", essential: true, cpu: 128, memory: 128 }],
};
const workerBridge = { ...worker, family: "worker-bridge", networkMode: "bridge" };

export default defineLab({
  id: "05/04",
  seed: 54,
  title: text("Out of addresses, out of interfaces", "Hết địa chỉ, hết interface"),
  scenario: {
    id: "sixteen-addresses",
    title: "A private subnet of sixteen addresses, and one m5.large",
    network: { cidrBlocks: { "private-a": "10.0.10.0/28" } },
    commands: [
      ...["default", CLUSTER].map((clusterName) => ({
        service: "ecs" as const,
        operation: "CreateCluster",
        input: { clusterName },
      })),
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { instanceType: "t3.small", subnets: ["private-a"] },
      },
      {
        service: "quayside",
        operation: "ProvideContainerInstances",
        input: { cluster: CLUSTER, instanceType: "m5.large", subnets: ["private-b"] },
      },
      ...[shop, worker, workerBridge].map((input) => ({
        service: "ecs" as const,
        operation: "RegisterTaskDefinition",
        input,
      })),
    ],
  },
  files: [jsonFile("shop.json", shop), jsonFile("worker.json", worker), jsonFile("worker-bridge.json", workerBridge)],
  goal: text(
    "Run shop on Fargate in private-a until the subnet has no address left, and read what becomes of one task more. Stop one task and let a new one take over its address; let another run in private-b. Then run three tasks worker in the cluster machines, find out why the third has no place, and run worker-bridge beside them.",
    "Chạy shop trên Fargate trong private-a cho tới khi subnet hết địa chỉ, và đọc xem thêm một task nữa thì sao. Dừng một task rồi để task mới nhận lại địa chỉ của nó; cho một task khác chạy trong private-b. Sau đó chạy ba task worker trong cluster machines, tìm xem vì sao task thứ ba không có chỗ, và chạy worker-bridge bên cạnh chúng.",
  ),
  checks: [
    {
      id: "full",
      title: text("private-a has no address left", "private-a không còn địa chỉ nào"),
      test: addressesLeft({ subnetId: PRIVATE_SUBNET, count: 0 }),
    },
    {
      id: "message",
      title: text("One task more stops without an address", "Thêm một task thì nó dừng vì không có địa chỉ"),
      test: taskStopped({ family: "shop", subnetId: PRIVATE_SUBNET, started: false, why: NO_ADDRESS }),
    },
    {
      id: "back",
      title: text("A new task has the address of an old one", "Task mới có địa chỉ của một task cũ"),
      test: addressReused({ subnetId: PRIVATE_SUBNET }),
    },
    {
      id: "second",
      title: text("shop runs in private-b, too", "shop cũng chạy trong private-b"),
      test: taskReached({ family: "shop", subnetId: ROOMY_SUBNET, status: "RUNNING" }),
    },
    {
      id: "slots",
      title: text(
        "Two workers on the m5.large, a third finds no interface",
        "Hai worker trên m5.large, task thứ ba không còn interface",
      ),
      test: all(
        tasksLie({ family: "worker", cluster: CLUSTER, perInstance: [2] }),
        placementFailed({ reason: "RESOURCE:ENI", cluster: CLUSTER }),
      ),
    },
    {
      id: "bridge",
      title: text("worker-bridge runs on the same machine", "worker-bridge chạy trên cùng máy đó"),
      test: taskReached({ family: "worker-bridge", cluster: CLUSTER, status: "RUNNING" }),
    },
  ],
});

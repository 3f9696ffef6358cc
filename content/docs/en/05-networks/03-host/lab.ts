/** Lab 05/03: tasks that use the machine's own network, what they share with it, and a task with no network at all. */
import { connectionTested, defineLab, jsonFile, placementFailed, tasksLie, text } from "@quayside/grader";

const definition = (family: string, networkMode: string, container: object) => ({
  family,
  requiresCompatibilities: ["EC2"],
  networkMode,
  containerDefinitions: [{ name: family, essential: true, memory: 128, ...container }],
});

const web = definition("web", "host", {
  image: "nginx:1.29",
  portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
});
const probe = definition("probe", "host", { image: "quayside/shop:1.0" });
const sealed = definition("sealed", "none", { image: "quayside/shop:1.0" });
const bridged = definition("bridged", "bridge", {
  image: "nginx:1.29",
  portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
});

export default defineLab({
  id: "05/03",
  seed: 53,
  title: text("The machine's own network", "Mạng của chính cái máy"),
  scenario: {
    id: "two-machines-host",
    title: "Two container instances, and definitions in host and none mode",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      ...[web, probe, sealed, bridged].map((input) => ({
        service: "ecs" as const,
        operation: "RegisterTaskDefinition",
        input,
      })),
    ],
  },
  files: [jsonFile("web.json", web), jsonFile("probe.json", probe), jsonFile("sealed.json", sealed)],
  goal: text(
    "Run web in host mode and reach it from the other machine at port 80. Run a second copy, and see why a third one finds no place. Run probe, and find on its localhost a neighbour and the agent. Then run sealed, in mode none, and see how far it gets.",
    "Chạy web ở chế độ host và gọi tới nó từ máy kia ở port 80. Chạy bản thứ hai, và xem vì sao bản thứ ba không có chỗ. Chạy probe, và tìm thấy ở localhost của nó một người hàng xóm và cả agent. Rồi chạy sealed, chế độ none, và xem nó đi được bao xa.",
  ),
  checks: [
    {
      id: "direct",
      title: text("web answers at port 80 of its machine", "web trả lời ở port 80 của máy"),
      test: connectionTested({ caller: "instance", port: 80, reaches: true, answeredBy: "web" }),
    },
    {
      id: "one-each",
      title: text("One copy on each machine", "Mỗi máy một bản"),
      test: tasksLie({ family: "web", perInstance: [1, 1] }),
    },
    {
      id: "conflict",
      title: text("A third copy finds no free port", "Bản thứ ba không còn port trống"),
      test: placementFailed({ reason: "RESOURCE:PORTS" }),
    },
    {
      id: "neighbour",
      title: text("Another task on probe's localhost", "Một task khác trên localhost của probe"),
      test: connectionTested({
        caller: { family: "probe" },
        to: "localhost",
        port: 80,
        reaches: true,
        answeredBy: "web",
      }),
    },
    {
      id: "agent",
      title: text("The agent on probe's localhost", "Agent trên localhost của probe"),
      test: connectionTested({ caller: { family: "probe" }, to: "localhost", port: 51_678, reaches: true }),
    },
    {
      id: "none",
      title: text("A task that reaches nobody", "Một task không tới được ai"),
      test: connectionTested({ caller: { family: "sealed" }, reaches: false, why: "no-network" }),
    },
  ],
});

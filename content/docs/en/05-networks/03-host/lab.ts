/** Lab 05/03: tasks that use the machine's own network, what they share with it, and a task with no network at all. */
import {
  connectionTested,
  defineLab,
  jsonFile,
  placementFailed,
  placeTasks,
  refused,
  tasksLie,
  text,
  UNTIL_QUIET,
} from "@quayside/grader";

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

const MACHINE = "10.0.10.4";
const OTHER = "10.0.11.4";
const connect = (from: string, to: string) => ({ aws: `quayside connect ${from} ${to}` });

const first = placeTasks({ family: "web", strategies: ["type=binpack,field=memory"] });
const second = placeTasks({ family: "web" });
const direct = connect(OTHER, `${MACHINE}:80`);
const probeRuns = placeTasks({ family: "probe", strategies: ["type=binpack,field=memory"] });
const toNeighbour = connect("probe", "localhost:80");
const toAgent = connect("probe", "localhost:51678");
const sealedRuns = placeTasks({ family: "sealed" });
const locked = connect("sealed", "internet:443");

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
  hints: [
    text(
      "If the container has no network of its own, whose port 80 is it?",
      "Nếu container không có mạng riêng, thì port 80 đó là của ai?",
    ),
    text(
      "quayside connect takes a container instance as FROM and as TO. For localhost name the container that calls: quayside connect probe localhost:PORT. The agent's introspection listens on 51678.",
      "quayside connect nhận container instance ở cả hai đầu. Với localhost, hãy nêu container gọi: quayside connect probe localhost:PORT. Introspection của agent nghe ở 51678.",
    ),
    text(
      "aws ecs run-task --task-definition web --launch-type EC2, once, again, and once more; probe must land beside a copy of web, and there is one on each machine.",
      "aws ecs run-task --task-definition web --launch-type EC2, một lần, lần nữa, rồi thêm lần nữa; probe phải nằm cạnh một bản web, mà máy nào cũng có một bản.",
    ),
  ],
  solution: [
    first,
    UNTIL_QUIET,
    direct,
    second,
    second,
    UNTIL_QUIET,
    probeRuns,
    UNTIL_QUIET,
    toNeighbour,
    toAgent,
    sealedRuns,
    UNTIL_QUIET,
    locked,
  ],
  routes: [
    [
      sealedRuns,
      probeRuns,
      placeTasks({ family: "web", count: 3 }),
      UNTIL_QUIET,
      connect(MACHINE, `${OTHER}:80`),
      connect("probe", "localhost:80"),
      toAgent,
      connect("sealed", "probe:80"),
    ],
    [
      placeTasks({ family: "web", count: 2 }),
      UNTIL_QUIET,
      { aws: `ssh ec2-user@${MACHINE} curl localhost:80` },
      placeTasks({ family: "bridged" }),
      probeRuns,
      sealedRuns,
      UNTIL_QUIET,
      toNeighbour,
      toAgent,
      connect("sealed", "s3"),
    ],
  ],
  mistakes: [
    {
      id: "from-the-internet",
      commands: [first, UNTIL_QUIET, connect("internet", `${MACHINE}:80`)],
      fails: "direct",
      seen: connectionTested({ port: 80, reaches: false, why: "no-public-address" }),
      feedback: text(
        "The machine stands in a private subnet, so the internet cannot begin a connection to it. Host mode changes nothing about that. Call from the other machine.",
        "Máy nằm trong subnet riêng, nên internet không thể mở kết nối tới. Chế độ host không thay đổi điều đó. Hãy gọi từ máy kia.",
      ),
    },
    {
      id: "dynamic-port",
      commands: [first, UNTIL_QUIET, connect(OTHER, `${MACHINE}:32768`)],
      fails: "direct",
      seen: connectionTested({ caller: "instance", port: 32_768, reaches: false }),
      feedback: text(
        "Dynamic ports belong to bridge mode. Here nothing is mapped: on which port does nginx listen?",
        "Port động là của chế độ bridge. Ở đây không có gì được ánh xạ: nginx nghe ở port nào?",
      ),
    },
    {
      id: "with-a-subnet",
      commands: [
        {
          aws: 'aws ecs run-task --task-definition web --launch-type EC2 --network-configuration "awsvpcConfiguration={subnets=[subnet-0ccc1111222233334]}"',
        },
      ],
      fails: "direct",
      seen: refused({ operation: "RunTask", message: /network configuration/i }),
      feedback: text(
        "In host mode the task has no interface, so there is no subnet to choose for one. Leave the network configuration out.",
        "Ở chế độ host, task không có interface nên không có subnet nào để chọn. Hãy bỏ network configuration.",
      ),
    },
    {
      id: "only-one",
      commands: [first, UNTIL_QUIET, direct],
      fails: "one-each",
      seen: tasksLie({ family: "web", perInstance: [1] }),
      feedback: text(
        "One copy runs. The second machine has a port 80, too.",
        "Mới có một bản chạy. Máy thứ hai cũng có port 80.",
      ),
    },
    {
      id: "two-fit",
      commands: [placeTasks({ family: "web", count: 2 }), UNTIL_QUIET],
      fails: "conflict",
      seen: tasksLie({ family: "web", perInstance: [1, 1] }),
      feedback: text(
        "Two copies on two machines: both port 80 are taken now. Ask for one more.",
        "Hai bản trên hai máy: giờ cả hai port 80 đều đã bị chiếm. Hãy yêu cầu thêm một bản.",
      ),
    },
    {
      id: "nobody-there",
      commands: [placeTasks({ family: "probe" }), UNTIL_QUIET, toNeighbour],
      fails: "neighbour",
      seen: connectionTested({ caller: { family: "probe" }, to: "localhost", port: 80, reaches: false }),
      feedback: text(
        "localhost is the machine, and on this one nobody listens on port 80. Run web beside the probe first.",
        "localhost chính là cái máy, mà trên máy này không ai nghe ở port 80. Hãy chạy web cạnh probe trước.",
      ),
    },
    {
      id: "sealed-itself",
      commands: [sealedRuns, UNTIL_QUIET, connect("sealed", "localhost:80")],
      fails: "none",
      seen: connectionTested({ caller: { family: "sealed" }, to: "localhost", reaches: false }),
      feedback: text(
        "localhost is the one thing that even a sealed container has, and nobody listens there. Try to reach somebody else.",
        "localhost là thứ duy nhất mà cả container bị niêm phong cũng có, và không ai nghe ở đó. Hãy thử gọi tới người khác.",
      ),
    },
  ],
});

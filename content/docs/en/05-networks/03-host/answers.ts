/** Answers of lab 05/03: hints, the solution, other routes, and the mistakes that people make. */
import { connectionTested, defineAnswers, placeTasks, refused, tasksLie, text, UNTIL_SETTLED } from "@quayside/grader";

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

export default defineAnswers({
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
    UNTIL_SETTLED,
    direct,
    second,
    second,
    UNTIL_SETTLED,
    probeRuns,
    UNTIL_SETTLED,
    toNeighbour,
    toAgent,
    sealedRuns,
    UNTIL_SETTLED,
    locked,
  ],
  routes: [
    [
      sealedRuns,
      probeRuns,
      placeTasks({ family: "web", count: 3 }),
      UNTIL_SETTLED,
      connect(MACHINE, `${OTHER}:80`),
      connect("probe", "localhost:80"),
      toAgent,
      connect("sealed", "probe:80"),
    ],
    [
      placeTasks({ family: "web", count: 2 }),
      UNTIL_SETTLED,
      { aws: `ssh ec2-user@${MACHINE} curl localhost:80` },
      placeTasks({ family: "bridged" }),
      probeRuns,
      sealedRuns,
      UNTIL_SETTLED,
      toNeighbour,
      toAgent,
      connect("sealed", "s3"),
    ],
  ],
  mistakes: [
    {
      id: "from-the-internet",
      commands: [first, UNTIL_SETTLED, connect("internet", `${MACHINE}:80`)],
      fails: "direct",
      seen: connectionTested({ port: 80, reaches: false, why: "no-public-address" }),
      feedback: text(
        "The machine stands in a private subnet, so the internet cannot begin a connection to it. Host mode changes nothing about that. Call from the other machine.",
        "Máy nằm trong subnet riêng, nên internet không thể mở kết nối tới. Chế độ host không thay đổi điều đó. Hãy gọi từ máy kia.",
      ),
    },
    {
      id: "dynamic-port",
      commands: [first, UNTIL_SETTLED, connect(OTHER, `${MACHINE}:32768`)],
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
      seen: refused({ operation: "RunTask", id: "network.unwanted" }),
      feedback: text(
        "In host mode the task has no interface, so there is no subnet to choose for one. Leave the network configuration out.",
        "Ở chế độ host, task không có interface nên không có subnet nào để chọn. Hãy bỏ network configuration.",
      ),
    },
    {
      id: "only-one",
      commands: [first, UNTIL_SETTLED, direct],
      fails: "one-each",
      seen: tasksLie({ family: "web", perInstance: [1] }),
      feedback: text(
        "One copy runs. The second machine has a port 80, too.",
        "Mới có một bản chạy. Máy thứ hai cũng có port 80.",
      ),
    },
    {
      id: "two-fit",
      commands: [placeTasks({ family: "web", count: 2 }), UNTIL_SETTLED],
      fails: "conflict",
      seen: tasksLie({ family: "web", perInstance: [1, 1] }),
      feedback: text(
        "Two copies on two machines: both port 80 are taken now. Ask for one more.",
        "Hai bản trên hai máy: giờ cả hai port 80 đều đã bị chiếm. Hãy yêu cầu thêm một bản.",
      ),
    },
    {
      id: "nobody-there",
      commands: [placeTasks({ family: "probe" }), UNTIL_SETTLED, toNeighbour],
      fails: "neighbour",
      seen: connectionTested({ caller: { family: "probe" }, to: "localhost", port: 80, reaches: false }),
      feedback: text(
        "localhost is the machine, and on this one nobody listens on port 80. Run web beside the probe first.",
        "localhost chính là cái máy, mà trên máy này không ai nghe ở port 80. Hãy chạy web cạnh probe trước.",
      ),
    },
    {
      id: "sealed-itself",
      commands: [sealedRuns, UNTIL_SETTLED, connect("sealed", "localhost:80")],
      fails: "none",
      seen: connectionTested({ caller: { family: "sealed" }, to: "localhost", reaches: false }),
      feedback: text(
        "localhost is the one thing that even a sealed container has, and nobody listens there. Try to reach somebody else.",
        "localhost là thứ duy nhất mà cả container bị niêm phong cũng có, và không ai nghe ở đó. Hãy thử gọi tới người khác.",
      ),
    },
  ],
});

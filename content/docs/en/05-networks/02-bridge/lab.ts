/** Lab 05/02: docker0, dynamic host ports, localhost that is not shared, links, static ports that collide. */
import {
  all,
  connectionTested,
  defineLab,
  jsonFile,
  placementFailed,
  portsPublished,
  taskStopped,
  text,
} from "@quayside/grader";

const web = {
  family: "web",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "web",
      image: "nginx:1.29",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
};

const pair = {
  family: "pair",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    { name: "app", image: "nginx:1.29", essential: true, memory: 256, links: ["cache"] },
    { name: "cache", image: "quayside/cache:1", essential: true, memory: 256 },
  ],
};

const fixed = {
  family: "fixed",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "fixed",
      image: "nginx:1.29",
      essential: true,
      memory: 256,
      portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
    },
  ],
};

export default defineLab({
  id: "05/02",
  seed: 52,
  title: text("Behind the bridge", "Sau cây cầu"),
  scenario: {
    id: "two-machines-bridge",
    title: "Two container instances and three definitions in bridge mode",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "t3.medium", count: 2 } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
      { service: "ecs", operation: "RegisterTaskDefinition", input: pair },
      { service: "ecs", operation: "RegisterTaskDefinition", input: fixed },
    ],
  },
  files: [jsonFile("web.json", web), jsonFile("pair.json", pair), jsonFile("fixed.json", fixed)],
  goal: text(
    "Run three copies of web on one machine. From the other machine, reach one of them at its host port, and see that port 80 leads nowhere. Stop one container with docker stop and watch its task. In pair, see that app does not find cache on localhost and does find it through the link. Then run three copies of fixed on the two machines, and read what the third one is told.",
    "Chạy ba bản web trên một máy. Từ máy kia, gọi tới một bản qua host port của nó, và thấy port 80 không dẫn tới đâu. Dừng một container bằng docker stop và xem task của nó. Trong pair, thấy app không tìm được cache ở localhost nhưng tìm được qua link. Rồi chạy ba bản fixed trên hai máy, và đọc xem bản thứ ba nhận câu trả lời gì.",
  ),
  checks: [
    {
      id: "dynamic",
      title: text("Three web servers on three ports of one machine", "Ba web server trên ba port của một máy"),
      test: portsPublished({ family: "web", count: 3 }),
    },
    {
      id: "outside",
      title: text("In through the host port, not through port 80", "Vào qua host port, không phải port 80"),
      test: all(
        connectionTested({ caller: "instance", reaches: true, why: "published" }),
        connectionTested({ caller: "instance", port: 80, reaches: false }),
      ),
    },
    {
      id: "by-hand",
      title: text("docker stop ended a task of web", "docker stop đã kết thúc một task của web"),
      test: taskStopped({ family: "web", stopCode: "EssentialContainerExited" }),
    },
    {
      id: "alone",
      title: text("cache is not on app's localhost", "cache không ở localhost của app"),
      test: connectionTested({
        caller: { family: "pair" },
        to: "localhost",
        port: 6379,
        reaches: false,
        why: "own-loopback",
      }),
    },
    {
      id: "link",
      title: text("app reaches cache over docker0", "app tới được cache qua docker0"),
      test: connectionTested({ caller: { family: "pair" }, port: 6379, reaches: true, answeredBy: "cache" }),
    },
    {
      id: "static",
      title: text("A task whose port is taken everywhere", "Một task mà port của nó đâu cũng đã bị chiếm"),
      test: placementFailed({ reason: "RESOURCE:PORTS" }),
    },
  ],
});

/** Lab 03/03: chance, spread and binpack on container instances; a chain of strategies; what a wish does not do. */
import { all, defineLab, jsonFile, placementFailed, spreadYielded, tasksLie, text } from "@quayside/grader";

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
      memory: 900,
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: "tcp" }],
    },
  ],
};

const cluster = (clusterName: string, count: number) => [
  { service: "ecs" as const, operation: "CreateCluster", input: { clusterName } },
  {
    service: "quayside" as const,
    operation: "ProvideContainerInstances",
    input: { cluster: clusterName, instanceType: "t3.medium", count },
  },
];

export default defineLab({
  id: "03/03",
  seed: 33,
  title: text("Chance, spread, binpack", "Ngẫu nhiên, spread, binpack"),
  scenario: {
    id: "three-clusters",
    title: "Three clusters of equal machines, and one web server that fits four times on each",
    commands: [
      ...cluster("pair", 2),
      ...cluster("wide", 4),
      ...cluster("tight", 4),
      { service: "ecs", operation: "RegisterTaskDefinition", input: web },
    ],
  },
  files: [jsonFile("web.json", web)],
  goal: text(
    "In pair, see two tasks of web land on one instance by chance, then use both instances with spread. Place four tasks in wide with spread over instances and four in tight with binpack on memory. In wide, place four tasks of a group of their own over the zones, packed inside each. In tight, run two more with spread and see that the first four stay. Then fill wide until a task finds no place.",
    "Trong pair, xem hai task của web ngẫu nhiên rơi vào cùng một instance, rồi dùng spread để có task trên cả hai. Xếp bốn task vào wide bằng spread theo instance và bốn task vào tight bằng binpack theo memory. Trong wide, xếp bốn task thuộc một nhóm riêng: đều theo zone, dồn chặt trong mỗi zone. Trong tight, chạy thêm hai task bằng spread và thấy bốn task đầu vẫn nằm yên. Sau đó lấp đầy wide cho tới khi một task không còn chỗ.",
  ),
  checks: [
    {
      id: "chance",
      title: text("By chance: two tasks on one of two instances", "Ngẫu nhiên: hai task trên một trong hai instance"),
      test: tasksLie({ family: "web", cluster: "pair", strategies: ["random"], perInstance: [2] }),
    },
    {
      id: "both",
      title: text("Spread: tasks on both instances of pair", "Spread: có task trên cả hai instance của pair"),
      test: all(
        tasksLie({ family: "web", cluster: "pair", instances: 2 }),
        tasksLie({ family: "web", cluster: "pair", strategies: ["spread(instanceId)"] }),
      ),
    },
    {
      id: "wide",
      title: text("Four tasks on four instances of wide", "Bốn task trên bốn instance của wide"),
      test: tasksLie({ family: "web", cluster: "wide", perInstance: [1, 1, 1, 1] }),
    },
    {
      id: "tight",
      title: text("Four tasks on one instance of tight", "Bốn task trên một instance của tight"),
      test: tasksLie({ family: "web", cluster: "tight", perInstance: [4] }),
    },
    {
      id: "zones",
      title: text("Two in each zone, on one instance each", "Mỗi zone hai task, dồn trên một instance"),
      test: tasksLie({ family: "web", perInstance: [2, 2], perZone: [2, 2], tasks: 4, cluster: "wide" }),
    },
    {
      id: "stays",
      title: text("The packed tasks of tight stay where they are", "Các task đã dồn trong tight vẫn nằm yên"),
      test: tasksLie({ family: "web", cluster: "tight", perInstance: [4, 1, 1] }),
    },
    {
      id: "yields",
      title: text("A spread that gave way", "Một lần spread phải nhường"),
      test: spreadYielded({ cluster: "wide" }),
    },
    {
      id: "full",
      title: text("A task that found no place", "Một task không tìm được chỗ"),
      test: placementFailed({ cluster: "wide", reason: "RESOURCE:MEMORY" }),
    },
  ],
});

/** Tour of lab 01/01: which field of a task definition becomes what on the map, with a definition that is not the learner's. */
import { defineTour, runTask, text } from "@quayside/grader";

const family = "example";
const definition = {
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "1024",
  containerDefinitions: [
    { name: "web", image: "nginx:1.29", essential: true, portMappings: [{ containerPort: 80, protocol: "tcp" }] },
    { name: "helper", image: "busybox:latest", essential: false, command: ["sh", "-c", "sleep 600"] },
  ],
};

export default defineTour({
  title: text("From JSON to the map", "Từ JSON tới bản đồ"),
  scenario: {
    id: "example-registered",
    title: "A cluster and a definition with two containers",
    commands: [
      { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
      { service: "ecs", operation: "RegisterTaskDefinition", input: definition },
    ],
  },
  stops: [
    {
      shows: "lab:editor",
      says: text(
        "Your file is a task definition: a blueprint in JSON. By itself it runs nothing. This tour runs another one, `example`, so that yours stays for you to complete.",
        "Tệp của bạn là một task definition: một bản thiết kế bằng JSON. Tự nó không chạy gì. Chuyến này chạy một definition khác, `example`, để phần của bạn vẫn dành cho bạn hoàn thiện.",
      ),
    },
    {
      does: [runTask({ family })],
      until: { kind: "TASK_CREATED", family },
      shows: "task",
      says: text(
        "`RunTask` makes a task of the newest revision, `example:1`. The definition stays what it is; the task is a copy that lives.",
        "`RunTask` tạo một task từ revision mới nhất, `example:1`. Definition vẫn như cũ; task là một bản sao đang sống.",
      ),
    },
    {
      until: { kind: "ENI_ATTACHED", family },
      shows: "eni",
      says: text(
        "`networkMode: awsvpc` is this plug: a network interface and an address for this task alone. Fargate takes no other mode.",
        "`networkMode: awsvpc` chính là cái phích cắm này: một network interface và một địa chỉ chỉ cho task này. Fargate không nhận chế độ nào khác.",
      ),
    },
    {
      shows: "family:example",
      says: text(
        "`cpu` and `memory` of the task are the size of its box: 512 CPU units and 1024 MiB. Fargate reserves them for the task, used or not, and bills them.",
        "`cpu` và `memory` của task là kích thước của ô: 512 CPU unit và 1024 MiB. Fargate giữ chỗ chừng đó cho task, dùng hay không, và tính tiền theo đó.",
      ),
    },
    {
      until: { kind: "PULL_STARTED", family, container: "web" },
      shows: "container",
      says: text(
        "Each entry of `containerDefinitions` is a container in the box. `image` is what is being pulled for it now.",
        "Mỗi phần tử của `containerDefinitions` là một container trong ô. `image` là thứ đang được kéo về cho nó.",
      ),
    },
    {
      until: { kind: "TASK_RUNNING", family },
      shows: "essential",
      says: text(
        "`essential: true`, the default: when this container ends, the task stops. The helper may end and the task goes on.",
        "`essential: true`, cũng là mặc định: container này kết thúc thì task dừng. Còn helper có thể kết thúc mà task vẫn chạy tiếp.",
      ),
    },
    {
      does: [runTask({ family, zone: "b" })],
      until: { kind: "TASK_RUNNING", family },
      shows: "cluster",
      says: text(
        "One definition, as many tasks as you ask for. Where they run, and how many, stands in the call, not in the definition.",
        "Một definition, bao nhiêu task tùy bạn yêu cầu. Chạy ở đâu, bao nhiêu bản là chuyện của lời gọi, không nằm trong definition.",
      ),
    },
    {
      shows: "lab:editor",
      says: text(
        "Now yours. Something that Fargate needs is missing in it. Register it, and read what AWS answers.",
        "Giờ đến lượt bạn. Tệp của bạn còn thiếu thứ mà Fargate cần. Hãy đăng ký nó và đọc câu trả lời của AWS.",
      ),
    },
  ],
});

/** Answers of lab 01/01: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  any,
  defineAnswers,
  editJson,
  hasContainer,
  noLaunchType,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  requiresCompatibility,
  runTask,
  taskHasPublicAddress,
  taskReached,
  taskStopped,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import { container, family, file, nginxOn80, onFargate, sized, start } from "./lab.ts";

const complete = {
  family,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [container],
};
const requiresSomething = (["FARGATE", "EC2"] as const).map((launchType) =>
  registered({ family, where: [requiresCompatibility(launchType)] }),
);
const repaired = [editJson(file, complete), registerFile(file)];

export default defineAnswers({
  hints: [
    text(
      "A Fargate task has no instance of yours under it. What must the definition say that an instance would otherwise decide?",
      "Task Fargate không chạy trên instance nào của bạn. Vậy definition phải nói rõ điều gì mà bình thường instance sẽ quyết định?",
    ),
    text(
      "Two top-level fields are missing from webserver.json: one says on what the definition must be able to run, the other how much memory the whole task gets. Task sizes are strings.",
      "webserver.json còn thiếu hai trường ở mức ngoài cùng: một trường nói definition phải chạy được trên nền nào, trường kia nói cả task được bao nhiêu bộ nhớ. Kích thước của task là chuỗi.",
    ),
    text(
      'Add "requiresCompatibilities": ["FARGATE"] and the memory that belongs to 256 CPU units in the goal. When you run it in a public subnet, think of assignPublicIp.',
      'Thêm "requiresCompatibilities": ["FARGATE"] và lượng bộ nhớ đi cùng 256 CPU unit như đề bài. Khi chạy trong subnet công khai, hãy nhớ tới assignPublicIp.',
    ),
  ],
  solution: [...repaired, runTask({ family }), UNTIL_SETTLED],
  routes: [
    [
      editJson(file, { ...complete, cpu: ".25 vCPU", memory: "0.5GB" }),
      registerFile(file),
      runTask({ family: `${family}:1` }),
      { advanceMs: 60_000 },
    ],
    [
      editJson(file, {
        ...complete,
        containerDefinitions: [{ ...container, name: "my-web", image: "public.ecr.aws/nginx/nginx:latest" }],
      }),
      registerFile(file),
      { aws: "aws ecs describe-task-definition --task-definition webserver" },
      runTask({ family, count: 2 }),
      UNTIL_SETTLED,
    ],
  ],
  mistakes: [
    {
      id: "nothing-repaired",
      commands: [registerFile(file)],
      fails: "registered",
      seen: refused({
        operation: "RegisterTaskDefinition",
        id: "mem-missing",
      }),
      feedback: text(
        "Nobody says how much memory there is: not the task, not the container. ECS names the container in its message; on Fargate the place to say it is the task.",
        "Chưa chỗ nào nói có bao nhiêu bộ nhớ: task không nói, container cũng không. ECS nêu tên container trong thông báo; trên Fargate, nơi để khai báo là ở mức task.",
      ),
    },
    {
      id: "no-task-memory",
      commands: [
        editJson(file, {
          ...start,
          requiresCompatibilities: ["FARGATE"],
          containerDefinitions: [{ ...container, memory: 512 }],
        }),
        registerFile(file),
      ],
      fails: "registered",
      seen: refused({
        operation: "RegisterTaskDefinition",
        id: ["fargate-cpu", "fargate-mem"],
      }),
      feedback: text(
        "Fargate sells whole tasks by size, so the size must stand at the task level: cpu and memory both. The memory of a container only divides what the task has.",
        "Fargate bán cả task theo kích thước, nên kích thước phải nằm ở mức task: đủ cả cpu lẫn memory. Memory của container chỉ chia nhỏ phần mà task có.",
      ),
    },
    {
      id: "pair-that-does-not-exist",
      commands: [editJson(file, { ...complete, memory: "4096" }), registerFile(file)],
      fails: "registered",
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-pair" }),
      feedback: text(
        "Fargate offers fixed pairs of cpu and memory. 256 CPU units go with 512, 1024 or 2048 MiB and nothing else.",
        "Fargate chỉ có những cặp cpu và memory cố định. 256 CPU unit đi với 512, 1024 hoặc 2048 MiB, ngoài ra không có.",
      ),
    },
    {
      id: "other-family",
      commands: [editJson(file, { ...complete, family: "web-server" }), registerFile(file)],
      fails: "registered",
      seen: all(registered(), not(registered({ family }))),
      feedback: text(
        "You registered a definition under another name. The family is the name by which RunTask and services find it, so its spelling counts.",
        "Bạn đã đăng ký definition dưới một tên khác. Family là tên mà RunTask và service dùng để tìm nó, nên viết phải đúng từng chữ.",
      ),
    },
    {
      id: "registered-for-ec2",
      commands: [editJson(file, { ...complete, requiresCompatibilities: ["EC2"] }), registerFile(file)],
      fails: "fargate-size",
      seen: all(
        registered({ family, where: [requiresCompatibility("EC2")] }),
        not(registered({ family, where: [requiresCompatibility("FARGATE")] })),
      ),
      feedback: text(
        "ECS checked this revision against the rules of EC2. What stands in requiresCompatibilities decides whose rules are checked when you register; it may name more than one.",
        "ECS đã kiểm tra revision này theo luật của EC2. Nội dung của requiresCompatibilities quyết định luật nào được kiểm tra khi đăng ký; trường này có thể nêu nhiều hơn một loại.",
      ),
    },
    {
      id: "fargate-not-required",
      commands: [editJson(file, { ...start, memory: "512" }), registerFile(file)],
      fails: "fargate-size",
      seen: all(registered({ family }), not(any(...requiresSomething))),
      feedback: text(
        "The definition was accepted, but it does not require Fargate. ECS works out by itself where it could run (see compatibilities in the answer); nothing holds the next revision to that.",
        "Definition được chấp nhận nhưng không yêu cầu Fargate. ECS tự tính xem nó có thể chạy ở đâu (xem compatibilities trong kết quả trả về); không có gì ràng buộc revision sau phải như vậy.",
      ),
    },
    {
      id: "other-size",
      commands: [editJson(file, { ...complete, memory: "1024" }), registerFile(file)],
      fails: "fargate-size",
      seen: all(registered({ family, where: onFargate }), not(registered({ family, where: sized }))),
      feedback: text(
        "Fargate accepts this size, but it is not the one of the goal. The task is billed for what it asks, used or not.",
        "Fargate chấp nhận kích thước này, nhưng nó không đúng đề bài. Task bị tính tiền theo mức nó yêu cầu, dù có dùng hết hay không.",
      ),
    },
    {
      id: "other-port",
      commands: [
        editJson(file, {
          ...complete,
          containerDefinitions: [{ ...container, portMappings: [{ containerPort: 8080 }] }],
        }),
        registerFile(file),
      ],
      fails: "nginx-80",
      seen: all(
        registered({ family, where: [hasContainer({ officialImage: "nginx" })] }),
        not(registered({ family, where: [nginxOn80] })),
      ),
      feedback: text(
        "containerPort is the port on which the program inside the container listens. The nginx image listens on 80; a port mapping does not change that.",
        "containerPort là cổng mà chương trình bên trong container lắng nghe. Image nginx lắng nghe ở cổng 80; port mapping không thay đổi điều đó.",
      ),
    },
    {
      id: "wrong-tag",
      commands: [
        editJson(file, { ...complete, containerDefinitions: [{ ...container, image: "nginx:lastest" }] }),
        registerFile(file),
        runTask({ family }),
        UNTIL_SETTLED,
      ],
      fails: "running",
      seen: taskStopped({ family, started: false, why: "pull.not-found" }),
      feedback: text(
        "The registry answered that there is no such image. Registering a definition does not look at the registry: a wrong tag shows only when a task starts. Read the image name in the message letter by letter.",
        "Registry trả lời rằng không có image đó. Khi đăng ký definition, ECS không hỏi registry: tag sai chỉ lộ ra khi task khởi động. Hãy đọc kỹ từng ký tự của tên image trong thông báo.",
      ),
    },
    noPublicIp({ fails: "running", family, before: repaired }),
    noLaunchType({ fails: "running", family, before: repaired }),
    {
      id: "private-subnet",
      commands: [...repaired, runTask({ family, network: "private" }), UNTIL_SETTLED],
      fails: "public-ip",
      seen: all(taskReached({ family, status: "RUNNING" }), not(taskHasPublicAddress({ family }))),
      feedback: text(
        "The task runs and pulled its image through the NAT gateway, as tasks in production usually do. The goal asks for a public address, and that needs a public subnet with assignPublicIp.",
        "Task đang chạy và đã tải image qua NAT gateway, như các task trong production thường làm. Nhưng đề bài yêu cầu địa chỉ công khai, nên cần subnet công khai cùng với assignPublicIp.",
      ),
    },
  ],
});

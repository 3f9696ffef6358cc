/**
 * Lab 01/02: a task of one vCPU's half and one GB. Make its size valid, watch the kernel kill the wrong container, put the
 * leak into a limit of its own, and size a task for EC2.
 * A long file: nine mistakes, each with commands and two languages.
 */
import {
  all,
  any,
  type ContainerMoment,
  containersInOrder,
  defineLab,
  editJson,
  field,
  hasContainer,
  jsonFile,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  requiresCompatibility,
  runTask,
  text,
  UNTIL_QUIET,
} from "@quayside/grader";

const file = "gallery.json";
const family = "gallery";
const renderFile = "render.json";
const render = "render";
const job = { name: "thumbnails", image: "quayside/thumbnails:1", cpu: 384, essential: true };
const agent = { name: "agent", image: "quayside/leaky:1", cpu: 256, essential: true };
const shape = { family, requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" };
/** What the learner begins with: no Fargate size, and containers that ask for more CPU than the task has. */
const start = { ...shape, cpu: ".5 vCPU", memory: "700", containerDefinitions: [job, agent] };
const smallAgent = { ...agent, cpu: 128 };
const sized = { ...shape, cpu: ".5 vCPU", memory: "1GB", containerDefinitions: [job, smallAgent] };
const limitedAgent = { ...smallAgent, essential: false, memory: 192 };
const reservedJob = { ...job, memoryReservation: 768 };
const limited = { ...sized, containerDefinitions: [reservedJob, limitedAgent] };
const renderContainer = { name: "blender", image: "busybox:1.37", command: ["sleep", "600"], essential: true };
const renderStart = {
  family: render,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "1.5 vCPU",
  memory: "3000",
  containerDefinitions: [renderContainer],
};
const renderOnEc2 = { ...renderStart, requiresCompatibilities: ["EC2"] };

const size = [requiresCompatibility("FARGATE"), field("cpu", "512"), field("memory", "1024")];
const killedJob: ContainerMoment = {
  container: "thumbnails",
  is: "stopped",
  exitCode: 137,
  reason: "OutOfMemoryError",
};
const killedAgent: ContainerMoment = { ...killedJob, container: "agent" };
const finishedJob: ContainerMoment = { container: "thumbnails", is: "stopped", exitCode: 0 };
const limits = [
  hasContainer({ name: "thumbnails", memoryReservation: 768 }),
  hasContainer({ name: "agent", memory: 192, essential: false }),
];
const inOneGb = { family, definition: [field("memory", "1024")] };

/** A revision of the gallery, and a task of it until nothing more happens. */
const run = (definition: unknown) => [editJson(file, definition), registerFile(file), runTask({ family }), UNTIL_QUIET];
const seenKilled = run(sized);

export default defineLab({
  id: "01/02",
  seed: 12,
  title: text("Room for two containers", "Chỗ cho hai container"),
  scenario: {
    id: "gallery-size",
    title: "A cluster without tasks",
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  },
  files: [jsonFile(file, start), jsonFile(renderFile, renderStart)],
  goal: text(
    "Register gallery for Fargate with half a vCPU and 1 GB, run it and see the kernel kill thumbnails. Then give thumbnails a soft limit of 768 MiB and agent, no longer essential, a hard limit of 192 MiB; run it again until thumbnails ends with 0. Register render for EC2 with 1.5 vCPU and 3000 MiB.",
    "Đăng ký gallery cho Fargate với nửa vCPU và 1 GB, chạy nó và xem kernel kill thumbnails. Sau đó cho thumbnails soft limit 768 MiB, còn agent thì không essential nữa và có hard limit 192 MiB; chạy lại tới khi thumbnails kết thúc với mã 0. Đăng ký render cho EC2 với 1,5 vCPU và 3000 MiB.",
  ),
  checks: [
    {
      id: "size",
      title: text(
        "gallery has 512 CPU units and 1024 MiB on Fargate",
        "gallery có 512 CPU unit và 1024 MiB trên Fargate",
      ),
      test: registered({ family, where: size }),
    },
    {
      id: "killed",
      title: text("thumbnails was killed for memory: exit code 137", "thumbnails bị kill vì bộ nhớ: exit code 137"),
      test: containersInOrder({ family, moments: [killedJob] }),
    },
    {
      id: "limits",
      title: text("thumbnails has a soft limit, agent a hard one", "thumbnails có soft limit, agent có hard limit"),
      test: registered({ family, where: [...size, ...limits] }),
    },
    {
      id: "contained",
      title: text("agent was killed alone, thumbnails ended with 0", "Chỉ agent bị kill, thumbnails kết thúc với mã 0"),
      test: containersInOrder({ ...inOneGb, moments: [killedAgent, finishedJob] }),
    },
    {
      id: "any-size-on-ec2",
      title: text("render requires EC2, 1536 CPU units and 3000 MiB", "render yêu cầu EC2, 1536 CPU unit và 3000 MiB"),
      test: registered({
        family: render,
        where: [requiresCompatibility("EC2"), field("cpu", "1536"), field("memory", "3000")],
      }),
    },
  ],
  hints: [
    text(
      "Two containers share one gigabyte. Which of them should be the one that the kernel takes when it runs out?",
      "Hai container dùng chung một gigabyte. Khi hết bộ nhớ, kernel nên lấy đi container nào?",
    ),
    text(
      "A hard limit is a wall around one container: it can be killed for its own appetite, and for nobody else's. Whether the task survives that is decided by essential.",
      "Hard limit là bức tường quanh một container: nó chỉ bị kill vì chính nó ăn quá nhiều, không vì ai khác. Task có sống sót sau đó hay không là do essential quyết định.",
    ),
    text(
      'In agent: "memory": 192 and "essential": false. In thumbnails: "memoryReservation": 768 and no memory. Register, run, and wait about two minutes.',
      'Trong agent: "memory": 192 và "essential": false. Trong thumbnails: "memoryReservation": 768, không có memory. Đăng ký, chạy, rồi chờ khoảng hai phút.',
    ),
  ],
  solution: [...seenKilled, ...run(limited), editJson(renderFile, renderOnEc2), registerFile(renderFile)],
  routes: [
    // In plain digits, with a hard limit for the job that is high enough, in a private subnet.
    [
      editJson(file, { ...sized, cpu: "512", memory: "1024" }),
      registerFile(file),
      runTask({ family, network: "private" }),
      { advanceMs: 120_000 },
      editJson(file, {
        ...sized,
        cpu: "0.5 vcpu",
        memory: "1 GB",
        containerDefinitions: [{ ...reservedJob, memory: 800 }, limitedAgent],
      }),
      registerFile(file),
      runTask({ family: `${family}:2`, network: "private" }),
      { advanceMs: 180_000 },
      editJson(renderFile, { ...renderOnEc2, networkMode: "bridge", cpu: "1536" }),
      registerFile(renderFile),
    ],
    // The kill is seen with a hard limit that is too low for the job; the limits come first, one after the other.
    [
      editJson(renderFile, { ...renderOnEc2, networkMode: "host" }),
      registerFile(renderFile),
      ...run({
        ...sized,
        containerDefinitions: [
          { ...job, memory: 512 },
          { ...limitedAgent, cpu: 100 },
        ],
      }),
      ...run(limited),
    ],
  ],
  mistakes: [
    {
      id: "size-between-the-steps",
      commands: [editJson(file, { ...sized, memory: "700" }), registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", message: "512 CPU, 700 memory" }),
      feedback: text(
        "Fargate has no task of 700 MiB. The message names the pair as ECS has read it: half a vCPU is 512 CPU units, and its memory begins at 1024 MiB and goes up in steps of 1024.",
        "Fargate không có task 700 MiB. Thông báo nêu cặp giá trị mà ECS đọc được: nửa vCPU là 512 CPU unit, bộ nhớ của nó bắt đầu từ 1024 MiB và tăng theo bước 1024.",
      ),
    },
    {
      id: "containers-want-more-cpu",
      commands: [registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", message: "The sum of all container 'cpu' values" }),
      feedback: text(
        "The task has 512 CPU units; the two containers together ask for 640. Lower one of them: what a container asks for is its share when the CPU is short, not what it may use.",
        "Task có 512 CPU unit, còn hai container cộng lại xin 640. Hãy giảm một cái: số mà container xin là phần của nó khi CPU thiếu, không phải mức tối đa nó được dùng.",
      ),
    },
    {
      id: "wrong-unit",
      commands: [editJson(file, { ...sized, memory: "1024MiB" }), registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", message: "Invalid 'memory' setting for task" }),
      feedback: text(
        "Memory is either plain digits, which are MiB, or a number with GB. No other unit is documented.",
        "Bộ nhớ hoặc là số trần, tức MiB, hoặc là số kèm GB. Tài liệu không nói tới đơn vị nào khác.",
      ),
    },
    {
      id: "bought-more-memory",
      commands: run({ ...sized, memory: "2GB" }),
      fails: "size",
      seen: all(
        registered({ family, where: [requiresCompatibility("FARGATE"), field("memory", "2048")] }),
        not(registered({ family, where: size })),
      ),
      feedback: text(
        "Fargate has this size, but the goal is 1 GB. More memory only lets a leak live longer, and you pay for it in every task.",
        "Fargate có kích thước này, nhưng đề bài là 1 GB. Thêm bộ nhớ chỉ giúp chỗ rò rỉ sống lâu hơn, và bạn trả tiền cho nó ở mọi task.",
      ),
    },
    {
      id: "limit-on-essential-agent",
      commands: [
        ...seenKilled,
        ...run({ ...limited, containerDefinitions: [reservedJob, { ...limitedAgent, essential: true }] }),
      ],
      fails: "contained",
      seen: all(
        containersInOrder({
          ...inOneGb,
          moments: [killedAgent, { container: "thumbnails", is: "stopped", exitCode: 143 }],
        }),
        not(registered({ family, where: [hasContainer({ name: "agent", memory: 192, essential: false })] })),
      ),
      feedback: text(
        "The wall held: only agent was killed for its memory. But agent is essential, so its end was the end of the task, and thumbnails got SIGTERM in the middle of its work.",
        "Bức tường đã giữ được: chỉ agent bị kill vì bộ nhớ. Nhưng agent là essential nên nó dừng thì task dừng, và thumbnails nhận SIGTERM giữa chừng công việc.",
      ),
    },
    {
      id: "limit-on-the-wrong-container",
      commands: [
        ...seenKilled,
        ...run({
          ...sized,
          containerDefinitions: [
            { ...job, memory: 768 },
            { ...smallAgent, essential: false },
          ],
        }),
      ],
      fails: "contained",
      seen: all(
        registered({ family, where: [hasContainer({ name: "thumbnails", memory: 768 })] }),
        not(
          any(
            registered({ family, where: [hasContainer({ name: "agent", memory: 192 })] }),
            containersInOrder({ ...inOneGb, moments: [finishedJob] }),
          ),
        ),
      ),
      feedback: text(
        "The hard limit is on thumbnails, which needs its 700 MiB. Nothing holds agent back, so the two still fill the task together, and the larger one is killed.",
        "Hard limit đang đặt ở thumbnails, mà nó cần đủ 700 MiB. Không có gì chặn agent, nên hai container vẫn cùng nhau làm đầy task, và cái lớn hơn bị kill.",
      ),
    },
    {
      id: "soft-limit-on-the-leak",
      commands: [
        ...seenKilled,
        ...run({
          ...sized,
          containerDefinitions: [reservedJob, { ...smallAgent, essential: false, memoryReservation: 192 }],
        }),
      ],
      fails: "limits",
      seen: all(
        registered({ family, where: [hasContainer({ name: "agent", memoryReservation: 192 })] }),
        not(registered({ family, where: [hasContainer({ name: "agent", memory: 192 })] })),
      ),
      feedback: text(
        "memoryReservation is a promise, not a wall: the container may take more as long as there is some. For a leak you need the limit that kills.",
        "memoryReservation là lời hứa, không phải bức tường: container được lấy thêm chừng nào còn bộ nhớ. Với chỗ rò rỉ, bạn cần loại limit biết kill.",
      ),
    },
    {
      id: "render-on-fargate",
      commands: [registerFile(renderFile)],
      fails: "any-size-on-ec2",
      seen: refused({ operation: "RegisterTaskDefinition", message: "1536 CPU, 3000 memory" }),
      feedback: text(
        "This size exists only where you bring the machine. Fargate goes from 1 vCPU to 2; on EC2 a task may have any size from 0.125 to 192 vCPU.",
        "Kích thước này chỉ có ở nơi bạn tự mang máy tới. Fargate nhảy từ 1 vCPU lên 2; trên EC2 task có thể có kích thước bất kỳ từ 0,125 tới 192 vCPU.",
      ),
    },
    noPublicIp({ fails: "killed", family, before: [editJson(file, sized), registerFile(file)] }),
  ],
});

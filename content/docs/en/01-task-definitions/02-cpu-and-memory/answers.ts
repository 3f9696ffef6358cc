/** Answers of lab 01/02: hints, the solution, other routes, and the mistakes that people make. */
import {
  all,
  any,
  containersInOrder,
  defineAnswers,
  editJson,
  field,
  hasContainer,
  noPublicIp,
  not,
  refused,
  registered,
  registerFile,
  requiresCompatibility,
  runTask,
  text,
  UNTIL_SETTLED,
} from "@quayside/grader";
import {
  agent,
  family,
  file,
  finishedJob,
  inOneGb,
  job,
  killedAgent,
  renderFile,
  renderStart,
  shape,
  size,
} from "./lab.ts";

const smallAgent = { ...agent, cpu: 128 };
const sized = { ...shape, cpu: ".5 vCPU", memory: "1GB", containerDefinitions: [job, smallAgent] };
const limitedAgent = { ...smallAgent, essential: false, memory: 192 };
const reservedJob = { ...job, memoryReservation: 768 };
const limited = { ...sized, containerDefinitions: [reservedJob, limitedAgent] };
const renderOnEc2 = { ...renderStart, requiresCompatibilities: ["EC2"] };

/** A revision of the gallery, and a task of it until nothing more happens. */
const run = (definition: unknown) => [
  editJson(file, definition),
  registerFile(file),
  runTask({ family }),
  UNTIL_SETTLED,
];
const seenKilled = run(sized);

export default defineAnswers({
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
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-pair", message: "512 CPU, 700 memory" }),
      feedback: text(
        "Fargate has no task of 700 MiB. The message names the pair as ECS has read it: half a vCPU is 512 CPU units, and its memory begins at 1024 MiB and goes up in steps of 1024.",
        "Fargate không có task 700 MiB. Thông báo nêu cặp giá trị mà ECS đọc được: nửa vCPU là 512 CPU unit, bộ nhớ của nó bắt đầu từ 1024 MiB và tăng theo bước 1024.",
      ),
    },
    {
      id: "containers-want-more-cpu",
      commands: [registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", id: "cpu-sum" }),
      feedback: text(
        "The task has 512 CPU units; the two containers together ask for 640. Lower one of them: what a container asks for is its share when the CPU is short, not what it may use.",
        "Task có 512 CPU unit, còn hai container cộng lại xin 640. Hãy giảm một cái: số mà container xin là phần của nó khi CPU thiếu, không phải mức tối đa nó được dùng.",
      ),
    },
    {
      id: "wrong-unit",
      commands: [editJson(file, { ...sized, memory: "1024MiB" }), registerFile(file)],
      fails: "size",
      seen: refused({ operation: "RegisterTaskDefinition", id: "mem-invalid" }),
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
      seen: refused({ operation: "RegisterTaskDefinition", id: "fargate-pair", message: "1536 CPU, 3000 memory" }),
      feedback: text(
        "This size exists only where you bring the machine. Fargate goes from 1 vCPU to 2; on EC2 a task may have any size from 0.125 to 192 vCPU.",
        "Kích thước này chỉ có ở nơi bạn tự mang máy tới. Fargate nhảy từ 1 vCPU lên 2; trên EC2 task có thể có kích thước bất kỳ từ 0,125 tới 192 vCPU.",
      ),
    },
    noPublicIp({ fails: "killed", family, before: [editJson(file, sized), registerFile(file)] }),
  ],
});

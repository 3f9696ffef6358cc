/** Everything that the fault panel says, in every language of the course. */
import type { PullFault } from "@quayside/simulator";
import type { Consequence } from "./targets.ts";

export interface FaultTexts {
  readonly intro: string;
  readonly running: string;
  readonly registries: string;
  readonly now: string;
  readonly kill: string;
  readonly killText: string;
  readonly killButton: string;
  readonly container: string;
  readonly nothingRuns: string;
  readonly consequences: Readonly<Record<Consequence, string>>;
  readonly stop: string;
  readonly stopText: string;
  readonly stopButton: string;
  readonly task: string;
  readonly noTask: string;
  readonly fill: string;
  readonly fillText: string;
  readonly fillButton: string;
  readonly zone: string;
  readonly noZone: string;
  readonly isFull: string;
  readonly machines: string;
  readonly silence: string;
  readonly silenceText: string;
  readonly silenceButton: string;
  readonly instance: string;
  readonly noAgent: string;
  readonly isSilent: string;
  readonly slow: string;
  readonly slowText: string;
  readonly slowButton: string;
  readonly from: string;
  readonly times: string;
  readonly timesLonger: (times: number) => string;
  readonly fail: string;
  readonly failText: string;
  readonly failButton: string;
  readonly why: string;
  readonly whys: Readonly<Record<PullFault, string>>;
  readonly howMany: string;
  readonly nextPull: string;
  readonly everyPull: string;
  readonly everyRegistry: string;
  readonly registryNames: string;
  readonly imageNames: string;
  readonly isSlow: (times: number) => string;
  readonly fails: (why: string, left: number | undefined) => string;
  readonly end: string;
  readonly endOf: (place: string) => string;
}

const en: FaultTexts = {
  intro:
    "Break something on purpose, then ask “Why?”. Each of these happens from outside of ECS, and is written in the journal.",
  running: "What runs",
  registries: "Where images come from",
  now: "Wrong at this moment",
  kill: "Kill a container",
  killText: "Its process gets SIGKILL, as when it is killed on its machine: no time to tidy up, exit code 137.",
  killButton: "Kill container",
  container: "Container",
  nothingRuns: "No container runs at this moment.",
  consequences: {
    "task-stops": "It is essential: the whole task will stop.",
    "task-goes-on": "It is not essential: the task goes on without it.",
    restarts: "Its restart policy starts it again, if it has run long enough.",
    "ends-the-wait": "It is being stopped already: this ends the wait for SIGKILL.",
  },
  stop: "Stop a task",
  stopText: "StopTask, as from the console: SIGTERM, time to tidy up (stopTimeout, 30 s by default), then SIGKILL.",
  stopButton: "Stop task",
  task: "Task",
  noTask: "No task is meant to run at this moment.",
  fill: "No capacity in a zone",
  fillText: "Fargate has no room for new tasks there. What runs goes on; RunTask spreads over the zones that are left.",
  fillButton: "Take the capacity",
  zone: "Zone",
  noZone: "No zone has capacity.",
  isFull: "Fargate has no room for new tasks",
  machines: "Machines of yours",
  silence: "Stop an ECS agent",
  silenceText:
    "As with systemctl stop ecs on the machine: its containers run on, but ECS hears nothing of them and places no task there.",
  silenceButton: "Stop agent",
  instance: "Container instance",
  noAgent: "No agent is connected at this moment.",
  isSilent: "its agent is stopped",
  slow: "Slow down a registry",
  slowText: "Pulls that begin from now on take longer. Those under way keep their speed.",
  slowButton: "Slow down",
  from: "From",
  times: "How slow",
  timesLonger: (times) => `${times} times as long`,
  fail: "Let pulls fail",
  failText:
    "Tasks that start need their image: without it they stop with TaskFailedToStart. Running tasks do not notice.",
  failButton: "Let pulls fail",
  why: "Because",
  whys: {
    "server-error": "the registry answers 503",
    unreachable: "nobody answers (takes minutes)",
    "rate-limit": "Docker Hub's pull limit is reached",
  },
  howMany: "How many",
  nextPull: "The next pull",
  everyPull: "Every pull, until you end it",
  everyRegistry: "every registry",
  registryNames: "Registries",
  imageNames: "Images of your task definitions",
  isSlow: (times) => `pulls take ${times} times as long`,
  fails: (why, left) =>
    `${left === undefined ? "every pull fails" : left === 1 ? "the next pull fails" : `the next ${left} pulls fail`}: ${why}`,
  end: "End it",
  endOf: (place) => `End it: ${place}`,
};

const vi: FaultTexts = {
  intro:
    "Hãy cố ý làm hỏng thứ gì đó, rồi hỏi “Vì sao?”. Mọi việc ở đây xảy ra từ bên ngoài ECS và được ghi vào nhật ký.",
  running: "Những gì đang chạy",
  registries: "Nơi image được kéo về",
  now: "Đang hỏng ở thời điểm này",
  kill: "Giết một container",
  killText: "Tiến trình của nó nhận SIGKILL, như khi bị giết ngay trên máy: không kịp dọn dẹp, mã thoát 137.",
  killButton: "Giết container",
  container: "Container",
  nothingRuns: "Không có container nào chạy ở thời điểm này.",
  consequences: {
    "task-stops": "Nó là essential: cả task sẽ dừng.",
    "task-goes-on": "Nó không phải essential: task chạy tiếp mà không có nó.",
    restarts: "Restart policy khởi động lại nó, nếu nó đã chạy đủ lâu.",
    "ends-the-wait": "Nó đang được dừng: việc này kết thúc thời gian chờ SIGKILL.",
  },
  stop: "Dừng một task",
  stopText: "StopTask, như từ console: SIGTERM, thời gian dọn dẹp (stopTimeout, mặc định 30 giây), rồi SIGKILL.",
  stopButton: "Dừng task",
  task: "Task",
  noTask: "Không có task nào cần chạy ở thời điểm này.",
  fill: "Một zone hết chỗ",
  fillText: "Fargate không còn chỗ cho task mới ở đó. Task đang chạy vẫn chạy; RunTask trải ra các zone còn lại.",
  fillButton: "Lấy hết chỗ",
  zone: "Zone",
  noZone: "Không zone nào còn chỗ.",
  isFull: "Fargate không còn chỗ cho task mới",
  machines: "Máy của bạn",
  silence: "Dừng một ECS agent",
  silenceText:
    "Như systemctl stop ecs trên máy: container vẫn chạy, nhưng ECS không nghe được gì về chúng và không đặt task lên đó.",
  silenceButton: "Dừng agent",
  instance: "Container instance",
  noAgent: "Không có agent nào đang kết nối ở thời điểm này.",
  isSilent: "agent của nó đã dừng",
  slow: "Làm chậm một registry",
  slowText: "Những lần kéo image bắt đầu từ giờ sẽ lâu hơn. Những lần đang kéo giữ nguyên tốc độ.",
  slowButton: "Làm chậm",
  from: "Từ",
  times: "Chậm đến đâu",
  timesLonger: (times) => `lâu gấp ${times} lần`,
  fail: "Cho việc kéo image thất bại",
  failText: "Task mới khởi động cần image: thiếu nó, task dừng với TaskFailedToStart. Task đang chạy không hay biết.",
  failButton: "Cho thất bại",
  why: "Vì",
  whys: {
    "server-error": "registry trả lời 503",
    unreachable: "không ai trả lời (mất vài phút)",
    "rate-limit": "đã chạm giới hạn kéo của Docker Hub",
  },
  howMany: "Bao nhiêu lần",
  nextPull: "Lần kéo tới",
  everyPull: "Mọi lần kéo, đến khi bạn kết thúc",
  everyRegistry: "mọi registry",
  registryNames: "Registry",
  imageNames: "Image trong các task definition của bạn",
  isSlow: (times) => `kéo image lâu gấp ${times} lần`,
  fails: (why, left) => `${left === undefined ? "mọi lần kéo" : `${left} lần kéo tới`} thất bại: ${why}`,
  end: "Kết thúc",
  endOf: (place) => `Kết thúc: ${place}`,
};

/** The panel's texts in the language of a tag such as "vi-VN"; English for every other one. */
export function faultTexts(lang: string): FaultTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}

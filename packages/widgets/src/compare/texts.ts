/** Everything that comparing two runs says, in every language of the course. AWS's own words stay as AWS spells them. */
import type { FactName } from "./task-facts.ts";

/** The words of a comparison. `name` is what a run is called: `A`, `B` or a name that a lesson gave it. */
export interface CompareTexts {
  readonly both: string;
  readonly run: (name: string) => string;
  readonly speak: string;
  readonly speakHint: string;
  readonly speaksTo: (name: string) => string;
  readonly forked: (clock: string) => string;
  readonly same: string;
  readonly sameScenario: string;
  readonly parted: (clock: string) => string;
  readonly nothing: string;
  readonly missing: string;
  readonly ask: string;
  readonly keep: (name: string) => string;
  readonly stay: string;
  readonly differences: string;
  readonly differing: (count: number) => string;
  readonly caption: (clock: string) => string;
  readonly onlyDifferent: string;
  readonly noDifference: string;
  readonly more: (count: number) => string;
  readonly counts: string;
  readonly inSubnet: (name: string) => string;
  readonly onInstance: (id: string) => string;
  readonly show: string;
  readonly what: string;
  readonly differs: string;
  readonly facts: Readonly<Record<FactName, string>>;
}

const en: CompareTexts = {
  both: "Two runs side by side",
  run: (name) => `Run ${name}`,
  speak: "Commands go here",
  speakHint: "Terminal, editor and faults act on this run. X changes to the other one.",
  speaksTo: (name) => `Commands go to run ${name}`,
  forked: (clock) => `Forked at ${clock}. B is a copy that goes its own way; commands go to B now.`,
  same: "Both runs are the same up to here. Do something in one of them, then let time pass.",
  sameScenario: "Both runs are the same up to here.",
  parted: (clock) => `They part at ${clock}.`,
  nothing: "nothing happens",
  missing: "none",
  ask: "Which run do you keep? The other one goes.",
  keep: (name) => `Keep ${name}`,
  stay: "Go on comparing",
  differences: "Differences",
  differing: (count) => (count === 0 ? "no task differs" : `${count} ${count === 1 ? "task differs" : "tasks differ"}`),
  caption: (clock) => `Both runs at ${clock}`,
  onlyDifferent: "Only what differs",
  noDifference: "Nothing differs at this moment.",
  more: (count) => `and ${count} more tasks`,
  counts: "All tasks",
  inSubnet: (name) => `in subnet ${name}`,
  onInstance: (id) => `on ${id}`,
  show: "Show",
  what: "What",
  differs: "differs",
  facts: {
    revision: "Task definition",
    created: "Created at",
    subnet: "Subnet",
    instance: "EC2 instance",
    status: "lastStatus",
    health: "Health",
    pull: "Image pull",
    running: "RUNNING after",
    stopped: "STOPPED after",
    stopCode: "stopCode",
    reason: "Reason",
    phase: "State",
    exitCode: "exitCode",
    restarts: "Restarts",
  },
};

const vi: CompareTexts = {
  both: "Hai lượt chạy cạnh nhau",
  run: (name) => `Lượt chạy ${name}`,
  speak: "Lệnh đi vào đây",
  speakHint: "Terminal, trình soạn thảo và sự cố tác động lên lượt chạy này. Phím X đổi sang lượt kia.",
  speaksTo: (name) => `Lệnh đi vào lượt chạy ${name}`,
  forked: (clock) => `Đã rẽ nhánh ở ${clock}. B là bản sao đi theo đường riêng; từ giờ lệnh đi vào B.`,
  same: "Đến đây hai lượt chạy giống hệt nhau. Hãy làm gì đó ở một lượt rồi cho thời gian trôi.",
  sameScenario: "Đến đây hai lượt chạy giống hệt nhau.",
  parted: (clock) => `Chúng khác nhau từ ${clock}.`,
  nothing: "không có gì xảy ra",
  missing: "không có",
  ask: "Bạn giữ lượt chạy nào? Lượt kia sẽ mất.",
  keep: (name) => `Giữ ${name}`,
  stay: "So sánh tiếp",
  differences: "Khác biệt",
  differing: (count) => (count === 0 ? "không task nào khác nhau" : `${count} task khác nhau`),
  caption: (clock) => `Hai lượt chạy ở ${clock}`,
  onlyDifferent: "Chỉ những gì khác nhau",
  noDifference: "Ở thời điểm này không có gì khác nhau.",
  more: (count) => `và ${count} task nữa`,
  counts: "Mọi task",
  inSubnet: (name) => `trong subnet ${name}`,
  onInstance: (id) => `trên ${id}`,
  show: "Xem",
  what: "Mục",
  differs: "khác nhau",
  facts: {
    revision: "Task definition",
    created: "Tạo lúc",
    subnet: "Subnet",
    instance: "EC2 instance",
    status: "lastStatus",
    health: "Sức khỏe",
    pull: "Kéo image",
    running: "RUNNING sau",
    stopped: "STOPPED sau",
    stopCode: "stopCode",
    reason: "Lý do",
    phase: "Trạng thái",
    exitCode: "exitCode",
    restarts: "Số lần restart",
  },
};

/** The words in the language of a tag such as "vi-VN"; English for every other one. */
export function compareTexts(lang: string): CompareTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}

/** What "why?" says around its table, in Vietnamese. */
import type { ServiceWhy } from "@quayside/simulator/why";
import type { WhyTexts } from "./en.ts";

/** Why the scheduler of a service has started or stopped a task. */
const MOTIVES: Readonly<Record<NonNullable<ServiceWhy["act"]>["motive"], string>> = {
  "scale-out": "khi đó có ít task hơn số nó cần",
  "scale-in": "khi đó có nhiều task hơn số nó cần",
  rollout: "một revision thay cho revision khác",
  replace: "một health check đã không đạt",
  daemon: "mỗi instance phù hợp phải có đúng một task",
  drain: "instance của task phải được dọn trống",
  deleted: "service đã bị xóa",
  rebalance: "các Availability Zone không đều nhau",
};

export const vi: WhyTexts = {
  nothing: "Nhật ký chưa biết gì về nó ở thời điểm này.",
  exited: (name, code) => `Container ${name} là essential và đã kết thúc với exit code ${code}: cả task kết thúc theo.`,
  stopped: (code) => `Task đã dừng, với stopCode ${code}.`,
  stopping: (code) => `Task đang được dừng, với stopCode ${code}.`,
  lost: (task, root) => `Trước đó task ${task} đã kết thúc. ${root}`,
  acted: (service, { does, motive }) =>
    `Service ${service} đã ${does === "start" ? "khởi chạy" : "dừng"} task này: ${MOTIVES[motive]}.`,
  chain: "Điều dẫn tới nó",
  decisions: "Những quyết định khác về task này",
  inJournal: (step) => `Mở nhật ký tại ${step}`,
  goThere: (at) => `Tới ${at}`,
  lesson: (title) => `Bài học: ${title}`,
  back: "Quay lại",
  chosen: "được chọn",
  showStages: "Xem trên bản đồ, từng bước một",
  stage: (told) => `${told.step}. ${told.stage}: còn ${told.left} trên ${told.all}`,
  stageChosen: "Task đi tới instance còn lại.",
  stageNobody: "Không còn instance nào: không có chỗ cho task.",
  stageBack: "Bước trước",
  stageNext: "Bước sau",
  stagesDone: "Xong",
  table: "Những gì đã được xét",
  wide: "Cả bảng",
  verdicts: { passed: "đạt", failed: "không đạt", waiting: "chưa biết", untried: "chưa thử", none: "" },
};

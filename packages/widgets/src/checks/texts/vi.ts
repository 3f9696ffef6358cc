/** What the checks say, in Vietnamese. */
import type { ChecksTexts } from "./en.ts";

export const vi: ChecksTexts = {
  checksDone: (passed, total) => `Đạt ${passed} trên ${total} mục`,
  checkMine: "Chấm bài của tôi",
  passed: "đạt",
  notYet: "chưa đạt",
  passedBefore: "đã đạt trước đây, chưa đạt trong lần chạy này",
  showEvidence: "Xem ở đâu",
  markTitle: (score, max) => `Điểm: ${score} trên ${max}`,
  markPassed: "Tất cả đều đạt.",
  hints: "Gợi ý",
  nextHint: (taken, total) => `Gợi ý ${taken} trên ${total}`,
  noMoreHints: "Hết gợi ý",
  hintsTaken: (count) => `Đã dùng ${count} gợi ý`,
  solution: "Xem lời giải",
  solutionLead: "Chạy từng bước trên một bản sao của lab. Bài của bạn được giữ nguyên.",
  solutionAsk:
    "Bạn chưa thử lần nào, và phần này cho biết luôn đáp án. Có khi chỉ cần một gợi ý là đủ. Bạn vẫn muốn xem?",
  solutionYes: "Xem luôn",
  solutionNo: "Để tôi thử trước",
  goal: "Mục tiêu",
  nextLesson: "Bài tiếp theo:",
};

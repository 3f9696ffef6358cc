/** What the checks say, in every language of the course. */

const en = {
  checksDone: (passed: number, total: number) => `${passed} of ${total} checks passed`,
  checkMine: "Check my work",
  passed: "passed",
  notYet: "not yet",
  passedBefore: "passed earlier, not in this run",
  showEvidence: "Show where",
  markTitle: (score: number, max: number) => `Mark: ${score} of ${max}`,
  markPassed: "Everything passed.",
  hints: "Hints",
  nextHint: (taken: number, total: number) => `Hint ${taken} of ${total}`,
  noMoreHints: "No more hints",
  hintsTaken: (count: number) => (count === 1 ? "1 hint taken" : `${count} hints taken`),
  solution: "Show a solution",
  solutionLead: "Runs step by step on a copy of the lab. Your own work stays as it is.",
  solutionAsk:
    "You have not tried yet, and this gives the answer away. A hint may be all you need. Watch it all the same?",
  solutionYes: "Watch it",
  solutionNo: "I will try first",
};

const vi: typeof en = {
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
};

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function checksTexts(lang: string): typeof en {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}

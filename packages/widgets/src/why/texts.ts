/** What "why?" says around its table, in every language of the course; and the phrases of the tables by language. */
import { ENGLISH, type PhraseTable, type Verdict } from "@quayside/simulator/why";
import { VIETNAMESE } from "./vi-phrases.ts";

const en = {
  nothing: "The journal knows nothing of it at this moment.",
  chain: "What led to it",
  decisions: "Other decisions about this task",
  inJournal: (step: string) => `Open the journal at ${step}`,
  goThere: (at: string) => `Go to ${at}`,
  lesson: (title: string) => `Lesson: ${title}`,
  back: "Back",
  chosen: "chosen",
  showStages: "Show it on the map, stage by stage",
  stage: (told: { step: number; stage: string; left: number; all: number }) =>
    `${told.step}. ${told.stage}: ${told.left} of ${told.all} are left`,
  stageChosen: "The task goes to the instance that is left.",
  stageNobody: "Nobody is left: no place for the task.",
  stageBack: "Previous stage",
  stageNext: "Next stage",
  stagesDone: "Done",
  table: "What was looked at",
  wide: "Whole table",
  verdicts: { passed: "passed", failed: "failed", waiting: "open", untried: "not tried", none: "" } as Readonly<
    Record<Verdict, string>
  >,
};

/** What a language has to say. */
export type WhyTexts = typeof en;

const vi: WhyTexts = {
  nothing: "Nhật ký chưa biết gì về nó ở thời điểm này.",
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

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function whyTexts(lang: string): WhyTexts {
  return isVietnamese(lang) ? vi : en;
}

/** The phrases of the tables in a language. */
export function phrasesOf(lang: string): PhraseTable {
  return isVietnamese(lang) ? VIETNAMESE : ENGLISH;
}

function isVietnamese(lang: string): boolean {
  return lang.toLowerCase().startsWith("vi");
}

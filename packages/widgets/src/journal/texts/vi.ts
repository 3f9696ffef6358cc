/** What the journal says around its records, in Vietnamese. */
import type { JournalTexts } from "./en.ts";

export const vi: JournalTexts = {
  filter: "Lọc",
  filterPlace: "chữ, id hoặc loại",
  records: (shown, total) => `${shown} trên ${total} bản ghi`,
  causedBy: (step) => `do ${step}`,
  newest: "Mới nhất trước",
  showMore: (count) => `Xem thêm ${count}`,
  goThere: "Xem thời điểm này",
  none: "Không có gì khớp.",
};

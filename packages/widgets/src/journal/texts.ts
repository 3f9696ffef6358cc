/** What the journal says around its records, in every language of the course. */

const en = {
  filter: "Filter",
  filterPlace: "text, id or kind",
  records: (shown: number, total: number) => `${shown} of ${total} records`,
  causedBy: (step: string) => `because of ${step}`,
  newest: "Newest first",
  showMore: (count: number) => `Show ${count} more`,
};

const vi: typeof en = {
  filter: "Lọc",
  filterPlace: "chữ, id hoặc loại",
  records: (shown, total) => `${shown} trên ${total} bản ghi`,
  causedBy: (step) => `do ${step}`,
  newest: "Mới nhất trước",
  showMore: (count) => `Xem thêm ${count}`,
};

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function journalTexts(lang: string): typeof en {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}

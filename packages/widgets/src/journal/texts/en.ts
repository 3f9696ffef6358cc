/** What the journal says around its records, in English. */

export const en = {
  filter: "Filter",
  filterPlace: "text, id or kind",
  records: (shown: number, total: number) => `${shown} of ${total} records`,
  causedBy: (step: string) => `because of ${step}`,
  newest: "Newest first",
  showMore: (count: number) => `Show ${count} more`,
  goThere: "Show this moment",
  none: "Nothing matches.",
};

/** What a language has to say. */
export type JournalTexts = typeof en;

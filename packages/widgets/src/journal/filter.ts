/** Which records of the journal match what was typed: every word must occur in the sentence, the kind or the subject. */
import type { JournalRecord } from "@quayside/simulator";

/** The matching records, in their order; all of them for an empty filter. */
export function matching(
  records: readonly JournalRecord[],
  filter: string,
  sentence: (record: JournalRecord) => string,
): readonly JournalRecord[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return records;
  return records.filter((record) => {
    const text = `${record.kind} ${record.subject} ${sentence(record)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Records of the journal as sentences, by language. Apart from the short texts: only the journal and "why?" need them. */
import { type JournalRecord, sentenceOf } from "@quayside/simulator";
import { vietnameseSentence } from "./vi-sentences.ts";

/** One sentence about a record, in English where a language has none. */
export function sentenceIn(record: JournalRecord, lang: string): string {
  return lang.toLowerCase().startsWith("vi") ? vietnameseSentence(record) : sentenceOf(record);
}

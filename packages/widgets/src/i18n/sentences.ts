/** Records of the journal as sentences, by language. Apart from the short texts: only the journal and "why?" need them. */
import { type JournalRecord, sentenceOf } from "@quayside/simulator";
import { byLanguage } from "./by-language.ts";

const sentences = byLanguage(sentenceOf, {
  vi: () => import("./vi-sentences.ts").then((module) => module.vietnameseSentence),
});

/** One sentence about a record, in English where a language has none. */
export function sentenceIn(record: JournalRecord, lang: string): string {
  return sentences(lang)(record);
}

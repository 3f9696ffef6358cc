/** @quayside/simulator/why: "why?" as data. Apart from the rest: a page loads it when somebody asks. */
export { CAUSES } from "./causes.ts";
export { ENGLISH, type Phrase, type PhraseName, type PhraseTable, phrase, type Words, write } from "./phrases.ts";
export type { TraceCell, TraceColumn, TraceRow, TraceTable, Verdict } from "./trace-table.ts";
export { type About, type ServiceWhy, type Why, type WhyStep, whyOf } from "./why.ts";

/** Where two runs part, in words: the moment, and what happened in each instead. */
import type { JournalRecord } from "@quayside/simulator";
import { html, nothing, type TemplateResult } from "lit";
import { clockText } from "../base/clock.ts";
import { sentenceIn } from "../i18n/sentences.ts";
import { firstMemberDifference, type MemberDifference, type Parting } from "./parting.ts";
import { RUN_NAMES, type RunName } from "./run-pair.ts";
import { type CompareTexts, compareTexts } from "./texts/index.ts";

/** Longest value that is shown beside a sentence, in characters. */
const LONGEST_VALUE = 80;

/**
 * The parting as a paragraph and a line for each run.
 * @param watched the reader can do nothing to the runs
 */
export function drawParting(parting: Parting | undefined, lang: string, watched: boolean): TemplateResult {
  const texts = compareTexts(lang);
  if (parting === undefined) return html`<p>${watched ? texts.sameScenario : texts.same}</p>`;
  const member = memberOf(parting, lang);
  return html`<p><b>${texts.parted(clockText(parting.atMs))}</b></p>
    <dl>${RUN_NAMES.map((name) => html`<div class=${name}><dt>${name.toUpperCase()}</dt><dd>${said(parting[name], parting.atMs, texts, lang)}${drawMember(member, name)}</dd></div>`)}</dl>`;
}

function said(record: JournalRecord | undefined, atMs: number, texts: CompareTexts, lang: string): string {
  if (record === undefined) return texts.nothing;
  const later = record.atMs > atMs ? `${clockText(record.atMs)}: ` : "";
  return `${later}${sentenceIn(record, lang)}`;
}

/** What differs inside of two records that the sentences do not tell apart. */
function memberOf({ a, b }: Parting, lang: string): MemberDifference | undefined {
  if (a === undefined || b === undefined || a.kind !== b.kind || sentenceIn(a, lang) !== sentenceIn(b, lang))
    return undefined;
  return firstMemberDifference(a.facts, b.facts);
}

function drawMember(member: MemberDifference | undefined, name: RunName): TemplateResult | typeof nothing {
  if (member === undefined) return nothing;
  const value = member[name] ?? "–";
  const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return html` <code>${member.path}: ${shown}</code>`;
}

/** What registering a text would change: the lines of the newest revision against those of the text. */
import type { Change } from "diff";
import { html, nothing, type TemplateResult } from "lit";
import type { Comparison } from "../base/comparison.ts";
import type { ChangesTexts } from "./texts/index.ts";

export type { Comparison };

/** Lines shown at most around a change, and of the whole. */
const LINES_AROUND = 3;
const MOST_LINES = 600;

export interface ChangeLine {
  readonly kind: "added" | "removed" | "same" | "gap";
  readonly text: string;
}

/** The lines to show: those that change, with some around them. Loads the differ at first use. */
export async function changedLines({ before, after = "" }: Comparison): Promise<readonly ChangeLine[]> {
  const { diffLines } = await import("diff");
  return withoutTheRest(diffLines(before, after).flatMap(linesOf)).slice(0, MOST_LINES);
}

function linesOf({ value, added, removed }: Change): ChangeLine[] {
  const kind = added ? "added" : removed ? "removed" : "same";
  return value
    .replace(/\n$/, "")
    .split("\n")
    .map((text) => ({ kind, text }));
}

/** Long rows of equal lines become one gap. */
function withoutTheRest(lines: readonly ChangeLine[]): ChangeLine[] {
  const near = new Set<number>();
  for (const [at, { kind }] of lines.entries()) {
    if (kind === "same") continue;
    for (let step = -LINES_AROUND; step <= LINES_AROUND; step += 1) near.add(at + step);
  }
  return lines.flatMap((line, at): ChangeLine[] => {
    if (near.has(at)) return [line];
    return near.has(at - 1) || (at === 0 && near.size > 0) ? [{ kind: "gap", text: "⋯" }] : [];
  });
}

const SIGNS = { added: "+", removed: "−", same: " ", gap: " " } as const;

/** The view that stands in the place of the text. */
export function renderChanges(
  comparison: Comparison,
  lines: readonly ChangeLine[],
  texts: ChangesTexts,
): TemplateResult {
  return html`<div class="changes" tabindex="0" role="region" aria-label=${headOf(comparison, lines, texts)}>
    <p class="changes-head">${headOf(comparison, lines, texts)} ${lines.length === 0 ? nothing : html`<span>${countOf(lines, texts)}</span>`}</p>
    ${lines.length === 0 ? nothing : html`<ol class="diff">${lines.map((line) => renderLine(line, texts))}</ol>`}
  </div>`;
}

function renderLine({ kind, text }: ChangeLine, texts: ChangesTexts): TemplateResult {
  const word = kind === "added" ? texts.added : kind === "removed" ? texts.removed : "";
  return html`<li class=${kind}><span class="sign" aria-hidden="true">${SIGNS[kind]}</span>${word === "" ? nothing : html`<span class="spoken">${word}: </span>`}<code>${text}</code></li>`;
}

function headOf({ revision, family, after }: Comparison, lines: readonly ChangeLine[], texts: ChangesTexts): string {
  if (after === undefined || family === undefined) return texts.notReady;
  if (revision === undefined) return texts.first(family);
  return lines.length === 0 ? texts.none(revision) : texts.title(revision);
}

function countOf(lines: readonly ChangeLine[], texts: ChangesTexts): string {
  const count = (kind: ChangeLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  return texts.count(count("added"), count("removed"));
}

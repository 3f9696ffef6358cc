/** Draws the editor: tabs and tools above, a plain text for each file, the verdict, the place and the problems below. */
import type { Choice } from "@quayside/linter";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { EditorFile } from "./buffers.ts";
import type { PlaceHelp } from "./editor-model.ts";
import { isDefinitionFile } from "./file-kind.ts";
import { type ProblemActions, renderProblems } from "./problem-list.ts";
import type { Problem } from "./problems.ts";
import type { EditorTexts } from "./texts/index.ts";

export interface EditorHead {
  readonly files: readonly string[];
  readonly file: string;
  /** What the file was at first, while it is something else. */
  readonly original: string | undefined;
  readonly problems: readonly Problem[];
  readonly readonly: boolean;
  /** Which surface is shown; `none` when there is no choice of another. */
  readonly surface: "plain" | "opening" | "full" | "failed" | "none";
  readonly runLabel: string;
  /** The host can compare the file with what is registered, and register it. */
  readonly registers: boolean;
  /** The differences stand in the place of the text. */
  readonly comparing: boolean;
}

export interface HeadActions {
  readonly onChoose: (file: string) => void;
  readonly onTabKey: (event: KeyboardEvent) => void;
  readonly onFormat: () => void;
  readonly onReset: (original: string) => void;
  readonly onSurface: () => void;
  readonly onCompare: () => void;
  readonly onRegister: () => void;
  readonly onRun: () => void;
}

export function renderHead(head: EditorHead, texts: EditorTexts, actions: HeadActions): TemplateResult {
  const { files, file, original, readonly, surface, runLabel, comparing } = head;
  const bad = head.problems.some((problem) => problem.severity === "error");
  const format = readonly
    ? html`<span class="lock">${texts.readonly}</span>`
    : isDefinitionFile(file)
      ? html`<button class="tool" @click=${actions.onFormat}>${texts.format}</button>`
      : nothing;
  const reset =
    readonly || original === undefined
      ? nothing
      : html`<button class="tool" title=${texts.resetHint} @click=${() => actions.onReset(original)}>${texts.reset}</button>`;
  const change = html`<button class="tool" ?disabled=${surface === "opening"} @click=${actions.onSurface}>
    ${surface === "full" ? texts.plain : texts.open}
  </button>`;
  const registering = html`<button class="tool" title=${texts.compareHint} @click=${actions.onCompare}>
      ${comparing ? texts.backToText : texts.compare}
    </button>
    <button class="tool" title=${texts.registerHint} @click=${actions.onRegister}>${texts.register}</button>`;
  return html`<div class="head">
    <div class="tabs edges" role="tablist" aria-label=${texts.files} @keydown=${actions.onTabKey}>
      ${files.map((name, index) => {
        const selected = name === file;
        return html`<button
          class="tab"
          role="tab"
          id="tab-${index}"
          aria-selected=${selected}
          aria-controls="panel"
          tabindex=${selected ? 0 : -1}
          @click=${() => actions.onChoose(name)}
        >${name}${selected && bad ? html`<span class="bad" aria-hidden="true">✖</span>` : nothing}</button>`;
      })}
    </div>
    <div class="tools">
      ${comparing ? nothing : html`${reset} ${format} ${surface === "none" ? nothing : change}`}
      ${head.registers && isDefinitionFile(file) ? registering : nothing}
      ${runLabel === "" || !isDefinitionFile(file) ? nothing : html`<button class="tool run" @click=${actions.onRun}>${runLabel}</button>`}
    </div>
  </div>`;
}

export interface PlainTexts {
  /** Empty while Monaco is shown. */
  readonly files: readonly EditorFile[];
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly readonly: boolean;
  readonly tabMoves: boolean;
}

export interface PlainActions {
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onText: (file: string, text: string) => void;
  readonly onCaret: (offset: number) => void;
}

/** One element a file, of which one is seen: the browser keeps an undo stack for each. */
export function renderPlainTexts(plain: PlainTexts, texts: EditorTexts, actions: PlainActions): unknown {
  return repeat(
    plain.files,
    ({ name }) => name,
    ({ name, text }) => html`<quayside-plain-text
      class="sheet"
      ?hidden=${name !== plain.file}
      .text=${text}
      .problems=${name === plain.file ? plain.problems : []}
      .label=${texts.textOf(name)}
      .readonly=${plain.readonly}
      .tabIndents=${!plain.tabMoves}
      @focusin=${actions.onFocus}
      @keydown=${actions.onKey}
      @quayside-text=${(event: CustomEvent<{ text: string }>) => actions.onText(name, event.detail.text)}
      @quayside-caret=${(event: CustomEvent<{ offset: number }>) => actions.onCaret(event.detail.offset)}
    ></quayside-plain-text>`,
  );
}

export interface EditorFoot {
  readonly problems: readonly Problem[];
  readonly verdict: string;
  /** What can be said about the place of the caret. */
  readonly place: PlaceHelp;
  readonly readonly: boolean;
  /** Something that just happened and is worth more than the place. */
  readonly notice: string;
  readonly spoken: string;
  readonly tabMoves: boolean;
}

export interface FootActions extends ProblemActions {
  readonly onValue: (value: Choice["value"]) => void;
}

export function renderFoot(foot: EditorFoot, texts: EditorTexts, actions: FootActions): TemplateResult {
  const { problems, place, notice, tabMoves } = foot;
  const bad = problems.some((problem) => problem.severity === "error");
  const fixable = problems.some(({ fixes }) => fixes.length > 0);
  const [look, sign] = problems.length === 0 ? ["good", "✔"] : bad ? ["bad", "✖"] : ["careful", "▲"];
  const where = place.path === "" ? nothing : html`<code>${place.path}</code> ${place.text}`;
  const tab = tabMoves ? texts.tabMoves : `${texts.tabIndents} · ${texts.leave}`;
  return html`<div class="foot">
    <div class="status" tabindex="-1">
      <span class="verdict ${look}"><span aria-hidden="true">${sign}</span> ${foot.verdict}</span>
      <span class="where" title=${place.text ?? ""}>${notice === "" ? where : notice}</span>
      <span class="keys">${fixable ? `${texts.fixKey} · ` : nothing}${tab}</span>
    </div>
    ${foot.readonly ? nothing : renderChoices(place, texts, actions)}
    ${renderProblems(problems, texts, actions)}
    <div class="spoken" aria-live="polite">${notice === "" ? foot.spoken : notice}</div>
  </div>`;
}

/** Values offered at once at most; the list in Monaco has them all. */
const MOST_CHOICES = 16;

/** The values that fit at the caret, to be put there: what completion is on a phone. */
function renderChoices(place: PlaceHelp, texts: EditorTexts, actions: FootActions): TemplateResult | typeof nothing {
  if (place.choices.length === 0) return nothing;
  return html`<div class="choices" role="group" aria-label=${texts.choices}>
    <span>${texts.choices}</span>
    ${place.choices.slice(0, MOST_CHOICES).map(({ value, detail }) => {
      const shown = JSON.stringify(value);
      return html`<button class="choice" title=${detail ?? ""} @click=${() => actions.onValue(value)}>
        <code>${shown}</code>${detail === undefined ? nothing : html` <small>${detail}</small>`}
      </button>`;
    })}
  </div>`;
}

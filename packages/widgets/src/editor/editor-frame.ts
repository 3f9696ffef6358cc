/** Draws the editor: tabs and tools above, a plain text for each file, the verdict, the place and the problems below. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { EditorFile } from "./buffers.ts";
import { renderProblems } from "./problem-list.ts";
import type { Problem } from "./problems.ts";
import type { EditorTexts } from "./texts.ts";

export interface EditorHead {
  readonly files: readonly string[];
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly readonly: boolean;
  /** Which surface is shown; `none` when there is no choice of another. */
  readonly surface: "plain" | "opening" | "full" | "failed" | "none";
  readonly runLabel: string;
}

export interface HeadActions {
  readonly onChoose: (file: string) => void;
  readonly onTabKey: (event: KeyboardEvent) => void;
  readonly onFormat: () => void;
  readonly onSurface: () => void;
  readonly onRun: () => void;
}

export function renderHead(head: EditorHead, texts: EditorTexts, actions: HeadActions): TemplateResult {
  const { files, file, readonly, surface, runLabel } = head;
  const bad = head.problems.some((problem) => problem.severity === "error");
  const format = readonly
    ? html`<span class="lock">${texts.readonly}</span>`
    : html`<button class="tool" @click=${actions.onFormat}>${texts.format}</button>`;
  const change = html`<button class="tool" ?disabled=${surface === "opening"} @click=${actions.onSurface}>
    ${surface === "full" ? texts.plain : texts.open}
  </button>`;
  return html`<div class="head">
    <div class="tabs" role="tablist" aria-label=${texts.files} @keydown=${actions.onTabKey}>
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
      ${format} ${surface === "none" ? nothing : change}
      ${runLabel === "" ? nothing : html`<button class="tool run" @click=${actions.onRun}>${runLabel}</button>`}
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
  /** Path of the value at the caret, as people write it; empty at the root. */
  readonly path: string;
  /** What the schema says about that value. */
  readonly help: string | undefined;
  /** Something that just happened and is worth more than the place. */
  readonly notice: string;
  readonly spoken: string;
  readonly tabMoves: boolean;
}

export function renderFoot(foot: EditorFoot, texts: EditorTexts, onChoose: (problem: Problem) => void): TemplateResult {
  const { problems, path, help, notice, tabMoves } = foot;
  const bad = problems.some((problem) => problem.severity === "error");
  const [look, sign] = problems.length === 0 ? ["good", "✔"] : bad ? ["bad", "✖"] : ["careful", "▲"];
  const place = path === "" ? nothing : html`<code>${path}</code> ${help}`;
  return html`<div class="foot">
    <div class="status" tabindex="-1">
      <span class="verdict ${look}"><span aria-hidden="true">${sign}</span> ${foot.verdict}</span>
      <span class="where" title=${help ?? ""}>${notice === "" ? place : notice}</span>
      <span class="keys">${tabMoves ? texts.tabMoves : `${texts.tabIndents} · ${texts.leave}`}</span>
    </div>
    ${renderProblems(problems, texts, onChoose)}
    <div class="spoken" aria-live="polite">${notice === "" ? foot.spoken : notice}</div>
  </div>`;
}

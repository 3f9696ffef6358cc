/**
 * The editor's first surface: a textarea with line numbers, marks beside the lines that have problems, indentation on
 * Enter and, when asked for, on Tab. Works everywhere, weighs nothing, and is all that phones ever get. One element a
 * file, so that the browser keeps an undo stack for each.
 */
import { LineIndex } from "@quayside/linter/json";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { enterKey, indentLines, type TextEdit } from "./indent.ts";
import { LONGEST_PAINTED, paintJson, underline } from "./paint-json.ts";

import type { Problem } from "./problems.ts";

/** Marks drawn at most; the list below the text has them all. */
const MOST_MARKS = 200;

/** The element; tells `quayside-text` { text } and `quayside-caret` { offset } to the editor around it. */
export class QuaysidePlainText extends LitElement {
  static override properties = {
    text: { attribute: false },
    problems: { attribute: false },
    label: {},
    readonly: { type: Boolean },
    tabIndents: { type: Boolean },
  };
  declare text: string;
  declare problems: readonly Problem[];
  declare label: string;
  declare readonly: boolean;
  declare tabIndents: boolean;
  #lineCount = 0;

  static override styles = css`
    :host { display: block; position: relative; overflow: hidden; height: 100%; font: inherit; }
    .frame { display: grid; grid-template-columns: auto 1fr; height: 100%; }
    .gutter { overflow: hidden; padding: 10px 0; text-align: right; user-select: none; color: var(--qs-muted, #4d6171); }
    .gutter pre { margin: 0; padding: 0 10px 0 14px; font: inherit; min-width: 2ch; }
    .lines { position: relative; will-change: transform; }
    .mark { position: absolute; left: 3px; font-size: 0.75em; line-height: inherit; }
    .mark.error { color: var(--qs-danger, #b3232f); }
    .mark.warning { color: var(--qs-brass, #8a5a00); }
    .sheet { position: relative; overflow: hidden; min-width: 0; }
    .paint {
      position: absolute; inset: 0 auto auto 0; margin: 0; padding: 10px 12px 10px 4px; font: inherit; tab-size: 2;
      white-space: pre; pointer-events: none; will-change: transform;
    }
    .key { color: var(--qs-accent, #0b6a86); }
    .string { color: var(--qs-ok, #0a6b4c); }
    .number { color: var(--qs-brass, #8a5a00); }
    .word { color: var(--qs-state-provisioning, #6a4fb0); }
    .under { text-decoration: underline wavy 1px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
    .under.error { text-decoration-color: var(--qs-danger, #b3232f); }
    .under.warning { text-decoration-color: var(--qs-brass, #8a5a00); }
    textarea.painted { -webkit-text-fill-color: transparent; }
    textarea.painted::selection { background: color-mix(in oklab, var(--qs-accent, #0b6a86) 28%, transparent); }
    @media (forced-colors: active) { .paint { display: none; } textarea.painted { -webkit-text-fill-color: currentColor; } }
    textarea {
      position: relative;
      display: block; width: 100%; height: 100%; box-sizing: border-box; resize: none; border: 0; margin: 0;
      padding: 10px 12px 10px 4px; background: transparent; color: inherit; font: inherit; tab-size: 2;
      white-space: pre; overflow: auto; outline-offset: -2px; caret-color: var(--qs-accent, #0b6a86);
    }
    textarea:focus-visible { outline: 2px solid var(--qs-accent, #0b6a86); outline-offset: -2px; }
    @media (pointer: coarse) { :host { font-size: 16px; } }
  `;

  constructor() {
    super();
    this.text = "";
    this.problems = [];
    this.label = "";
    this.readonly = false;
    this.tabIndents = false;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  /** Selected range, in UTF-16 units, and how far the text is scrolled, in pixels. */
  get caret(): { readonly start: number; readonly end: number; readonly top: number } {
    const area = this.#area;
    return { start: area?.selectionStart ?? 0, end: area?.selectionEnd ?? 0, top: area?.scrollTop ?? 0 };
  }

  /** The caret goes into the text; right after the element was made, as soon as there is one. */
  override focus(): void {
    if (this.#area !== null) this.#area.focus();
    else void this.updateComplete.then(() => this.#area?.focus());
  }

  /** Selects a range and brings its line into the middle of the view, when it is out of it. */
  select(start: number, end: number): void {
    const area = this.#area;
    if (area === null) {
      if (!this.hasUpdated) void this.updateComplete.then(() => this.select(start, end));
      return;
    }
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    const lines = new LineIndex(area.value);
    const line = lines.positionAt(start).line;
    const lineHeight = (area.scrollHeight - 20) / Math.max(1, lines.count);
    const top = (line - 1) * lineHeight;
    if (top < area.scrollTop || top + 2 * lineHeight > area.scrollTop + area.clientHeight)
      area.scrollTop = top - area.clientHeight / 2;
    area.scrollLeft = 0;
    this.#follow();
  }

  /** Replaces the whole text as one step that the learner can undo, and puts the caret somewhere. */
  rewrite(text: string, caret: number): void {
    const area = this.#area;
    if (area === null || area.value === text) return;
    area.focus({ preventScroll: true });
    area.select();
    if (!document.execCommand("insertText", false, text)) {
      area.value = text;
      this.#typed();
    }
    this.select(caret, caret);
  }

  /** Only a text from outside touches the textarea: writing back what was typed would cost the undo stack. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("text")) this.#lineCount = new LineIndex(this.text).count;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const area = this.#area;
    if (area === null || !changed.has("text") || area.value === this.text) return;
    area.value = this.text;
    // A new text is read from its beginning; browsers put the caret at its end.
    area.setSelectionRange(0, 0);
  }

  protected override render() {
    const painted = this.text.length <= LONGEST_PAINTED;
    const numbers = Array.from({ length: this.#lineCount }, (_, index) => index + 1).join("\n");
    return html`<div class="frame" part="frame">
      <div class="gutter" aria-hidden="true"><div class="lines"><pre>${numbers}</pre>${this.#marks()}</div></div>
      <div class="sheet">
      ${painted ? html`<pre class="paint" aria-hidden="true">${this.#paint()}</pre>` : nothing}
      <textarea
        class=${painted ? "painted" : ""}
        .readOnly=${this.readonly}
        aria-label=${this.label}
        wrap="off"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        autocorrect="off"
        @input=${this.#typed}
        @keydown=${this.#keyed}
        @scroll=${this.#follow}
        @select=${this.#moved}
        @keyup=${this.#moved}
        @click=${this.#moved}
      ></textarea>
      </div>
    </div>`;
  }

  /** The colours lie under the textarea, whose own letters are then invisible: the caret and selection stay real. */
  #paint() {
    return underline(paintJson(this.text), this.problems).map(({ text, kind, under }) => {
      if (kind === undefined && under === undefined) return text;
      return html`<span class="${kind ?? ""} ${under === undefined ? "" : `under ${under}`}">${text}</span>`;
    });
  }

  #marks() {
    const worst = new Map<number, Problem>();
    for (const problem of this.problems) {
      const other = worst.get(problem.line);
      if (other === undefined || (other.severity !== "error" && problem.severity === "error")) {
        worst.set(problem.line, problem);
      }
    }
    return [...worst.values()].slice(0, MOST_MARKS).map((problem) => {
      const sign = problem.severity === "error" ? "✖" : problem.severity === "warning" ? "▲" : "●";
      return html`<span class="mark ${problem.severity}" style="top: calc(${problem.line - 1} * 1lh)">${sign}</span>`;
    });
  }

  #typed(): void {
    const text = this.#area?.value ?? "";
    this.text = text;
    this.dispatchEvent(new CustomEvent("quayside-text", { detail: { text } }));
    this.#moved();
  }

  #moved(): void {
    this.dispatchEvent(new CustomEvent("quayside-caret", { detail: { offset: this.caret.end } }));
  }

  #follow(): void {
    const [top, left] = [this.#area?.scrollTop ?? 0, this.#area?.scrollLeft ?? 0];
    const lines = this.renderRoot.querySelector<HTMLElement>(".lines");
    const paint = this.renderRoot.querySelector<HTMLElement>(".paint");
    if (lines !== null) lines.style.transform = `translateY(${-top}px)`;
    if (paint !== null) paint.style.transform = `translate(${-left}px, ${-top}px)`;
  }

  #keyed(event: KeyboardEvent): void {
    const area = this.#area;
    if (area === null || event.isComposing || this.readonly) return;
    const state = { text: area.value, start: area.selectionStart, end: area.selectionEnd };
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && plain && !event.shiftKey) this.#apply(event, enterKey(state));
    else if (event.key === "Tab" && plain && this.tabIndents) this.#apply(event, indentLines(state, event.shiftKey));
  }

  /** `insertText` is the one way of changing a textarea that the browser can undo. */
  #apply(event: KeyboardEvent, edit: TextEdit): void {
    const area = this.#area;
    if (area === null) return;
    event.preventDefault();
    area.setSelectionRange(edit.from, edit.to);
    const command = edit.insert === "" ? "delete" : "insertText";
    const nothing = edit.insert === "" && edit.from === edit.to;
    if (!nothing && !document.execCommand(command, false, edit.insert)) {
      area.setRangeText(edit.insert, edit.from, edit.to, "end");
      this.#typed();
    }
    area.setSelectionRange(edit.start, edit.end);
  }
}

customElements.define("quayside-plain-text", QuaysidePlainText);

declare global {
  interface HTMLElementTagNameMap {
    "quayside-plain-text": QuaysidePlainText;
  }
}

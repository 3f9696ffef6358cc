/**
 * `<quayside-editor>`: the definition files of a lab as tabs over a text, with what is wrong listed below. Starts as a
 * plain textarea and turns into Monaco at the first focus where that suits (fine pointer, 700 pixels); never by itself
 * on touch. Monaco lives in this element's shadow root, so that no style of the page reaches it; the price is that its
 * style sheets must be shared with the root (full-editor.ts) and that its own context menu is off. No ancestor may have
 * a transform or filter, or Monaco's lists are placed wrong. Long, because surfaces, checks and the host's events meet here.
 * Events, all bubbling and composed: `quayside-edit` { file, text } on each change, `quayside-run` on Ctrl/Cmd+Enter or the run
 * button, `quayside-file` when another tab is chosen, `quayside-compare` and `quayside-register` on demand, each { file }.
 */
import type { Choice, Fix } from "@quayside/linter";
import { applyEdits, formatJson, type TextEdit } from "@quayside/linter/json";
import { html, nothing, type PropertyValues } from "lit";
import { edgeStyles, QuaysideElement } from "../base/element.ts";
import type { EditorFile } from "./buffers.ts";
import { type ChangeLine, type Comparison, changedLines, renderChanges } from "./changes.ts";
import { renderFoot, renderHead, renderPlainTexts } from "./editor-frame.ts";
import { nextTab, plainKeyAction } from "./editor-keys.ts";
import { EditorModel } from "./editor-model.ts";
import { editorStyles } from "./editor-styles.ts";
import { suitsFullEditor } from "./full-editor.ts";
import type { MonacoOptions, MonacoSurface } from "./monaco.ts";
import "./quayside-plain-text.ts";
import type { Problem } from "./problems.ts";
import type { QuaysidePlainText } from "./quayside-plain-text.ts";
import { type SurfaceState, Surfaces } from "./surfaces.ts";
import { editorTexts } from "./texts/index.ts";

/** Pause after the last key before the text is checked, in milliseconds. */
const CHECK_AFTER_MS = 300;

/** The element; its properties are its interface, its text is reached by `textOf` and `replaceText`. */
export class QuaysideEditor extends QuaysideElement {
  static override properties = {
    files: { attribute: false },
    active: {},
    practices: { type: Boolean },
    comparison: { attribute: false },
    registers: { type: Boolean },
    lang: { reflect: true },
    readonly: { type: Boolean },
    runLabel: { attribute: "run-label" },
    state: { state: true },
    problems: { state: true },
    tabMoves: { state: true },
    caret: { state: true },
    notice: { state: true },
    spoken: { state: true },
    changes: { state: true },
  };
  /** The tabs, owned by the host. Setting a text that differs from the one given before replaces what was typed. */
  declare files: readonly EditorFile[];
  /** Name of the file shown; the first one when it names none. */
  declare active: string;
  /** Whether bad practice is reported beside what AWS would refuse. */
  declare practices: boolean;
  /** What registering the file would change; the host sets it when it is asked, and the view opens. */
  declare comparison: Comparison | undefined;
  /** Whether the host can compare and register: shows the buttons that ask for it. */
  declare registers: boolean;
  declare readonly: boolean;
  /** Label of the run button; no button when empty (Ctrl/Cmd+Enter works all the same). */
  declare runLabel: string;
  declare private state: SurfaceState;
  declare private problems: readonly Problem[];
  declare private tabMoves: boolean;
  declare private caret: number;
  declare private notice: string;
  declare private spoken: string;
  declare private changes: readonly ChangeLine[] | undefined;

  readonly #model = new EditorModel();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #surfaces = new Surfaces({
    root: () => this.renderRoot as ShadowRoot,
    isConnected: () => this.isConnected,
    drawn: () => this.updateComplete,
    options: (container) => this.#fullOptions(container),
    takeOver: (full) => this.#takeOver(full),
    onState: (state) => {
      this.state = state;
    },
  });

  static override styles = [edgeStyles, editorStyles];

  constructor() {
    super();
    this.files = [];
    this.active = "";
    this.practices = false;
    this.registers = false;
    this.readonly = false;
    this.runLabel = "";
    this.state = "plain";
    this.problems = [];
    this.tabMoves = true;
    this.caret = 0;
    this.notice = "";
    this.spoken = "";
  }

  /** The text of a file as it stands now, or undefined when there is no such file. */
  textOf(file: string): string | undefined {
    return this.#model.buffers.text(file);
  }

  /** Puts a text into a file as a step that can be undone, and tells the host: for "start over" and solutions. */
  replaceText(file: string, text: string): void {
    if (this.#model.buffers.text(file) === undefined) return;
    this.#full?.write(file, text);
    this.#typed(file, text);
  }

  override focus({ at }: FocusOptions & { readonly at?: number } = {}): void {
    if (at === undefined) this.#surface?.focus();
    else this.#surface?.select(at, at);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#surfaces.close();
  }

  get #full(): MonacoSurface | undefined {
    return this.#surfaces.full;
  }

  get #texts() {
    return editorTexts(this.language);
  }

  get #file(): string {
    return this.#model.buffers.text(this.active) === undefined ? (this.#model.buffers.names[0] ?? "") : this.active;
  }

  get #plain(): QuaysidePlainText | null {
    return this.renderRoot.querySelector("quayside-plain-text:not([hidden])");
  }

  get #surface(): MonacoSurface | QuaysidePlainText | null {
    return this.#full ?? this.#plain;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const replaced = changed.has("files") && this.#receive();
    if (changed.has("readonly")) this.#full?.setReadonly(this.readonly);
    if (changed.has("files") || changed.has("active")) {
      this.#full?.show(this.#file, this.#texts.textOf(this.#file));
    }
    if (changed.has("active")) this.comparison = undefined;
    if (changed.has("comparison")) void this.#compare();
    if (replaced || changed.has("active") || changed.has("practices") || changed.has("lang")) this.#check();
  }

  /** Shows the differences, or the text again. */
  async #compare(): Promise<void> {
    const { comparison } = this;
    this.changes = comparison === undefined ? undefined : await changedLines(comparison);
    if (this.changes !== undefined) void this.updateComplete.then(() => this.#find(".changes")?.focus());
  }

  /** True when a text is now another one than what stood there. */
  #receive(): boolean {
    const before = this.#model.buffers.names;
    const changed = this.#model.buffers.receive(this.files);
    for (const name of before) if (this.#model.buffers.text(name) === undefined) this.#full?.drop(name);
    for (const name of changed) this.#full?.write(name, this.#model.buffers.text(name) ?? "");
    return changed.length > 0;
  }

  #check(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.problems = this.#model.check(this.#file, this.#texts, this.practices);
    this.#full?.mark(this.#file, this.problems);
    this.spoken = this.#model.verdict(this.#file, this.#texts);
  }

  #typed(file: string, text: string): void {
    if (!this.#model.buffers.type(file, text)) return;
    this.notice = "";
    this.comparison = undefined;
    this.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), CHECK_AFTER_MS);
    this.#tell("quayside-edit", { file, text });
  }

  #tell(type: string, detail: { readonly file: string; readonly text?: string }): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #run(): void {
    if (this.#model.isDefinition(this.#file)) this.#tell("quayside-run", { file: this.#file });
  }

  #focused(): void {
    this.#model.loadSchema((schema) => {
      this.#full?.setSchema(schema);
      this.requestUpdate();
    });
    this.#surfaces.focused();
  }

  #fullOptions(container: HTMLElement): MonacoOptions {
    return {
      container,
      readonly: this.readonly,
      schema: this.#model.schema,
      tabMoves: this.tabMoves,
      valuesTitle: this.#texts.choices,
      onType: (file, text) => this.#typed(file, text),
      onRun: () => this.#run(),
      onFix: () => this.#goToFix(),
      onLeave: () => this.#leave(),
      onCaret: (offset) => {
        this.caret = offset;
      },
      onTabMode: (moves) => {
        this.tabMoves = moves;
      },
    };
  }

  #takeOver(full: MonacoSurface): void {
    const plain = this.#plain;
    const caret = plain?.caret;
    const hadFocus = plain !== null && (this.renderRoot as ShadowRoot).activeElement === plain;
    for (const name of this.#model.buffers.names) full.write(name, this.#model.buffers.text(name) ?? "");
    full.show(this.#file, this.#texts.textOf(this.#file));
    full.mark(this.#file, this.problems);
    void this.updateComplete.then(() => {
      if (hadFocus && caret !== undefined) full.select(caret.start, caret.end);
    });
  }

  #format(): void {
    const text = formatJson(this.#model.buffers.text(this.#file) ?? "");
    this.notice = text === undefined ? this.#texts.formatFailed : "";
    if (text !== undefined) this.#rewrite(text, 0);
  }

  /** Puts a whole text there as one step that can be undone, with the caret at an offset of it. */
  #rewrite(text: string, caret: number): void {
    if (this.#full === undefined) this.#plain?.rewrite(text, caret);
    else {
      this.replaceText(this.#file, text);
      this.#full.select(caret, caret);
    }
    this.#check();
  }

  #edit(edits: readonly TextEdit[]): void {
    const first = Math.min(...edits.map(({ start }) => start));
    this.#rewrite(applyEdits(this.#model.buffers.text(this.#file) ?? "", edits), first);
  }

  /** The text may have changed since it was checked: what is done is what the button says, in the text as it is. */
  #mend(fix: Fix): void {
    if (this.#timer !== undefined) this.#check();
    const now = this.#model.fixLike(fix);
    if (now !== undefined) this.#edit(now.edits);
    this.notice = this.#texts.fixed(this.#texts.fix(fix.title));
  }

  /** Puts a value where the caret is. */
  #put(value: Choice["value"]): void {
    if (this.#timer !== undefined) this.#check();
    const { slot } = this.#model.helpAt(this.caret);
    if (slot !== undefined) this.#edit([{ start: slot.start, end: slot.end, text: JSON.stringify(value) }]);
  }

  /** Ctrl+.: to the fix of the problem that is nearest to the caret. */
  #goToFix(): void {
    const fixes = [...this.renderRoot.querySelectorAll<HTMLElement>(".fix")];
    const distance = (fix: HTMLElement) => Math.abs(Number(fix.dataset.at) - this.caret);
    fixes.sort((a, b) => distance(a) - distance(b))[0]?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #choose(file: string): void {
    this.active = file;
    this.#tell("quayside-file", { file });
  }

  #tabKey(event: KeyboardEvent): void {
    const next = nextTab(this.#model.buffers.names, this.#file, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.#choose(next);
    void this.updateComplete.then(() => this.#find("[aria-selected=true]")?.focus());
  }

  #plainKey(event: KeyboardEvent): void {
    const action = plainKeyAction(event, this.tabMoves);
    if (action === undefined) return;
    event.preventDefault();
    if (action === "run") this.#run();
    else if (action === "fix") this.#goToFix();
    else if (action === "tabMode") this.tabMoves = !this.tabMoves;
    else this.#leave();
  }

  readonly #composes = (event: Event): void => this.#surfaces.composes(event);

  readonly #leave = (): void => this.#find(".status")?.focus();

  protected override render() {
    const texts = this.#texts;
    return html`${renderHead(
      {
        files: this.#model.buffers.names,
        file: this.#file,
        original: this.#model.buffers.original(this.#file),
        problems: this.problems,
        readonly: this.readonly,
        surface: this.state === "full" || suitsFullEditor() ? this.state : "none",
        runLabel: this.runLabel,
        registers: this.registers,
        comparing: this.changes !== undefined,
      },
      texts,
      {
        onChoose: (file) => this.#choose(file),
        onTabKey: (event) => this.#tabKey(event),
        onFormat: () => this.#format(),
        onReset: (text) => this.#rewrite(text, 0),
        onSurface: () => this.#surfaces.toggle(),
        onRun: () => this.#run(),
        onCompare: () => this.#askToCompare(),
        onRegister: () => this.#tell("quayside-register", { file: this.#file }),
      },
    )}
    ${this.#body()}
    ${renderFoot(
      {
        problems: this.problems,
        verdict: this.#model.verdict(this.#file, texts),
        place: this.#model.helpAt(this.caret),
        readonly: this.readonly,
        notice: this.state === "failed" ? texts.openFailed : this.notice,
        spoken: this.spoken,
        tabMoves: this.tabMoves,
      },
      texts,
      {
        onChoose: (problem) => this.#surface?.select(problem.start, problem.end),
        onFix: this.readonly ? undefined : (fix) => this.#mend(fix),
        onValue: (value) => this.#put(value),
      },
    )}`;
  }

  #askToCompare(): void {
    if (this.changes === undefined) this.#tell("quayside-compare", { file: this.#file });
    else this.comparison = undefined;
  }

  #body() {
    const file = this.#file;
    const full = this.state === "full";
    const { comparison, changes } = this;
    const plain = {
      files: full
        ? []
        : this.#model.buffers.names.map((name) => ({ name, text: this.#model.buffers.text(name) ?? "" })),
      file,
      problems: this.problems,
      readonly: this.readonly,
      tabMoves: this.tabMoves,
    };
    return html`<div class="body" id="panel" role="tabpanel" aria-label=${file}
      @pointerenter=${() => this.#surfaces.hovered()} @pointerleave=${() => this.#surfaces.left()} @pointerdown=${() => this.#surfaces.pressed()}
      @compositionstart=${this.#composes} @compositionend=${this.#composes}>
      ${renderPlainTexts(plain, this.#texts, {
        onFocus: () => this.#focused(),
        onKey: (event) => this.#plainKey(event),
        onText: (name, text) => this.#typed(name, text),
        onCaret: (offset) => {
          this.caret = offset;
        },
      })}
      <div class="sheet full" ?hidden=${!full && this.state !== "opening"} style=${full ? "" : "visibility: hidden"}></div>
      ${comparison === undefined || changes === undefined ? nothing : renderChanges(comparison, changes, this.#texts.changes)}
      ${this.state === "opening" ? html`<div class="loading" role="status">${this.#texts.opening}</div>` : nothing}
    </div>`;
  }
}

customElements.define("quayside-editor", QuaysideEditor);

declare global {
  interface HTMLElementTagNameMap {
    "quayside-editor": QuaysideEditor;
  }
}

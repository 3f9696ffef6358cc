/**
 * `<quayside-editor>`: the definition files of a lab as tabs over a text, with what is wrong listed below. Starts as a
 * plain textarea and turns into Monaco at the first focus where that suits (fine pointer, 700 pixels); never by itself
 * on touch. Monaco lives in this element's shadow root, so that no style of the page reaches it; the price is that its
 * style sheets must be shared with the root (full-editor.ts) and that its own context menu is off. No ancestor may have
 * a transform or filter, or Monaco's lists are placed wrong. This file is long because the two surfaces, the checks
 * and the host's events meet here, and parting them would hide the order in which things happen.
 * Events, all bubbling and composed: `quayside-edit` { file, text } on each change, `quayside-run` { file } on
 * Ctrl/Cmd+Enter or the run button, `quayside-file` { file } when another tab is chosen.
 */
import { html, nothing, type PropertyValues } from "lit";
import { QuaysideElement } from "../element.ts";
import { Buffers, type EditorFile } from "./buffers.ts";
import { type EditorHead, type PlainTexts, renderFoot, renderHead, renderPlainTexts } from "./editor-frame.ts";
import { editorStyles } from "./editor-styles.ts";
import {
  keepPreference,
  LoadOnRest,
  loadFullEditor,
  mountFullEditor,
  prefersPlain,
  suitsFullEditor,
} from "./full-editor.ts";
import { type JsonSchema, schemaAt } from "./json/check-schema.ts";
import { formatJson } from "./json/format-json.ts";
import { pathAt, pathText } from "./json/locate.ts";
import { type JsonDocument, parseJson } from "./json/parse-json.ts";
import type { MonacoOptions, MonacoSurface } from "./monaco.ts";
import "./quayside-plain-text.ts";
import { nextTab, plainKeyAction } from "./editor-keys.ts";
import { type Finding, findProblems, type Problem, verdictOf } from "./problems.ts";
import type { QuaysidePlainText } from "./quayside-plain-text.ts";
import { loadTaskDefinitionSchema } from "./schema-source.ts";
import { editorTexts } from "./texts.ts";

/** Pause after the last key before the text is checked, in milliseconds. */
const CHECK_AFTER_MS = 300;

/** The element; its properties are its interface, its text is reached by `textOf` and `replaceText`. */
export class QuaysideEditor extends QuaysideElement {
  static override properties = {
    files: { attribute: false },
    active: {},
    findings: { attribute: false },
    schema: { attribute: false },
    lang: { reflect: true },
    readonly: { type: Boolean },
    runLabel: { attribute: "run-label" },
    state: { state: true },
    problems: { state: true },
    tabMoves: { state: true },
    caret: { state: true },
    notice: { state: true },
    spoken: { state: true },
  };
  /** The tabs, owned by the host. Setting a text that differs from the one given before replaces what was typed. */
  declare files: readonly EditorFile[];
  /** Name of the file shown; the first one when it names none. */
  declare active: string;
  /** What the rules say about the active file. */
  declare findings: readonly Finding[];
  /** Schema of the files; that of RegisterTaskDefinition is fetched when this is left undefined, none when null. */
  declare schema: JsonSchema | null | undefined;
  declare readonly: boolean;
  /** Label of the run button; no button when empty (Ctrl/Cmd+Enter works all the same). */
  declare runLabel: string;
  declare private state: "plain" | "opening" | "full" | "failed";
  declare private problems: readonly Problem[];
  declare private tabMoves: boolean;
  declare private caret: number;
  declare private notice: string;
  declare private spoken: string;

  readonly #buffers = new Buffers();
  #document: JsonDocument = parseJson("");
  #loadedSchema: JsonSchema | undefined;
  #full: MonacoSurface | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #rest = new LoadOnRest();
  #composing = false;

  static override styles = editorStyles;

  constructor() {
    super();
    this.files = [];
    this.active = "";
    this.findings = [];
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
    return this.#buffers.text(file);
  }

  /** Puts a text into a file as a step that can be undone, and tells the host: for "start over" and solutions. */
  replaceText(file: string, text: string): void {
    if (this.#buffers.text(file) === undefined) return;
    this.#full?.write(file, text);
    this.#typed(file, text);
  }

  override focus(): void {
    this.#surface?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#rest.leave();
    this.#closeFull();
  }

  get #texts() {
    return editorTexts(this.language);
  }

  get #file(): string {
    return this.#buffers.text(this.active) === undefined ? (this.#buffers.names[0] ?? "") : this.active;
  }

  get #plain(): QuaysidePlainText | null {
    return this.renderRoot.querySelector("quayside-plain-text:not([hidden])");
  }

  get #surface(): MonacoSurface | QuaysidePlainText | null {
    return this.#full ?? this.#plain;
  }

  get #schemaNow(): JsonSchema | undefined {
    return this.schema === null ? undefined : (this.schema ?? this.#loadedSchema);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const replaced = changed.has("files") && this.#receive();
    if (changed.has("readonly")) this.#full?.setReadonly(this.readonly);
    if (changed.has("schema")) this.#full?.setSchema(this.#schemaNow);
    if (changed.has("files") || changed.has("active")) {
      this.#full?.show(this.#file, this.#texts.textOf(this.#file));
    }
    const other = replaced || changed.has("active") || changed.has("schema") || changed.has("lang");
    // New findings while the learner types wait for the pause that the check waits for.
    if (other || (changed.has("findings") && this.#timer === undefined)) this.#check();
  }

  /** True when a text is now another one than what stood there. */
  #receive(): boolean {
    const before = this.#buffers.names;
    const changed = this.#buffers.receive(this.files);
    for (const name of before) if (this.#buffers.text(name) === undefined) this.#full?.drop(name);
    for (const name of changed) this.#full?.write(name, this.#buffers.text(name) ?? "");
    return changed.length > 0;
  }

  /** Parses and checks the active file; cheap enough (4 ms for 20 KB, 90 ms for 1 MB) to do whole after each pause. */
  #check(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#document = parseJson(this.#buffers.text(this.#file) ?? "");
    const texts = this.#texts;
    this.problems = findProblems({
      document: this.#document,
      schema: this.#schemaNow,
      findings: this.findings,
      texts,
    });
    this.#full?.mark(this.#file, this.problems);
    this.spoken = verdictOf(this.problems, texts);
  }

  #typed(file: string, text: string): void {
    if (!this.#buffers.type(file, text)) return;
    this.notice = "";
    this.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), CHECK_AFTER_MS);
    this.#tell("quayside-edit", { file, text });
  }

  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #run(): void {
    this.#tell("quayside-run", { file: this.#file });
  }

  /** The schema serves both surfaces; without it the text is still edited and the rules still speak. */
  #wantSchema(): void {
    if (this.schema !== undefined || this.#loadedSchema !== undefined) return;
    loadTaskDefinitionSchema().then(
      (schema) => {
        this.#loadedSchema = schema;
        this.#full?.setSchema(this.#schemaNow);
        this.#check();
      },
      (error: unknown) => console.warn("quayside-editor: no schema, so no field help:", error),
    );
  }

  get #opensByItself(): boolean {
    return this.state === "plain" && suitsFullEditor() && !prefersPlain();
  }

  #hovered(): void {
    if (this.#opensByItself) this.#rest.enter();
  }

  #focused(): void {
    this.#wantSchema();
    if (this.#opensByItself) void this.#openFull();
  }

  async #openFull(): Promise<void> {
    if (this.state === "opening" || this.state === "full") return;
    this.state = "opening";
    try {
      await loadFullEditor();
      // Half a composed character must not be cut off: the change waits for the end of it.
      if (this.#composing) await new Promise((done) => this.addEventListener("compositionend", done, { once: true }));
      await this.updateComplete;
      const container = this.renderRoot.querySelector<HTMLElement>(".full");
      if (container === null || !this.isConnected) return;
      const full = await mountFullEditor(this.renderRoot as ShadowRoot, () => this.#fullOptions(container));
      if (this.isConnected) this.#takeOver(full);
      else full.dispose();
    } catch (error) {
      console.warn("quayside-editor: the full editor could not be loaded:", error);
      this.state = "failed";
    }
  }

  #fullOptions(container: HTMLElement): MonacoOptions {
    return {
      container,
      readonly: this.readonly,
      schema: this.#schemaNow,
      onType: (file, text) => this.#typed(file, text),
      onRun: () => this.#run(),
      onLeave: () => this.#leave(),
      onCaret: (offset) => {
        this.caret = offset;
      },
      onTabMode: (moves) => {
        this.tabMoves = moves;
      },
    };
  }

  /** Everything in one go, so that no key falls between the two surfaces. */
  #takeOver(full: MonacoSurface): void {
    const plain = this.#plain;
    const caret = plain?.caret;
    const hadFocus = plain !== null && (this.renderRoot as ShadowRoot).activeElement === plain;
    for (const name of this.#buffers.names) full.write(name, this.#buffers.text(name) ?? "");
    full.show(this.#file, this.#texts.textOf(this.#file));
    full.mark(this.#file, this.problems);
    this.#full = full;
    this.state = "full";
    this.tabMoves = false;
    void this.updateComplete.then(() => {
      if (hadFocus && caret !== undefined) full.select(caret.start, caret.end);
    });
  }

  #closeFull(): void {
    this.#full?.dispose();
    this.#full = undefined;
    if (this.state !== "failed") this.state = "plain";
    this.tabMoves = true;
  }

  #toggleSurface(): void {
    const opens = this.state !== "full";
    keepPreference(opens ? "full" : "plain");
    if (!opens) this.#closeFull();
    else void this.#openFull().then(() => this.#full?.focus());
  }

  #format(): void {
    const text = formatJson(this.#buffers.text(this.#file) ?? "");
    this.notice = text === undefined ? this.#texts.formatFailed : "";
    if (text === undefined) return;
    if (this.#full === undefined) this.#plain?.rewrite(text);
    else this.replaceText(this.#file, text);
  }

  #reveal(problem: Problem): void {
    this.#surface?.select(problem.start, problem.end);
  }

  #choose(file: string): void {
    this.active = file;
    this.#tell("quayside-file", { file });
  }

  #tabKey(event: KeyboardEvent): void {
    const next = nextTab(this.#buffers.names, this.#file, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.#choose(next);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  }

  #plainKey(event: KeyboardEvent): void {
    const action = plainKeyAction(event, this.tabMoves);
    if (action === undefined) return;
    event.preventDefault();
    if (action === "run") this.#run();
    else if (action === "tabMode") this.tabMoves = !this.tabMoves;
    else this.#leave();
  }

  #composes(event: Event): void {
    this.#composing = event.type === "compositionstart";
  }

  #leave(): void {
    this.renderRoot.querySelector<HTMLElement>(".status")?.focus();
  }

  protected override render() {
    const texts = this.#texts;
    const schema = this.#schemaNow;
    const path = pathAt(this.#document.root, this.caret);
    const head: EditorHead = {
      files: this.#buffers.names,
      file: this.#file,
      problems: this.problems,
      readonly: this.readonly,
      surface: this.state === "full" || suitsFullEditor() ? this.state : "none",
      runLabel: this.runLabel,
    };
    return html`${renderHead(head, texts, {
      onChoose: (file) => this.#choose(file),
      onTabKey: (event) => this.#tabKey(event),
      onFormat: () => this.#format(),
      onSurface: () => this.#toggleSurface(),
      onRun: () => this.#run(),
    })}
    ${this.#body()}
    ${renderFoot(
      {
        problems: this.problems,
        verdict: verdictOf(this.problems, texts),
        path: pathText(path),
        help: schema === undefined ? undefined : schemaAt(schema, path)?.description,
        notice: this.state === "failed" ? texts.openFailed : this.notice,
        spoken: this.spoken,
        tabMoves: this.tabMoves,
      },
      texts,
      (problem) => this.#reveal(problem),
    )}`;
  }

  #body() {
    const file = this.#file;
    const full = this.state === "full";
    const plain: PlainTexts = {
      files: full ? [] : this.#buffers.names.map((name) => ({ name, text: this.#buffers.text(name) ?? "" })),
      file,
      problems: this.problems,
      readonly: this.readonly,
      tabMoves: this.tabMoves,
    };
    return html`<div class="body" id="panel" role="tabpanel" aria-label=${file}
      @pointerenter=${this.#hovered} @pointerleave=${() => this.#rest.leave()}
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

/**
 * `<quayside-terminal>`: a command line to the simulated cloud. A log of text and one input, not a terminal emulator:
 * that reads well aloud, selects and copies like any text, and works with a phone's keyboard. `aws ...` goes to the
 * API's command line (fetched at first use), a few commands are the terminal's own (built-ins.ts), the rest of a shell is left out. Long,
 * because it joins keys, completion and history to the input. Dispatches `quayside-command` { line, exitCode, stdout, stderr }.
 */
import { epochMs, type Session } from "@quayside/simulator";
import { html, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { copyText } from "../base/copy-text.ts";
import { QuaysideElement } from "../base/element.ts";
import type { LoadFailures } from "../base/failures.ts";
import { answer, commandEvent } from "./answer.ts";
import type { CommandResult, TerminalFile } from "./built-ins.ts";
import { type CommandPart, type CommandWorld, loadCommandPart } from "./command-part.ts";
import { needsMore, readCommands } from "./command-text.ts";
import { accept, type CompletionMenu, type CompletionState, complete, moveActive, refine } from "./completion.ts";
import { CommandHistory } from "./history.ts";
import { fitMenu, showLastBlock } from "./in-view.ts";
import { type InputAction, inputAction } from "./input-keys.ts";
import { pasted } from "./pasting.ts";
import { isInContainer, promptText, type RemoteShell, shellAfter } from "./remote-shell.ts";
import { isDoubtful, renderBlock } from "./render-block.ts";
import { activeOption, renderChips, renderMenu } from "./render-entry.ts";
import { type Block, newBlock, withBlock } from "./screen.ts";
import { commonLines, completionsFor, linesIn } from "./suggestions.ts";
import { terminalStyles } from "./terminal-styles.ts";
import { terminalTexts } from "./texts/index.ts";

const SHOW_COPIED_MS = 1500;

/** The element; a host sets its properties and may run or suggest lines. */
export class QuaysideTerminal extends QuaysideElement {
  static override properties = {
    session: { attribute: false },
    files: { attribute: false },
    lang: { reflect: true },
    history: { attribute: false },
    shortcuts: { attribute: false },
    blocks: { state: true },
    line: { state: true },
    pending: { state: true },
    menu: { state: true },
    busy: { state: true },
    tabLeaves: { state: true },
    spoken: { state: true },
    opened: { state: true },
    copied: { state: true },
    shell: { state: true },
  };
  static override styles = terminalStyles;

  /** The world that the commands act on. */
  declare session: Session | undefined;
  /** The editor's tabs, for `file://`, `cat` and `ls`. */
  declare files: readonly TerminalFile[];
  /** Commands of earlier visits, oldest first. */
  declare history: readonly string[];
  /** Lines offered as buttons below the input; a choice of common ones when undefined. */
  declare shortcuts: readonly string[] | undefined;
  /** Called with all commands, oldest first, after each one: the host keeps them. */
  onHistory: ((lines: readonly string[]) => void) | undefined;
  /** Asked before a command runs, e.g. when the learner looks at the past; false leaves the line in the input. */
  beforeRun: ((line: string) => boolean | Promise<boolean>) | undefined;
  /** Another command line than the API's. */
  commandPart: CommandPart | undefined;
  /** What messages of AWS mean; without it none is explained. */
  failures: LoadFailures | undefined;

  declare private blocks: readonly Block[];
  declare private line: string;
  declare private pending: string;
  declare private menu: CompletionMenu | undefined;
  declare private busy: boolean;
  declare private tabLeaves: boolean;
  declare private spoken: string;
  declare private opened: ReadonlySet<number>;
  declare private copied: number;
  declare private shell: RemoteShell | undefined;

  #past = new CommandHistory();
  #lastId = 0;
  readonly #variables = new Map<string, string>();
  #asked = 0;

  constructor() {
    super();
    this.files = [];
    this.history = [];
    this.blocks = [];
    this.line = "";
    this.pending = "";
    this.busy = false;
    this.tabLeaves = false;
    this.spoken = "";
    this.opened = new Set();
    this.copied = 0;
  }

  override focus = (): void => this.#input?.focus();

  /** Runs several commands, one after another, until one of them is not run. */
  readonly executeAll = (text: string): Promise<void> => this.#runAll(readCommands(text, true).commands, this.line);

  /** Runs a line as if it had been typed. Resolves when it is done; undefined when it was not run. */
  async execute(line: string): Promise<CommandResult | undefined> {
    if (this.busy) return undefined;
    if (this.beforeRun !== undefined && !(await this.beforeRun(line))) return undefined;
    this.busy = true;
    this.#past.add(line);
    this.onHistory?.(this.#past.lines);
    this.#lastId += 1;
    const startedMs = this.session?.nowMs ?? 0;
    const block = newBlock({ id: this.#lastId, startedMs, line, prompt: promptText(this.shell, false) });
    this.blocks = withBlock(this.blocks, block);
    const from = this.session?.journal.length ?? 0;
    const result = await this.#answer(line);
    const done = { ...block, ...result, endedMs: this.session?.nowMs ?? startedMs };
    this.blocks = result.clear === true ? [] : withBlock(this.blocks, done);
    if (isDoubtful(result)) void this.#think(done, from);
    const wasIn = isInContainer(this.shell);
    this.shell = shellAfter(this.shell, result);
    if (!wasIn && isInContainer(this.shell)) void this.#watch(this.shell);
    this.busy = false;
    this.dispatchEvent(commandEvent(line, result));
    return result;
  }

  /** A session in a container may end while nobody types. */
  async #watch({ at }: RemoteShell): Promise<void> {
    const { endOfSession } = await import("./session-watch.ts");
    const isIn = () => this.isConnected && this.shell?.at === at;
    const end = await endOfSession(at, () => (isIn() ? this.session : undefined));
    if (end === undefined || !isIn()) return;
    this.#lastId += 1;
    this.blocks = withBlock(this.blocks, { ...end, prompt: promptText(this.shell, false), id: this.#lastId });
    this.shell = undefined;
  }

  /** Below what went wrong stands what it means, and what was meant. */
  async #think(block: Block, from: number): Promise<void> {
    const { secondThought } = await import("./second-thought.ts");
    const { session, failures, language } = this;
    const thought = await secondThought({ line: block.line, printed: block, session, from, failures, language });
    if (thought !== undefined && this.blocks.includes(block))
      this.blocks = withBlock(this.blocks, { ...block, thought });
  }

  get #texts() {
    return terminalTexts(this.language);
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector("input");
  }

  get #world(): CommandWorld | undefined {
    if (this.session === undefined) return undefined;
    const columns = Math.floor((this.clientWidth - 110) / 7.8);
    const width = Math.max(80, Math.min(columns, 160));
    return { session: this.session, files: this.files, width, machine: this.shell?.at, variables: this.#variables };
  }

  #answer(line: string): Promise<CommandResult> {
    const nowEpochMs = this.session === undefined ? 0 : epochMs(this.session.tables, this.session.nowMs);
    const { files, shell } = this;
    const own = { files, history: this.#past.lines, nowEpochMs, texts: this.#texts, shell };
    return answer({ line, own, world: this.#world, part: this.commandPart });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("session")) this.shell = undefined;
    if (changed.has("history") && this.history !== this.#past.lines) this.#past = new CommandHistory(this.history);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("blocks")) showLastBlock(this.renderRoot);
    if (changed.has("menu")) fitMenu(this.renderRoot);
  }

  #write(state: CompletionState): void {
    this.line = state.line;
    this.menu = state.menu;
    const input = this.#input;
    if (input === null) return;
    input.value = state.line;
    input.setSelectionRange(state.caret, state.caret);
    input.scrollLeft = input.scrollWidth;
  }

  async #enter(): Promise<void> {
    if (this.busy) return;
    const text = `${this.pending}${this.line}`;
    if (needsMore(text)) {
      this.pending = `${text}\n`;
      this.spoken = this.#texts.goesOn;
      this.#recall("");
      return;
    }
    await this.#runAll(readCommands(text, true).commands, "");
  }

  async #runAll(commands: readonly string[], rest: string): Promise<void> {
    const kept = { line: this.line, pending: this.pending };
    this.pending = "";
    this.#recall(rest);
    for (const command of commands) {
      if ((await this.execute(command)) !== undefined) continue;
      this.pending = kept.pending;
      this.#recall(kept.line);
      return;
    }
  }

  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const input = this.#input;
    if (input === null || !/[\r\n]/.test(text)) return;
    event.preventDefault();
    const start = input.selectionStart ?? this.line.length;
    const end = input.selectionEnd ?? start;
    const { runs, rest } = pasted(`${this.pending}${this.line.slice(0, start)}${text}${this.line.slice(end)}`);
    if (runs !== undefined) void this.#runAll(runs, rest);
    else {
      this.pending = "";
      this.#recall(rest);
    }
  }

  #typed(): void {
    this.line = this.#input?.value ?? "";
    this.tabLeaves = false;
    if (this.menu !== undefined) void this.#ask(refine);
  }

  async #ask(take: typeof complete): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const world = this.#world;
    const line = this.line;
    const caret = this.#input?.selectionStart ?? line.length;
    if (world === undefined) return;
    const part = this.commandPart ?? (await loadCommandPart().catch(() => undefined));
    // Typing went on while the part was loading: the answer is for a line that is no longer there.
    if (asked !== this.#asked || line !== this.line) return;
    if (part === undefined) {
      this.spoken = this.#texts.partFailed;
      return;
    }
    const found = completionsFor({ line, caret, pending: this.pending, world, part });
    const count = found.options.length;
    this.spoken = count === 0 ? this.#texts.noCompletions : this.#texts.optionCount(count);
    this.#write(take(line, caret, found));
  }

  #choose(index: number): void {
    if (this.menu === undefined) return;
    this.#write(accept(this.line, this.menu, index));
    this.#input?.focus();
  }

  #keyed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const input = this.#input;
    const action = inputAction(event, {
      line: this.line,
      hasSelection: input?.selectionStart !== input?.selectionEnd,
      menuOpen: this.menu !== undefined,
      optionActive: this.menu !== undefined && this.menu.active >= 0,
      tabLeaves: this.tabLeaves,
    });
    if (action === undefined) return;
    event.preventDefault();
    this.#act(action);
  }

  #act(action: InputAction): void {
    const menu = this.menu;
    if (action === "run") void this.#enter();
    else if (action === "complete") void this.#ask(complete);
    else if (action === "accept" && menu !== undefined) this.#choose(menu.active);
    else if (action === "nextOption" && menu !== undefined) this.menu = moveActive(menu, 1);
    else if (action === "previousOption" && menu !== undefined) this.menu = moveActive(menu, -1);
    else if (action === "older") this.#recall(this.#past.older(this.line));
    else if (action === "newer") this.#recall(this.#past.newer());
    else if (action === "close") this.menu = undefined;
    else if (action === "letTabLeave") this.tabLeaves = true;
    else if (action === "clear") this.blocks = [];
    else if (action === "drop") {
      this.pending = "";
      this.#recall("");
    }
  }

  #recall(line: string | undefined): void {
    if (line !== undefined) this.#write({ line, caret: line.length, menu: undefined });
  }

  /** A line that is offered goes into the input, so that it can be read before it runs. */
  readonly #take = (line: string): void => {
    this.#recall(line);
    this.focus();
  };

  async #copy(block: Block): Promise<void> {
    if (!(await copyText(block.stdout + block.stderr))) return;
    this.copied = block.id;
    this.spoken = this.#texts.copied;
    setTimeout(() => {
      if (this.copied === block.id) this.copied = 0;
    }, SHOW_COPIED_MS);
  }

  #toggle(id: number): void {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  /** A click on the paper means the pen, unless it was to select or to press something. */
  #clicked(event: Event): void {
    const pressed = event.composedPath().some((node) => node instanceof HTMLButtonElement);
    const selecting = document.getSelection()?.type === "Range";
    if (!pressed && !selecting && window.matchMedia("(pointer: fine)").matches) this.focus();
  }

  protected override render() {
    const texts = this.#texts;
    return html`<div class="log" role="log" aria-label=${texts.log} aria-busy=${this.busy} @click=${this.#clicked}>
        <p class="welcome">${texts.welcome}</p>
        ${repeat(
          this.blocks,
          (block) => block.id,
          (block) =>
            renderBlock(block, {
              open: this.opened.has(block.id),
              copied: this.copied === block.id,
              texts,
              onToggle: () => this.#toggle(block.id),
              onCopy: () => void this.#copy(block),
              onMeant: this.#take,
            }),
        )}
      </div>
      ${this.#entry()}
      ${renderChips(
        {
          lines: this.shell === undefined ? (this.shortcuts ?? commonLines(this.files)) : linesIn(this.shell),
          onComplete: this.line.trim() === "" ? undefined : () => void this.#ask(complete),
          onChoose: this.#take,
        },
        texts,
      )}
      <div class="spoken" aria-live="polite">${this.spoken}</div>`;
  }

  #entry() {
    const texts = this.#texts;
    const menu = this.menu;
    return html`<div class="entry">
      ${this.pending === "" ? nothing : html`<p class="pending">${this.pending.trimEnd()}</p>`}
      ${menu === undefined ? nothing : renderMenu(menu, texts, (index) => this.#choose(index))}
      <div class="typing">
        <span class="time"></span>
        <span class="prompt" aria-hidden="true">${promptText(this.shell, this.pending !== "")}</span>
        <input
          .readOnly=${this.busy}
          role="combobox"
          aria-label=${[texts.input, this.shell?.prompt].join(" ").trim()}
          aria-expanded=${menu !== undefined}
          aria-controls="menu"
          aria-autocomplete="list"
          aria-activedescendant=${activeOption(menu) ?? nothing}
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          enterkeyhint="send"
          placeholder=${this.shell === undefined ? texts.placeholder : linesIn(this.shell)[0]}
          @input=${this.#typed}
          @keydown=${this.#keyed}
          @paste=${this.#pasted}
        />
        <span class="tip">${this.tabLeaves ? texts.tabLeaves : this.line === "" ? texts.tabCompletes : nothing}</span>
      </div>
    </div>`;
  }
}

customElements.define("quayside-terminal", QuaysideTerminal);

declare global {
  interface HTMLElementTagNameMap {
    "quayside-terminal": QuaysideTerminal;
  }
}

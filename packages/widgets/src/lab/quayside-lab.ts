/**
 * `<quayside-lab lab="01/01" lang="en">`: a whole lab as one element. Asks the page for its labs with
 * `quayside-source` (see lab-source.ts). One frame loop plays and draws, every part gets the moment it shows; parts that the learner does not
 * need at once come by dynamic import. `sandbox` fills the window and needs no lab id. In a page's sheet `sheet` says how high that stands (`bar`,
 * `half`, `full`). Says `quayside-begun` when a run begins, `quayside-dock` when the dock is to be seen, and `quayside-progress` (see lab-keeper.ts). Here is what the element is to the page; the lab behind it is in lab-desk.ts.
 */
import type { PropertyValues } from "lit";
import { adoptSheet, edgeStyles, QuaysideElement, sharedStyles } from "../base/element.ts";
import "../map/quayside-map.ts";
import type { LabContext, LabPage } from "../run/lab-context.ts";
import type { LabRun } from "../run/lab-run.ts";
import { askForSource, type LabSource } from "../run/lab-source.ts";
import "../timeline/quayside-timeline.ts";
import { LabDesk } from "./lab-desk.ts";
import { labStyles } from "./lab-styles.ts";
import { bringDrawers, drawLab, paper, RESOURCES_PX } from "./lab-view.ts";

/** A whole lab, `<quayside-lab>`; attributes `lab`, `lang`, `sandbox`. */
export class QuaysideLab extends QuaysideElement {
  static override styles = [sharedStyles, edgeStyles, labStyles];
  static override properties = {
    lab: {},
    highlight: {},
    sandbox: { type: Boolean, reflect: true },
    filled: { type: Boolean, reflect: true },
    pinned: { state: true },
  };
  /** Id of the lab, such as "01/01". */
  declare lab: string;
  declare highlight: string | undefined;
  declare sandbox: boolean;
  /** The lab covers the text beside it. */
  declare filled: boolean;
  declare private pinned: boolean;

  readonly #desk = new LabDesk(this.#page());
  #source: LabSource | undefined;
  #touched = false;
  #dressed = false;
  #answerKey: typeof import("./answer-key.ts").answerKey | undefined;
  #visibility = new IntersectionObserver((entries) =>
    this.#desk.lab.engine.show(entries.at(-1)?.isIntersecting === true || this.getAttribute("sheet") === "bar"),
  );

  #sizes = new ResizeObserver(() => this.requestUpdate());

  constructor() {
    super();
    this.filled = false;
    this.pinned = false;
    this.#desk.parts.beside = bringDrawers;
    this.lab = "";
    this.sandbox = false;
    this.#desk.lab.engine.frames.onError = (error) => this.fail(error);
    this.addEventListener("keydown", this.#onKey);
    for (const name of ["pointerenter", "pointerdown", "focusin"]) this.addEventListener(name, this.#onTouch);
  }

  /** The run that is spoken to. */
  get run(): LabRun | undefined {
    return this.#desk.run;
  }

  /** The lab behind the element, for tests and for looking at it while working on it. */
  get context(): LabContext {
    return this.#desk.lab;
  }

  /** Opens another lab or scenario (`scenario/web-running`) here; asks when the learner would lose something. */
  open = (id: string): void => this.#desk.open(id);

  /** Shows the moment and the things of these records, as the evidence of a check does. */
  showEvidence = (seqs: readonly number[]): void => this.#desk.time.showEvidence(seqs);

  /** Runs commands in the terminal, as if they had been typed there. */
  runCommands = (text: string): void =>
    void import("./run-commands.ts").then(({ runCommands }) => runCommands(this.#desk, text));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#source = undefined;
    this.#visibility.observe(this);
    this.#sizes.observe(this);
    addEventListener("pagehide", this.#desk.leave);
    document.addEventListener("keydown", this.#onStrayKey);
    this.#desk.connect();
    if (this.sandbox) this.#bringKeys();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility.disconnect();
    this.#sizes.disconnect();
    removeEventListener("pagehide", this.#desk.leave);
    document.removeEventListener("keydown", this.#onStrayKey);
    this.#desk.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("lab") && changed.get("lab") !== undefined && this.isConnected)
      this.#desk.lab.engine.begin(this.lab);
    this.#desk.judge.look();
  }

  protected override render() {
    return [drawLab(this.#desk), paper];
  }

  protected override updated(): void {
    const { lab, parts, watching } = this.#desk;
    lab.settle();
    showChosenTab(this.renderRoot);
    if (lab.engine.run === undefined) return;
    const { panel, selection } = lab.shown;
    const wanted = [
      panel !== "editor" || this.#touched ? panel : undefined,
      selection === undefined ? undefined : "inspector",
      this.sandbox && this.clientWidth >= RESOURCES_PX ? "resources" : undefined,
      watching.on ? "solution" : undefined,
    ] as const;
    for (const part of wanted) {
      if (part !== undefined) void parts.need(part);
    }
    if (this.#touched || lab.shown.notice !== undefined || selection !== undefined) this.dress();
  }

  /** Brings the styles of what comes late: by itself at the first touch, or when a page has put the lab into a sheet. */
  dress(): void {
    if (this.#dressed) return;
    this.#dressed = true;
    void import("./late-styles.ts").then(({ lateStyles }) => adoptSheet(this.renderRoot, lateStyles));
  }

  /** The page as the lab knows it, never the element itself. */
  #page(): LabPage {
    const element = this;
    return {
      get t() {
        return element.t;
      },
      get language() {
        return element.language;
      },
      get sandbox() {
        return element.sandbox;
      },
      get highlight() {
        return element.highlight;
      },
      get isConnected() {
        return element.isConnected;
      },
      get root() {
        return element.renderRoot;
      },
      get source() {
        element.#source ??= askForSource(element);
        return element.#source;
      },
      get width() {
        return element.clientWidth;
      },
      get filled() {
        return element.filled;
      },
      set filled(on) {
        element.filled = on;
      },
      get pinned() {
        return element.pinned;
      },
      set pinned(on) {
        element.pinned = on;
      },
      get lab() {
        return element.lab;
      },
      set lab(id) {
        element.lab = id;
      },
      draw: () => element.requestUpdate(),
      drawn: () => element.updateComplete,
      say: (name, detail) => element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    };
  }

  /** The editor comes when the learner comes to the lab; until then its text is shown as it stands. */
  #onTouch = (): void => {
    if (this.#touched) return;
    this.#touched = true;
    this.#bringKeys();
    this.requestUpdate();
  };

  #onKey = (event: KeyboardEvent): void => this.#answerKey?.(event, this.#desk);

  /** The sandbox answers keys before anything in it was touched. */
  #bringKeys(): void {
    void import("./answer-key.ts").then(({ answerKey }) => {
      this.#answerKey = answerKey;
    });
  }

  /** The sandbox is all there is on its page: its keys work while nothing has the focus, too. */
  #onStrayKey = (event: KeyboardEvent): void => {
    if (this.sandbox && event.target === document.body) this.#onKey(event);
  };
}

/** A strip of tabs that is too narrow for all of them shows the chosen one whole. */
function showChosenTab(root: ParentNode): void {
  const tab = root.querySelector<HTMLElement>(".tablist [aria-selected=true]");
  const strip = tab?.parentElement;
  if (tab === null || tab === undefined || !strip || strip.scrollWidth <= strip.clientWidth) return;
  const from = tab.offsetLeft - strip.offsetLeft;
  const least = from + tab.offsetWidth - strip.clientWidth;
  if (strip.scrollLeft > from || strip.scrollLeft < least) strip.scrollLeft = Math.max(0, Math.min(from, least + 24));
}

customElements.define("quayside-lab", QuaysideLab);

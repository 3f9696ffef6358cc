/**
 * `<quayside-lab lab="01/01" lang="en">`: a whole lab as one element. An XState actor holds its states, one frame loop plays
 * and draws, every part gets the moment it shows. Parts that the learner does not need at once come by dynamic import.
 * `sandbox` fills the window and needs no lab id. Dispatches `quayside-progress` (see lab-progress.ts). Here the
 * learner's doings are answered; the template is in lab-view.ts, the actor and the frames in lab-engine.ts. Over 300
 * lines because every part's events end here.
 */
import type { CheckResult, Mark } from "@quayside/grader";
import type { PropertyValues } from "lit";
import type { Selection } from "../base/cloud.ts";
import { edgeStyles, QuaysideElement, sharedStyles } from "../base/element.ts";
import type { Comparison } from "../editor/changes.ts";
import "../map/quayside-map.ts";
import "../timeline/quayside-timeline.ts";
import type { TimeRequest } from "../base/speeds.ts";
import { LabEngine } from "../run/lab-engine.ts";
import { registerLabLoader } from "../run/lab-loader.ts";
import type { LabRun } from "../run/lab-run.ts";
import { NewsTimer, type Notice } from "../run/notices.ts";
import { obeyTime } from "../run/obey-time.ts";
import { answerKey } from "./answer-key.ts";
import { Asking } from "./asking.ts";
import { DeskActs, WIDE_PX } from "./desk-acts.ts";
import type { LabFace, PanelName } from "./lab-face.ts";
import { LabFork } from "./lab-fork.ts";
import { LabSharing } from "./lab-sharing.ts";
import { labStyles } from "./lab-styles.ts";
import { LabTour } from "./lab-tour.ts";
import { drawLab, focusCarrier, paper } from "./lab-view.ts";
import { loadPart, type PartName } from "./parts-loader.ts";
import { Watching } from "./watching.ts";

export { registerLabLoader };

/** A whole lab, `<quayside-lab>`; attributes `lab`, `lang`, `sandbox`. Says `quayside-begun` when a run begins. */
export class QuaysideLab extends QuaysideElement implements LabFace {
  static override styles = [sharedStyles, edgeStyles, labStyles];
  static override properties = {
    lab: {},
    highlight: {},
    sandbox: { type: Boolean, reflect: true },
    panel: { state: true },
    selection: { state: true },
    notice: { state: true },
    results: { state: true },
    mark: { state: true },
    evidence: { state: true },
    comparison: { state: true },
    whyAsked: { state: true },
  };
  /** Id of the lab, such as "01/01". */
  declare lab: string;
  declare highlight: string | undefined;
  declare sandbox: boolean;
  declare panel: PanelName;
  declare selection: Selection | undefined;
  declare notice: Notice | undefined;
  declare results: readonly CheckResult[];
  declare mark: Mark | undefined;
  /** Journal records that a check points at. */
  declare evidence: readonly number[];
  declare comparison: Comparison | undefined;
  /** Rises with each press of W: the inspector opens its "Why?". */
  declare whyAsked: number;

  readonly engine = new LabEngine({ changed: () => this.requestUpdate(), begun: () => this.#onBegun() });
  readonly sharing = new LabSharing(this);
  readonly touring = new LabTour(this);
  readonly fork = new LabFork(this);
  readonly loaded = new Set<PartName>();
  readonly watching = new Watching(this);
  readonly asking = new Asking(this);
  readonly acts = new DeskActs(this);
  activeFile = "";
  /** Drawn without movement: the learner leapt in time. */
  leapt = false;
  #judged = -1;
  #travelAnswer: ((go: boolean) => void) | undefined;
  #news = new NewsTimer(() => this.dismiss());
  #touched = false;
  #visibility = new IntersectionObserver((entries) => this.engine.show(entries.at(-1)?.isIntersecting === true));

  constructor() {
    super();
    this.lab = "";
    this.sandbox = false;
    this.panel = "editor";
    this.results = [];
    this.evidence = [];
    this.whyAsked = 0;
    this.engine.frames.onError = (error) => this.fail(error);
    this.addEventListener("keydown", this.#onKey);
    for (const name of ["pointerenter", "pointerdown", "focusin"]) this.addEventListener(name, this.#onTouch);
  }

  get run(): LabRun | undefined {
    return this.engine.run;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visibility.observe(this);
    addEventListener("pagehide", this.#onLeave);
    document.addEventListener("keydown", this.#onStrayKey);
    this.engine.begin(this.lab);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visibility.disconnect();
    removeEventListener("pagehide", this.#onLeave);
    document.removeEventListener("keydown", this.#onStrayKey);
    this.#news.stop();
    this.engine.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("lab") && changed.get("lab") !== undefined && this.isConnected) this.engine.begin(this.lab);
    this.#judge();
  }

  protected override render() {
    return [drawLab(this), paper];
  }

  protected override updated(changed: PropertyValues): void {
    this.leapt = false;
    if (changed.has("notice")) this.#news.start(this.notice);
    if (this.run === undefined) return;
    if (this.panel !== "editor" || this.#touched) void this.#need(this.panel);
    if (this.clientWidth >= WIDE_PX) void this.#need("checks");
    if (this.selection !== undefined) void this.#need("inspector");
    if (this.sandbox) void this.#need("resources");
    if (this.watching.on) void this.#need("solution");
  }

  /** What the transport asks for. */
  onTime = (event: CustomEvent<TimeRequest>): void => {
    if (this.touring.obeys(event.detail)) return;
    if (obeyTime(this.engine, event.detail)) this.leapt = true;
    if (event.detail.action === "present") this.lookAtPresent();
    this.requestUpdate();
  };

  onSelect = (event: CustomEvent<Selection>): void => {
    this.selection = event.detail;
  };

  onWhy = (event: CustomEvent<Selection>): void => {
    this.selection = event.detail;
    this.whyAsked += 1;
  };

  closeInspector = (): void => {
    this.selection = undefined;
  };

  showPanel = (panel: PanelName): void => {
    this.panel = panel;
  };

  lookAtPresent = (): void => {
    this.engine.timed?.lookAtPresent();
    if (this.notice?.kind === "travel") this.notice = undefined;
    this.#travelAnswer?.(false);
    this.leapt = true;
    this.requestUpdate();
  };

  dismiss = (): void => {
    this.notice = undefined;
  };

  onEdit = ({ detail }: CustomEvent<{ readonly file: string; readonly text: string }>): void => {
    if (this.run === undefined) return;
    this.run.attempt.files[detail.file] = detail.text;
    this.engine.keeper.noteFile(detail.file, detail.text);
    this.#look(detail.file);
  };

  onFile = (event: CustomEvent<{ readonly file: string }>): void => this.#look(event.detail.file);

  /** Another file, or another text of it: what was compared is not there any more. */
  #look(file: string): void {
    this.activeFile = file;
    this.comparison = undefined;
    this.requestUpdate();
  }

  /** Something was typed in the terminal; it has already happened. */
  onCommand = (): void => {
    this.run?.lookAtPresent();
    this.acted();
  };

  /** Asked by the terminal before a line runs: in the past, the learner decides what becomes of the future. */
  mayRun = (): boolean | Promise<boolean> => {
    const { run } = this;
    if (run === undefined || !run.inPast) return true;
    return new Promise((resolve) => {
      this.#travelAnswer?.(false);
      this.#travelAnswer = resolve;
      this.askToTravel(run, () => resolve(true));
    });
  };

  /** In the past: asks whether to make the moment shown the present. */
  askToTravel(run: LabRun, then: () => void): void {
    const go = (): void => void this.continueFromHere().then(then);
    this.notice = { kind: "travel", atMs: run.moment.atMs, go };
  }

  onHistory = (lines: readonly string[]): void => {
    this.engine.keeper.noteHistory(lines);
  };

  onGrade = (): void => {
    this.engine.withAnswers(({ attempt }) => {
      this.mark = attempt.mark();
      this.engine.keeper.noteMark(this.mark);
      this.engine.send({ type: "GRADED" });
      this.#tellProgress();
    });
  };

  onHint = (): void => {
    this.engine.withAnswers(({ attempt }) => {
      if (attempt.takeHint() !== undefined) this.engine.keeper.noteHint(attempt.hintsTaken);
    });
  };

  /** Shows the moment and the things that a check or a record points at. */
  onEvidence = (event: CustomEvent<{ readonly seqs: readonly number[] }>): void => {
    const { run } = this;
    const record = run?.shown.journal.at(event.detail.seqs.at(-1) ?? -1);
    if (run === undefined || record === undefined) return;
    this.engine.send({ type: "PAUSE" });
    this.engine.timed?.look(record.atMs);
    this.leapt = true;
    this.evidence = event.detail.seqs;
    const task = run.taskOf(record);
    if (task !== undefined) this.selection = { table: "tasks", key: task };
    this.requestUpdate();
  };

  askReset = (): void => {
    this.notice = { kind: "reset", go: () => this.engine.restart() };
  };

  /** Opens another lab or scenario (`scenario/web-running`) here; asks when the learner would lose something. */
  open = (id: string): void => void import("./open-lab.ts").then(({ openLab }) => openLab(this, id));

  showKeys = (): void => void import("./quayside-keys.ts").then((keys) => keys.showKeys(this.renderRoot));

  retry = (): void => {
    this.engine.send({ type: "RETRY" });
  };

  /** Makes the moment shown the present. */
  continueFromHere = async (): Promise<void> => {
    this.run?.continueFromHere();
    this.notice = undefined;
    this.#judged = -1;
    this.requestUpdate();
    await this.updateComplete;
  };

  /** Something was done to the cloud. */
  acted(): void {
    const { run } = this;
    if (run === undefined) return;
    run.lookAtPresent();
    this.fork.follow();
    this.evidence = [];
    if (!run.shown.quiet) this.engine.send({ type: "COMMAND" });
    this.requestUpdate();
  }

  /** Another run is spoken to: one of two that are compared. */
  runChanged(): void {
    this.#judged = -1;
    this.evidence = [];
    this.requestUpdate();
  }

  #onBegun(): void {
    const { definition } = this.engine;
    this.#judged = -1;
    this.leapt = true;
    const known = definition?.files.some((file) => file.name === this.activeFile) === true;
    if (!known) this.activeFile = definition?.files[0]?.name ?? "";
    this.watching.end();
    this.selection = undefined;
    this.notice = undefined;
    this.mark = undefined;
    this.evidence = [];
    this.dispatchEvent(new CustomEvent("quayside-begun", { detail: { lab: this.lab } }));
    this.requestUpdate();
  }

  #onLeave = (): void => this.engine.keeper.leave();

  /** The editor comes when the learner comes to the lab; until then its text is shown as it stands. */
  #onTouch = (): void => {
    if (this.#touched) return;
    this.#touched = true;
    this.requestUpdate();
  };

  /** Judges the checks when something happened, and tells the page. */
  #judge(): void {
    const { run } = this;
    const length = run?.shown.journal.length ?? -1;
    if (run === undefined || length === this.#judged) return;
    const first = this.#judged === -1;
    this.#judged = length;
    const before = this.results;
    this.results = run.attempt.evaluate();
    if (before === this.results && !first) return;
    const fresh = this.engine.keeper.noteChecks(this.results);
    if (first || fresh || before.some((result, index) => result.passed !== this.results[index]?.passed))
      this.#tellProgress();
  }

  #tellProgress(): void {
    if (!this.engine.keeper.keeps) return;
    const detail = this.engine.keeper.progress(this.results);
    this.dispatchEvent(new CustomEvent("quayside-progress", { detail, bubbles: true, composed: true }));
  }

  async #need(part: PartName | undefined): Promise<void> {
    if (part === undefined || this.loaded.has(part)) return;
    if (!(await loadPart(part, () => this.engine.enliven()))) return;
    const goOn = part === "editor" ? focusCarrier(this.renderRoot) : undefined;
    this.loaded.add(part);
    this.requestUpdate();
    if (goOn !== undefined) void this.updateComplete.then(goOn);
  }

  #onKey = (event: KeyboardEvent): void => answerKey(event, this);

  /** The sandbox is all there is on its page: its keys work while nothing has the focus, too. */
  #onStrayKey = (event: KeyboardEvent): void => {
    if (this.sandbox && event.target === document.body) this.#onKey(event);
  };
}

customElements.define("quayside-lab", QuaysideLab);

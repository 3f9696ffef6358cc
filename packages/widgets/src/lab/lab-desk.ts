/**
 * Everything of one lab that stands behind its template: the context, and what answers the learner, each answer in a file of its
 * own. The element makes one, tells it when it comes and goes, and draws it with lab-view.ts.
 */

import { arriving } from "../i18n/by-language.ts";
import { LabContext, type LabPage } from "../run/lab-context.ts";
import type { LabRun } from "../run/lab-run.ts";
import { NewsTimer } from "../run/notices.ts";
import type { PanelName } from "../run/panel-name.ts";
import { Asking } from "./asking.ts";
import { CalmMoment } from "./calm-moment.ts";
import { InspectorFocus } from "./inspector-focus.ts";
import { inspectorPlace } from "./inspector-place.ts";
import { LabActs } from "./lab-acts.ts";
import { LabFiles } from "./lab-files.ts";
import { LabFork } from "./lab-fork.ts";
import { LabJudge } from "./lab-judge.ts";
import { LabMemory } from "./lab-memory.ts";
import { LabParts } from "./lab-parts.ts";
import { LabSharing } from "./lab-sharing.ts";
import { LabTime } from "./lab-time.ts";
import { LabTour } from "./lab-tour.ts";
import { SavingWatch } from "./saving-watch.ts";
import { Watching } from "./watching.ts";

export class LabDesk {
  readonly lab: LabContext;
  readonly parts: LabParts;
  readonly judge: LabJudge;
  readonly files: LabFiles;
  readonly tour: LabTour;
  readonly time: LabTime;
  readonly fork: LabFork;
  readonly sharing: LabSharing;
  readonly watching: Watching;
  readonly asking: Asking;
  readonly acts: LabActs;
  readonly focus: InspectorFocus;
  readonly memory: LabMemory;
  readonly calm = new CalmMoment();
  /** Draws notices, as soon as there was one. */
  drawNotice: typeof import("./draw-notice.ts").drawNotice | undefined;
  /** The panel that the inspector has taken the place of. */
  #covered: PanelName | undefined;
  readonly #news: NewsTimer;
  readonly #saving: SavingWatch;

  constructor(page: LabPage) {
    const lab: LabContext = new LabContext(page, (loading) => this.memory.lastRun(loading));
    this.lab = lab;
    lab.begun.on(() => this.#begin());
    this.#saving = new SavingWatch(lab);
    lab.acted.on(() => this.#follow());
    lab.turned.on(() => lab.show({ evidence: [] }));
    lab.changed.on((change) => {
      if ("notice" in change) this.#tell();
      if ("selection" in change) this.#showInspector();
      if ("activeFile" in change) this.acts.mend();
    });
    this.#news = new NewsTimer(this.dismiss);
    this.parts = new LabParts(lab);
    this.judge = new LabJudge(lab);
    this.files = new LabFiles(lab);
    this.tour = new LabTour(lab);
    this.time = new LabTime(lab, this.tour);
    this.fork = new LabFork(lab, this.tour);
    this.sharing = new LabSharing(lab);
    this.watching = new Watching(lab);
    this.asking = new Asking(lab);
    this.acts = new LabActs(lab, this.time);
    this.focus = new InspectorFocus(lab);
    this.memory = new LabMemory(lab);
  }

  get run(): LabRun | undefined {
    return this.lab.engine.run;
  }

  /** The element is on the page. */
  connect(): void {
    this.sharing.listen();
    this.#saving.connect();
    this.lab.engine.begin(this.lab.page.lab);
  }

  /** The element has gone. */
  disconnect(): void {
    this.sharing.rest();
    this.#saving.disconnect();
    this.#news.stop();
    this.memory.rest();
    this.lab.engine.end();
  }

  /** The page is being left. */
  leave = (): void => {
    this.lab.engine.keeper.leave();
    this.memory.rest();
  };

  /** Whoever has chosen the terminal is going to type; arrow keys, which press by script, only come past. */
  showPanel = (panel: PanelName, pressed?: Event): void => {
    this.lab.show({ panel });
    if (panel === "terminal" && pressed?.isTrusted === true)
      void import("./terminal-of.ts").then(({ focusTerminal }) => focusTerminal(this.lab, this.parts));
  };

  dismiss = (): void => this.lab.show({ notice: undefined });

  retry = (): void => this.lab.engine.begin(this.lab.page.lab);

  /** Gives the whole page to the lab, or back to the text. */
  fill = (): void => {
    const { page } = this.lab;
    page.filled = !page.filled;
    page.say("quayside-fill", { on: page.filled });
    page.draw();
  };

  pin = (): void => {
    const { page } = this.lab;
    page.pinned = !page.pinned;
    page.draw();
  };

  /** Opens another lab or scenario (`scenario/web-running`) here; asks when the learner would lose something. */
  open = (id: string): void => void import("./open-lab.ts").then(({ openLab }) => openLab(this.lab, id));

  showKeys = (): void => void import("./quayside-keys.ts").then((keys) => keys.showKeys(this.lab.page.root));

  /** Something was typed in the terminal; it has already happened. */
  onCommand = (): void => {
    if (this.lab.shown.notice?.kind === "refused") this.dismiss();
    this.run?.lookAtPresent();
    this.lab.acted.send();
  };

  onHistory = (lines: readonly string[]): void => this.lab.engine.keeper.noteHistory(lines);

  /** Where the lab is narrow the inspector is a panel: it comes to the front with a selection, and goes with it. */
  #showInspector(): void {
    const { page, shown } = this.lab;
    if (shown.selection === undefined) {
      if (shown.panel === "inspector") this.lab.show({ panel: this.#covered ?? "editor" });
    } else if (inspectorPlace(page) === "panel") {
      if (shown.panel !== "inspector") this.#covered = shown.panel;
      page.say("quayside-dock", {});
      this.lab.show({ panel: "inspector" });
    }
  }

  #begin(): void {
    this.lab.leap();
    this.lab.show({ selection: undefined, notice: undefined, mark: undefined, evidence: [] });
    this.lab.page.say("quayside-begun", { lab: this.lab.page.lab });
  }

  /** A notice has come, or gone. */
  #tell(): void {
    const { notice } = this.lab.shown;
    this.#news.start(notice);
    if (notice === undefined || this.drawNotice !== undefined) return;
    void import("./draw-notice.ts").then(async ({ drawNotice }) => {
      await arriving(this.lab.page.language);
      this.drawNotice = drawNotice;
      this.lab.page.draw();
    });
  }

  #follow(): void {
    const { run } = this;
    if (run === undefined) return;
    // Whoever goes on has read where the run was continued.
    const { notice } = this.lab.shown;
    if (notice?.kind === "news" && notice.way !== undefined) this.dismiss();
    run.lookAtPresent();
    this.fork.follow();
    this.lab.show({ evidence: [] });
    if (!run.shown.settled) this.lab.engine.send({ type: "COMMAND" });
  }
}

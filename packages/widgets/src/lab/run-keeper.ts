/**
 * Keeps a lab's run as it would be shared, a moment after something has happened, and plays the one again that an earlier visit
 * left. A run that another tab has gone on with is not written over: the learner decides which one stays.
 */
import { clockText } from "../base/clock.ts";
import { arriving } from "../i18n/by-language.ts";
import type { LabContext, Loading } from "../run/lab-context.ts";
import type { LastRun } from "../run/lab-engine.ts";
import { loadEngineFor } from "../run/load-engine.ts";
import { changeStored, runKey } from "../run/store.ts";
import { replayRun } from "../share/replay-run.ts";
import { FILE_LIMITS, readSharedRun, type SharedView } from "../share/shared-run.ts";
import { takeRun } from "../share/take-run.ts";
import { problemText } from "../share/texts/index.ts";
import { noticeTexts } from "./notice-texts/index.ts";

/** How often a run is looked at whose time goes on, in real milliseconds: what a tab that crashes may lose. */
const LOOK_MS = 1000;

/** What is stored: a run as a link has it, and which writing it was. */
interface Kept {
  readonly writing: string;
  readonly run: object;
}

export class RunKeeper {
  readonly #lab: LabContext;
  /** Tells this tab's writings from those of others. */
  readonly #tab = `${Date.now()}-${Math.random()}`;
  #writings = 0;
  /** The writing that this tab has last read or made, by lab. */
  readonly #seen = new Map<string, string | undefined>();
  /** Where the run stood when it was last written. */
  #written = "";
  /** Another tab has gone on with this lab's run: this one waits for the learner's word. */
  #clashed = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(lab: LabContext) {
    this.#lab = lab;
  }

  /** Something was done: keeps the run now, and from now on whenever its time has gone on. */
  watch(): void {
    if (this.#timer === undefined) {
      this.#timer = setInterval(this.#look, LOOK_MS);
      document.addEventListener("visibilitychange", this.#look);
    }
    this.#look();
  }

  /** The lab has gone, or the page is being left: keeps what there is. */
  rest(): void {
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#look);
    this.#timer = undefined;
    this.#look();
  }

  /** Asks before the lab starts over: with the learner's files or, where they differ, with the lab's own. */
  async askToStartOver(): Promise<void> {
    const lab = this.#lab;
    await arriving(lab.page.language);
    const { engine } = lab;
    const start = (files?: "original"): void => {
      this.#forget();
      engine.restart(files);
    };
    const texts = engine.run?.attempt.files ?? {};
    const differs = engine.definition?.files.some(({ name, text }) => texts[name] !== text) === true;
    const way = { label: noticeTexts(lab.page.language).withOriginals, go: () => start("original") };
    lab.show({ notice: { kind: "reset", go: () => start(), ...(differs ? { way } : {}) } });
  }

  /** Plays a kept run again. One that cannot be played is told, and stays where it is until the learner does something. */
  async bringBack({ lab, definition, told }: Loading, value: unknown): Promise<LastRun> {
    const { language } = lab.page;
    await arriving(language);
    const texts = noticeTexts(language);
    const { writing, run } = value as Partial<Kept>;
    this.#seen.set(definition.id, writing);
    this.#clashed = false;
    try {
      const read = readSharedRun(run, FILE_LIMITS);
      await loadEngineFor(definition);
      const session = await replayRun({ ...read.run, scenario: definition.scenario }, read.shared?.records, {
        clock: () => performance.now(),
        pause: async (share) => {
          told(texts.bringingBack(Math.floor(share * 100)));
          await new Promise((resolve) => setTimeout(resolve));
        },
      });
      return { session, tell: () => this.#tellContinued(session.nowMs, read.shared?.view) };
    } catch (error) {
      const text = `${problemText(error, "run", language)} ${texts.filesAreHere}`;
      return {
        session: undefined,
        tell: () => lab.show({ notice: { kind: "problem", title: texts.notBroughtBack, text } }),
      };
    }
  }

  #tellContinued(atMs: number, view: SharedView | undefined): void {
    const lab = this.#lab;
    const { definition } = lab.engine;
    const { continuedAt } = noticeTexts(lab.page.language);
    const way = { label: lab.page.t.reset, go: () => void this.askToStartOver() };
    const isFile = definition?.files.some(({ name }) => name === view?.file);
    lab.show({
      notice: { kind: "news", text: continuedAt(clockText(atMs)), way },
      ...(view === undefined || view.panel === "checks" ? {} : { panel: view.panel }),
      ...(view !== undefined && isFile ? { activeFile: view.file } : {}),
    });
    this.watch();
  }

  /** Nothing stays of this lab's run; another tab's goes, too. */
  #forget(): void {
    const { definition, keeper } = this.#lab.engine;
    if (definition === undefined || !keeper.keeps) return;
    this.#seen.delete(definition.id);
    this.#clashed = false;
    void changeStored(runKey(definition.id), () => undefined);
  }

  readonly #look = (): void => void this.#keep();

  async #keep(insists = false): Promise<void> {
    const { engine } = this.#lab;
    const { run, keeper, pair } = engine;
    // Of two runs that are compared, none is the learner's until one was chosen.
    if (run === undefined || run.isPicture || !keeper.keeps || pair !== undefined || (this.#clashed && !insists))
      return;
    const taken = takeRun(this.#lab);
    if (taken === undefined || (taken.commands.length === 0 && taken.steps === 0 && taken.nowMs === 0)) return;
    const { scenario: _ofTheLab, ...kept } = taken;
    const id = taken.shared.lab;
    const standing = JSON.stringify([id, kept.commands.length, kept.steps, kept.nowMs, kept.shared.view]);
    if (standing === this.#written) return;
    this.#written = standing;
    this.#writings += 1;
    const writing = `${this.#tab}-${this.#writings}`;
    const seen = this.#seen.get(id);
    this.#seen.set(id, writing);
    let isOfAnother = false;
    const takenIn = await changeStored(runKey(id), (before) => {
      const stored = (before as Kept | undefined)?.writing;
      isOfAnother = !insists && stored !== undefined && stored !== seen;
      return isOfAnother ? before : { writing, run: kept };
    });
    if (!takenIn) this.#seen.set(id, seen);
    if (!takenIn || isOfAnother) this.#written = "";
    if (isOfAnother) await this.#tellClash();
  }

  async #tellClash(): Promise<void> {
    const lab = this.#lab;
    if (this.#clashed) return;
    this.#clashed = true;
    await arriving(lab.page.language);
    const { runClash, runClashChoice, keepMine } = noticeTexts(lab.page.language);
    const go = () => {
      this.#clashed = false;
      lab.show({ notice: undefined });
      void this.#keep(true);
    };
    lab.show({ notice: { kind: "problem", title: runClash, text: runClashChoice, way: { label: keepMine, go } } });
  }
}

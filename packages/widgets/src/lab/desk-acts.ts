/**
 * What the learner does to the cloud by buttons rather than by the terminal: register, run, compare, stop a task, cause a
 * fault. In the past the lab asks first, because what is done there drops what came later. The desk comes by dynamic import.
 */
import type { CauseFault } from "../faults/cause-fault.ts";
import { arriving } from "../i18n/by-language.ts";
import type { LabContext } from "../run/lab-context.ts";
import type { LabRun } from "../run/lab-run.ts";
import type { Send } from "./definition-desk.ts";
import { inspectorPlace } from "./inspector-place.ts";
import type { LabTime } from "./lab-time.ts";

type Desk = typeof import("./definition-desk.ts");

export class DeskActs {
  readonly #lab: LabContext;
  readonly #time: LabTime;
  /** The text that was refused last. */
  #refused: { readonly file: string; readonly text: string } | undefined;

  constructor(lab: LabContext, time: LabTime) {
    this.#lab = lab;
    this.#time = time;
  }

  /** "Register & run". */
  run = (): void => {
    void this.#act((desk, send, run, text) => {
      const { page } = this.#lab;
      const result = desk.registerAndRun(send, run.session.tables, text);
      this.#lab.show({
        notice: desk.noticeOf(result, desk.noticeTexts(page.language).ran, page, desk.placesOf(text, result)),
      });
      const covers = inspectorPlace(page) !== "column";
      if (result.ok && !covers) this.#lab.show({ selection: { table: "tasks", key: result.taskArn } });
    });
  };

  register = (): void => {
    void this.#act((desk, send, _run, text) => {
      const { page } = this.#lab;
      const said = desk.noticeTexts(page.language).registered;
      const result = desk.register(send, text);
      const places = desk.placesOf(text, result);
      this.#lab.show({ notice: desk.noticeOf(result, (_id, revision) => said(revision), page, places) });
    });
  };

  /** The text was changed: a refusal of what it was goes once it would be taken. */
  mend = async (): Promise<void> => {
    const { engine, shown } = this.#lab;
    const refused = this.#refused;
    if (refused === undefined || shown.notice?.kind !== "refused") return;
    const text = engine.run?.attempt.files[refused.file] ?? "";
    if (text === refused.text) return;
    const { wouldBeTaken } = await import("./definition-desk.ts");
    if (wouldBeTaken(text) && this.#lab.shown.notice === shown.notice) this.#lab.show({ notice: undefined });
  };

  compare = async (): Promise<void> => {
    const desk = await import("./definition-desk.ts");
    const { engine, shown } = this.#lab;
    const { run } = engine;
    if (run === undefined) return;
    const text = run.attempt.files[shown.activeFile] ?? "";
    this.#lab.show({ comparison: desk.comparisonOf(run.moment.tables, text) });
  };

  stop = ({ detail }: CustomEvent<{ readonly taskArn: string; readonly clusterArn: string }>): void => {
    const { taskArn, clusterArn } = detail;
    void this.#act((desk, send) => {
      const { page } = this.#lab;
      this.#lab.show({
        notice: desk.noticeOf(
          desk.stopTask(send, taskArn, clusterArn),
          desk.noticeTexts(page.language).stopAsked,
          page,
          [],
        ),
      });
    });
  };

  cause = ({ detail: cause }: CustomEvent<CauseFault>): void => {
    void this.#act((_desk, _send, run) => this.#lab.show({ notice: cause(run.session) }));
  };

  /** Does something to the cloud; in the past, asks first. */
  async #act(action: (desk: Desk, send: Send, run: LabRun, text: string) => void): Promise<void> {
    const lab = this.#lab;
    const { run } = lab.engine;
    if (run === undefined) return;
    if (run.inPast) return this.#time.askToTravel(run, () => void this.#act(action));
    try {
      const [desk] = await Promise.all([import("./definition-desk.ts"), lab.engine.enliven()]);
      await arriving(lab.page.language);
      const file = lab.shown.activeFile;
      const text = run.attempt.files[file] ?? "";
      this.#refused = { file, text };
      action(desk, desk.clientOf(run.session), run, text);
      lab.acted.send();
    } catch (error) {
      console.error(error);
      const title = lab.page.t.partFailed;
      lab.show({ notice: { kind: "refused", title, message: "", places: [] } });
    }
  }
}

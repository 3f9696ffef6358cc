/** Judges the checks of a lab when something happened, marks on demand, and tells the page how far the learner is. */
import { labsArriving } from "../i18n/by-language.ts";
import type { LabContext } from "../run/lab-context.ts";

export class LabJudge {
  readonly #lab: LabContext;
  /** Records that were judged; -1 before anything was. */
  #judged = -1;

  constructor(lab: LabContext) {
    this.#lab = lab;
    for (const signal of [lab.begun, lab.turned]) signal.on(() => this.again());
  }

  /** Whatever was judged is to be judged anew: the run is another one. */
  again(): void {
    this.#judged = -1;
  }

  /** Judges when something has happened since. */
  look(): void {
    const { engine, shown } = this.#lab;
    const { run } = engine;
    const length = run?.shown.journal.length ?? -1;
    if (run === undefined || length === this.#judged) return;
    const first = this.#judged === -1;
    this.#judged = length;
    const results = run.attempt.evaluate();
    if (shown.results === results && !first) return;
    if (shown.results !== results) this.#lab.show({ results });
    engine.keeper.noteChecks(results);
    this.#tell();
  }

  /** "Check my work". */
  mark = (): void => {
    const { engine } = this.#lab;
    engine.withAnswers(({ attempt }) => {
      const mark = attempt.mark();
      this.#lab.show({ mark });
      engine.keeper.noteMark(mark);
      engine.send({ type: "GRADED" });
      this.#tell();
    });
  };

  hint = (): void => {
    const { engine } = this.#lab;
    engine.withAnswers(({ attempt }) => {
      if (attempt.takeHint() !== undefined) engine.keeper.noteHint(attempt.hintsTaken);
    });
  };

  #tell(): void {
    const { engine, page, shown } = this.#lab;
    if (!engine.keeper.keeps) return;
    // What checks observe is said from the first touch on: its words are not part of the untouched page.
    if (engine.run?.isPicture === false) void labsArriving(page.language)?.then(() => this.#tell());
    page.say("quayside-progress", engine.keeper.progress(shown.results, page.language));
  }
}

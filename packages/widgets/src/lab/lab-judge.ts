/** Judges the checks of a lab when something happened, marks on demand, and tells the page how far the learner is. */
import { labsArriving } from "../i18n/by-language.ts";
import type { LabContext } from "../run/lab-context.ts";

export class LabJudge {
  readonly #lab: LabContext;
  /** The page has not been told of this run yet. */
  #fresh = true;

  constructor(lab: LabContext) {
    this.#lab = lab;
    for (const signal of [lab.begun, lab.turned]) signal.on(() => this.again());
  }

  /** Whatever was judged is to be judged anew: the run is another one. */
  again(): void {
    this.#fresh = true;
  }

  /** Judges; what has not changed since is the same list. */
  look(): void {
    const { engine, shown } = this.#lab;
    const results = engine.run?.attempt.evaluate();
    if (results === undefined || (shown.results === results && !this.#fresh)) return;
    this.#fresh = false;
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

/**
 * A lab's side of comparing two runs: makes a fork when it is asked for, and knows whether there is one. What it takes to
 * compare comes by dynamic import.
 */

import type { Comparing } from "../compare/comparing.ts";
import { arriving } from "../i18n/by-language.ts";
import type { LabContext } from "../run/lab-context.ts";
import type { LabTour } from "./lab-tour.ts";

export class LabFork {
  readonly #lab: LabContext;
  readonly #tour: LabTour;
  #comparing: Comparing | undefined;

  constructor(lab: LabContext, tour: LabTour) {
    this.#lab = lab;
    this.#tour = tour;
  }

  /** The comparison, while there is one; a lab that starts over or shows another run has ended it. */
  get comparing(): Comparing | undefined {
    return this.#lab.engine.pair === undefined ? undefined : this.#comparing;
  }

  /** Copies the run at the moment shown; while two are compared, asks which one to keep. A tour's run is not the learner's. */
  toggle = async (): Promise<void> => {
    const lab = this.#lab;
    if (this.#tour.live !== undefined) return;
    if (this.comparing !== undefined) return this.comparing.askToLeave();
    try {
      const [{ Comparing }] = await Promise.all([import("../compare/comparing.ts"), lab.engine.enliven()]);
      await arriving(lab.page.language);
      if (this.comparing !== undefined || lab.engine.run === undefined) return;
      lab.engine.send({ type: "PAUSE" });
      this.#comparing = new Comparing(lab);
      lab.page.draw();
    } catch (error) {
      lab.excuse(error);
    }
  };

  /** Terminal, editor and faults speak to the other run. */
  exchange = (): void => this.comparing?.exchange();

  /** Something was done in the run that is spoken to: the other one comes to its moment. */
  follow(): void {
    const { comparing } = this;
    comparing?.pair.follow(comparing.spoken);
  }
}

/** What is asked of time in a lab, and what has to be asked of the learner before something is done in the past. */

import type { TimeRequest } from "../base/speeds.ts";
import type { LabContext } from "../run/lab-context.ts";
import type { LabRun } from "../run/lab-run.ts";
import { obeyTime } from "../run/obey-time.ts";
import type { LabTour } from "./lab-tour.ts";

export class LabTime {
  readonly #lab: LabContext;
  readonly #tour: LabTour;
  #answer: ((go: boolean) => void) | undefined;

  constructor(lab: LabContext, tour: LabTour) {
    this.#lab = lab;
    this.#tour = tour;
    lab.timeAsked.on((request) => this.#obey(request));
  }

  /** What the transport asks for. */
  on = (event: CustomEvent<TimeRequest>): void => this.#lab.timeAsked.send(event.detail);

  lookAtPresent = (): void => {
    const lab = this.#lab;
    lab.engine.timed?.lookAtPresent();
    this.#withdraw();
    lab.leap();
  };

  /** Whoever goes elsewhere in time does not want to be asked about where they were. */
  #withdraw(): void {
    if (this.#lab.shown.notice?.kind === "travel") this.#lab.show({ notice: undefined });
    this.#answer?.(false);
  }

  /** Shows the moment and the things that a check or a record points at. */
  showEvidence = (seqs: readonly number[]): void => {
    const lab = this.#lab;
    const { run } = lab.engine;
    const record = run?.shown.journal.at(seqs.at(-1) ?? -1);
    if (run === undefined || record === undefined) return;
    lab.engine.send({ type: "PAUSE" });
    lab.engine.timed?.look(record.atMs);
    lab.leap();
    const key = run.taskOf(record);
    lab.show({ evidence: seqs, ...(key === undefined ? {} : { selection: { table: "tasks", key } }) });
  };

  /** Asked by the terminal before a line runs: in the past, the learner decides what becomes of the future. */
  mayRun = (): boolean | Promise<boolean> => {
    const { run } = this.#lab.engine;
    if (run === undefined || !run.inPast) return true;
    return new Promise((resolve) => {
      this.#answer?.(false);
      this.#answer = resolve;
      this.askToTravel(run, () => resolve(true));
    });
  };

  /** In the past: asks whether to make the moment shown the present, and goes on when the learner wants it. */
  askToTravel(run: LabRun, then: () => void): void {
    const go = (): void => void this.#continueFromHere().then(then);
    this.#lab.show({ notice: { kind: "travel", atMs: run.moment.atMs, go } });
  }

  /** Makes the moment shown the present. */
  async #continueFromHere(): Promise<void> {
    const lab = this.#lab;
    lab.engine.run?.continueFromHere();
    lab.turned.send();
    lab.show({ notice: undefined });
    await lab.page.drawn();
  }

  #obey(request: TimeRequest): void {
    const lab = this.#lab;
    if (this.#tour.obeys(request)) return;
    if (obeyTime(lab.engine, request)) lab.leap();
    if (request.action === "present") this.lookAtPresent();
    else this.#withdraw();
    lab.page.draw();
  }
}

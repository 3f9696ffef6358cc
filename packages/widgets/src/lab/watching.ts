/** Whether the lab's solution is being watched, and where the learner's focus was before: what "back" has to restore. */
import type { LabEngine } from "../run/lab-engine.ts";

/** What watching needs of the lab. */
export interface WatchedLab {
  readonly engine: LabEngine;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
}

export class Watching {
  on = false;
  readonly #lab: WatchedLab;
  #focused: HTMLElement | undefined;

  constructor(lab: WatchedLab) {
    this.#lab = lab;
  }

  /** Shows the solution over the lab; the learner's time stands still meanwhile. */
  start = (): void => {
    this.#focused = deepFocus();
    this.#lab.engine.send({ type: "PAUSE" });
    this.on = true;
    this.#lab.requestUpdate();
  };

  /** Shows the learner's lab again, which nobody has touched. */
  end = (): void => {
    if (!this.on) return;
    this.on = false;
    this.#lab.requestUpdate();
    void this.#lab.updateComplete.then(() => this.#focused?.focus({ preventScroll: true }));
  };
}

/** What has the focus, through every shadow root. */
export function deepFocus(): HTMLElement | undefined {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : undefined;
}

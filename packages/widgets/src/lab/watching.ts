/** Whether the lab's solution is being watched, and where the learner's focus was before: what "back" has to restore. */
import type { LabContext } from "../run/lab-context.ts";

export class Watching {
  on = false;
  readonly #lab: LabContext;
  #focused: HTMLElement | undefined;

  constructor(lab: LabContext) {
    this.#lab = lab;
    lab.begun.on(this.end);
  }

  /** Shows the solution over the lab; the learner's time stands still meanwhile. */
  start = (): void => {
    this.#focused = deepFocus();
    this.#lab.engine.send({ type: "PAUSE" });
    this.on = true;
    this.#lab.page.draw();
  };

  /** Shows the learner's lab again, which nobody has touched. */
  end = (): void => {
    if (!this.on) return;
    this.on = false;
    this.#lab.page.draw();
    void this.#lab.page.drawn().then(() => this.#focused?.focus({ preventScroll: true }));
  };
}

/** What has the focus, through every shadow root. */
export function deepFocus(): HTMLElement | undefined {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : undefined;
}

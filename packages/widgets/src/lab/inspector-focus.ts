/**
 * Where the focus goes when the inspector closes under it: back to where the thing was chosen, or else to the map. Without
 * that it would fall to the page, and a reader without a mouse would begin at its top again.
 */
import type { Selection } from "../base/cloud.ts";
import type { LabContext } from "../run/lab-context.ts";
import { deepFocus } from "./watching.ts";

export class InspectorFocus {
  readonly #lab: LabContext;
  #chosenAt: HTMLElement | undefined;

  constructor(lab: LabContext) {
    this.#lab = lab;
  }

  select = (event: CustomEvent<Selection>): void => {
    this.#note();
    this.#lab.show({ selection: event.detail });
  };

  why = (event: CustomEvent<Selection>): void => {
    this.#note();
    this.#lab.show({ selection: event.detail, whyAsked: this.#lab.shown.whyAsked + 1 });
  };

  close = (): void => {
    const inside = this.#isInside();
    this.#lab.show({ selection: undefined });
    if (inside) void this.#lab.page.drawn().then(() => this.#land());
  };

  /** What is chosen inside of the inspector leaves the way back as it was. */
  #note(): void {
    if (!this.#isInside()) this.#chosenAt = deepFocus();
  }

  #isInside(): boolean {
    return this.#lab.page.root.querySelector("quayside-inspector:focus-within") !== null;
  }

  #land(): void {
    const back = this.#chosenAt;
    if (back?.isConnected === true && back !== document.body) back.focus({ preventScroll: true });
    else {
      const map = this.#lab.page.root.querySelector("quayside-map");
      map?.shadowRoot?.querySelector<HTMLElement>("button.focus, button")?.focus({ preventScroll: true });
    }
  }
}

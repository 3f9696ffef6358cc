/**
 * Where the focus goes when the inspector closes under it: back to where the thing was chosen, or else to the map. Without
 * that it would fall to the page, and a reader without a mouse would begin at its top again.
 */
import type { LitElement } from "lit";
import type { Selection } from "../base/cloud.ts";
import { deepFocus } from "./watching.ts";

/** What is needed of the lab. */
interface InspectingLab {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  readonly onSelect: (event: CustomEvent<Selection>) => void;
  readonly onWhy: (event: CustomEvent<Selection>) => void;
  readonly closeInspector: () => void;
}

class InspectorFocus {
  readonly #lab: InspectingLab;
  #chosenAt: HTMLElement | undefined;

  constructor(lab: InspectingLab) {
    this.#lab = lab;
  }

  select = (event: CustomEvent<Selection>): void => {
    this.#note();
    this.#lab.onSelect(event);
  };

  why = (event: CustomEvent<Selection>): void => {
    this.#note();
    this.#lab.onWhy(event);
  };

  close = (): void => {
    const inside = this.#isInside();
    this.#lab.closeInspector();
    if (inside) void this.#lab.updateComplete.then(() => this.#land());
  };

  /** What is chosen inside of the inspector leaves the way back as it was. */
  #note(): void {
    if (!this.#isInside()) this.#chosenAt = deepFocus();
  }

  #isInside(): boolean {
    return this.#lab.renderRoot.querySelector("quayside-inspector:focus-within") !== null;
  }

  #land(): void {
    const back = this.#chosenAt;
    if (back?.isConnected === true && back !== document.body) back.focus({ preventScroll: true });
    else {
      const map = this.#lab.renderRoot.querySelector<LitElement>("quayside-map");
      map?.renderRoot.querySelector<HTMLElement>("button.focus, button")?.focus({ preventScroll: true });
    }
  }
}

const byLab = new WeakMap<object, InspectorFocus>();

/** The one of a lab. */
export function inspectorFocus(lab: InspectingLab): InspectorFocus {
  const known = byLab.get(lab) ?? new InspectorFocus(lab);
  byLab.set(lab, known);
  return known;
}

/**
 * A lab's side of comparing two runs: makes a fork when it is asked for, and knows whether there is one. What it takes to
 * compare comes by dynamic import.
 */
import type { LitElement } from "lit";
import type { CompareHost } from "../compare/compare-host.ts";
import type { Comparing } from "../compare/comparing.ts";
import type { Texts } from "../i18n/index.ts";

export class LabFork {
  readonly #host: LitElement & CompareHost & { readonly t: Texts };
  #comparing: Comparing | undefined;

  constructor(host: LitElement & CompareHost & { readonly t: Texts }) {
    this.#host = host;
  }

  /** The comparison, while there is one; a lab that starts over or shows another run has ended it. */
  get comparing(): Comparing | undefined {
    return this.#host.engine.pair === undefined ? undefined : this.#comparing;
  }

  /** Copies the run at the moment shown; while two are compared, asks which one to keep. */
  toggle = async (): Promise<void> => {
    const host = this.#host;
    if (host.touring.live !== undefined) return;
    if (this.comparing !== undefined) return this.comparing.askToLeave();
    try {
      const [{ Comparing }] = await Promise.all([import("../compare/comparing.ts"), host.engine.enliven()]);
      if (this.comparing !== undefined || host.engine.run === undefined) return;
      host.engine.send({ type: "PAUSE" });
      this.#comparing = new Comparing(host);
      host.requestUpdate();
    } catch (error) {
      host.notice = { kind: "problem", title: host.t.partFailed(String(error)), text: "" };
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

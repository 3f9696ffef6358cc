/**
 * A lab's side of sharing: looks for a run in the address, opens and closes the share dialog, leads back from a visit. What
 * it takes to make, check and show a shared run comes by dynamic import, when there is one or somebody asks.
 */
import type { LabContext } from "../run/lab-context.ts";

/** Where a shared run stands in an address; share/link-text.ts has the same, which is not loaded before it is needed. */
const FRAGMENT = "#run=";

export class LabSharing {
  /** The share dialog is loaded and open. */
  isOpen = false;
  readonly #lab: LabContext;
  #looked = true;

  constructor(lab: LabContext) {
    this.#lab = lab;
    // The lab's own run begins first: a link that is refused leaves a lab that works.
    lab.begun.on(() => {
      if (!this.#looked) void lab.page.drawn().then(this.#look);
      this.#looked = true;
    });
  }

  /** Looks at the address once a run has begun, and whenever it changes. */
  listen(): void {
    this.#looked = false;
    addEventListener("hashchange", this.#look);
  }

  rest(): void {
    removeEventListener("hashchange", this.#look);
  }

  /** Time stands still while a moment is shared. */
  open = (): void => {
    void this.#load(async () => {
      await Promise.all([import("../share/quayside-share.ts"), this.#lab.engine.enliven()]);
      this.#lab.engine.send({ type: "PAUSE" });
      this.isOpen = true;
      this.#lab.page.draw();
    });
  };

  close = (): void => {
    this.isOpen = false;
    this.#lab.page.draw();
  };

  /** Back from a shared run to the learner's own, which stands as it was left. */
  goHome = (): void => {
    this.#lab.engine.goHome();
    if (location.hash.startsWith(FRAGMENT))
      history.replaceState(history.state, "", location.pathname + location.search);
  };

  #look = (): void => {
    const fragment = location.hash;
    if (!fragment.startsWith(FRAGMENT)) return;
    void this.#load(async () => {
      const { openFragment } = await import("../share/open-run.ts");
      await openFragment(this.#lab, fragment);
    });
  };

  async #load(go: () => Promise<void>): Promise<void> {
    try {
      await go();
    } catch (error) {
      this.#lab.excuse(error);
    }
  }
}

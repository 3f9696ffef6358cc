/**
 * A lab's side of sharing: looks for a run in the address, opens and closes the share dialog, leads back from a visit. What
 * it takes to make, check and show a shared run comes by dynamic import, when there is one or somebody asks.
 */
import type { LitElement, ReactiveController } from "lit";
import type { ShareHost } from "../share/share-host.ts";

/** Where a shared run stands in an address; share/link-text.ts has the same, which is not loaded before it is needed. */
const FRAGMENT = "#run=";

export class LabSharing implements ReactiveController {
  /** The share dialog is loaded and open. */
  isOpen = false;
  readonly #host: LitElement & ShareHost;
  #looked = false;

  constructor(host: LitElement & ShareHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#looked = false;
    addEventListener("hashchange", this.#look);
  }

  hostDisconnected(): void {
    removeEventListener("hashchange", this.#look);
  }

  /** The lab's own run begins first: a link that is refused leaves a lab that works. */
  hostUpdated(): void {
    if (this.#looked || this.#host.engine.run === undefined) return;
    this.#looked = true;
    this.#look();
  }

  /** Time stands still while a moment is shared. */
  open = (): void => {
    void this.#load(async () => {
      await Promise.all([import("../share/quayside-share.ts"), this.#host.engine.enliven()]);
      this.#host.engine.send({ type: "PAUSE" });
      this.isOpen = true;
      this.#host.requestUpdate();
    });
  };

  close = (): void => {
    this.isOpen = false;
    this.#host.requestUpdate();
  };

  /** Back from a shared run to the learner's own, which stands as it was left. */
  goHome = (): void => {
    this.#host.engine.goHome();
    if (location.hash.startsWith(FRAGMENT))
      history.replaceState(history.state, "", location.pathname + location.search);
  };

  #look = (): void => {
    const fragment = location.hash;
    if (!fragment.startsWith(FRAGMENT)) return;
    void this.#load(async () => {
      const { openFragment } = await import("../share/open-run.ts");
      await openFragment(this.#host, fragment);
    });
  };

  async #load(go: () => Promise<void>): Promise<void> {
    const host = this.#host;
    try {
      await go();
    } catch (error) {
      host.notice = { kind: "problem", title: host.t.partFailed(String(error)), text: "" };
    }
  }
}

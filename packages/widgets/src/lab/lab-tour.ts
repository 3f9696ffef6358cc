/** A lab's side of its narrated tour: whether there is one to offer, and the one that is being taken, which comes by dynamic import. */
import type { ReactiveController } from "lit";
import type { TimeRequest } from "../base/speeds.ts";
import type { Notice } from "../run/notices.ts";
import type { LiveTour, TourHost } from "../tour/live-tour.ts";

type Host = TourHost & { notice: Notice | undefined; readonly t: { partFailed(message: string): string } };

export class LabTour implements ReactiveController {
  /** The tour that is being taken. */
  live: LiveTour | undefined;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The lab has a tour, and the learner's own run is shown. */
  get offered(): boolean {
    const { definition, visiting } = this.#host.engine;
    return definition?.tour !== undefined && !visiting;
  }

  /** The tour's time, which the transport shows while one is taken. */
  get clock(): { readonly playing: boolean; readonly speed: number } | undefined {
    return this.live && { playing: this.live.player.moving, speed: this.live.player.speed };
  }

  start = async (): Promise<void> => {
    const host = this.#host;
    try {
      const { startTour } = await import("../tour/start-tour.ts");
      if (this.offered) this.live = await startTour(host);
      host.requestUpdate();
    } catch (error) {
      host.notice = { kind: "problem", title: host.t.partFailed(String(error)), text: "" };
    }
  };

  /** Time belongs to the tour while one is taken. @returns whether it does */
  obeys(request: TimeRequest): boolean {
    this.live?.obey(request);
    return this.live !== undefined;
  }

  /** Over once another run is shown: the focus goes back to where the tour is offered. */
  hostUpdate(): void {
    if (this.live === undefined || this.#host.engine.run === this.live.player.run) return;
    this.live = undefined;
    const { updateComplete, renderRoot } = this.#host;
    void updateComplete.then(() => renderRoot.querySelector<HTMLElement>(".show-me")?.focus({ preventScroll: true }));
  }
}

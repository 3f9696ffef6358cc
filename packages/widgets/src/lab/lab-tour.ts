/** A lab's side of its narrated tour: whether there is one to offer, and the one that is being taken, which comes by dynamic import. */
import type { TimeRequest } from "../base/speeds.ts";
import type { LabContext } from "../run/lab-context.ts";
import type { LiveTour } from "../tour/live-tour.ts";

export class LabTour {
  /** The tour that is being taken. */
  live: LiveTour | undefined;
  readonly #lab: LabContext;

  constructor(lab: LabContext) {
    this.#lab = lab;
    lab.begun.on(() => this.#leave());
  }

  /** The lab has a tour, and the learner's own run is shown. */
  get offered(): boolean {
    const { definition, visiting } = this.#lab.engine;
    return definition?.tour !== undefined && !visiting;
  }

  /** The tour's time, which the transport shows while one is taken. */
  get clock(): { readonly playing: boolean; readonly speed: number } | undefined {
    return this.live && { playing: this.live.player.moving, speed: this.live.player.speed };
  }

  start = async (): Promise<void> => {
    const lab = this.#lab;
    try {
      const { startTour } = await import("../tour/start-tour.ts");
      if (this.offered) this.live = await startTour(lab);
      lab.page.draw();
    } catch (error) {
      lab.excuse(error);
    }
  };

  /** Time belongs to the tour while one is taken. @returns whether it does */
  obeys(request: TimeRequest): boolean {
    this.live?.obey(request);
    return this.live !== undefined;
  }

  /** Over once another run is shown: the focus goes back to where the tour is offered. */
  #leave(): void {
    const { engine, page } = this.#lab;
    if (this.live === undefined || engine.run === this.live.player.run) return;
    this.live = undefined;
    void page.drawn().then(() => page.root.querySelector<HTMLElement>(".show-me")?.focus({ preventScroll: true }));
  }
}

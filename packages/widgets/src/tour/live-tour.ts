/**
 * A tour that is being taken in a lab. The learner's own run waits meanwhile, untouched, as it does while a shared run is
 * visited; here the lab's panels follow the stops, and the transport's wishes become the tour's.
 */
import type { Tour, TourStop } from "@quayside/grader";
import type { Selection } from "../base/cloud.ts";
import type { TimeRequest } from "../base/speeds.ts";
import type { LabContext } from "../run/lab-context.ts";
import type { PanelName } from "../run/panel-name.ts";
import type { TourPlayer } from "./tour-player.ts";

const PANELS: Readonly<Record<string, PanelName>> = {
  "lab:editor": "editor",
  "lab:run": "editor",
  "lab:terminal": "terminal",
  "lab:journal": "journal",
};

export class LiveTour {
  readonly tour: Tour;
  readonly player: TourPlayer;
  readonly #lab: LabContext;
  readonly #panel: PanelName;
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  #shown: number | undefined;

  constructor(lab: LabContext, tour: Tour, player: TourPlayer) {
    this.#lab = lab;
    this.#panel = lab.shown.panel;
    this.tour = tour;
    this.player = player;
    lab.engine.visit(player.lab, player.run);
    this.next();
  }

  /** The stop that is shown; undefined on the way to the next. */
  get stop(): TourStop | undefined {
    return this.player.goal === undefined ? this.tour.stops[this.player.at] : undefined;
  }

  /** What is ringed on the map. */
  get highlight(): string {
    const target = this.stop?.shows ?? "";
    return target.startsWith("lab:") ? "" : target;
  }

  next = (): void => {
    const { player } = this;
    if (player.done) {
      this.end();
      return;
    }
    if (this.#still.matches) {
      player.jump();
      this.#lab.leap();
    } else player.next();
    this.#follow();
  };

  back = (): void => {
    this.player.back();
    if (this.#still.matches) this.#lab.leap();
    this.#follow();
  };

  /** Back to the learner's own run, which stands as it was left. */
  end = (): void => {
    this.#lab.show({ panel: this.#panel });
    this.#lab.engine.goHome();
  };

  /** What the transport and the keys ask of time. */
  obey(request: TimeRequest): void {
    const { player } = this;
    if (request.action === "step" || request.action === "quiet") {
      this.next();
      return;
    }
    if (request.action === "play") player.goOn();
    else if (request.action === "pause") player.hold();
    else if (request.action === "speed") player.choose(request.speed);
    else if (request.action === "scrub") {
      player.look(request.atMs);
      this.#lab.leap();
    } else player.look(player.run.session.nowMs);
    this.#follow();
  }

  /** Lets frames pass while time runs, and shows the stop once it is there. */
  #follow(): void {
    let lastMs: number | undefined;
    const { frames } = this.#lab.engine;
    if (this.player.moving) {
      frames.start("tour", (nowMs) => {
        if (this.#lab.engine.run !== this.player.run) return false;
        const more = this.player.frame(lastMs === undefined ? 16 : nowMs - lastMs);
        lastMs = nowMs;
        this.#arrive();
        return more;
      });
    }
    this.#arrive();
  }

  #arrive(): void {
    const lab = this.#lab;
    const { player, stop } = this;
    const shown = stop === undefined ? undefined : player.at;
    if (shown !== this.#shown) {
      this.#shown = shown;
      lab.show({
        panel: PANELS[stop?.shows ?? ""] ?? lab.shown.panel,
        selection: stop?.shows === "lab:inspector" ? this.#lastTask() : undefined,
      });
    }
    lab.page.draw();
  }

  /** The task that the stops so far were about. */
  #lastTask(): Selection | undefined {
    const { at, moments, run } = this.player;
    const record = moments.slice(0, at + 1).findLast((moment) => moment.record !== undefined)?.record;
    const key = record && run.taskOf(record);
    return key === undefined ? undefined : { table: "tasks", key };
  }
}

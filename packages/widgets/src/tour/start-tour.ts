/** The door of the tour: everything that one needs comes with this file, when the learner asks for it. */
import { runCommandLine } from "@quayside/api/cli";
import { LiveTour, type TourHost } from "./live-tour.ts";
import { TourPlayer } from "./tour-player.ts";
import "./quayside-tour.ts";

/** Loads the tour of the lab that is shown and sets out. @returns undefined when the lab has none */
export async function startTour(host: TourHost): Promise<LiveTour | undefined> {
  const lab = host.engine.definition;
  const tour = await lab?.tour?.();
  if (lab === undefined || tour === undefined || host.engine.definition !== lab) return undefined;
  return new LiveTour(host, tour, new TourPlayer(lab, tour, runCommandLine));
}

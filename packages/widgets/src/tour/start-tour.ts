/** The door of the tour: everything that one needs comes with this file, when the learner asks for it. */
import { runCommandLine } from "@quayside/api/cli";
import type { LabContext } from "../run/lab-context.ts";
import { LiveTour } from "./live-tour.ts";
import { TourPlayer } from "./tour-player.ts";
import "./quayside-tour.ts";

/** Loads the tour of the lab that is shown and sets out. @returns undefined when the lab has none */
export async function startTour(context: LabContext): Promise<LiveTour | undefined> {
  const lab = context.engine.definition;
  const tour = await lab?.tour?.();
  if (lab === undefined || tour === undefined || context.engine.definition !== lab) return undefined;
  context.page.say("quayside-dock", {});
  return new LiveTour(context, tour, new TourPlayer(lab, tour, runCommandLine));
}

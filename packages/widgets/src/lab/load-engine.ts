/** The controllers of the simulator, which let time pass: they come when a lab's clock begins to run. */
import { engineIsInstalled } from "@quayside/simulator";

/** What to do with time, and what to do when the controllers could not be loaded; the next try loads them again. */
export interface TimeWish {
  readonly goOn: () => void;
  readonly giveUp: () => void;
}

/** Goes on at once when time can pass already, else as soon as it can. */
export function withEngine({ goOn, giveUp }: TimeWish): void {
  if (engineIsInstalled()) goOn();
  else void import("@quayside/simulator/engine").then(goOn, giveUp);
}

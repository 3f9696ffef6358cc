/** The engine of the simulator, which answers calls and lets time pass: it comes when a lab's clock begins to run. */
import { engineIsInstalled } from "@quayside/simulator";

/** What to do with time, and what to do when the controllers could not be loaded; the next try loads them again. */
export interface TimeWish {
  readonly goOn: () => void;
  readonly giveUp: () => void;
}

/** Brings the controllers and the operations. */
export async function loadEngine(): Promise<void> {
  if (!engineIsInstalled()) await import("@quayside/simulator/engine");
}

/** Goes on at once when time can pass already, else as soon as it can. */
export function withEngine({ goOn, giveUp }: TimeWish): void {
  if (engineIsInstalled()) goOn();
  else void loadEngine().then(goOn, giveUp);
}

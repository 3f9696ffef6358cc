/** How long a service waits before it starts tasks again that never run. */
import { LONGEST_START_PAUSE_MS, START_PAUSES_MS } from "../model/service-timing.ts";

/** The pause after so many failed starts in a row, in milliseconds. @param failedStarts 1 and more */
export function pauseAfter(failedStarts: number): number {
  const known = START_PAUSES_MS[failedStarts - 1];
  if (known !== undefined) return known;
  const last = START_PAUSES_MS.at(-1) ?? 0;
  return Math.min(LONGEST_START_PAUSE_MS, last * 2 ** (failedStarts - START_PAUSES_MS.length));
}

/** Failed starts in a row after which a service says that it cannot start tasks consistently. Ours: AWS gives no number. */
export const INCONSISTENT_AFTER = 3;

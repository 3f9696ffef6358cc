/** Plays a run that was read again, a slice at a time, so that the page stays alive meanwhile. */
import { RunRefused, type SavedRun, Session } from "@quayside/simulator";
import { ShareRefused } from "./share-problem.ts";

/** Longest time in one go, in real milliseconds. */
const SLICE_MS = 8;

/** How a replay works with its page. */
export interface ReplayHost {
  /** Real time in milliseconds. */
  readonly clock: () => number;
  /** Resolves when the page has had its turn; rejects when nobody waits for the run any more. */
  readonly pause: (share: number) => Promise<void>;
}

/**
 * The session at the end of a saved run.
 * @param records how many records its journal must have by then, when that is known
 * @throws ShareRefused `no-replay`, and whatever `pause` rejects with
 */
export async function replayRun(saved: SavedRun, records: number | undefined, host: ReplayHost): Promise<Session> {
  const loading = Session.loading(saved);
  let endOfSlice = host.clock() + SLICE_MS;
  for (;;) {
    const piece = next(loading);
    if (piece.done === true) {
      if (records !== undefined && piece.value.journal.length !== records) throw new ShareRefused("no-replay");
      return piece.value;
    }
    if (host.clock() < endOfSlice) continue;
    await host.pause(piece.value);
    endOfSlice = host.clock() + SLICE_MS;
  }
}

function next(loading: Generator<number, Session>): IteratorResult<number, Session> {
  try {
    return loading.next();
  } catch (error) {
    // A run that was changed by hand can bring the simulator where it never comes by itself.
    throw new ShareRefused("no-replay", error instanceof RunRefused ? "" : String(error));
  }
}

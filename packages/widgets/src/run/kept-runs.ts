/** Where kept runs stand, for pages that have no lab: the latest of several, without playing any of them. */
import { clockText } from "../base/clock.ts";
import { readStored, runKey } from "./store.ts";

/** A run that an earlier visit left. */
export interface KeptRun {
  readonly labId: string;
  /** Where it stands, such as `12:31`. */
  readonly clock: string;
}

/** The run that was kept last among those of some labs; undefined when none was, or nothing can be read. */
export async function lastRun(labIds: readonly string[]): Promise<KeptRun | undefined> {
  const found = await Promise.all(labIds.map(readKept));
  const [last] = found.flatMap((run) => run ?? []).sort((a, b) => b.openedAt - a.openedAt);
  return last && { labId: last.labId, clock: clockText(last.nowMs).replace(/\.\d$/, "") };
}

/** A writing begins with the moment at which its tab was opened (lab/run-keeper.ts). */
async function readKept(labId: string): Promise<{ labId: string; nowMs: number; openedAt: number } | undefined> {
  const { value } = (await readStored(runKey(labId))) ?? {};
  const { writing, run } = (value ?? {}) as { writing?: unknown; run?: { nowMs?: unknown } };
  const nowMs = run?.nowMs;
  if (typeof writing !== "string" || typeof nowMs !== "number") return undefined;
  return { labId, nowMs, openedAt: Number.parseInt(writing, 10) || 0 };
}

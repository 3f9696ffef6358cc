/** A task of a run as a lane of the timeline. */
import type { StateLook } from "../base/state-look.ts";

/** A stretch of one state. The last one of a lane has no end yet. */
export interface Stretch {
  readonly fromMs: number;
  toMs: number | undefined;
  readonly status: string;
  look: StateLook;
}

export interface Lane {
  readonly key: string;
  readonly shortId: string;
  readonly family: string;
  /** The service that started it, and the deployment; undefined for a task that stands alone. */
  readonly serviceArn: string | undefined;
  readonly startedBy: string | undefined;
  readonly stretches: Stretch[];
}

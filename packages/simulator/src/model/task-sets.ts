/** Rows of task sets: what an external deployment controller has a service run, side by side. Times are simulated milliseconds. */
import type { ServiceRevisionRow } from "./services.ts";
import type { Tag } from "./tags.ts";

/** @source API Reference, TaskSet (checked 2026-11-29) */
export type TaskSetStatus = "PRIMARY" | "ACTIVE" | "DRAINING";

/** @source API Reference, TaskSet (checked 2026-11-29) */
export type StabilityStatus = "STEADY_STATE" | "STABILIZING";

/** It pins what a revision of a service pins. */
export interface TaskSetRow extends Omit<ServiceRevisionRow, "serviceRevisionArn" | "servedGroups"> {
  /** `ecs-svc/` and a number; also `startedBy` of its tasks. */
  readonly id: string;
  readonly taskSetArn: string;
  readonly externalId?: string | undefined;
  readonly status: TaskSetStatus;
  /** Of the desired count of its service, in percent. */
  readonly scale: number;
  readonly computedDesiredCount: number;
  readonly stabilityStatus: StabilityStatus;
  readonly stabilityStatusAtMs: number;
  readonly tags: readonly Tag[];
  /** Of an idempotent call: its token and the request that it stands for, as text. */
  readonly token?: { readonly clientToken: string; readonly request: string } | undefined;
  /** Tries in a row whose tasks ended before they ran. */
  readonly failedStarts: number;
  /** Before this moment no task of it is started again. */
  readonly startsAgainAtMs: number;
  readonly updatedAtMs: number;
}

/** Starting states and saved runs: plain data that a world is built from again. */
import type { NetworkPlan } from "./default-network.ts";
import { CALLER_ARN, DEFAULT_PLACE } from "./model/place.ts";
import type { ServiceName } from "./operations/service-names.ts";

/** One call of an operation. */
export interface Command {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: unknown;
}

/** A starting state: calls made at time 0, before the learner's first. All of them must succeed. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** Where its world is; us-east-1 unless it says otherwise. */
  readonly region?: string;
  /** When its world begins, such as 2026-11-29T12:00:00Z; 2026-01-05T09:00:00Z unless it says otherwise. */
  readonly startsAt?: string;
  readonly network?: NetworkPlan;
  readonly commands: readonly Command[];
}

/** Who asks, and where. */
export interface Origin {
  /** ARN of a user or of a role's session, or a service of AWS by its name, such as `ecs-tasks.amazonaws.com`. */
  readonly caller: string;
  readonly region: string;
}

/** The learner, in the usual Region: of every call in a world that is there. */
export const LEARNER: Origin = { caller: CALLER_ARN, region: DEFAULT_PLACE.region };

/** A call with its place in the run: after so many steps, at that moment, by that caller. */
export interface RecordedCommand extends Command, Origin {
  readonly atMs: number;
  readonly afterSteps: number;
}

/** Everything needed to have a run again, byte for byte. */
export interface SavedRun {
  readonly version: typeof SAVED_RUN_VERSION;
  readonly seed: number;
  readonly scenario: Scenario;
  readonly commands: readonly RecordedCommand[];
  /** The moment and the number of steps at which the run was saved. */
  readonly nowMs: number;
  readonly steps: number;
}

/** Rises when a saved run changes its form or would replay differently; the API brings older forms to this one. */
export const SAVED_RUN_VERSION = 2;

/** An empty cluster named `default` in the default network. */
export const defaultScenario: Scenario = {
  id: "default",
  title: "An empty cluster",
  commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
};

/** Why a run or a scenario is not opened: it is none, a newer one, longer than is opened, or does not come to its end. */
export type RunFault = "no-run" | "newer" | "too-long" | "no-replay";

/** A saved run or a scenario that cannot be opened. The message is a sentence that says what is wrong with it and where. */
export class RunRefused extends Error {
  override name = "RunRefused";
  readonly fault: RunFault;
  /** The member that is wrong, such as `commands[2].input.task`; empty when no single one is. */
  readonly place: string;

  constructor(message: string, { fault = "no-run", place = "" }: { fault?: RunFault; place?: string } = {}) {
    super(message);
    this.fault = fault;
    this.place = place;
  }
}

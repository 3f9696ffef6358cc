/** What one beat of the service scheduler saw and did, as plain data: the table behind "why is this task here?". */

/** What it saw of one deployment. */
export interface DeploymentCount {
  readonly deploymentId: string;
  readonly isPrimary: boolean;
  /** Tasks that it is to have. */
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly healthy: number;
  readonly unhealthy: number;
}

/** Why the scheduler starts or stops tasks. */
export type ServiceMotive =
  | "scale-out"
  | "scale-in"
  | "rollout"
  | "replace"
  | "daemon"
  | "drain"
  | "deleted"
  | "rebalance";

/** What keeps it from doing more. */
export type ServiceBound =
  /** As many tasks as `maximumPercent` allows. */
  | "maximum"
  /** As few healthy tasks as `minimumHealthyPercent` allows. */
  | "minimum"
  /** No instance takes the task, or no capacity. */
  | "placement"
  /** Tasks that could not start: a pause. */
  | "throttle"
  /** Scale-in protection. */
  | "protection"
  /** The deployment has failed: nothing of it is started any more. */
  | "failed"
  /** 500 starts a minute. */
  | "rate";

/** What each bound keeps the scheduler from, in English. Ours: in the journal, on the map and in the inspector. */
export const BOUND_WORDS: { readonly [Bound in ServiceBound]: string } = Object.freeze({
  maximum: "maximumPercent allows no more tasks",
  minimum: "minimumHealthyPercent lets no more stop",
  placement: "there is no place for more tasks",
  throttle: "tasks cannot start: a pause that grows",
  protection: "protected tasks stay",
  failed: "the deployment has failed",
  rate: "500 tasks a minute are the most",
});

/** What it did about one deployment. */
export interface ServiceAct {
  readonly does: "start" | "stop";
  readonly deploymentId: string;
  readonly count: number;
  readonly motive: ServiceMotive;
}

/** What it did with targets, in tasks. */
export interface ServiceTargetActs {
  /** Their targets get no new requests from now on. */
  readonly deregistered: number;
  /** Their targets are gone: their containers stop. */
  readonly drained: number;
  readonly registered: number;
}

export interface ServiceDecision {
  readonly desired: number;
  /** Healthy tasks that there must be, and tasks that there may be. */
  readonly lower: number;
  readonly upper: number;
  /** Tasks that have not stopped, and those that count as healthy. */
  readonly total: number;
  readonly healthy: number;
  readonly deployments: readonly DeploymentCount[];
  readonly acts: readonly ServiceAct[];
  /** Undefined: nothing. */
  readonly targets?: ServiceTargetActs | undefined;
  readonly bounds: readonly ServiceBound[];
}

/** What a beat of the scheduler knows of those before it. */
export interface Beat {
  /** The series that it belongs to: a wake-up begins the next one. */
  readonly series: number;
  /** How many beats in a row had nothing to do. */
  readonly idle: number;
  /** How many beats in a row have found no place for any task of a deployment, by its id. */
  readonly missed: Missed;
}

/** Tries in a row that found no place, by deployment. */
export type Missed = Readonly<Record<string, number>>;

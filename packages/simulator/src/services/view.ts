/** What the scheduler of a service looks at: rows made ready for a decision, which is a function of nothing else. */

import type { Missed, ServiceAct, ServiceBound, ServiceDecision } from "../model/service-decision.ts";
import type { DeploymentRow, ServiceRow } from "../model/services.ts";
import type { Draw } from "../placement/place.ts";
import type { ScaleInTask } from "../placement/scale-in.ts";

/** `starting`: it may still become healthy. */
export type TaskHealth = "healthy" | "unhealthy" | "starting";

/** A task of the service that has not stopped. */
export interface ServiceTask extends ScaleInTask {
  readonly deploymentId: string;
  /** It is meant to run. */
  readonly isWanted: boolean;
  /** It is on its way out because the scheduler wanted it; whatever else ends is replaced when it has STOPPED. */
  readonly isDismissed: boolean;
  readonly isRunning: boolean;
  readonly hasRun: boolean;
  readonly health: TaskHealth;
  /** Which check says that it is unhealthy. */
  readonly illness: "container-checks" | "target-checks" | undefined;
  /** It belongs to target groups. */
  readonly isBalanced: boolean;
  /** Its containers run, and it waits to be registered. */
  readonly isActivating: boolean;
  /** It is to stop, and none of its targets is left. */
  readonly hasDrained: boolean;
  /** It is to stop, and its containers may run still. */
  readonly isEnding: boolean;
  /** Its instance is DRAINING. */
  readonly mustMove: boolean;
  /** Of a DAEMON service: tasks of other services are still on its instance. */
  readonly isNeeded: boolean;
  readonly createdAtMs: number;
}

/** A target that a service has registered and not deregistered. */
export interface ServiceTarget {
  /** The key of its row. */
  readonly key: string;
  readonly targetGroupArn: string;
  readonly taskArn: string;
  /** Its task is meant to run. */
  readonly isWanted: boolean;
}

/** What a beat does with them. */
export interface TargetActs {
  readonly deregisters: readonly ServiceTarget[];
  /** ARNs of tasks whose containers are to stop now. */
  readonly drained: readonly string[];
  /** ARNs of tasks to register. */
  readonly registers: readonly string[];
}

/** An instance that should have a task of a DAEMON service. */
export interface DaemonPlace {
  readonly containerInstanceArn: string;
  /** Its task that has not stopped, of whichever deployment. */
  readonly task: ServiceTask | undefined;
}

export interface ServiceView {
  readonly nowMs: number;
  readonly service: ServiceRow;
  /** Those that are not INACTIVE: PRIMARY first, then the newest. */
  readonly deployments: readonly [DeploymentRow, ...DeploymentRow[]];
  readonly tasks: readonly ServiceTask[];
  /** Those of tasks that have STOPPED among them. */
  readonly targets: readonly ServiceTarget[];
  /** Only of a DAEMON service: instances that take it. */
  readonly places: readonly DaemonPlace[];
  /** Availability Zones in which tasks of PRIMARY can be. */
  readonly zones: readonly string[];
  /** Deployments whose last try found no place for any task, by their ids. */
  readonly missed: Missed;
  /** Alarms in ALARM that fail PRIMARY. */
  readonly alarming: readonly string[];
  readonly draw: Draw;
}

/** Tasks to start for a deployment. */
export interface Start extends ServiceAct {
  readonly does: "start";
  /** Of a DAEMON service: the instances. */
  readonly on?: readonly string[];
  /** To even out the zones: in which. */
  readonly zone?: string;
}

/** Tasks to stop of a deployment. */
export interface Stop extends ServiceAct {
  readonly does: "stop";
  readonly taskArns: readonly string[];
  /** The cause that the tasks show. */
  readonly why: "scaling" | "container-checks" | "target-checks" | "draining" | "daemon-place" | "rebalance";
  /** To even out the zones: in which. */
  readonly zone?: string;
}

/** What comes of a beat. */
export interface Verdict {
  readonly facts: ServiceDecision;
  readonly targetActs: TargetActs;
  readonly starts: readonly Start[];
  readonly stops: readonly Stop[];
  /** New `desiredCount` of deployments, by their ids; only those that change. */
  readonly targets: ReadonlyMap<string, number>;
  /** Deployments of which a task is healthy for the first time. */
  readonly healthy: readonly string[];
  /** PRIMARY fails. */
  readonly fails: "breaker" | "alarm" | undefined;
  /** Nothing is left to do but to even out the zones: PRIMARY is as wanted, and nothing else runs. */
  readonly isSettled: boolean;
  /** Of PRIMARY are as many healthy as its configuration says that its deployment needs. */
  readonly isEnough: boolean;
  /** No percentage lets anything happen, although tasks of an older deployment run. */
  readonly isStuck: boolean;
  /** Tasks that protection keeps although they are too many. */
  readonly keptByProtection: number;
  /** What becomes of the balance of the zones; undefined: nothing new. */
  readonly balance: "uneven" | "even" | "given-up" | undefined;
  readonly bounds: readonly ServiceBound[];
}

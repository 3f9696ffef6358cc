/** Why tasks stop that had a place: what ECS puts into `stoppedReason`, and what the kernel puts into a container's `reason`. */
import { cause, tellerOf } from "../cause.ts";
import type { ProcessCause } from "./processes.ts";
import type { PullCause } from "./pulls.ts";
import type { ResourceCause } from "./resources.ts";
import type { DependencyCause, InterfaceCause, LogCause, PortCause } from "./starts.ts";

const STOPPED = "Developer Guide, Amazon ECS stopped tasks error messages (checked 2026-11-21)";

interface Machine {
  readonly instanceId: string;
}

/** Ours: the ids. Each row has the source of its words. */
export const STOP_CAUSES = {
  "stop.essential-exited": cause("documented", () => "Essential container in task exited", STOPPED),
  /** On EC2 the text of the failure stands in the container's `reason` only. */
  "stop.failed-to-start": cause("documented", () => "Task failed to start", STOPPED),
  "stop.by-user": cause("observed", () => "Task stopped by user", STOPPED),
  /** StopTask with a reason: the words are the caller's. */
  "stop.with-reason": cause(
    "documented",
    ({ reason }: { readonly reason: string }) => reason,
    "API Reference, StopTask, reason (checked 2026-11-20)",
  ),
  "stop.host-terminated": cause(
    "documented",
    ({ instanceId }: Machine) => `Host EC2 (instance ${instanceId}) terminated.`,
    STOPPED,
  ),
  "stop.host-stopped": cause(
    "documented",
    ({ instanceId }: Machine) => `Host EC2 (instance ${instanceId}) stopped.`,
    STOPPED,
  ),
  "stop.deregistered": cause("documented", () => "Container instance deregistration forced by user", STOPPED),
} as const;

export const tellStop = tellerOf(STOP_CAUSES);

interface OfDeployment {
  readonly deploymentId: string;
}

/** Why the scheduler of a service stops tasks. Ours: the ids. */
export const SERVICE_STOP_CAUSES = {
  /** Scale-in, and the replacement of tasks by those of another revision. */
  "stop.scaling": cause(
    "documented",
    ({ deploymentId }: OfDeployment) => `Scaling activity initiated by (deployment ${deploymentId})`,
    STOPPED,
  ),
  "stop.container-checks": cause("documented", () => "Task failed container health checks", STOPPED),
  "stop.target-checks": cause(
    "documented",
    ({ targetGroupArn }: { readonly targetGroupArn: string }) =>
      `Task failed ELB health checks in (target-group ${targetGroupArn})`,
    STOPPED,
  ),
  "stop.rebalancing": cause(
    "documented",
    ({ deploymentId }: OfDeployment) => `Availability-zone rebalancing initiated by (deployment ${deploymentId})`,
    STOPPED,
  ),
  /** AWS documents a part of the sentence. */
  "stop.draining": cause(
    "ours",
    ({ instanceId }: Machine) => `Host EC2 (instance ${instanceId}): container instance is in DRAINING state`,
    STOPPED,
  ),
  /** Documented as a reason of stopped daemon tasks, without the words. */
  "stop.daemon-place": cause(
    "ours",
    ({ deploymentId }: OfDeployment) => `Placement constraints of (deployment ${deploymentId}) are no longer met`,
    STOPPED,
  ),
} as const;

export const tellServiceStop = tellerOf(SERVICE_STOP_CAUSES);

/**
 * Those for which the scheduler replaces a task: they count as failures of its deployment.
 * @source Developer Guide, deployment circuit breaker (checked 2026-11-29)
 */
export const STOPS_FOR_HEALTH: ReadonlySet<string> = new Set<keyof typeof SERVICE_STOP_CAUSES>([
  "stop.container-checks",
  "stop.target-checks",
]);

/** Why a container fails before its process runs. */
export type StartCause = DependencyCause | LogCause | PortCause | ProcessCause | ResourceCause;

/** Why a task is to stop: on Fargate the failure of a start stands in the task itself. */
export type StopCause =
  | keyof typeof STOP_CAUSES
  | keyof typeof SERVICE_STOP_CAUSES
  | StartCause
  | PullCause
  | InterfaceCause;

/** Why a process ends that does not end by itself. Ours: the id. */
export const EXIT_CAUSES = {
  "exit.out-of-memory": cause(
    "documented",
    () => "OutOfMemoryError: Container killed due to memory usage",
    "Developer Guide, Amazon ECS stopped tasks error messages (checked 2026-11-21)",
  ),
} as const;

export type ExitCause = keyof typeof EXIT_CAUSES;

export const tellExit = tellerOf(EXIT_CAUSES);

/**
 * How long AWS takes for each step of a Fargate task, as ranges from which the simulator draws. Where AWS documents no
 * figure the range covers published observations; the site's coverage page says so.
 */

/** Both ends included, simulated milliseconds. */
export interface Range {
  readonly lowMs: number;
  readonly highMs: number;
}

/**
 * From RunTask until the elastic network interface exists and has its address.
 * @source Ours: a share of the observed time from creation to pull (checked 2026-11-20)
 */
export const ENI_CREATED_AFTER: Range = { lowMs: 1_500, highMs: 2_500 };

/**
 * From RunTask until Fargate's agent has connected (`connectivityAt`).
 * @source Task JSON of published Fargate runs: 3 to 5 s (checked 2026-11-20)
 */
export const AGENT_CONNECTED_AFTER: Range = { lowMs: 3_000, highMs: 5_000 };

/**
 * From RunTask until the interface is attached and the task turns PENDING.
 * @source Ours: just before the observed begin of the pull (checked 2026-11-20)
 */
export const ENI_ATTACHED_AFTER: Range = { lowMs: 9_500, highMs: 11_500 };

/**
 * From PENDING until the first pull begins; with the interface's time 10.5 to 14 s after RunTask.
 * @source Task JSON of published Fargate runs: pull begins 10 to 21 s after creation, typically 13 s (checked 2026-11-20)
 */
export const PULL_BEGINS_AFTER: Range = { lowMs: 1_000, highMs: 2_500 };

/**
 * Transfer speed of a pull, decimal megabytes a second.
 * @source Task JSON of published Fargate runs: 30 to 60 MB/s (checked 2026-11-20)
 */
export const PULL_MB_PER_SECOND = { low: 30, high: 60 } as const;

/**
 * Fixed part of every pull: authorization, manifest, unpacking of small layers.
 * @source Task JSON of published Fargate runs (checked 2026-11-20)
 */
export const PULL_OVERHEAD_MS = 1_000;

/**
 * From the end of the pull until the container exists.
 * @source Task JSON of published Fargate runs: 0.2 to 2 s from pull to RUNNING, both halves together (checked 2026-11-20)
 */
export const CONTAINER_CREATED_AFTER: Range = { lowMs: 200, highMs: 700 };

/**
 * From the existing container until its process runs.
 * @source Task JSON of published Fargate runs: 0.2 to 2 s from pull to RUNNING, both halves together (checked 2026-11-20)
 */
export const CONTAINER_STARTED_AFTER: Range = { lowMs: 200, highMs: 700 };

/**
 * From the exit of a container until its restart policy has it running again.
 * @source Ours: the agent starts the same container at once, without a pull (checked 2026-11-21)
 */
export const CONTAINER_RESTARTED_AFTER: Range = { lowMs: 200, highMs: 700 };

/**
 * How long a container must have run before its policy starts it again, when the policy does not say: seconds.
 * @source API Reference, ContainerRestartPolicy, restartAttemptPeriod (checked 2026-11-21)
 */
export const RESTART_ATTEMPT_PERIOD = 300;

/**
 * From the exit of an essential container until the control plane has heard of it and begins to stop the task.
 * @source Task JSON of a published run: executionStoppedAt 0.4 s before stoppingAt (checked 2026-11-20)
 */
export const EXIT_REPORTED_AFTER: Range = { lowMs: 300, highMs: 500 };

/**
 * From the wish to stop (`desiredStatus` STOPPED) until `lastStatus` follows.
 * @source Ours: answers and events show the old `lastStatus` with the new `desiredStatus` first (checked 2026-11-20)
 */
export const STOP_BEGINS_AFTER_MS = 500;

/**
 * How long a task without registered targets stays DEACTIVATING.
 * @source Ours: AWS documents the state, not its shortest length (checked 2026-11-20)
 */
export const DEACTIVATION_MS = 1_000;

/**
 * From the last container's exit until the network interface is deleted: DEPROVISIONING.
 * @source Task JSON of published Fargate runs: 23 to 37 s (checked 2026-11-20)
 */
export const ENI_DELETED_AFTER: Range = { lowMs: 23_000, highMs: 29_000 };

/**
 * From SIGTERM to SIGKILL when the container definition has no `stopTimeout`.
 * @source Developer Guide, task definition parameters, stopTimeout (checked 2026-11-20)
 */
export const STOP_TIMEOUT_MS = 30_000;

/**
 * How long a stopped task can still be described.
 * @source API Reference, DescribeTasks: stopped tasks appear for at least one hour (checked 2026-11-20)
 */
export const STOPPED_TASK_KEPT_MS = 3_600_000;

/**
 * How long Fargate tries to reach a registry before it gives up: five attempts that each time out.
 * @source Ours: the message counts the attempts, AWS does not document the time (checked 2026-11-20)
 */
export const REGISTRY_UNREACHABLE_AFTER: Range = { lowMs: 150_000, highMs: 180_000 };

/**
 * How long Fargate goes on asking a registry that answers with an error of its own, before it gives up.
 * @source Ours: five attempts with growing pauses; AWS does not document the time (checked 2026-11-21)
 */
export const REGISTRY_RETRIED_FOR: Range = { lowMs: 12_000, highMs: 20_000 };

/**
 * How long a registry takes to say that an image does not exist.
 * @source Ours: a few requests (checked 2026-11-20)
 */
export const MANIFEST_REFUSED_AFTER: Range = { lowMs: 800, highMs: 2_000 };

/**
 * How long one service (Amazon ECR, Secrets Manager, Parameter Store) takes to answer the agent, also with a refusal.
 * @source Ours: a few requests; denials are seen one or two seconds after PENDING (checked 2026-11-21)
 */
export const SERVICE_ANSWERS_AFTER: Range = { lowMs: 300, highMs: 900 };

/**
 * How long Fargate tries to reach such a service before it gives up.
 * @source Ours: the messages count attempts, AWS does not document the time (checked 2026-11-21)
 */
export const SERVICE_UNREACHABLE_AFTER: Range = { lowMs: 90_000, highMs: 150_000 };

/**
 * Defaults of a container health check, in seconds and counts.
 * @source API Reference, HealthCheck (checked 2026-11-20)
 */
export const HEALTH_CHECK_DEFAULTS = { interval: 30, timeout: 5, retries: 3, startPeriod: 0 } as const;

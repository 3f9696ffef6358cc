/**
 * How long AWS takes for each step of a Fargate task, as ranges from which the simulator draws. Where AWS documents no
 * figure the range covers published observations; the site's coverage page says so.
 */

/** Both ends included, simulated milliseconds. */
export interface Range {
  readonly lowMs: number;
  readonly highMs: number;
  /** Now and then it takes longer: once in so many draws, by so much. */
  readonly rarely?: { readonly oneIn: number; readonly addsMs: number };
}

/**
 * From RunTask until the elastic network interface exists and has its address.
 * @source Ours: a share of the observed time from creation to pull (checked 2026-11-20)
 */
export const ENI_CREATED_AFTER: Range = { lowMs: 1_500, highMs: 2_500 };

/**
 * From RunTask until Fargate's agent has connected (`connectivityAt`).
 * @source Recorded answers: 3.7 to 5.1 s in 17 of 18 tasks, 7.3 s in one (checked 2026-11-29)
 */
export const AGENT_CONNECTED_AFTER: Range = { lowMs: 3_700, highMs: 5_100, rarely: { oneIn: 18, addsMs: 2_200 } };

/**
 * From RunTask until the interface is attached and the task turns PENDING.
 * @source Recorded events of five tasks: 8.7, 9.0, 9.1, 11.2 and 16.4 s (checked 2026-11-29)
 */
export const ENI_ATTACHED_AFTER: Range = { lowMs: 8_600, highMs: 11_400, rarely: { oneIn: 12, addsMs: 5_000 } };

/**
 * From PENDING until the first pull begins; with the interface's time 10 to 14 s after RunTask.
 * @source Recorded answers: 1.4 to 2.4 s; the pull begins 9.3 to 12.6 s after creation in 12 of 16 tasks (checked 2026-11-29)
 */
export const PULL_BEGINS_AFTER: Range = { lowMs: 1_400, highMs: 2_400 };

/**
 * Transfer speed of a pull, decimal megabytes a second.
 * @source Task JSON of published Fargate runs: 30 to 60 MB/s (checked 2026-11-20)
 */
export const PULL_MB_PER_SECOND = { low: 30, high: 60 } as const;

/**
 * On EC2, the part of a pull that does not grow with the image.
 * @source Ours: a few requests to a registry, on a machine that runs already (checked 2026-11-20)
 */
export const EC2_PULL_OVERHEAD_MS = 1_000;

/**
 * On Fargate, the part of every pull that does not grow with the image: authorization, manifest, unpacking of small layers.
 * @source Recorded answers: 6.9 to 10.2 s for a small image, 19.7 and 38.8 s once each in 16 pulls; the share is ours (checked 2026-11-29)
 */
export const FARGATE_PULL_OVERHEAD: Range = { lowMs: 4_500, highMs: 6_500, rarely: { oneIn: 12, addsMs: 11_000 } };

/**
 * From the end of the pull until the container exists.
 * @source Recorded answers: 0.04 to 0.7 s from the end of the pull to RUNNING, both halves together (checked 2026-11-29)
 */
export const CONTAINER_CREATED_AFTER: Range = { lowMs: 20, highMs: 350 };

/**
 * From the existing container until its process runs.
 * @source Recorded answers: 0.04 to 0.7 s from the end of the pull to RUNNING, both halves together (checked 2026-11-29)
 */
export const CONTAINER_STARTED_AFTER: Range = { lowMs: 20, highMs: 350 };

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
 * On Fargate, from the end of a container until the control plane has heard of it.
 * @source Recorded answers: 10.03 to 10.06 s after `executionStoppedAt` in 8 of 8 tasks (checked 2026-11-29)
 */
export const FARGATE_EXIT_HEARD_AFTER: Range = { lowMs: 10_030, highMs: 10_060 };

/**
 * On EC2, from the exit of an essential container until the control plane has heard of it and begins to stop the task.
 * @source Task JSON of a published run: executionStoppedAt 0.4 s before stoppingAt (checked 2026-11-20)
 */
export const EC2_EXIT_HEARD_AFTER: Range = { lowMs: 300, highMs: 500 };

/**
 * On Fargate, from the end of an essential container, or a start that fails, until the agent stops the others.
 * @source Ours: the agent need not ask anybody (checked 2026-11-29)
 */
export const FARGATE_AGENT_STOPS_AFTER: Range = { lowMs: 20, highMs: 120 };

/**
 * On Fargate, from the wish to stop (`desiredStatus` STOPPED) until the containers get their signal. `lastStatus` does not change.
 * @source Recorded answers: SIGTERM 0.4 to 0.9 s after stoppingAt (checked 2026-11-29)
 */
export const FARGATE_STOP_BEGINS_AFTER: Range = { lowMs: 400, highMs: 900 };

/**
 * On Fargate, from the wish to stop a task that is PROVISIONING until it turns DEPROVISIONING.
 * @source Recorded answers: 7.6 s in one task; the width is ours (checked 2026-11-29)
 */
export const FARGATE_PROVISIONING_ENDS_AFTER: Range = { lowMs: 7_000, highMs: 8_200 };

/**
 * On Fargate, until the agent looks again whether a container that others depend on may be stopped, also when they have stopped long ago.
 * @source Recorded answers: SIGTERM 11.1 s after the dependent's; SIGKILL 21.3 s after StopTask with stopTimeout 10 (checked 2026-11-29)
 */
export const FARGATE_STOP_ROUND: Range = { lowMs: 10_400, highMs: 11_100 };

/**
 * On EC2, from the wish to stop (`desiredStatus` STOPPED) until `lastStatus` follows.
 * @source Ours: answers and events show the old `lastStatus` with the new `desiredStatus` first (checked 2026-11-20)
 */
export const EC2_STOP_BEGINS_AFTER: Range = { lowMs: 500, highMs: 500 };

/**
 * On EC2, how long a task without registered targets stays DEACTIVATING.
 * @source Ours: AWS documents the state, not its shortest length (checked 2026-11-20)
 */
export const DEACTIVATION_MS = 1_000;

/**
 * DEPROVISIONING on Fargate: until the network interface is deleted.
 * @source Recorded answers: 13.1 to 13.9 s in 7 of 8 tasks, 23.6 s in one (checked 2026-11-29)
 */
export const ENI_DELETED_AFTER: Range = { lowMs: 13_100, highMs: 13_900, rarely: { oneIn: 8, addsMs: 9_900 } };

/**
 * On Fargate, how long the log driver's options are checked before the pull, when they are refused.
 * @source Recorded answers: pullStoppedAt 6 to 25 ms after pullStartedAt (checked 2026-11-29)
 */
export const FARGATE_LOG_REFUSED_AFTER: Range = { lowMs: 6, highMs: 25 };

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
 * How long a mount of a file system tries to reach a mount target that does not answer.
 * @source Ours: experience reports speak of two to three minutes (checked 2026-11-29)
 */
export const MOUNT_TIMED_OUT_AFTER: Range = { lowMs: 120_000, highMs: 180_000 };

/**
 * From the start of a container's process until the agent of ECS Exec runs beside it.
 * @source Ours: experience reports speak of 30 to 60 seconds, AWS does not document the time (checked 2026-11-29)
 */
export const EXEC_AGENT_STARTED_AFTER: Range = { lowMs: 30_000, highMs: 60_000 };

/**
 * Defaults of a container health check, in seconds and counts.
 * @source API Reference, HealthCheck (checked 2026-11-20)
 */
export const HEALTH_CHECK_DEFAULTS = { interval: 30, timeout: 5, retries: 3, startPeriod: 0 } as const;

/**
 * When the service scheduler looks at a service, and how long it waits. Recorded where AWS's answers were; what only covers
 * published observations says so.
 */
import type { Range } from "./timing.ts";

/**
 * From a call about a service until the scheduler's first decision.
 * @source Recorded answers: 5.1 s, twice (checked 2026-11-29)
 */
export const FIRST_BEAT_AFTER: Range = { lowMs: 5_000, highMs: 5_200 };

/**
 * From one beat of the scheduler to the next, while there is something to do.
 * @source Recorded answers: 8.6 to 10.1 s in six gaps (checked 2026-11-29)
 */
export const NEXT_BEAT_AFTER: Range = { lowMs: 8_600, highMs: 10_100 };

/**
 * From the change of a task of a service that rests until the scheduler looks at it.
 * @source Recorded answers: a replacement was started 2.9 s after the task was STOPPED; the width of a round is ours (checked 2026-11-29)
 */
export const WOKEN_AFTER: Range = { lowMs: 500, highMs: 9_600 };

/**
 * From the moment when ECS has heard that the containers of the last old task behind a load balancer have stopped until the
 * scheduler looks.
 * @source Published logs of two rollouts of October 2026: "deployment completed" 12.2 and 12.9 s after SIGTERM; an exit is heard of after
 * 10.0 s (checked 2026-11-29)
 */
export const LAST_END_SEEN_AFTER: Range = { lowMs: 2_000, highMs: 2_800 };

/** Ours: beats in a row without anything to do, after which nobody waits for the next one. */
export const IDLE_BEATS = 60;

/**
 * How long a task must have been RUNNING to count as healthy when nothing checks it, as long as none of its deployment
 * has been healthy.
 * Simplified: the Developer Guide speaks of 40 s for every task; recorded services counted later tasks of a deployment as soon as
 * they were RUNNING.
 * @source Developer Guide, "Deploy Amazon ECS services by replacing tasks"; recorded answers (checked 2026-11-29)
 */
export const UNCHECKED_HEALTHY_AFTER_MS = 40_000;

/**
 * How old the state of a target must be for the scheduler to see it.
 * Simplified: AWS says nothing about it. An unhealthy target was replaced 12.0 s after its state changed, and the task that it
 * replaced was stopped 16.0 s after the new one was healthy: each time one beat went by first. The 50 s between "registered" and
 * "has stopped" of two recorded rollouts are the 40 s of a deployment's first tasks.
 * @source Published logs of three replacements of 2026 (checked 2026-11-29)
 */
export const TARGET_SEEN_AFTER_MS = 8_000;

/**
 * From the beat that finds a deleted service without tasks until it is INACTIVE.
 * @source Recorded answers: 54 to 59 s after the call, twice, without tasks; longer than 40 s after the last one stopped (checked 2026-11-29)
 */
export const SERVICE_INACTIVE_AFTER: Range = { lowMs: 49_000, highMs: 53_800 };

/** How long an INACTIVE service can still be described. Ours: AWS says that it may be cleaned up. */
export const INACTIVE_SERVICE_KEPT_MS = 3_600_000;

/**
 * Pauses before the next start of a deployment whose tasks end before they run; the last one doubles.
 * Simplified: AWS publishes no steps. Two pauses of half a minute, then minutes, were seen in three published runs.
 * @source Published runs of July and September 2026 (checked 2026-11-29)
 */
export const START_PAUSES_MS: readonly number[] = [30_000, 30_000, 300_000];

/**
 * How many beats in a row without a place for a task count as failures.
 * Simplified: the recorded service paused after them; here it goes on looking, and takes the first place that there is.
 * @source Recorded answers: `failedTasks` 10 about 100 s after the change, then unchanged (checked 2026-11-29)
 */
export const MISSES_COUNTED = 10;

/** The longest of them. @source Developer Guide, "Amazon ECS service throttle logic" (checked 2026-11-29) */
export const LONGEST_START_PAUSE_MS = 27 * 60_000;

/**
 * How long the same message of a service is not said again while its cause lasts.
 * @source Developer Guide, "Viewing Amazon ECS service event messages" (checked 2026-11-29)
 */
export const SAME_EVENT_AFTER_MS = 6 * 3_600_000;

/**
 * How often a service that stays in its steady state says so.
 * @source Event lists of services published in 2026: about every six hours (checked 2026-11-29)
 */
export const STEADY_AGAIN_AFTER_MS = 6 * 3_600_000;

/**
 * Tasks that a service can start in a minute.
 * @source AWS General Reference, Amazon ECS quotas: 500 on Fargate in us-east-1 and on EC2 (checked 2026-11-29)
 */
export const MOST_STARTS_A_MINUTE = 500;

/** How long tasks are protected when UpdateTaskProtection does not say. @source API Reference, UpdateTaskProtection (checked 2026-11-29) */
export const PROTECTED_FOR_MINUTES = 120;

/** How long things of Elastic Load Balancing take. AWS documents the states, not their length. */
import type { Range } from "./timing.ts";

/**
 * From CreateLoadBalancer until its first node has a network interface.
 * @source Recorded creation of an Application Load Balancer with two zones: after 59 and 67 s (checked 2026-11-29)
 */
export const FIRST_NODE_AFTER: Range = { lowMs: 57_000, highMs: 61_000 };

/** From one node to the next. @source The same recording (checked 2026-11-29) */
export const NEXT_NODE_AFTER: Range = { lowMs: 6_000, highMs: 10_000 };

/** From CreateLoadBalancer until it is `active`. @source The same recording: between 125 and 130 s (checked 2026-11-29) */
export const LOAD_BALANCER_ACTIVE_AFTER: Range = { lowMs: 125_000, highMs: 130_000 };

/**
 * How long a target group still counts as in use after its load balancer was deleted.
 * @source Recorded clean-up: DeleteTargetGroup was refused once right after it, and taken a moment later; the length is ours (checked 2026-11-29)
 */
export const STILL_IN_USE_MS = 3_000;

/**
 * From the registration of a target until its first health check.
 * @source Recorded targets with an interval of 5 s: healthy within 5.1 s of RegisterTargets; another one after 2.4 s (checked 2026-11-29)
 */
export const FIRST_CHECK_AFTER: Range = { lowMs: 1_000, highMs: 5_000 };

/**
 * How long EC2 and the ECS agent on its instances take, as ranges from which the simulator draws. Where AWS documents no
 * figure the range covers published observations; the site's coverage page says so.
 */
import type { Range } from "./timing.ts";

/**
 * From RunInstances until the instance is `running`.
 * @source Ours: AWS documents the states, not their length; seconds in practice (checked 2026-11-21)
 */
export const INSTANCE_RUNNING_AFTER: Range = { lowMs: 8_000, highMs: 15_000 };

/**
 * From `running` until the ECS agent of the AMI has booted and registers; with the range above 1 to 2 minutes.
 * @source Ours: launch to ACTIVE takes 1 to 3 minutes in user reports (checked 2026-11-21)
 */
export const AGENT_REGISTERS_AFTER: Range = { lowMs: 50_000, highMs: 90_000 };

/**
 * From StopInstances or TerminateInstances until the instance has stopped or is gone.
 * @source Ours: AWS documents the states, not their length (checked 2026-11-21)
 */
export const INSTANCE_GONE_AFTER: Range = { lowMs: 20_000, highMs: 40_000 };

/**
 * From the end of a machine, or of its agent, until ECS shows `agentConnected: false`.
 * @source Developer Guide, container instances: within a few minutes (checked 2026-11-21)
 */
export const AGENT_MISSED_AFTER_MS = 120_000;

/**
 * On EC2 in bridge, host or none mode: from the placement until the agent has the task.
 * @source Ours: the agent polls over an open connection; about a second (checked 2026-11-21)
 */
export const AGENT_HAS_TASK_AFTER: Range = { lowMs: 600, highMs: 1_400 };

/**
 * A pull that finds every layer on the disk of the instance.
 * @source Task JSON of published EC2 runs: 0.1 to 0.5 s (checked 2026-11-21)
 */
export const CACHED_PULL: Range = { lowMs: 100, highMs: 500 };

/**
 * On EC2: from the last container's exit until the network interface is deleted.
 * @source Task JSON of a published EC2 run in awsvpc mode: 12.4 s (checked 2026-11-21)
 */
export const INSTANCE_ENI_DELETED_AFTER: Range = { lowMs: 10_000, highMs: 14_000 };

/**
 * How long Docker on an instance tries to reach a registry before it gives up.
 * @source Ours: one attempt of 15 s for each of the agent's five pulls (checked 2026-11-21)
 */
export const DOCKER_UNREACHABLE_AFTER: Range = { lowMs: 70_000, highMs: 90_000 };

/**
 * How long a deregistered container instance, or a terminated EC2 instance, can still be described.
 * @source API Reference, ContainerInstance: INACTIVE ones may be visible for a while; EC2 User Guide: about an hour (checked 2026-11-21)
 */
export const GONE_INSTANCE_KEPT_MS = 3_600_000;

/** Ports from which the agent picks dynamic host ports. @source ip_local_port_range of Amazon Linux; API Reference, PortMapping (checked 2026-11-21) */
export const DYNAMIC_PORTS = { low: 32_768, high: 60_999 } as const;

/** TCP ports that every Linux container instance keeps. @source API Reference, PortMapping, hostPort (checked 2026-11-21) */
export const RESERVED_TCP_PORTS: readonly number[] = [22, 2375, 2376, 51_678, 51_679];

/** From `systemctl start ecs` until the agent registers. @source Ours: seconds in practice (checked 2026-11-21) */
export const AGENT_RESTARTS_AFTER_MS = 5_000;

/**
 * How long each status of an update of the agent lasts.
 * @source Ours: API Reference names the statuses, not their length (checked 2026-11-21)
 */
export const AGENT_UPDATE_STEPS_MS: Readonly<Partial<Record<string, number>>> = {
  PENDING: 2_000,
  STAGING: 20_000,
  STAGED: 2_000,
  UPDATING: 8_000,
};

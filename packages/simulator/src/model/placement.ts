/**
 * What is asked of placement and what it decides, as plain data: it goes into the journal as it is, and the decision can
 * be had again from it. Amounts are CPU units (1,024 a vCPU) and MiB.
 */
import type { PlacementReason } from "./causes/placements.ts";

/** What a task needs of its container instance. */
export interface TaskNeeds {
  readonly cpu: number;
  readonly memory: number;
  /** Host ports that it names; ports that the agent chooses are not among them. */
  readonly tcpPorts: readonly number[];
  readonly udpPorts: readonly number[];
  /** How many GPUs. */
  readonly gpus: number;
  /** 1 for a task in awsvpc mode, which takes a network interface, else 0. */
  readonly interfaces: 0 | 1;
}

/** An attribute that the task definition requires; without a value the name is enough. */
export interface RequiredAttribute {
  readonly name: string;
  readonly value?: string;
}

/** Where the subnets of a task in awsvpc mode are. */
export interface PlacementLocation {
  readonly vpcId: string;
  readonly availabilityZones: readonly string[];
}

/** A rule that must hold. @source API Reference, PlacementConstraint (checked 2026-11-21) */
export type PlacementConstraint =
  | { readonly type: "distinctInstance" }
  | { readonly type: "memberOf"; readonly expression: string };

/** A wish that orders what is left. @source API Reference, PlacementStrategy (checked 2026-11-21) */
export type PlacementStrategy =
  | { readonly type: "spread"; readonly field: string }
  | { readonly type: "binpack"; readonly field: "cpu" | "memory" }
  | { readonly type: "random" };

/** Everything that decides where one task goes, but for the instances themselves and the lot. */
export interface PlacementRequest {
  readonly clusterArn: string;
  /** Task group: `family:NAME`, `service:NAME` or what RunTask was given. */
  readonly group: string;
  readonly needs: TaskNeeds;
  readonly requiredAttributes: readonly RequiredAttribute[];
  /** Only for awsvpc mode. */
  readonly location?: PlacementLocation;
  /** Those of the call and those of the task definition: all must hold. */
  readonly constraints: readonly PlacementConstraint[];
  /** First is most important. Never empty: `checkPlacement` fills in what AWS takes by default. */
  readonly strategies: readonly PlacementStrategy[];
}

/** A number that was drawn, and out of how many: enough to decide the same once more. */
export interface Drawn {
  readonly count: number;
  readonly drawn: number;
}

/** An instance that cannot take the task, as an entry of `failures` says it. */
export interface PlacementFailure {
  readonly arn: string;
  readonly reason: PlacementReason;
}

/** What a decision leaves behind: what was asked, what was drawn, what came of it. Plain data. */
export type PlacementFacts =
  | {
      readonly placed: true;
      readonly request: PlacementRequest;
      readonly draws: readonly Drawn[];
      /** The instance that got the task. */
      readonly containerInstanceArn: string;
    }
  | {
      readonly placed: false;
      readonly request: PlacementRequest;
      /** Each ACTIVE instance with its reason. */
      readonly failures: readonly PlacementFailure[];
    };

/** Constraints of one task, those of its definition included. @source API Reference, RunTask (checked 2026-11-21) */
export const MAX_CONSTRAINTS = 10;

/** Strategies of one task. @source API Reference, RunTask (checked 2026-11-21) */
export const MAX_STRATEGIES = 5;

/**
 * What RunTask does without a strategy: a lot among the instances that fit.
 * @source Developer Guide, "Schedule your containers on Amazon ECS" (checked 2026-11-21)
 */
export const DEFAULT_TASK_STRATEGIES: readonly PlacementStrategy[] = [{ type: "random" }];

/**
 * What a service does without a strategy: even over Availability Zones, and inside of a zone the instance with the
 * fewest tasks of the service.
 * @source Developer Guide, "How Amazon ECS places tasks on container instances" (checked 2026-11-21)
 */
export const DEFAULT_SERVICE_STRATEGIES: readonly PlacementStrategy[] = [
  { type: "spread", field: "attribute:ecs.availability-zone" },
  { type: "spread", field: "instanceId" },
];

/**
 * Rows of services: the service, its deployments and revisions, the history of its service deployments, its events, and the
 * protection of its tasks. Field names are the API's; times are simulated milliseconds.
 */
import type { EcsShapes } from "./generated/ecs.ts";
import type { PlacementConstraint, PlacementStrategy } from "./placement.ts";
import type {
  CanaryConfiguration,
  DeploymentStrategy,
  LifecycleHook,
  LinearConfiguration,
  TrafficShift,
} from "./strategies.ts";
import type { Tag } from "./tags.ts";

/** @source API Reference, Service (checked 2026-11-29) */
export type ServiceStatus = "ACTIVE" | "DRAINING" | "INACTIVE";

/** @source API Reference, Service (checked 2026-11-29) */
export type SchedulingStrategy = "REPLICA" | "DAEMON";

/** `status` of a deployment. @source API Reference, Deployment (checked 2026-11-29) */
export type DeploymentStatus = "PRIMARY" | "ACTIVE" | "INACTIVE";

/** @source API Reference, Deployment (checked 2026-11-29) */
export type RolloutState = "IN_PROGRESS" | "COMPLETED" | "FAILED";

/** `status` of a service deployment. @source API Reference, ServiceDeployment (checked 2026-11-29) */
export type ServiceDeploymentStatus =
  | "PENDING"
  | "IN_PROGRESS"
  | "STOP_REQUESTED"
  | "STOPPED"
  | "ROLLBACK_REQUESTED"
  | "ROLLBACK_IN_PROGRESS"
  | "ROLLBACK_SUCCESSFUL"
  | "ROLLBACK_FAILED"
  | "SUCCESSFUL";

/** How many failed tasks fail a deployment. @source API Reference, ThresholdConfiguration (checked 2026-11-29) */
export interface BreakerThreshold {
  readonly type: "BOUNDED_PERCENT" | "UNBOUNDED_PERCENT" | "COUNT";
  readonly value: number;
}

/** The circuit breaker with AWS's defaults filled in. */
export interface CircuitBreaker {
  readonly enable: boolean;
  readonly rollback: boolean;
  readonly resetOnHealthyTask: boolean;
  readonly thresholdConfiguration: BreakerThreshold;
}

/** Alarms that fail a deployment. @source API Reference, DeploymentAlarms (checked 2026-11-29) */
export interface DeploymentAlarms {
  readonly alarmNames: readonly string[];
  readonly enable: boolean;
  readonly rollback: boolean;
}

/** When a deployment counts as done before it is whole. @source API Reference, DeploymentEarlySuccessCriteria (checked 2026-11-29) */
export interface EarlySuccess {
  readonly enable: boolean;
  /** Of the desired count; given when it is enabled, as is the next. */
  readonly healthyPercent?: number | undefined;
  /** Whether tasks of older revisions must be gone first. */
  readonly sourceServiceRevisionCleanup?: "BLOCKING" | "DEFERRED" | undefined;
}

/** What watches a deployment, and how far it is. @source API Reference, ServiceDeploymentAlarms (checked 2026-11-29) */
export type MonitorStatus = "TRIGGERED" | "MONITORING" | "MONITORING_COMPLETE" | "DISABLED";

/** How a service replaces its tasks, with AWS's defaults filled in. */
export interface DeploymentConfiguration {
  readonly strategy: DeploymentStrategy;
  readonly maximumPercent: number;
  readonly minimumHealthyPercent: number;
  readonly bakeTimeInMinutes: number;
  readonly alarms: DeploymentAlarms;
  /** As it was given; undefined when it never was. */
  readonly earlySuccessCriteria?: EarlySuccess | undefined;
  readonly deploymentCircuitBreaker: CircuitBreaker;
  /** As they were given; undefined when there are none. */
  readonly lifecycleHooks?: readonly LifecycleHook[] | undefined;
  /** Of the strategy LINEAR. */
  readonly linearConfiguration?: LinearConfiguration | undefined;
  /** Of the strategy CANARY. */
  readonly canaryConfiguration?: CanaryConfiguration | undefined;
}

/** What tasks of a service are started with, and what may change without a deployment. */
export interface ServiceSettings {
  readonly deploymentConfiguration: DeploymentConfiguration;
  readonly placementConstraints: readonly PlacementConstraint[];
  /** As it was given; empty: AWS's default for services. */
  readonly placementStrategy: readonly PlacementStrategy[];
  readonly healthCheckGracePeriodSeconds: number;
  readonly availabilityZoneRebalancing: "ENABLED" | "DISABLED";
  readonly enableExecuteCommand: boolean;
  readonly enableECSManagedTags: boolean;
  readonly propagateTags: "TASK_DEFINITION" | "SERVICE" | "NONE";
}

export interface ServiceRow extends ServiceSettings {
  readonly serviceArn: string;
  readonly serviceName: string;
  readonly clusterArn: string;
  /** Place in its table, for quick reading. */
  readonly slot: number;
  readonly status: ServiceStatus;
  readonly schedulingStrategy: SchedulingStrategy;
  /** Who rolls it out: ECS by deployments, or somebody else by task sets. */
  readonly deploymentController: "ECS" | "EXTERNAL";
  /** What is wanted; of a DAEMON how many instances fit, as its last beat has counted them. */
  readonly desiredCount: number;
  /** As it was given; without one a service runs on EC2. */
  readonly launchType?: "FARGATE" | "EC2" | undefined;
  readonly tags: readonly Tag[];
  readonly createdAtMs: number;
  /** Of an idempotent call: its token and the request that it stands for, as text. */
  readonly token?: { readonly clientToken: string; readonly request: string } | undefined;
  /** Deployments so far: the number of the next one's revision is one more. */
  readonly deploymentsMade: number;
  /** Which series of beats counts: a wake-up begins the next one, and what is due of an earlier one is void. */
  readonly series: number;
  /** True while the scheduler has nothing to do for it. */
  readonly rests: boolean;
  /** Until this moment a call changes nothing about when the scheduler looks: it is about to. */
  readonly looksAtMs: number;
  /** Tasks that it has started since a moment, for the rate a minute. */
  readonly startedLately: { readonly fromMs: number; readonly count: number };
  /** What kept the scheduler from more at its last decision, as text. */
  readonly boundBy: string;
  /** True from a steady-state event until something changes. */
  readonly isSteady: boolean;
  /** When it last said that it is steady. */
  readonly steadyAtMs: number;
  /** True while tasks are moved to even out the Availability Zones. */
  readonly isRebalancing: boolean;
}

/** A target group that the tasks of a revision are registered with, and the port of theirs that it gets. */
export interface ServiceLoadBalancer {
  readonly targetGroupArn: string;
  readonly containerName: string;
  readonly containerPort: number;
  readonly advancedConfiguration?: AdvancedConfiguration | undefined;
}

/** A second target group, and rules whose weights ECS moves between both. @source API Reference, AdvancedConfiguration (checked 2026-11-29) */
export interface AdvancedConfiguration {
  readonly alternateTargetGroupArn: string;
  /** Of a rule; of a Network Load Balancer a listener's. */
  readonly productionListenerRule: string;
  readonly testListenerRule?: string | undefined;
  readonly roleArn: string;
}

/** How others find the tasks of a revision, and what is attached to them; as it was given. */
export interface ServiceConnections {
  readonly loadBalancers: readonly ServiceLoadBalancer[];
  readonly serviceRegistries: readonly EcsShapes["ServiceRegistry"][];
  /** Undefined when Service Connect is off. */
  readonly serviceConnectConfiguration?: EcsShapes["ServiceConnectConfiguration"] | undefined;
  /** The namespace that it names, or that of its cluster. */
  readonly namespaceArn?: string | undefined;
  readonly volumeConfigurations: readonly EcsShapes["ServiceVolumeConfiguration"][];
  readonly vpcLatticeConfigurations: readonly EcsShapes["VpcLatticeConfiguration"][];
}

/** What a revision pins: a change of any of it makes a new deployment. */
export interface ServiceRevisionRow extends ServiceConnections {
  readonly serviceRevisionArn: string;
  readonly serviceArn: string;
  readonly clusterArn: string;
  readonly taskDefinitionArn: string;
  readonly launchType: "FARGATE" | "EC2";
  /** As it was given, such as `LATEST`; only on Fargate. */
  readonly platformVersion?: string | undefined;
  readonly networkConfiguration?: EcsShapes["NetworkConfiguration"] | undefined;
  /** The same, found: where the interfaces of its tasks may be; empty for tasks without one. */
  readonly network: {
    readonly subnetIds: readonly string[];
    readonly securityGroups: readonly string[];
    readonly assignPublicIp: boolean;
  };
  readonly monitoring?: EcsShapes["MonitoringConfiguration"] | undefined;
  /** The group that its tasks are registered with, for each of its load balancers: with each shift of traffic the two of a pair swap. */
  readonly servedGroups: readonly string[];
  readonly createdAtMs: number;
}

export interface DeploymentRow {
  /** `ecs-svc/` and a number; also `startedBy` of its tasks. */
  readonly deploymentId: string;
  readonly serviceArn: string;
  readonly serviceRevisionArn: string;
  /** Of the service deployment that made it, or of the rollback to it. */
  readonly serviceDeploymentArn: string;
  /** The larger, the newer: which is PRIMARY may change back in a rollback. */
  readonly number: number;
  readonly status: DeploymentStatus;
  readonly rolloutState: RolloutState;
  readonly rolloutStateReason: string;
  /** Tasks that it is to have, as the scheduler's last decision says; undefined before the first. */
  readonly desiredCount: number | undefined;
  /** Of its tasks in a row, how many have failed: what the circuit breaker counts. */
  readonly failedTasks: number;
  /** The same as the last beat saw it: a beat judges what the one before has counted. */
  readonly failuresSeen: number;
  /** True once one of its tasks has counted as healthy. */
  readonly hasBeenHealthy: boolean;
  /** Tasks in a row that ended before they ran: the pause before the next start grows with them. */
  readonly failedStarts: number;
  /** Before this moment no task of it is started again. */
  readonly startsAgainAtMs: number;
  /** Why tasks could not start since the last beat, in the words of their `stoppedReason`. */
  readonly startFailures: readonly string[];
  /** Digests that the first pulls of its tasks found, by container: its later tasks run the same. */
  readonly imageDigests: Readonly<Record<string, string>>;
  /** When its bake time is over; undefined before it has begun. */
  readonly bakesUntilMs: number | undefined;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface ServiceDeploymentRow {
  readonly serviceDeploymentArn: string;
  readonly serviceArn: string;
  readonly clusterArn: string;
  /** The deployment that it rolls out. */
  readonly deploymentId: string;
  readonly targetRevisionArn: string;
  readonly sourceRevisionArns: readonly string[];
  readonly status: ServiceDeploymentStatus;
  readonly statusReason?: string | undefined;
  readonly deploymentConfiguration: DeploymentConfiguration;
  readonly breakerStatus: MonitorStatus;
  readonly failureCount: number;
  readonly alarmsStatus: MonitorStatus;
  /** Alarms that have failed it. */
  readonly triggeredAlarms: readonly string[];
  /** Where it stands with the traffic; undefined for ROLLING. */
  readonly shift?: TrafficShift | undefined;
  readonly rollback?:
    | { readonly reason: string; readonly startedAtMs: number; readonly revisionArn: string }
    | undefined;
  readonly createdAtMs: number;
  readonly startedAtMs?: number | undefined;
  readonly finishedAtMs?: number | undefined;
  readonly stoppedAtMs?: number | undefined;
  readonly updatedAtMs: number;
}

export interface ServiceEventRow {
  readonly id: string;
  readonly serviceArn: string;
  readonly createdAtMs: number;
  readonly message: string;
  /** Id of the wording: what the service says, whatever the names in it. */
  readonly why: string;
  /** Of a task without a place: what its instances lacked. */
  readonly failures?: readonly EcsShapes["Failure"][] | undefined;
}

/** A task that scale-in and deployments leave alone until a moment. */
export interface TaskProtectionRow {
  readonly taskArn: string;
  readonly expiresAtMs: number;
}

/** Events that a service keeps, newest first. @source API Reference, Service, events (checked 2026-11-29) */
export const EVENTS_KEPT = 100;

/**
 * The deployment configuration of a REPLICA service that says none.
 * @source Answers of CreateService of September 2026; API Reference (checked 2026-11-29)
 */
export const DEFAULT_DEPLOYMENT_CONFIGURATION: DeploymentConfiguration = Object.freeze({
  strategy: "ROLLING",
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  bakeTimeInMinutes: 0,
  alarms: Object.freeze({ alarmNames: Object.freeze([]), enable: false, rollback: false }),
  deploymentCircuitBreaker: Object.freeze({
    enable: false,
    rollback: false,
    resetOnHealthyTask: true,
    thresholdConfiguration: Object.freeze({ type: "BOUNDED_PERCENT", value: 50 } as const),
  }),
} as const);

/** The percents of a DAEMON service that says none. @source API Reference, DeploymentConfiguration (checked 2026-11-29) */
export const DAEMON_PERCENTS = Object.freeze({ maximumPercent: 100, minimumHealthyPercent: 0 });

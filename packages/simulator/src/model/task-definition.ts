/**
 * Shapes of a task definition: the fields of RegisterTaskDefinition that the simulator reads, plus everything else
 * carried through untouched, because AWS gives back what it was given.
 */
import type { Tag } from "./tags.ts";

export interface PortMapping {
  readonly containerPort?: number;
  readonly hostPort?: number;
  readonly protocol?: "tcp" | "udp";
  readonly name?: string;
  readonly appProtocol?: string;
  readonly containerPortRange?: string;
}

export interface ContainerDependency {
  readonly containerName: string;
  readonly condition: "START" | "COMPLETE" | "SUCCESS" | "HEALTHY";
}

/** Times in seconds, as in the API. */
export interface HealthCheck {
  readonly command: readonly string[];
  readonly interval?: number;
  readonly timeout?: number;
  readonly retries?: number;
  readonly startPeriod?: number;
}

/** Starts a container again inside its task when it exits. The period is in seconds. */
export interface RestartPolicy {
  readonly enabled: boolean;
  readonly ignoredExitCodes?: readonly number[];
  readonly restartAttemptPeriod?: number;
}

export interface LogConfiguration {
  readonly logDriver: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly secretOptions?: readonly SecretReference[];
}

/** A value that is not written down: where it comes from, and under which name the container or driver gets it. */
export interface SecretReference {
  readonly name: string;
  readonly valueFrom: string;
}

export interface MountPoint {
  readonly sourceVolume?: string;
  readonly containerPath?: string;
  readonly readOnly?: boolean;
}

export interface ContainerDefinition {
  readonly name?: string;
  readonly image?: string;
  readonly cpu?: number;
  /** Hard limit, MiB. */
  readonly memory?: number;
  /** Soft limit, MiB. */
  readonly memoryReservation?: number;
  readonly essential?: boolean;
  readonly portMappings?: readonly PortMapping[];
  readonly entryPoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: readonly { readonly name?: string; readonly value?: string }[];
  readonly secrets?: readonly SecretReference[];
  /** The secret with user name and password of a private registry that is not Amazon ECR. */
  readonly repositoryCredentials?: { readonly credentialsParameter?: string };
  readonly dependsOn?: readonly ContainerDependency[];
  readonly healthCheck?: HealthCheck;
  readonly restartPolicy?: RestartPolicy;
  readonly logConfiguration?: LogConfiguration;
  /** Seconds. */
  readonly startTimeout?: number;
  /** Seconds; Fargate 2 to 120, default 30. */
  readonly stopTimeout?: number;
  readonly links?: readonly string[];
  readonly privileged?: boolean;
  readonly mountPoints?: readonly MountPoint[];
  readonly volumesFrom?: readonly { readonly sourceContainer?: string }[];
  readonly [other: string]: unknown;
}

/** Input of RegisterTaskDefinition. */
export interface TaskDefinitionInput {
  readonly family: string;
  readonly containerDefinitions: readonly ContainerDefinition[];
  readonly cpu?: string;
  readonly memory?: string;
  readonly networkMode?: string;
  readonly requiresCompatibilities?: readonly string[];
  readonly executionRoleArn?: string;
  readonly taskRoleArn?: string;
  readonly volumes?: readonly { readonly name?: string; readonly [other: string]: unknown }[];
  readonly placementConstraints?: readonly { readonly type?: string; readonly expression?: string }[];
  readonly runtimePlatform?: { readonly cpuArchitecture?: string; readonly operatingSystemFamily?: string };
  readonly ephemeralStorage?: { readonly sizeInGiB: number };
  readonly pidMode?: string;
  readonly ipcMode?: string;
  readonly tags?: readonly Tag[];
  readonly [other: string]: unknown;
}

/** A container definition as AWS gives it back: defaults filled in. */
export interface RegisteredContainerDefinition extends ContainerDefinition {
  readonly name: string;
  readonly image: string;
  readonly cpu: number;
  readonly essential: boolean;
}

/** A definition as AWS keeps it: defaults filled in, sizes in plain digits, without tags. */
export interface RegisteredTaskDefinition extends TaskDefinitionInput {
  readonly family: string;
  readonly containerDefinitions: readonly RegisteredContainerDefinition[];
  readonly requiresAttributes: readonly { readonly name: string }[];
  readonly compatibilities: readonly string[];
  readonly [other: string]: unknown;
}

/** Shapes of a task definition, as the API has them. AWS gives back what it was given, with its defaults filled in. */
import type { EcsShapes } from "./generated/ecs.ts";

export type PortMapping = EcsShapes["PortMapping"];
export type ContainerDependency = EcsShapes["ContainerDependency"];
/** Times in seconds. */
export type HealthCheck = EcsShapes["HealthCheck"];
/** Starts a container again inside its task when it exits. The period is in seconds. */
export type RestartPolicy = EcsShapes["ContainerRestartPolicy"];
export type LogConfiguration = EcsShapes["LogConfiguration"];
/** A value that is not written down: where it comes from, and under which name the container or driver gets it. */
export type SecretReference = EcsShapes["Secret"];
export type MountPoint = EcsShapes["MountPoint"];
/** Memory in MiB: the hard limit, and `memoryReservation` the soft one. Timeouts in seconds. */
export type ContainerDefinition = EcsShapes["ContainerDefinition"];
/** Input of RegisterTaskDefinition. */
export type TaskDefinitionInput = EcsShapes["RegisterTaskDefinitionRequest"];

/** A container definition as AWS gives it back: defaults filled in. */
export interface RegisteredContainerDefinition extends ContainerDefinition {
  readonly name: string;
  readonly image: string;
  readonly cpu: number;
  readonly essential: boolean;
}

/** A definition as AWS keeps it: defaults filled in, sizes in plain digits, without tags. */
export interface RegisteredTaskDefinition extends TaskDefinitionInput {
  readonly containerDefinitions: readonly RegisteredContainerDefinition[];
  readonly requiresAttributes: readonly EcsShapes["Attribute"][];
  readonly compatibilities: readonly string[];
}

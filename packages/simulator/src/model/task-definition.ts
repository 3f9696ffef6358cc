/** Shapes of a task definition, as the API has them. AWS gives back what it was given, with its defaults filled in. */
import type { EcsShapes } from "./generated/ecs.ts";

export type PortMapping = EcsShapes["PortMapping"];
export type ContainerDependency = EcsShapes["ContainerDependency"];
/** Times in seconds. */
export type HealthCheck = EcsShapes["HealthCheck"];
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

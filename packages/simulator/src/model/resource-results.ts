/** How a step before the containers ends: the agent has got what it asked for, or the text of the failure. */
import type { Told } from "./cause.ts";
import type { ResourceCause } from "./causes/resources.ts";

/** What a step leaves in the journal when it succeeds: the kind of the record, and its facts. */
export interface FetchedResources {
  ECR_AUTHORIZED: { readonly registries: readonly string[] };
  /** `into`: the variables that got the values, `api.DB_PASSWORD`. */
  SECRETS_RESOLVED: { readonly names: readonly string[]; readonly into: readonly string[] };
  /** `into`: the variables of the files, `api.LOG_LEVEL`. */
  ENVIRONMENT_FILES_READ: { readonly names: readonly string[]; readonly into: readonly string[] };
  REGISTRY_CREDENTIALS_READ: { readonly names: readonly string[] };
  FILE_SYSTEMS_MOUNTED: { readonly names: readonly string[]; readonly availabilityZone: string };
}

/** A step that got everything, with the record that says so. */
export type FetchedResult = {
  readonly [Kind in keyof FetchedResources]: {
    readonly ok: true;
    readonly kind: Kind;
    readonly facts: FetchedResources[Kind];
    /** Variables of environment files, by the name of the container. */
    readonly fileVariables?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}[keyof FetchedResources];

/** A step that failed; with `ofContainers` the text is the reason of these containers, else the task's `stoppedReason`. */
export interface FailedResult extends Told<ResourceCause> {
  readonly ok: false;
  readonly ofContainers?: readonly string[] | undefined;
}

export type ResourceResult = FetchedResult | FailedResult;

/** A step that has come to its end, by its number. */
export interface SettledResource {
  readonly step: number;
  readonly result: ResourceResult;
}

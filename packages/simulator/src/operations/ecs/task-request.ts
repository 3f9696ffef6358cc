/** What RunTask and StartTask are asked, as the API has it, and the same with its names become rows. */
import type { ClusterRow, TaskDefinitionRow, TaskOverride } from "../../model/ecs.ts";
import type { Tag } from "../../model/tags.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import type { PlacementRequest } from "../../placement/request.ts";
import type { Refusal } from "../outcome.ts";

export interface RunTaskInput {
  readonly cluster?: string;
  readonly taskDefinition: string;
  readonly count?: number;
  readonly launchType?: string;
  readonly capacityProviderStrategy?: readonly unknown[];
  readonly platformVersion?: string;
  readonly group?: string;
  readonly startedBy?: string;
  readonly clientToken?: string;
  readonly enableExecuteCommand?: boolean;
  readonly enableECSManagedTags?: boolean;
  readonly propagateTags?: string;
  readonly tags?: readonly Tag[];
  readonly overrides?: TaskOverride;
  readonly placementConstraints?: readonly { readonly type?: string; readonly expression?: string }[];
  readonly placementStrategy?: readonly { readonly type?: string; readonly field?: string }[];
  readonly networkConfiguration?: {
    readonly awsvpcConfiguration?: {
      readonly subnets?: readonly string[];
      readonly securityGroups?: readonly string[];
      readonly assignPublicIp?: string;
    };
  };
}

/** A request whose names have become rows. */
export interface CheckedRequest {
  readonly cluster: ClusterRow;
  readonly definition: TaskDefinitionRow;
  /** Empty for a task without an interface of its own. */
  readonly subnets: readonly SubnetRow[];
  readonly securityGroups: readonly string[];
  /** What placement is asked; undefined on Fargate. */
  readonly placement?: PlacementRequest;
}

/** A value, or why there is none. */
export type Checked<T> = { readonly ok: true; readonly request: T } | Refusal;

/** What RunTask and StartTask are asked, as the API has it. */
import type { TaskOverride } from "../../model/ecs.ts";
import type { Tag } from "../../model/tags.ts";
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

/** What a check has made of a request, or why it is refused. */
export type Checked<T> = { readonly ok: true; readonly checked: T } | Refusal;

/**
 * What a task is to be, with every name resolved into rows. RunTask and StartTask make it of their input, a scheduler of
 * its own rows; nothing in it is an input of the API. It says what, placing says where.
 */

import type { ClusterRow, TaskDefinitionRow, TaskOverride } from "../../model/ecs.ts";
import type { PlacementRequest } from "../../model/placement.ts";
import type { Tag } from "../../model/tags.ts";
import type { SubnetRow } from "../../model/vpc.ts";

export interface TaskPlan {
  readonly cluster: ClusterRow;
  readonly definition: TaskDefinitionRow;
  readonly launchType: "FARGATE" | "EC2";
  /** Where its own interface may be; empty for a task without one. */
  readonly subnets: readonly SubnetRow[];
  /** Of its own interface; empty for a task without one. */
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: boolean;
  /** Task group: `family:NAME`, `service:NAME` or what the caller gave. */
  readonly group: string;
  /** Of a service's task; `startedBy` is then its deployment. */
  readonly serviceArn?: string | undefined;
  readonly startedBy?: string | undefined;
  /** Of an idempotent call: its token, and the request that the token stands for, as text. */
  readonly token?: { readonly clientToken: string; readonly request: string } | undefined;
  readonly enableExecuteCommand: boolean;
  readonly overrides: TaskOverride;
  readonly tags: readonly Tag[];
  /** How an instance is chosen; only on EC2, and not for a task whose instance the caller names. */
  readonly placement?: Pick<PlacementRequest, "constraints" | "strategies"> | undefined;
}

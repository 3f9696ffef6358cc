/** The shape of a step before the containers, and what its steps share: the execution role that asks. */

import { assert } from "../kernel/assert.ts";
import { uuid } from "../kernel/ids.ts";
import type { Cloud } from "../model/cloud.ts";
import type { TaskRow } from "../model/ecs.ts";
import { denialText, judgeRequest, type Request, type RoleRow, roleArnOf } from "../model/iam.ts";
import type { RegisteredTaskDefinition } from "../model/task-definition.ts";
import type { Range } from "../model/timing.ts";
import { reachesInternet } from "../workloads/pull.ts";

/** How a step ends: with a record of its own, or with the text that will be the task's `stoppedReason`. */
export type ResourceResult =
  | { readonly ok: true; readonly kind: string; readonly facts: object }
  /** `why` is our own short name of the cause. */
  | { readonly ok: false; readonly reason: string; readonly why: string };

/** One thing to get. */
export interface ResourcePlan {
  /** For the record RESOURCE_REQUESTED: whom the agent asks, and for what. */
  readonly service: string;
  readonly names: readonly string[];
  /** How long it takes until the result is there. */
  readonly after: Range;
  readonly result: ResourceResult;
}

/** Decides when the step begins what will come of it; undefined when the task does not need it. */
export type ResourceStep = (request: ResourceRequest) => ResourcePlan | undefined;

export interface ResourceRequest {
  readonly sim: Cloud;
  readonly task: TaskRow;
  readonly definition: RegisteredTaskDefinition;
}

/** Random numbers of these steps come from a stream of their own. */
export const RESOURCES_STREAM = "resources";

/** The role with which the agent asks: RunTask's override, or the definition's; undefined when there is none. */
export function executionRoleOf({ sim, task, definition }: ResourceRequest): RoleRow | undefined {
  const given = task.spec.overrides.executionRoleArn ?? definition.executionRoleArn;
  return given === undefined ? undefined : sim.tables.roles.get(roleArnOf(given));
}

/** The execution role of a task that cannot have been accepted without one. */
export function neededRole(request: ResourceRequest): RoleRow {
  const role = executionRoleOf(request);
  assert(role !== undefined, () => `${request.task.taskArn} needs an execution role and has none`);
  return role;
}

/** The sentence of the denial when the execution role may not do this; undefined when it may. */
export function denialOf(request: ResourceRequest, role: RoleRow, wanted: Request): string | undefined {
  if (judgeRequest(role, wanted) === "allowed") return undefined;
  return denialText(role, request.task.spec.taskId, wanted);
}

/** True when the task's network interface reaches the public endpoints of AWS. */
export function reachesServices({ sim, task }: ResourceRequest): boolean {
  const subnet = sim.tables.subnets.get(task.spec.subnetId);
  return subnet !== undefined && reachesInternet(task.spec, subnet);
}

/** The id of a request, as error texts quote it. */
export function requestId({ sim }: ResourceRequest): string {
  return uuid(sim.world.random, RESOURCES_STREAM);
}

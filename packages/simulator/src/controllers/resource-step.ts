/** The shape of a step before the containers, and what its steps share: the execution role that asks. */

import { assert } from "../kernel/assert.ts";
import { uuid } from "../kernel/ids.ts";
import type { Cloud } from "../model/cloud.ts";
import type { TaskRow } from "../model/ecs.ts";
import { denialText, judgeRequest, type Request, type RoleRow, roleArnOf } from "../model/iam.ts";
import type { RegisteredTaskDefinition } from "../model/task-definition.ts";
import { type Range, SERVICE_ANSWERS_AFTER, SERVICE_UNREACHABLE_AFTER } from "../model/timing.ts";
import type { AwsServiceName } from "../network/aws-services.ts";
import { standingOfAgent } from "../network/standing.ts";
import { reachesService } from "../network/way-out.ts";
import { roleMissing } from "../workloads/start-errors.ts";

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

/** What a step does once the network and the role are there. */
export interface Fetch {
  readonly service: string;
  /** The service's name as an endpoint. */
  readonly door: AwsServiceName;
  readonly names: readonly string[];
  /** The text when the service cannot be reached. */
  readonly unreachable: () => string;
  readonly read: (role: RoleRow) => ResourceResult;
}

/** The plan of a step that asks a service of AWS: the way there comes first, then the role, then the answer. */
export function planFetch(request: ResourceRequest, { service, door, names, unreachable, read }: Fetch): ResourcePlan {
  const plan = { service, names };
  if (!agentReaches(request, door)) {
    return { ...plan, after: SERVICE_UNREACHABLE_AFTER, result: failedResult(unreachable(), "no-route") };
  }
  const role = executionRoleOf(request);
  const result = role === undefined ? failedResult(roleMissing(), "no-role") : read(role);
  return { ...plan, after: SERVICE_ANSWERS_AFTER, result };
}

/** A step that fails with this text as the task's `stoppedReason`. */
export function failedResult(reason: string, why: string): ResourceResult {
  return { ok: false, reason, why };
}

/** The sentence of the denial when the execution role may not do this; undefined when it may. */
export function denialOf(request: ResourceRequest, role: RoleRow, wanted: Request): string | undefined {
  if (judgeRequest(role, wanted) === "allowed") return undefined;
  return denialText(role, request.task.spec.taskId, wanted);
}

/** Whether the agent gets to a service of AWS from where it stands: by an endpoint, or through the internet. */
export function agentReaches({ sim, task }: Pick<ResourceRequest, "sim" | "task">, door: AwsServiceName): boolean {
  return reachesService(sim.tables, standingOfAgent(sim.tables, task), door);
}

/** The id of a request, as error texts quote it. */
export function requestId({ sim }: ResourceRequest): string {
  return uuid(sim.world.random, RESOURCES_STREAM);
}

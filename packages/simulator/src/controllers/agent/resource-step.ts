/** The shape of a step before the containers, and what its steps share: the way to AWS and the role that asks. */

import { uuid } from "../../kernel/ids.ts";
import type { Told } from "../../model/cause.ts";
import type { RoleUse } from "../../model/causes/agent-texts.ts";
import { type ResourceCause, tellResource, tellResourceOnInstance } from "../../model/causes/resources.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { denialText, judgeRequest, type Request } from "../../model/iam.ts";
import type { FailedResult, ResourceResult } from "../../model/resource-results.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { type Range, SERVICE_ANSWERS_AFTER, SERVICE_UNREACHABLE_AFTER } from "../../model/timing.ts";
import type { AwsServiceName } from "../../network/aws-services.ts";
import { standingOfAgent } from "../../network/standing.ts";
import { reachesService } from "../../network/way-out.ts";
import { agentRole, executionRole, type RoleInUse } from "./agent-side.ts";

/** One thing to get. */
export interface ResourcePlan {
  /** For the record RESOURCE_REQUESTED: whom the agent asks, and for what. */
  readonly service: string;
  readonly names: readonly string[];
  /** True for what the agent does without its own role: the record names none. */
  readonly asNobody?: true;
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

/** What a step does once the network and the role are there. */
export interface Fetch {
  readonly service: string;
  /** The service's name as an endpoint. */
  readonly door: AwsServiceName;
  readonly names: readonly string[];
  /** What is told when the service cannot be reached. */
  readonly unreachable: () => Told<ResourceCause>;
  readonly read: (asked: RoleInUse) => ResourceResult;
  /** What the execution role is wanted for; absent: on EC2 the role of the instance does, when the task has none. */
  readonly roleUse?: RoleUse;
  /** Whose failure it is when the service cannot be reached; absent: the task's as a whole. */
  readonly ofContainers?: readonly string[] | undefined;
}

/** The plan of a step that asks a service of AWS: the way there comes first, then the role, then the answer. */
export function planFetch(request: ResourceRequest, fetch: Fetch): ResourcePlan {
  const { service, door, names, unreachable, read, roleUse, ofContainers } = fetch;
  const plan = { service, names };
  if (!agentReaches(request, door)) {
    return {
      ...plan,
      after: SERVICE_UNREACHABLE_AFTER,
      result: { ok: false, ...unreachable(), ofContainers },
    };
  }
  const { sim, task, definition } = request;
  const asked = roleUse === undefined ? agentRole(sim, task, definition) : executionRole(sim, task, definition);
  const use = roleUse ?? "login";
  const result = asked === undefined ? failedResult(tellerFor(request)("role.missing", { use })) : read(asked);
  return { ...plan, after: SERVICE_ANSWERS_AFTER, result };
}

/** Whose words are told: those of the instance's agent, or Fargate's. */
export function tellerFor({ task }: Pick<ResourceRequest, "task">): typeof tellResource {
  return task.spec.placed === undefined ? tellResource : tellResourceOnInstance;
}

/** A step that fails with these words as the task's `stoppedReason`. */
export function failedResult(told: Told<ResourceCause>): FailedResult {
  return { ok: false, ...told };
}

/** The sentence of the denial when the role may not do this; undefined when it may. */
export function denialOf({ role, session }: RoleInUse, wanted: Request): string | undefined {
  return judgeRequest(role, wanted) === "allowed" ? undefined : denialText(role, session, wanted);
}

/** Whether the agent gets to a service of AWS from where it stands: by an endpoint, or through the internet. */
export function agentReaches(
  { sim, task }: Pick<ResourceRequest, "sim" | "task">,
  door: AwsServiceName | "internet",
): boolean {
  return reachesService(sim.tables, standingOfAgent(sim.tables, task), door);
}

/** The id of a request, as error texts quote it. */
export function requestId({ sim }: ResourceRequest): string {
  return uuid(sim.world.random, RESOURCES_STREAM);
}

/**
 * CreateTaskSet, UpdateTaskSet, UpdateServicePrimaryTaskSet, DeleteTaskSet, DescribeTaskSets: for services with an external deployment
 * controller. Source: API Reference (checked 2026-11-29).
 * Simplified: capacity providers of task sets are refused with a sentence; AWS takes them.
 */
import { changeTaskSet, taskSetsOf } from "../../../controllers/services/task-set-beat.ts";
import { wakeByCall } from "../../../controllers/services/wake.ts";
import { ecsArn } from "../../../model/arns.ts";
import { failureReason } from "../../../model/causes/placements.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { ClusterRow } from "../../../model/ecs.ts";
import type { Refusal } from "../../../model/refusal.ts";
import type { ServiceRow } from "../../../model/services.ts";
import type { TaskSetRow } from "../../../model/task-sets.ts";
import { answer, command, query } from "../../operation.ts";
import type { Input, Shape } from "../../shapes.ts";
import { findCluster } from "../find-cluster.ts";
import { requestText } from "../plan-task.ts";
import { refuse } from "../refusals.ts";
import { refuseTags } from "../refuse-tags.ts";
import { findService } from "./find-service.ts";
import { describeTaskSet } from "./present-task-set.ts";
import { needsNetwork, readRevision, serviceDefinition } from "./read-revision.ts";

interface Found {
  readonly ok: true;
  readonly cluster: ClusterRow;
  readonly service: ServiceRow;
}

function findExternal(sim: Cloud, input: { readonly cluster: string; readonly service: string }): Found | Refusal {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const service = findService(sim, cluster, input.service);
  if (service === undefined) return refuse("service.not-found");
  if (service.status !== "ACTIVE") return refuse("service.not-active");
  return service.deploymentController === "EXTERNAL" ? { ok: true, cluster, service } : refuse("task-set.controller");
}

function findTaskSet(
  sim: Cloud,
  input: { readonly cluster: string; readonly service: string },
  reference: string,
): (Found & { readonly set: TaskSetRow }) | Refusal {
  const found = findExternal(sim, input);
  if (!found.ok) return found;
  const set = named(sim, found.service, reference);
  return set === undefined ? refuse("task-set.not-found") : { ...found, set };
}

/** By its id or its ARN. */
function named(sim: Cloud, { serviceArn }: ServiceRow, reference: string): TaskSetRow | undefined {
  return taskSetsOf(sim, serviceArn).find(({ id, taskSetArn }) => id === reference || taskSetArn === reference);
}

export const createTaskSet = command<"ecs", "CreateTaskSet">((sim, input) => {
  const found = findExternal(sim, input);
  if (!found.ok) return found;
  const { cluster, service } = found;
  const token =
    input.clientToken === undefined
      ? undefined
      : { clientToken: input.clientToken, request: requestText({ ...input, tags: undefined }) };
  const same = taskSetsOf(sim, service.serviceArn).find((row) => row.token?.clientToken === token?.clientToken);
  if (token !== undefined && same !== undefined) {
    return same.token?.request === token.request
      ? answer({ taskSet: describeTaskSet(sim, same, { tags: false }) })
      : refuse("task-set.not-idempotent");
  }
  const problem = memberProblem(input) ?? scaleProblem(input.scale) ?? refuseTags(input.tags);
  if (problem !== undefined) return problem;
  const runnable = serviceDefinition(sim, input.taskDefinition);
  if (!runnable.ok) return runnable;
  if (needsNetwork(runnable.checked) && input.networkConfiguration === undefined)
    return refuse("service.network-missing");
  const launchType = (input.launchType ?? "EC2") as "EC2" | "FARGATE";
  const context = { cluster, schedulingStrategy: "REPLICA", before: undefined } as const;
  const plan = readRevision(sim, { ...input, launchType }, context, runnable.checked);
  if (!plan.ok) return plan;
  const number = `${sim.world.random.between("ids", 1, 9)}${digits(sim)}${digits(sim)}`;
  const id = `ecs-svc/${number}`;
  const scale = input.scale?.value ?? 100;
  const row: TaskSetRow = {
    ...plan.checked,
    id,
    taskSetArn: ecsArn(sim.tables, `task-set/${cluster.clusterName}/${service.serviceName}/${id}`),
    serviceArn: service.serviceArn,
    clusterArn: cluster.clusterArn,
    externalId: input.externalId,
    status: "ACTIVE",
    scale,
    computedDesiredCount: 0,
    stabilityStatus: "STABILIZING",
    stabilityStatusAtMs: sim.nowMs,
    tags: input.tags ?? [],
    token,
    failedStarts: 0,
    startsAgainAtMs: 0,
    createdAtMs: sim.nowMs,
    updatedAtMs: sim.nowMs,
  };
  sim.put("taskSets", row);
  wakeByCall(sim, service, { isSteady: false });
  sim.record("TASK_SET_CREATED", id, { taskDefinitionArn: row.taskDefinitionArn, scale });
  return answer({ taskSet: describeTaskSet(sim, row, { tags: row.tags.length > 0 }) });
});

function digits(sim: Cloud): string {
  return String(sim.world.random.between("ids", 0, 10 ** 9 - 1)).padStart(9, "0");
}

function memberProblem(input: Input<"ecs", "CreateTaskSet">): Refusal | undefined {
  if ((input.capacityProviderStrategy?.length ?? 0) > 0) return refuse("service.capacity-provider");
  const { launchType = "EC2" } = input;
  return launchType === "EC2" || launchType === "FARGATE" ? undefined : refuse("service.launch-type", { launchType });
}

function scaleProblem({ value = 100 }: Shape<"ecs", "Scale"> = {}): Refusal | undefined {
  return value >= 0 && value <= 100 ? undefined : refuse("task-set.scale");
}

export const updateTaskSet = command<"ecs", "UpdateTaskSet">((sim, input) => {
  const found = findTaskSet(sim, input, input.taskSet);
  if (!found.ok) return found;
  const problem = scaleProblem(input.scale);
  if (problem !== undefined) return problem;
  const { service, set } = found;
  if (set.status === "DRAINING") return refuse("task-set.draining");
  const scale = input.scale.value ?? 100;
  const row = changeTaskSet(sim, set, { scale, stabilityStatus: "STABILIZING", stabilityStatusAtMs: sim.nowMs });
  wakeByCall(sim, service, { isSteady: false });
  sim.record("TASK_SET_SCALED", set.id, { scale });
  return answer({ taskSet: describeTaskSet(sim, row, { tags: false }) });
});

export const updateServicePrimaryTaskSet = command<"ecs", "UpdateServicePrimaryTaskSet">((sim, input) => {
  const found = findTaskSet(sim, input, input.primaryTaskSet);
  if (!found.ok) return found;
  const { service, set } = found;
  if (set.status === "DRAINING") return refuse("task-set.draining");
  if (set.status === "PRIMARY") return answer({ taskSet: describeTaskSet(sim, set, { tags: false }) });
  const former = taskSetsOf(sim, service.serviceArn).find(({ status }) => status === "PRIMARY");
  if (former !== undefined) changeTaskSet(sim, former, {}, "SUPERSEDED");
  const row = changeTaskSet(sim, set, {}, "MADE_PRIMARY");
  sim.record("TASK_SET_MADE_PRIMARY", set.id);
  return answer({ taskSet: describeTaskSet(sim, row, { tags: false }) });
});

export const deleteTaskSet = command<"ecs", "DeleteTaskSet">((sim, input) => {
  const found = findTaskSet(sim, input, input.taskSet);
  if (!found.ok) return found;
  const { service, set } = found;
  const force = input.force === true;
  if (set.status === "DRAINING") return answer({ taskSet: describeTaskSet(sim, set, { tags: false }) });
  if (!force && set.computedDesiredCount > 0) return refuse("task-set.scaled");
  const fields = { stabilityStatus: "STABILIZING", stabilityStatusAtMs: sim.nowMs } as const;
  const row = changeTaskSet(sim, set, fields, "DELETE_REQUESTED");
  wakeByCall(sim, service, { isSteady: false });
  sim.record("TASK_SET_DELETE_REQUESTED", set.id, { force });
  return answer({ taskSet: describeTaskSet(sim, row, { tags: false }) });
});

export const describeTaskSets = query<"ecs", "DescribeTaskSets">((sim, input) => {
  const found = findExternal(sim, input);
  if (!found.ok) return found;
  const { service } = found;
  const tags = input.include?.includes("TAGS") === true;
  const asked = input.taskSets ?? [];
  const sets =
    asked.length === 0 ? taskSetsOf(sim, service.serviceArn) : asked.map((name) => named(sim, service, name));
  const missing = asked.filter((name) => named(sim, service, name) === undefined);
  return answer({
    taskSets: sets.flatMap((set) => (set === undefined ? [] : [describeTaskSet(sim, set, { tags })])),
    failures: missing.map((arn) => ({ arn, reason: failureReason("failure.missing") })),
  });
});

/**
 * RunTask: checks the request, finds a place for each task, writes the rows, hands over to the controllers. On Fargate a
 * place is a subnet; on EC2 it is a container instance, chosen by placement, and a task without one is a failure.
 * Simplified: EXTERNAL and capacity providers are refused with a sentence; AWS runs them.
 */

import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskRow } from "../../model/ecs.ts";
import { tokenBucket } from "../../model/tables.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { answer, command, type Outcome, refuse } from "../outcome.ts";
import { checkRunTask } from "./check-run-task.ts";
import { describeTask } from "./describe.ts";
import { createTask } from "./new-task.ts";
import { placeTasks } from "./place-tasks.ts";
import type { RunTaskInput } from "./task-request.ts";

/** @source Developer Guide, "API failures messages" (checked 2026-11-21) */
const NO_CAPACITY = "Capacity is unavailable at this time. Please try again later or in a different availability zone";

export const runTask = command((sim: Cloud, input: RunTaskInput): Outcome => {
  const checked = checkRunTask(sim, input);
  if (!checked.ok) return checked;
  const { request } = checked;
  const earlier = input.clientToken === undefined ? [] : findByToken(sim, request.cluster, input.clientToken);
  if (earlier.length > 0) return repeat(sim, input, earlier);
  if (request.placement !== undefined) {
    const { created, failures } = placeTasks(sim, input, request, request.placement);
    return answer({ tasks: created.map((task) => describeTask(sim, task, { tags: true })), failures });
  }
  const { cluster, definition, subnets, securityGroups } = request;
  const shortages = sim.tables.fargateShortages;
  const open = subnets.filter((subnet) => !shortages.has(subnet.availabilityZone));
  if (open.length === 0) return answer({ tasks: [], failures: [{ reason: NO_CAPACITY }] });
  const created: TaskRow[] = [];
  for (let index = 0; index < (input.count ?? 1); index += 1) {
    const subnet = open[pickSubnet(sim, open.length)] as SubnetRow;
    created.push(createTask(sim, { input, cluster, definition, subnet, securityGroups }));
  }
  return answer({ tasks: created.map((task) => describeTask(sim, task, { tags: true })), failures: [] });
});

/** Fargate spreads over the given subnets as well as it can; by lot here, since the real choice is undocumented. */
function pickSubnet(sim: Cloud, count: number): number {
  return count === 1 ? 0 : sim.world.random.between("placement", 0, count - 1);
}

function findByToken(sim: Cloud, cluster: ClusterRow, clientToken: string): TaskRow[] {
  const keys = sim.tables.tasks.bucket("clientToken", tokenBucket(cluster.clusterArn, clientToken));
  return Array.from(keys, (key) => sim.tables.tasks.get(key) as TaskRow);
}

/**
 * The same token again: the same tasks for the same request, a conflict for another.
 * @source API Reference, "Ensuring idempotency"; the wording of the conflict is ours (checked 2026-11-21)
 */
function repeat(sim: Cloud, input: RunTaskInput, earlier: readonly TaskRow[]): Outcome {
  if (earlier[0]?.spec.tokenRequest === JSON.stringify(input)) {
    return answer({ tasks: earlier.map((task) => describeTask(sim, task, { tags: true })), failures: [] });
  }
  const message = `The client token ${input.clientToken} was used before with other parameters.`;
  return refuse("ConflictException", message, { resourceIds: earlier.map((task) => task.taskArn) });
}

/**
 * RunTask: checks the request, makes a plan of it, hands over to the controllers. A task that finds no place is a failure.
 * Simplified: EXTERNAL and capacity providers are refused with a sentence; AWS runs them.
 */
import { placeTasks } from "../../controllers/tasks/place-tasks.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskRow } from "../../model/ecs.ts";
import { tokenBucket } from "../../model/tables.ts";
import { answer, command, type Outcome } from "../operation.ts";
import type { Input, Output } from "../shapes.ts";
import { checkRunTask } from "./check-run-task.ts";
import { describeTask } from "./describe.ts";
import { requestText } from "./plan-task.ts";
import { refuse } from "./refusals.ts";

export const runTask = command<"ecs", "RunTask">((sim, input) => {
  const request = checkRunTask(sim, input);
  if (!request.ok) return request;
  const { checked: plan } = request;
  const earlier = input.clientToken === undefined ? [] : findByToken(sim, plan.cluster, input.clientToken);
  if (earlier.length > 0) return repeat(sim, input, earlier);
  const { created, failures } = placeTasks(sim, plan, input.count ?? 1);
  return answer({ tasks: created.map((task) => describeTask(sim, task, { tags: true, health: false })), failures });
});

function findByToken(sim: Cloud, cluster: ClusterRow, clientToken: string): TaskRow[] {
  const keys = sim.tables.tasks.bucket("clientToken", tokenBucket(cluster.clusterArn, clientToken));
  return Array.from(keys, (key) => sim.tables.tasks.get(key) as TaskRow);
}

/**
 * The same token again: the same tasks for the same request, a conflict for another.
 * @source API Reference, "Ensuring idempotency"; recorded answers (checked 2026-11-29)
 */
function repeat(
  sim: Cloud,
  input: Input<"ecs", "RunTask">,
  earlier: readonly TaskRow[],
): Outcome<Output<"ecs", "RunTask">> {
  if (earlier[0]?.spec.tokenRequest === requestText(input)) {
    return answer({
      tasks: earlier.map((task) => describeTask(sim, task, { tags: true, health: false })),
      failures: [],
    });
  }
  return refuse("run-task.token-reused", { taskArns: earlier.map((task) => task.taskArn) });
}

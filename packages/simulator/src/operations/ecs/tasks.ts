/** StopTask, DescribeTasks, ListTasks. RunTask has a file of its own. */

import { beginStop } from "../../controllers/rows/begin-stop.ts";
import { failureReason } from "../../model/causes/placements.ts";
import { tellStop } from "../../model/causes/stops.ts";
import type { TaskRow } from "../../model/ecs.ts";
import type { Refusal } from "../../model/refusal.ts";
import { desiredBucket } from "../../model/tables.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Input, Shape } from "../shapes.ts";
import { describeTask } from "./describe.ts";
import { findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { taskArn } from "./find-task.ts";
import { refuse } from "./refusals.ts";
import { findService } from "./services/find-service.ts";

/** Tasks that one DescribeTasks can name. @source API Reference, DescribeTasks (checked 2026-11-20) */
const MAX_DESCRIBED = 100;
const MAX_REASON = 1024;

export const stopTask = command<"ecs", "StopTask">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const task = sim.tables.tasks.get(taskArn(sim, cluster, input.task));
  if (task === undefined) return refuse("task.not-found");
  const { reason } = input;
  if (reason !== undefined && reason.length > MAX_REASON) {
    return refuse("task.reason", { most: MAX_REASON });
  }
  const told = reason === undefined ? tellStop("stop.by-user") : tellStop("stop.with-reason", { reason });
  const stopped = beginStop(sim, task, { stopCode: "UserInitiated", ...told });
  return answer({ task: describeTask(sim, stopped, { tags: false, health: false }) });
});

export const describeTasks = query<"ecs", "DescribeTasks">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  if (input.tasks.length === 0) return refuse("tasks.empty");
  if (input.tasks.length > MAX_DESCRIBED) {
    return refuse("tasks.too-many", { most: MAX_DESCRIBED });
  }
  const include = { tags: input.include?.includes("TAGS") === true, health: true };
  const tasks: Shape<"ecs", "Task">[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const reference of input.tasks) {
    const arn = taskArn(sim, cluster, reference);
    const row = sim.tables.tasks.get(arn);
    if (row === undefined || row.spec.clusterArn !== cluster.clusterArn)
      failures.push({ arn, reason: failureReason("failure.missing") });
    else tasks.push(describeTask(sim, row, include));
  }
  return answer({ tasks, failures });
});

export const listTasks = query<"ecs", "ListTasks">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const service = input.serviceName === undefined ? undefined : findService(sim, cluster, input.serviceName);
  if (input.serviceName !== undefined && service === undefined) return refuse("service.not-found");
  const problem = startedByAlone(input);
  if (problem !== undefined) return problem;
  if (input.daemonName !== undefined) return refuse("tasks.daemon");
  const { desiredStatus = "RUNNING", family, startedBy, launchType, containerInstance } = input;
  const keys = sim.tables.tasks.bucket("clusterDesired", desiredBucket(cluster.clusterArn, desiredStatus));
  const instance = containerInstance === undefined ? undefined : findContainerInstance(sim, cluster, containerInstance);
  const group = `task-definition/${family}:`;
  const keep = (key: string): boolean => {
    const { spec } = sim.tables.tasks.get(key) as TaskRow;
    return (
      (service === undefined || spec.serviceArn === service.serviceArn) &&
      (instance === undefined || spec.placed?.containerInstanceArn === instance.arn) &&
      (family === undefined || spec.taskDefinitionArn.includes(group)) &&
      (startedBy === undefined || spec.startedBy === startedBy) &&
      (launchType === undefined || spec.launchType === launchType)
    );
  };
  const cut = cutPage("ListTasks", keys, input, keep);
  return cut.ok ? answer({ taskArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

/** Clients that are in use give desiredStatus beside it, which chooses among tasks of any starter. */
function startedByAlone(input: Input<"ecs", "ListTasks">): Refusal | undefined {
  if (input.startedBy === undefined) return undefined;
  const others = ["family", "launchType", "containerInstance"] as const;
  const other = others.find((member) => input[member] !== undefined);
  return other === undefined ? undefined : refuse("tasks.started-by-alone", { other });
}

/** StopTask, DescribeTasks, ListTasks. RunTask has a file of its own. */
import { beginStop } from "../../controllers/rows/begin-stop.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { desiredBucket } from "../../model/tables.ts";
import { answer, command, type Outcome, query, refuse } from "../outcome.ts";
import { cutPage, type PageRequest } from "../pages.ts";
import { describeTask } from "./describe.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { taskArn } from "./find-task.ts";

/** Tasks that one DescribeTasks can name. @source API Reference, DescribeTasks (checked 2026-11-20) */
const MAX_DESCRIBED = 100;
const MAX_REASON = 1024;

interface StopTaskInput {
  readonly cluster?: string;
  readonly task: string;
  readonly reason?: string;
}

export const stopTask = command((sim: Cloud, input: StopTaskInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const task = sim.tables.tasks.get(taskArn(cluster, input.task));
  if (task === undefined) return refuse("InvalidParameterException", "The referenced task was not found.");
  const { reason = "Task stopped by user" } = input;
  if (reason.length > MAX_REASON) {
    return refuse("InvalidParameterException", `reason can have at most ${MAX_REASON} characters.`);
  }
  const stopped = beginStop(sim, task, { stopCode: "UserInitiated", stoppedReason: reason });
  return answer({ task: describeTask(sim, stopped, { tags: true }) });
});

interface DescribeTasksInput {
  readonly cluster?: string;
  readonly tasks: readonly string[];
  readonly include?: readonly string[];
}

export const describeTasks = query((sim: Cloud, input: DescribeTasksInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  if (input.tasks.length === 0) return refuse("InvalidParameterException", "Tasks cannot be empty.");
  if (input.tasks.length > MAX_DESCRIBED) {
    return refuse("InvalidParameterException", "Tasks cannot have more than 100 elements.");
  }
  const include = { tags: input.include?.includes("TAGS") === true };
  const tasks: unknown[] = [];
  const failures: unknown[] = [];
  for (const reference of input.tasks) {
    const arn = taskArn(cluster, reference);
    const row = sim.tables.tasks.get(arn);
    if (row === undefined || row.spec.clusterArn !== cluster.clusterArn) failures.push({ arn, reason: "MISSING" });
    else tasks.push(describeTask(sim, row, include));
  }
  return answer({ tasks, failures });
});

interface ListTasksInput extends PageRequest {
  readonly cluster?: string;
  readonly family?: string;
  readonly startedBy?: string;
  readonly desiredStatus?: string;
  readonly launchType?: string;
  readonly serviceName?: string;
  readonly containerInstance?: string;
}

export const listTasks = query((sim: Cloud, input: ListTasksInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  if (input.serviceName !== undefined) return refuse("ServiceNotFoundException", "Service not found.");
  const { desiredStatus = "RUNNING", family, startedBy, launchType, containerInstance } = input;
  const keys = sim.tables.tasks.bucket("clusterDesired", desiredBucket(cluster.clusterArn, desiredStatus));
  const instance = containerInstance === undefined ? undefined : findContainerInstance(sim, cluster, containerInstance);
  const group = `task-definition/${family}:`;
  const keep = (key: string): boolean => {
    const { spec } = sim.tables.tasks.get(key) as TaskRow;
    return (
      (instance === undefined || spec.placed?.containerInstanceArn === instance.arn) &&
      (family === undefined || spec.taskDefinitionArn.includes(group)) &&
      (startedBy === undefined || spec.startedBy === startedBy) &&
      (launchType === undefined || spec.launchType === launchType)
    );
  };
  const cut = cutPage(keys, input, keep);
  return cut.ok ? answer({ taskArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

/**
 * KillContainer: the process of a container gets SIGKILL from outside of ECS, as from the kernel or from `docker kill` on
 * the machine. ECS only sees that it exited with 137; what follows is up to the task definition.
 * Simplified: on Fargate nobody has access to the machine; there, this stands for a process that dies by SIGKILL.
 */
import { killProcess } from "../../controllers/run-container.ts";
import { containersOf } from "../../controllers/task-rows.ts";
import type { Cloud } from "../../model/cloud.ts";
import { clusterNotFound, findCluster } from "../ecs/find-cluster.ts";
import { taskArn } from "../ecs/find-task.ts";
import { answer, command, invalid, type Outcome, refuse } from "../outcome.ts";
import { fieldsOf } from "./read-input.ts";

export const killContainer = command((sim: Cloud, input: unknown): Outcome => {
  const { cluster: clusterName, task: reference, container: name } = fieldsOf(input);
  if (typeof reference !== "string" || !isTextOrAbsent(clusterName) || !isTextOrAbsent(name)) {
    return invalid('KillContainer takes {"task": "its id or ARN", "container": "its name", "cluster": "its name"}.');
  }
  const cluster = findCluster(sim, clusterName);
  if (cluster === undefined) return clusterNotFound();
  const task = sim.tables.tasks.get(taskArn(cluster, reference));
  if (task === undefined) return invalid("The referenced task was not found.");
  const containers = containersOf(sim, task);
  const container = name === undefined && containers.length === 1 ? containers[0] : findNamed(containers, name);
  if (container === undefined) {
    return invalid(`Name one of the task's containers: ${containers.map((row) => row.name).join(", ")}.`);
  }
  if (container.phase !== "RUNNING" && container.phase !== "STOPPING") {
    return refuse("ContainerNotRunning", `Container ${container.name} has no running process.`);
  }
  killProcess(sim, task, container);
  return answer({ taskArn: task.taskArn, containerArn: container.containerArn, container: container.name });
});

function findNamed<Row extends { readonly name: string }>(rows: readonly Row[], name: unknown): Row | undefined {
  return rows.find((row) => row.name === name);
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

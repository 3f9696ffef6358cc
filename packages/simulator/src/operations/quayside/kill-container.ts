/**
 * KillContainer: the process of a container gets SIGKILL from outside of ECS, as from the kernel or from `docker kill` on
 * the machine. ECS only sees that it exited with 137; what follows is up to the task definition.
 * Simplified: on Fargate nobody has access to the machine; there, this stands for a process that dies by SIGKILL.
 */
import { killProcess } from "../../controllers/containers/run-container.ts";
import { answer, command } from "../operation.ts";
import { findRunning } from "./named-container.ts";
import { fieldsOf } from "./read-input.ts";

const USAGE = 'KillContainer takes {"task": "its id or ARN", "container": "its name", "cluster": "its name"}.';

export const killContainer = command<"quayside", "KillContainer">((sim, input) => {
  const found = findRunning(sim, fieldsOf(input), USAGE);
  if (!found.ok) return found;
  const { task, container } = found;
  killProcess(sim, task, container);
  return answer({ taskArn: task.taskArn, containerArn: container.containerArn, container: container.name });
});

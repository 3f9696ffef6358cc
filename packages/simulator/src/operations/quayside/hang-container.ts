/**
 * HangContainer: the process of a container no longer answers, as in a deadlock. It runs and keeps its port, so ECS sees nothing; health
 * checks wait in vain. A restart ends it.
 * Simplified: the process ends at SIGTERM as ever, although one that hangs often does not.
 */
import { hangProcess } from "../../controllers/containers/hang.ts";
import { answer, command } from "../operation.ts";
import { findRunning } from "./named-container.ts";
import { fieldsOf } from "./read-input.ts";

const USAGE = 'HangContainer takes {"task": "its id or ARN", "container": "its name", "cluster": "its name"}.';

export const hangContainer = command<"quayside", "HangContainer">((sim, input) => {
  const found = findRunning(sim, fieldsOf(input), USAGE);
  if (!found.ok) return found;
  const { task, container } = found;
  hangProcess(sim, task, container);
  return answer({ taskArn: task.taskArn, containerArn: container.containerArn, container: container.name });
});

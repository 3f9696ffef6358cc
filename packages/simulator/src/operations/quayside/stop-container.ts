/**
 * StopContainer: `docker stop` on an EC2 instance. The process gets SIGTERM and, `timeout` seconds later, SIGKILL. ECS has
 * not asked for it and only sees the exit: the end of an essential container is the end of its task.
 * Source: Docker, `docker container stop` (checked 2026-11-21).
 */
import { stopByHand } from "../../controllers/containers/stop-containers.ts";
import { answer, command } from "../operation.ts";
import { findRunning } from "./named-container.ts";
import { fieldsOf, isWholeNumber } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** Seconds that Docker waits before it kills. @source Docker, docker container stop (checked 2026-11-21) */
const DOCKER_STOP_TIMEOUT = 10;
/** Ours: an hour; nobody waits longer for an answer. */
const LONGEST_TIMEOUT = 3_600;

const USAGE =
  'StopContainer takes {"task": "its id or ARN", "container": "its name", "cluster": "its name", "timeout": seconds}.';

export const stopContainer = command<"quayside", "StopContainer">((sim, input) => {
  const fields = fieldsOf(input);
  const { timeout = DOCKER_STOP_TIMEOUT } = fields;
  if (!isWholeNumber(timeout, 0, LONGEST_TIMEOUT)) return refuse("quayside.input", { usage: USAGE });
  const found = findRunning(sim, fields, USAGE);
  if (!found.ok) return found;
  const { task, container } = found;
  if (task.spec.placed === undefined) {
    return refuse("quayside.no-machine");
  }
  // One that is being stopped already goes on with the time it was given.
  if (container.phase === "RUNNING") stopByHand(sim, task, container, timeout * 1000);
  return answer({ taskArn: task.taskArn, containerArn: container.containerArn, container: container.name });
});

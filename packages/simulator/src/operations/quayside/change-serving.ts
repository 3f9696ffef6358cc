/**
 * ChangeServing: the program of a container serves requests otherwise from now on: slower, with errors, or with
 * fewer places. What is not named stays; without any change everything is as it was. One that never answers: HangContainer.
 */
import { replaceContainer } from "../../controllers/rows/task-rows.ts";
import type { Serving } from "../../model/traffic.ts";
import { answer, command } from "../operation.ts";
import { findRunning } from "./named-container.ts";
import { fieldsOf } from "./read-input.ts";
import { refuse } from "./refusals.ts";

const USAGE =
  'ChangeServing takes {"task": "its id or ARN", "container": "its name"} and what changes: "serviceMs", "places", "queue", "cpuMs", "errorPercent" (0 to 100). Without one, everything is as it was.';

/** What each member may be, and what it makes of the serving. */
const MEMBERS: Readonly<Record<string, (value: unknown) => Partial<Serving> | undefined>> = {
  serviceMs: (value) => (isFrom(value, 1, 600_000) ? { serviceMs: value } : undefined),
  places: (value) => (isFrom(value, 1, 100_000) && Number.isInteger(value) ? { places: value } : undefined),
  queue: (value) => (isFrom(value, 1, 100_000) && Number.isInteger(value) ? { queue: value } : undefined),
  cpuMs: (value) => (isFrom(value, 0, 600_000) ? { cpuMs: value } : undefined),
  errorPercent: (value) => (isFrom(value, 0, 100) ? { errorShare: value / 100 } : undefined),
};

export const changeServing = command<"quayside", "ChangeServing">((sim, input) => {
  const fields = fieldsOf(input);
  const found = findRunning(sim, fields, USAGE);
  if (!found.ok) return found;
  const { task, container } = found;
  const changes: Partial<Serving>[] = [];
  for (const [member, read] of Object.entries(MEMBERS)) {
    if (fields[member] === undefined) continue;
    const change = read(fields[member]);
    if (change === undefined) return refuse("quayside.input", { usage: USAGE });
    changes.push(change);
  }
  const named: Partial<Serving> = Object.assign({}, ...changes);
  const serving = changes.length === 0 ? undefined : { ...container.serving, ...named };
  replaceContainer(sim, container, { serving });
  sim.record("SERVING_CHANGED", container.containerArn, { changes: named });
  return answer({ taskArn: task.taskArn, containerArn: container.containerArn, container: container.name });
});

function isFrom(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

/** The moment a container's process starts: what it will do, and when it will end if it ends by itself. */
import type { Cloud } from "../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { Behaviour, ImageRow } from "../model/registry.ts";
import { HEALTH_CHECK_DEFAULTS } from "../model/timing.ts";
import { behaviourOf } from "../workloads/behaviour.ts";
import { parseImageReference } from "../workloads/image-reference.ts";
import { containerDefinition, definitionOf, moveContainer, scheduleContainer } from "./task-rows.ts";

/** Exit code of a process that SIGKILL ended. */
export const SIGKILL_EXIT_CODE = 137;
const OUT_OF_MEMORY = "OutOfMemoryError: Container killed due to memory usage";

/** What a container of this task does, by its image and its command. */
export function behaviour(sim: Cloud, task: TaskRow, name: string): Behaviour {
  const definition = containerDefinition(definitionOf(sim, task), name);
  const image = sim.tables.images.get(parseImageReference(definition.image).repository) as ImageRow;
  const override = task.spec.overrides.containerOverrides?.find((candidate) => candidate.name === name);
  return behaviourOf(image, definition, override);
}

/** Starts the container's process and puts on the agenda how it will end, if it ends by itself. */
export function letRun(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const acts = behaviour(sim, task, container.name);
  const { healthCheck, startTimeout } = containerDefinition(definitionOf(sim, task), container.name);
  const end = acts.outOfMemory
    ? { exitCode: SIGKILL_EXIT_CODE, reason: OUT_OF_MEMORY }
    : { exitCode: acts.exitCode ?? 0 };
  const timer =
    acts.runsForMs === undefined
      ? undefined
      : scheduleContainer(sim, container, acts.runsForMs, "CONTAINER_EXITED", { data: end, cause: sim.nextRecord });
  moveContainer(sim, container, "STARTED", { startedAtMs: sim.nowMs, timer });
  sim.record("CONTAINER_STARTED", container.containerArn, acts.runsForMs === undefined ? undefined : { acts });
  if (healthCheck !== undefined) {
    scheduleContainer(sim, container, 1000 * (healthCheck.interval ?? HEALTH_CHECK_DEFAULTS.interval), "HEALTH_PROBED");
  }
  if (startTimeout !== undefined) scheduleContainer(sim, container, 1000 * startTimeout, "START_TIMED_OUT");
}

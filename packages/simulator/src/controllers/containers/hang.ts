/** A process that no longer answers: it runs, it keeps its ports, and whoever asks it waits in vain. */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { replaceContainer } from "../rows/task-rows.ts";
import { probeNeighbours, probeNext } from "./probes.ts";

/** From now on the process of a container answers nothing. */
export function hangProcess(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const hanging = replaceContainer(sim, container, { hangs: true });
  sim.record("CONTAINER_HANGS", container.containerArn);
  probeNext(sim, task, hanging);
  probeNeighbours(sim, task, hanging);
}

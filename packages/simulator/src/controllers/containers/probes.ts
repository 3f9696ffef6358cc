/** The probes of a container's health check: what they find, and when the next one comes that changes something. */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { HEALTH_CHECK_DEFAULTS } from "../../model/timing.ts";
import { buildOf, portsOf } from "../../workloads/container-start.ts";
import { valuesOf } from "../../workloads/environment.ts";
import { type Findings, findingsOf } from "../../workloads/health-command.ts";
import { nextChangeAfter, type Probing } from "../../workloads/health-probes.ts";
import { contentsOf } from "../../workloads/image-contents.ts";
import { answersFromMs, neighboursOf, type Placed } from "../../workloads/listening-ports.ts";
import type { Answering } from "../../workloads/local-requests.ts";
import { systemOfContainer } from "../../workloads/process-start.ts";
import { hostnameOf } from "../agent/agent-side.ts";
import { containerDefinition, definitionOf, natureOf, overrideOf, scheduleContainer } from "../rows/task-rows.ts";
import { filesOf } from "./task-files.ts";

/**
 * Puts on the agenda the next probe that changes what is known of a running container. A process that starts again is probed
 * anew, and the entry of its earlier run is out of date when it comes due.
 */
export function probeNext(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const probing = probingOf(sim, task, container);
  if (probing === undefined) return;
  const { startedAtMs = 0, restartCount, healthStatus } = container;
  const atMs = nextChangeAfter(probing, container, sim.nowMs - startedAtMs);
  if (atMs === undefined) return;
  const nature = healthStatus === "UNKNOWN" ? natureOf(container) : "periodic";
  scheduleContainer(sim, container, startedAtMs + atMs - sim.nowMs, "HEALTH_PROBED", restartCount, { nature });
}

/**
 * Something has changed that others of the namespace may ask for: their next probes are found anew. The entry of a probe that
 * no longer changes anything is out of date when it comes due.
 */
export function probeNeighbours(sim: Cloud, task: TaskRow, changed: ContainerRow): void {
  for (const { task: other, container } of neighboursOf(sim.tables, task, changed)) probeAround(sim, other, container);
}

/** A file was written that the health check of the same container may look at, or of another one of its task. */
export function probeReaders(sim: Cloud, task: TaskRow): void {
  for (const arn of task.spec.containerArns) {
    const row = sim.tables.containers.get(arn);
    if (row !== undefined) probeAround(sim, task, row);
  }
}

/** The health check of a container and what it finds; undefined when it has none. */
export function probingOf(sim: Cloud, task: TaskRow, container: ContainerRow): (Probing & Findings) | undefined {
  const definition = containerDefinition(definitionOf(sim, task), container.name);
  const { healthCheck: check } = definition;
  if (check === undefined) return undefined;
  const override = overrideOf(task, container.name);
  const image = buildOf(sim.tables, task, container);
  const found = findingsOf({
    command: check.command,
    timeoutMs: 1000 * (check.timeout ?? HEALTH_CHECK_DEFAULTS.timeout),
    environment: valuesOf(definition, override, container.fileVariables),
    system: systemOfContainer(image, definition),
    hostname: hostnameOf(sim, task, container),
    files: filesOf(sim, task, container),
    servers: serversAround(sim, task, container),
    readyAfterMs: image.behaviour.healthyAfterMs ?? 0,
  });
  return found && { check, ...found };
}

function probeAround(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  if (container.phase !== "RUNNING") return;
  if (probingOf(sim, task, container)?.looksAround === true) probeNext(sim, task, container);
}

/** Who answers in the namespace of a container, on the clock of its process. */
function serversAround(sim: Cloud, task: TaskRow, container: ContainerRow): Answering[] {
  const { startedAtMs = sim.nowMs } = container;
  const all: Placed[] = [{ task, container }, ...neighboursOf(sim.tables, task, container)];
  return all.flatMap((each) => {
    const fromMs = answersFromMs(sim.tables, each.task, each.container);
    if (fromMs === undefined || each.container.hangs === true) return [];
    const { pages } = contentsOf(buildOf(sim.tables, each.task, each.container)).server ?? {};
    const isOwn = each.container.slot === container.slot;
    return portsOf(sim.tables, each.task, each.container).flatMap(({ port, protocol }) =>
      protocol === "tcp" ? [{ port, fromMs: fromMs - startedAtMs, pages, isOwn }] : [],
    );
  });
}

/**
 * On which ports the process of a container listens, and which of them somebody else has already.
 * Simplified: a server has its ports from its first moment on; it answers there at once, too, but for those that say when
 * they are ready.
 */
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { CloudReaders } from "../model/tables.ts";
import type { Listener } from "../network/end.ts";
import { buildOf, portsOf } from "./container-start.ts";

/** A container with its task. */
export interface Placed {
  readonly task: TaskRow;
  readonly container: ContainerRow;
}

/** The ports on which a container that runs answers, at a moment. */
export function listeningPorts(
  tables: CloudReaders,
  task: TaskRow,
  container: ContainerRow,
  nowMs: number,
): readonly Listener[] {
  const fromMs = answersFromMs(tables, task, container);
  return fromMs === undefined || nowMs < fromMs ? [] : portsOf(tables, task, container);
}

/** From when on a container's server answers; undefined while its process does not run. */
export function answersFromMs(tables: CloudReaders, task: TaskRow, container: ContainerRow): number | undefined {
  const { startedAtMs, phase } = container;
  if (startedAtMs === undefined || (phase !== "RUNNING" && phase !== "STOPPING")) return undefined;
  return startedAtMs + (buildOf(tables, task, container).behaviour.healthyAfterMs ?? 0);
}

/** A port that the process of a container wants and that another one of its network namespace has; undefined when all are free. */
export function takenPort(tables: CloudReaders, task: TaskRow, container: ContainerRow): number | undefined {
  const neighbours = neighboursOf(tables, task, container);
  if (neighbours.length === 0) return undefined;
  const wanted = portsOf(tables, task, container);
  const taken = neighbours.flatMap((other) =>
    other.container.phase === "RUNNING" || other.container.phase === "STOPPING"
      ? portsOf(tables, other.task, other.container)
      : [],
  );
  return wanted.find(({ port, protocol }) => taken.some((each) => each.port === port && each.protocol === protocol))
    ?.port;
}

/** The other containers of the same network namespace: of the task with its own interface, of all tasks in host mode. */
export function neighboursOf(tables: CloudReaders, task: TaskRow, container: ContainerRow): readonly Placed[] {
  const { networkMode, containerArns } = task.spec;
  const isAlone = networkMode === "awsvpc" ? containerArns.length === 1 : networkMode !== "host";
  if (isAlone) return [];
  const tasks = networkMode === "awsvpc" ? [task] : tasksOnHost(tables, task);
  return tasks.flatMap((each) =>
    each.spec.containerArns.flatMap((arn) => {
      const row = tables.containers.get(arn);
      return row === undefined || row.slot === container.slot ? [] : [{ task: each, container: row }];
    }),
  );
}

function tasksOnHost(tables: CloudReaders, task: TaskRow): TaskRow[] {
  const { containerInstanceArn } = tables.containerInstances.at(task.spec.placed?.instanceSlot ?? -1) ?? {};
  if (containerInstanceArn === undefined) return [task];
  return [...tables.tasks.bucket("containerInstance", containerInstanceArn)].flatMap((key) => {
    const other = tables.tasks.get(key);
    return other?.spec.networkMode === "host" ? [other] : [];
  });
}

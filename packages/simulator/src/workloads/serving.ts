/**
 * How the program of a container serves requests: as its image does, as the environment of its definition says, and as a fault
 * has made it. Leaves out the processor, which its task has.
 */
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { CloudReaders } from "../model/tables.ts";
import type { Serving } from "../model/traffic.ts";
import { buildOf } from "./container-start.ts";

/** A program that nothing else is known of. Ours: a small web service that waits for a database most of the time. */
export const USUAL_SERVING: Serving = Object.freeze({
  places: 16,
  queue: 100,
  serviceMs: 40,
  spread: 0.8,
  cpuMs: 4,
  errorShare: 0,
});

/** Variables of a container's definition with which its program serves differently: a version that is broken on purpose. Ours. */
export const SERVING_VARIABLES: Readonly<Record<string, (value: number) => Partial<Serving>>> = {
  QUAYSIDE_PLACES: (places) => ({ places: Math.max(1, Math.round(places)) }),
  QUAYSIDE_QUEUE: (queue) => ({ queue: Math.max(1, Math.round(queue)) }),
  QUAYSIDE_SERVICE_MS: (serviceMs) => ({ serviceMs: Math.max(1, serviceMs) }),
  QUAYSIDE_CPU_MS: (cpuMs) => ({ cpuMs }),
  QUAYSIDE_ERROR_PERCENT: (percent) => ({ errorShare: Math.min(1, percent / 100) }),
};

/** How a program serves from now on. */
export interface ServingNow {
  readonly serving: Serving;
  /** When it will have warmed up; undefined: it has. */
  readonly untilMs?: number;
}

/** How the program of a container serves at a moment. @param answersFromMs since when it answers */
export function servingAt(
  tables: CloudReaders,
  task: TaskRow,
  container: ContainerRow,
  answersFromMs: number,
  nowMs: number,
): ServingNow {
  const { serving = USUAL_SERVING } = buildOf(tables, task, container).behaviour;
  const hangs = container.hangs === true ? { hangs: true as const } : {};
  const changed: Serving = { ...serving, ...fromEnvironment(tables, task, container), ...container.serving, ...hangs };
  const { warmUp, ...warm } = changed;
  const untilMs = answersFromMs + (warmUp?.forMs ?? 0);
  if (warmUp === undefined || nowMs >= untilMs) return { serving: warm };
  return { serving: { ...warm, serviceMs: warm.serviceMs * warmUp.times }, untilMs };
}

function fromEnvironment(tables: CloudReaders, task: TaskRow, container: ContainerRow): Partial<Serving> {
  const definition = tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition;
  const { environment = [] } = definition?.containerDefinitions.find(({ name }) => name === container.name) ?? {};
  const changes = environment.map(({ name = "", value = "" }) => {
    const number = Number(value);
    return value === "" || !(number >= 0) ? {} : SERVING_VARIABLES[name]?.(number);
  });
  return Object.assign({}, ...changes);
}

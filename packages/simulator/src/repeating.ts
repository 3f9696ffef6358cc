/**
 * What comes again and again in a run, so that nobody can wait for its end: a container that its policy starts again, a
 * health check, a program that looks around for ever, the scheduler of a service that cannot be steady, whatever turned out to lead to itself.
 */
import type { Cloud } from "./model/cloud.ts";
import type { CloudEntry, DueKind } from "./model/due.ts";
import { waitText } from "./wait-text.ts";

/** In which way something repeats, for the words about it. */
export type RepeatWay = "restart" | "probe" | "program" | "service" | "schedule" | "loop";

/** One thing that repeats. Other languages write its sentence from `way`, `name` and `inMs`. */
export interface Repeating {
  /** What happens next of it, as on the agenda. */
  readonly kind: DueKind;
  /** Key of the row concerned. */
  readonly subject: string;
  /** What people call that row: a container's name, for a task that of its service or definition, else the end of its key. */
  readonly name: string;
  readonly way: RepeatWay;
  /** When it happens next, in simulated milliseconds since the world began. */
  readonly nextAtMs: number;
  /** The same from now. */
  readonly inMs: number;
  /** In English: "web restarts again in 12 s". */
  readonly sentence: string;
}

const WAYS: { readonly [Kind in DueKind]?: RepeatWay } = {
  CONTAINER_EXITED: "restart",
  CONTAINER_RESTARTED: "restart",
  HEALTH_PROBED: "probe",
  PROCESS_RESUMED: "program",
  SERVICE_BEAT: "service",
  EVENT_RULE_DUE: "schedule",
};

const SENTENCES: { readonly [Way in RepeatWay]: (name: string, wait: string) => string } = {
  restart: (name, wait) => `${name} restarts again in ${wait}`,
  probe: (name, wait) => `The next health probe that matters to ${name} is in ${wait}`,
  program: (name, wait) => `The program of ${name} goes on in ${wait}`,
  service: (name, wait) => `${name} has nothing that it can do and is looked at again in ${wait}`,
  schedule: (name, wait) => `The next time of ${name} comes in ${wait}`,
  loop: (name, wait) => `${name} goes round in a circle; its next step is in ${wait}`,
};

/** What repeats, earliest first; empty when nothing does. */
export function repeatingOf({ world }: Cloud): readonly Repeating[] {
  if (world.agenda.periodic === 0) return [];
  return world.agenda.list("periodic").map((entry) => repeatingEntry(world, entry));
}

function repeatingEntry({ nowMs, tables }: Cloud["world"], { kind, target, atMs }: CloudEntry): Repeating {
  const name = nameOf(tables, target);
  const way = WAYS[kind] ?? "loop";
  const inMs = atMs - nowMs;
  return { kind, subject: target, name, way, nextAtMs: atMs, inMs, sentence: SENTENCES[way](name, waitText(inMs)) };
}

/** A container's name, and for a task the name of its service, or else of its definition: nobody knows the id of a task that is to come. */
function nameOf(tables: Cloud["tables"], target: string): string {
  const task = tables.tasks.get(target)?.spec;
  const known = tables.containers.get(target)?.name ?? task?.serviceArn ?? task?.taskDefinitionArn ?? target;
  return known.slice(known.lastIndexOf("/") + 1);
}

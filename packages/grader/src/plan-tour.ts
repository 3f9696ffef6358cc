/**
 * Goes through a tour ahead of time, on a run of its own: when each stop is reached. The simulator is deterministic, so the
 * tour that is watched afterwards comes to the same moments.
 */
import { type JournalRecord, Session } from "@quayside/simulator";
import { Attempt, type CommandResult, type RunLine } from "./attempt.ts";
import type { Lab } from "./lab.ts";
import type { Tour, TourEvent } from "./tour.ts";
import { unmetText } from "./wait-words.ts";

/** How much time passes before a stop's commands are given, so that the stop before shows the world without them. */
export const TOUR_BREATH_MS = 1000;
/** A stop that is not reached within so many steps is never reached. */
const STEPS_MAX = 5000;

/** When a stop is reached. */
export interface TourMoment {
  /** When its commands are given; undefined for a stop without any. */
  readonly callsAtMs: number | undefined;
  readonly atMs: number;
  /** The record that it waited for; undefined for a stop that waits for none. */
  readonly record: JournalRecord | undefined;
  /** What its commands printed. */
  readonly printed: readonly CommandResult[];
}

/** The lab as a tour begins with it. */
export function labOfTour(lab: Lab, tour: Tour): Lab {
  if (tour.scenario === undefined) return lab;
  const { beginning: _ofAnotherScenario, ...rest } = lab;
  return { ...rest, scenario: tour.scenario };
}

/**
 * The moments of a tour, one a stop.
 * @throws Error when a stop is never reached, or waits for something until the bound of the wait; the message names it
 */
export function planTour(lab: Lab, tour: Tour, runLine: RunLine): TourMoment[] {
  const ofTour = labOfTour(lab, tour);
  const session = Session.start(ofTour);
  const attempt = new Attempt(ofTour, session, { runLine });
  let seen = session.journal.length;
  return tour.stops.map((stop, index) => {
    const commands = stop.does ?? [];
    if (commands.length > 0) session.advance({ byMs: TOUR_BREATH_MS });
    const callsAtMs = commands.length > 0 ? session.nowMs : undefined;
    const printed = commands.map((command) => attempt.run(command));
    for (const { unmet } of printed) {
      if (unmet !== undefined)
        throw new Error(`Stop ${index + 1} of the tour waits in vain. ${unmetText(unmet)("en")}`);
    }
    const record = stop.until && waitFor(session, stop.until, seen);
    if (stop.until !== undefined && record === undefined)
      throw new Error(`Stop ${index + 1} of the tour waits for ${stop.until.kind}, which does not happen.`);
    seen = record === undefined ? session.journal.length : record.seq + 1;
    return { callsAtMs, atMs: session.nowMs, record, printed };
  });
}

/** Lets time pass until an event has happened. @returns its record; undefined when it does not happen any more */
function waitFor(session: Session, event: TourEvent, from: number): JournalRecord | undefined {
  let read = from;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const { records } = session.journal;
    for (; read < records.length; read += 1) {
      const record = records[read] as JournalRecord;
      if (isEvent(session, record, event)) return record;
    }
    if (session.advance({ maxSteps: 1 }).steps === 0) return undefined;
  }
  return undefined;
}

function isEvent({ tables }: Session, { kind, subject }: JournalRecord, event: TourEvent): boolean {
  if (kind !== event.kind) return false;
  const container = tables.containers.get(subject);
  if (event.container !== undefined && container?.name !== event.container) return false;
  if (event.family === undefined) return true;
  const task = tables.tasks.get(container?.taskArn ?? subject);
  return familyOf(task?.spec.taskDefinitionArn ?? subject) === event.family;
}

/** Family of a task definition's ARN. */
function familyOf(taskDefinitionArn: string): string | undefined {
  return /:task-definition\/([^:]+):\d+$/.exec(taskDefinitionArn)?.[1];
}

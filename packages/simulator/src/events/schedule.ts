/**
 * Schedules: `rate(5 minutes)`, `cron(0 10 * * ? *)` and, in EventBridge Scheduler, `at(2026-01-05T10:00:00)`. Source: EventBridge User
 * Guide, rate and cron expressions; Scheduler User Guide, schedule types (checked 2026-11-29).
 */
import { readDate } from "../model/calendar.ts";
import { type Cron, nextCron, readCron } from "./cron.ts";
import { localMs, utcMs, type Zone } from "./zones.ts";

/** A schedule that was read. */
export type Schedule =
  | { readonly kind: "rate"; readonly everyMs: number }
  | { readonly kind: "cron"; readonly cron: Cron }
  | { readonly kind: "at"; readonly localMs: number };

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** A schedule of a rule, or undefined when it is none: one minute, but two minutes. */
export function readSchedule(text: string): Schedule | undefined {
  const [, count, unit, plural] = /^rate\((\d{1,9}) (minute|hour|day)(s?)\)$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    const isWell = Number(count) > 0 && (Number(count) === 1) === (plural === "");
    return isWell ? { kind: "rate", everyMs: Number(count) * (UNIT_MS[unit] as number) } : undefined;
  }
  const fields = /^cron\(([^()]*)\)$/.exec(text)?.[1];
  const cron = fields === undefined ? undefined : readCron(fields);
  return cron && { kind: "cron", cron };
}

/** A schedule of EventBridge Scheduler: also once, at a moment of its time zone; and it does not mind `rate(1 minutes)`. */
export function readSchedulerSchedule(text: string): Schedule | undefined {
  const moment = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(text)?.[1];
  const seconds = moment === undefined ? undefined : readDate(moment);
  if (seconds !== undefined) return { kind: "at", localMs: seconds * 1000 };
  const [, count, unit] = /^rate\((\d{1,9}) (minute|hour|day)s?\)$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    return Number(count) > 0 ? { kind: "rate", everyMs: Number(count) * (UNIT_MS[unit] as number) } : undefined;
  }
  return readSchedule(text);
}

/** From when on a schedule counts, and in which zone its clock is; epoch milliseconds. */
export interface ScheduleFrame {
  readonly anchorMs: number;
  readonly zone: Zone;
}

/**
 * The first moment of a schedule after another one. A rate counts from its anchor; a time that a clock skips in spring does not come.
 * @returns epoch milliseconds; undefined when it never comes again
 */
export function nextMoment(schedule: Schedule, afterMs: number, { anchorMs, zone }: ScheduleFrame): number | undefined {
  if (schedule.kind === "rate") {
    const rounds = Math.floor(Math.max(0, afterMs - anchorMs) / schedule.everyMs) + 1;
    return anchorMs + rounds * schedule.everyMs;
  }
  if (schedule.kind === "at") {
    const once = utcMs(zone, schedule.localMs);
    return once > afterMs ? once : undefined;
  }
  let local: number | undefined = localMs(zone, afterMs);
  // A day on which clocks change has at most two hours that are looked at twice or not at all.
  for (let tries = 0; tries < 200; tries += 1) {
    local = nextCron(schedule.cron, local);
    if (local === undefined) return undefined;
    const at = utcMs(zone, local);
    if (at > afterMs && localMs(zone, at) === local) return at;
  }
  return undefined;
}

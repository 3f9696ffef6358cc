/**
 * Time zones as far as schedules need them: an offset, and the rule by which summer time comes and goes. A table, because the
 * simulation asks no machine for its own. Simplified: these zones by today's rules; AWS knows every zone of the IANA database.
 */
import { calendarDate, DAY_MS, daysSince1970, monthLength } from "../model/calendar.ts";

/** When clocks are an hour ahead. */
type Summer = "none" | "europe" | "america";

/** A zone: its usual offset from UTC in minutes, and its summer time. */
export interface Zone {
  readonly offset: number;
  readonly summer: Summer;
}

const zone = (offset: number, summer: Summer = "none"): Zone => ({ offset, summer });

/** By their IANA names. @source IANA time zone database, 2026 (checked 2026-11-29) */
export const ZONES: Readonly<Record<string, Zone>> = {
  UTC: zone(0),
  "Etc/UTC": zone(0),
  "Etc/GMT": zone(0),
  "Europe/London": zone(0, "europe"),
  "Europe/Dublin": zone(0, "europe"),
  "Europe/Lisbon": zone(0, "europe"),
  "Europe/Berlin": zone(60, "europe"),
  "Europe/Zurich": zone(60, "europe"),
  "Europe/Vienna": zone(60, "europe"),
  "Europe/Paris": zone(60, "europe"),
  "Europe/Madrid": zone(60, "europe"),
  "Europe/Rome": zone(60, "europe"),
  "Europe/Amsterdam": zone(60, "europe"),
  "Europe/Stockholm": zone(60, "europe"),
  "Europe/Warsaw": zone(60, "europe"),
  "Europe/Helsinki": zone(120, "europe"),
  "Europe/Kyiv": zone(120, "europe"),
  "America/New_York": zone(-300, "america"),
  "America/Toronto": zone(-300, "america"),
  "America/Chicago": zone(-360, "america"),
  "America/Denver": zone(-420, "america"),
  "America/Phoenix": zone(-420),
  "America/Los_Angeles": zone(-480, "america"),
  "America/Sao_Paulo": zone(-180),
  "Africa/Johannesburg": zone(120),
  "Asia/Dubai": zone(240),
  "Asia/Kolkata": zone(330),
  "Asia/Bangkok": zone(420),
  "Asia/Ho_Chi_Minh": zone(420),
  "Asia/Saigon": zone(420),
  "Asia/Jakarta": zone(420),
  "Asia/Singapore": zone(480),
  "Asia/Hong_Kong": zone(480),
  "Asia/Shanghai": zone(480),
  "Asia/Tokyo": zone(540),
  "Asia/Seoul": zone(540),
  "Australia/Brisbane": zone(600),
};

/** What the clocks of a zone show at a moment, as epoch milliseconds of that clock. */
export function localMs(zone: Zone, epochMs: number): number {
  return epochMs + offsetAt(zone, epochMs) * 60_000;
}

/** The moment at which the clocks of a zone show a time; the first of two. */
export function utcMs(zone: Zone, local: number): number {
  const inSummer = local - (zone.offset + 60) * 60_000;
  if (isSummer(zone, inSummer)) return inSummer;
  return local - zone.offset * 60_000;
}

function offsetAt(zone: Zone, epochMs: number): number {
  return zone.offset + (isSummer(zone, epochMs) ? 60 : 0);
}

/** Europe: last Sundays of March and October, 01:00 UTC. America: second Sunday of March, first of November, 02:00 of its clocks. */
function isSummer({ summer, offset }: Zone, epochMs: number): boolean {
  if (summer === "none") return false;
  const { year } = calendarDate(epochMs);
  if (summer === "europe") {
    return epochMs >= lastSunday(year, 3) + 3_600_000 && epochMs < lastSunday(year, 10) + 3_600_000;
  }
  const atTwo = (day: number, extra: number) => day + (120 - offset - extra) * 60_000;
  return epochMs >= atTwo(sunday(year, 3, 8), 0) && epochMs < atTwo(sunday(year, 11, 1), 60);
}

function lastSunday(year: number, month: number): number {
  return sunday(year, month, monthLength(year, month) - 6);
}

/** The first Sunday from a day on. */
function sunday(year: number, month: number, from: number): number {
  const day = daysSince1970(year, month, from);
  return (day + ((7 - ((day + 4) % 7)) % 7)) * DAY_MS;
}

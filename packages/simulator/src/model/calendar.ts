/** Simulated moments as calendar dates, in UTC, without asking the machine. */
import { WORLD_BEGAN_AT_MS } from "./place.ts";

const DAY_MS = 86_400_000;
const DAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment in parts; `month` from 1 to 12, `time` as `09:00:30`. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

/** The date of a simulated moment, in milliseconds since the world began. */
export function calendarDate(atMs: number): CalendarDate {
  const sinceEpochMs = WORLD_BEGAN_AT_MS + atMs;
  let left = Math.floor(sinceEpochMs / DAY_MS);
  let year = 1970;
  for (; left >= yearLength(year); year += 1) left -= yearLength(year);
  let month = 1;
  for (; left >= monthLength(year, month); month += 1) left -= monthLength(year, month);
  const seconds = Math.floor((sinceEpochMs % DAY_MS) / 1000);
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part))).join(":");
  return { year, month, day: left + 1, time };
}

/** A moment as `date` prints it: `Mon Jan  5 09:00:30 UTC 2026`. */
export function dateText(atMs: number): string {
  const { year, month, day, time } = calendarDate(atMs);
  const weekday = DAYS[Math.floor((WORLD_BEGAN_AT_MS + atMs) / DAY_MS) % 7];
  return `${weekday} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${time} UTC ${year}`;
}

/** A moment as nginx writes it: `2026/01/05 09:00:30`. */
export function slashedDate(atMs: number): string {
  const { year, month, day, time } = calendarDate(atMs);
  return `${year}/${two(month)}/${two(day)} ${time}`;
}

function yearLength(year: number): number {
  return isLeap(year) ? 366 : 365;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Moments in milliseconds since 1970 as calendar dates and back, in UTC, without asking the machine. */

/** Ours: milliseconds of a day. */
export const DAY_MS = 86_400_000;
const DAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment in parts; `month` from 1 to 12, `time` as `09:00:30`. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

/** The date of a moment. */
export function calendarDate(epochMs: number): CalendarDate {
  let left = Math.floor(epochMs / DAY_MS);
  let year = 1970;
  for (; left >= yearLength(year); year += 1) left -= yearLength(year);
  let month = 1;
  for (; left >= monthLength(year, month); month += 1) left -= monthLength(year, month);
  const seconds = Math.floor((epochMs % DAY_MS) / 1000);
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part))).join(":");
  return { year, month, day: left + 1, time };
}

/** A moment as `date` prints it: `Mon Jan  5 09:00:30 UTC 2026`. */
export function dateText(epochMs: number): string {
  const { year, month, day, time } = calendarDate(epochMs);
  const weekday = DAYS[Math.floor(epochMs / DAY_MS) % 7];
  return `${weekday} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${time} UTC ${year}`;
}

/** A moment as nginx writes it: `2026/01/05 09:00:30`. */
export function slashedDate(epochMs: number): string {
  const { year, month, day, time } = calendarDate(epochMs);
  return `${year}/${two(month)}/${two(day)} ${time}`;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))?)?$/;

/**
 * Seconds since 1970 of a date in one of the four forms that AWS lists; without a zone it is UTC, without a time the
 * day's first moment. Undefined for other text and for days that no calendar has.
 * @source Developer Guide, cluster query language, registeredAt (checked 2026-11-21)
 */
export function readDate(text: string): number | undefined {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const offset = found[7] === undefined ? 0 : (Number(found[8]) * 60 + Number(found[9])) * 60;
  if (offset > 18 * 3600) return undefined;
  const seconds = (daysSince1970(year, month, day) * 24 + hour) * 3600 + minute * 60 + second;
  return found[7] === "-" ? seconds + offset : seconds - offset;
}

/** A moment in ISO 8601, to the second: `2026-01-05T09:00:30Z`. */
export function isoSeconds(epochMs: number): string {
  const { year, month, day, time } = calendarDate(epochMs);
  return `${year}-${two(month)}-${two(day)}T${time}Z`;
}

/** A moment in ISO 8601 with its milliseconds, without zeros at their end: `2026-01-05T09:00:30.94Z`. */
export function isoMoment(epochMs: number): string {
  const fraction = String(Math.round(epochMs % 1000))
    .padStart(3, "0")
    .replace(/0+$/, "");
  const text = isoSeconds(epochMs);
  return fraction === "" ? text : `${text.slice(0, -1)}.${fraction}Z`;
}

/** Days from 1970-01-01 to a date. Counts with years that begin in March, so that a leap day is the last of its year. */
export function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

function yearLength(year: number): number {
  return isLeap(year) ? 366 : 365;
}

/** Days of a month, 1 to 12. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

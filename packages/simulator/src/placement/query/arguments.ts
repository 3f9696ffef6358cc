/**
 * Arguments as values: versions of the agent, dates, numbers, and what each subject of the query language accepts.
 * Dates are counted without asking the machine, in UTC.
 */
import type { Subject } from "./expression.ts";

/** Compares versions such as 1.14.5 part by part, as numbers; a part that is missing counts as 0. */
export function compareVersions(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The parts of a version such as `1.80.0` or `v1.80.0`; undefined when it is none. What stands behind `-` or `+` is left out. */
export function readVersion(text: string): readonly number[] | undefined {
  const found = /^v?(\d{1,9}(?:\.\d{1,9}){0,7})(?:[-+].*)?$/.exec(text);
  return found?.[1]?.split(".").map(Number);
}

/** A whole number from 0; undefined for other text. */
export function readCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))?)?$/;
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

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
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lastDay = month === 2 && leap ? 29 : LAST_DAYS[month - 1];
  if (lastDay === undefined || day < 1 || day > lastDay || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = found[7] === undefined ? 0 : (Number(found[8]) * 60 + Number(found[9])) * 60;
  if (offset > 18 * 3600) return undefined;
  const seconds = (daysSince1970(year, month, day) * 24 + hour) * 3600 + minute * 60 + second;
  return found[7] === "-" ? seconds + offset : seconds - offset;
}

/** Counts with years that begin in March, so that a leap day is the last of its year. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** What a subject needs as its argument, as words for a message; undefined when the value is fine. */
export function valueExpected(subject: Subject, value: string): string | undefined {
  if (subject.kind === "attribute") return undefined;
  if (subject.name === "agentConnected") return value === "true" || value === "false" ? undefined : "true or false";
  if (subject.name === "agentVersion") return readVersion(value) ? undefined : "a version such as 1.14.5";
  if (subject.name === "runningTasksCount") return readCount(value) === undefined ? "a whole number" : undefined;
  if (subject.name === "registeredAt") {
    return readDate(value) === undefined ? "a date such as 2026-01-05 or 2026-01-05T09:00:00Z" : undefined;
  }
  return undefined;
}

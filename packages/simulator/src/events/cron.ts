/**
 * Cron expressions of EventBridge: minutes, hours, day of the month, month, day of the week, year. Source: EventBridge User Guide,
 * cron expressions (checked 2026-11-29).
 */
import { calendarDate, DAY_MS, daysSince1970, monthLength } from "../model/calendar.ts";

/** Whether a day fits: its date, and the day of the week from 1, which is Sunday. */
type DayTest = (year: number, month: number, day: number, weekday: number) => boolean;

/** A cron expression that was read. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly isDay: DayTest;
  readonly lastYear: number;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** The fields behind `cron(`, or undefined when they are none. Exactly one of the two days is `?`. */
export function readCron(text: string): Cron | undefined {
  const [minute, hour, day, month, weekday, year, ...more] = text.trim().split(/\s+/);
  if (year === undefined || more.length > 0) return undefined;
  if ((day === "?") === (weekday === "?")) return undefined;
  const minutes = numbers(minute as string, 0, 59);
  const hours = numbers(hour as string, 0, 23);
  const months = numbers(month as string, 1, 12, MONTHS);
  const years = numbers(year, FIRST_YEAR, LAST_YEAR);
  const fits = day === "?" ? weekdayTest(weekday as string) : dayTest(day as string);
  if (minutes === undefined || hours === undefined || months === undefined || years === undefined || !fits)
    return undefined;
  const [monthSet, yearSet] = [new Set(months), new Set(years)];
  const isDay: DayTest = (y, m, d, w) => yearSet.has(y) && monthSet.has(m) && fits(y, m, d, w);
  return { minutes, hours, isDay, lastYear: years.at(-1) as number };
}

/**
 * The first moment of a cron expression after another one, as if the clock on the wall showed UTC.
 * @returns undefined when it never comes again
 */
export function nextCron({ minutes, hours, isDay, lastYear }: Cron, afterMs: number): number | undefined {
  const minutesFrom = Math.floor(afterMs / 60_000) + 1;
  for (let day = Math.floor(minutesFrom / 1_440); ; day += 1) {
    const date = calendarDate(day * DAY_MS);
    if (date.year > lastYear) return undefined;
    // 1970-01-01 was a Thursday.
    if (!isDay(date.year, date.month, date.day, ((day + 4) % 7) + 1)) continue;
    for (const hour of hours) {
      for (const minute of minutes) {
        const at = day * 1_440 + hour * 60 + minute;
        if (at >= minutesFrom) return at * 60_000;
      }
    }
  }
}

/** `*`, `5`, `1-5`, `0/15`, `*\/15`, and lists of them; sorted, or undefined when it is none. */
function numbers(text: string, low: number, high: number, names: readonly string[] = []): number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [, range = "", step] = /^([^/]+)(?:\/(\d{1,4}))?$/.exec(part) ?? [];
    const bounds = boundsOf(range, low, high, names, step !== undefined);
    if (bounds === undefined || (step !== undefined && (Number(step) < 1 || Number(step) > high))) return undefined;
    const [from, to] = bounds;
    // A range may go over the end: FRI-MON.
    const last = to < from ? to + high - low + 1 : to;
    for (let at = from; at <= last; at += Number(step ?? 1)) found.add(at > high ? at - (high - low + 1) : at);
  }
  return [...found].sort((one, other) => one - other);
}

function boundsOf(
  range: string,
  low: number,
  high: number,
  names: readonly string[],
  isStepped: boolean,
): readonly [number, number] | undefined {
  if (range === "*") return [low, high];
  const ends = range.split("-").map((end) => numberOf(end, low, high, names));
  const [from, to] = ends;
  if (from === undefined || ends.length > 2 || ends.includes(undefined)) return undefined;
  return [from, to ?? (isStepped ? high : from)];
}

function numberOf(text: string, low: number, high: number, names: readonly string[]): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named !== -1) return named + low;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= low && number <= high ? number : undefined;
}

/** Days of the month: numbers, `L` for the last one, `15W` for the weekday nearest to the 15th, `LW`. */
function dayTest(text: string): DayTest | undefined {
  if (text === "L") return (year, month, day) => day === monthLength(year, month);
  const near = /^(\d{1,2}|L)W$/.exec(text)?.[1];
  if (near !== undefined) {
    if (near !== "L" && (Number(near) < 1 || Number(near) > 31)) return undefined;
    return (year, month, day) =>
      day === nearestWeekday(year, month, near === "L" ? monthLength(year, month) : Number(near));
  }
  const days = numbers(text, 1, 31);
  return days && ((_year, _month, day) => days.includes(day));
}

/** Days of the week: numbers from 1 for Sunday or names, `6L` or `L` for the last one, `3#2` for the second Tuesday. */
function weekdayTest(text: string): DayTest | undefined {
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth !== null) {
    const weekday = numberOf(nth[1] as string, 1, 7, WEEKDAYS);
    if (weekday === undefined) return undefined;
    return (_year, _month, day, on) => on === weekday && Math.ceil(day / 7) === Number(nth[2]);
  }
  if (text === "L") return (_year, _month, _day, on) => on === 7;
  const last = /^(\w+)L$/.exec(text)?.[1];
  const lastDay = last === undefined ? undefined : numberOf(last, 1, 7, WEEKDAYS);
  if (lastDay !== undefined) {
    return (year, month, day, on) => on === lastDay && day + 7 > monthLength(year, month);
  }
  const days = numbers(text, 1, 7, WEEKDAYS);
  return days && ((_year, _month, _day, on) => days.includes(on));
}

/** The weekday nearest to a day, in the same month. */
function nearestWeekday(year: number, month: number, day: number): number {
  const length = monthLength(year, month);
  if (day > length) return 0;
  const weekday = ((daysSince1970(year, month, day) + 4) % 7) + 1;
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === length ? day - 2 : day + 1;
  return day;
}

/**
 * Arguments as values: versions of the agent, numbers, and what each subject of the query language accepts.
 */
import { readDate } from "../../model/calendar.ts";
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

/** Moments in an answer as the AWS CLI shows them: as they cross the wire (seconds), or in ISO 8601. */
import type { Shape } from "../model.ts";
import { isRecord } from "../validate.ts";

/** A moment in seconds since 1970 as Python's isoformat() prints it in UTC: microseconds only where there are any. */
export function isoTimestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const text = new Date(milliseconds).toISOString().slice(0, -1);
  return `${text.endsWith(".000") ? text.slice(0, -4) : `${text}000`}+00:00`;
}

/** An answer of this shape with its moments as text, in ISO 8601 by default; the answer given is not changed. */
export function isoTimestamps(shape: Shape, value: unknown, write = isoTimestamp): unknown {
  if (shape.type === "timestamp") return typeof value === "number" ? write(value) : value;
  if (shape.type === "list" && Array.isArray(value)) {
    return value.map((item) => isoTimestamps(shape.element as Shape, item, write));
  }
  if (shape.type !== "structure" || shape.document || !isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    const member = shape.members.get(key);
    return [key, member === undefined ? item : isoTimestamps(member, item, write)] as const;
  });
  return Object.fromEntries(entries);
}

/** Where and when a simulated cloud is: one account, in one Region, from one first moment on. */
import type { ReadonlyTable } from "../kernel/table.ts";

/** The account that owns everything. Ours: the number that AWS's documentation uses in its examples. */
export const ACCOUNT_ID = "123456789012";

/** The learner, as `registeredBy` shows them. Ours: the only user of the account. */
export const CALLER_ARN = `arn:aws:iam::${ACCOUNT_ID}:user/learner`;

/** The Region of a world, and the moment at which it begins, in milliseconds since 1970. */
export interface Place {
  readonly region: string;
  readonly startsAtMs: number;
}

/** The place of every world whose scenario names no other. Ours: 2026-01-05T09:00:00Z is a Monday. */
export const DEFAULT_PLACE: Place = { region: "us-east-1", startsAtMs: 1_767_603_600_000 };

/** Ours: key of the only row that the table of places can have. */
export const PLACE_KEY = "here";

/** Tables that say where they are: those of a world, of a picture, of a moment of the past. */
export interface Placed {
  readonly places: ReadonlyTable<Place>;
}

/** Where and when a world is. A table without a row stands for the usual place. */
export function placeOf({ places }: Placed): Place {
  return places.get(PLACE_KEY) ?? DEFAULT_PLACE;
}

/** The Region of a world. */
export function regionOf(tables: Placed): string {
  return placeOf(tables).region;
}

/** A simulated moment in milliseconds since 1970. */
export function epochMs(tables: Placed, atMs: number): number {
  return placeOf(tables).startsAtMs + atMs;
}

/** A simulated moment as AWS puts it on the wire: seconds since 1970 with milliseconds behind the point. */
export function epochSeconds(tables: Placed, atMs: number): number {
  return epochMs(tables, atMs) / 1000;
}

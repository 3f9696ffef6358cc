/**
 * The columns of traffic: a row says what came to some targets that cannot be told apart in one interval, how it ended, and how
 * long it took. Rows are in the order of their ends.
 */
import type { Ledger } from "../kernel/ledger.ts";
import { ENDS, type End } from "./traffic.ts";

/**
 * - `fromMs`, `toMs`: the interval; the same moment when something was cut off at a change
 * - `place`: number of the target group, or of the load balancer when no target was chosen
 * - `cohort`: number of the targets alike at this balancer, -1 for none; `targets`: how many they are
 * - `since`: the journal's record that brought them into their state, -1 for none
 * - `came`, then one for each end: whole requests
 * - `cpuMs`: processor time used; `inFlight`: requests that were in the cohort at the end
 * - `waitShare`, `waitMs`, `waitSdMs`: of the answered ones, the share that waited for a place, how long, and how differently
 * - `serviceMs`, `spread`: how long an answer takes once there is a place
 *
 * Ours: AWS publishes metrics, which are made of these.
 */
export const TRAFFIC_COLUMNS = [
  "fromMs",
  "toMs",
  "place",
  "cohort",
  "targets",
  "since",
  "came",
  ...ENDS,
  "cpuMs",
  "inFlight",
  "waitShare",
  "waitMs",
  "waitSdMs",
  "serviceMs",
  "spread",
] as const;

export type TrafficColumn = (typeof TRAFFIC_COLUMNS)[number];
export type TrafficRow = { readonly [Column in TrafficColumn]: number };
export type TrafficLedger = Ledger<TrafficColumn>;

/** How many requests ended in each way; an end that is not there: none. */
export type EndCounts = { readonly [Name in End]?: number };

/** A row without requests. Ours: the columns. */
export const EMPTY_ROW: TrafficRow = Object.fromEntries(TRAFFIC_COLUMNS.map((column) => [column, 0])) as TrafficRow;

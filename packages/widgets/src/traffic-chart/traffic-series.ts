/**
 * Requests over time as a chart shows them: the ledger's intervals put together by buckets of equal width, one a few pixels. What
 * an interval says is spread evenly over it. Pure; simulated milliseconds.
 */
import { LOSSES, type Loss, latenciesOf, type TrafficLedger } from "@quayside/simulator";
import type { Span } from "../base/time-scale.ts";

/** Shares of the answers whose times are drawn. */
export const SHARES = [0.5, 0.95, 0.99] as const;

export interface Bucket extends Span {
  /** Requests that came, a second. */
  readonly perSecond: number;
  /** Requests lost in each way, in whole. */
  readonly lost: Readonly<Partial<Record<Loss, number>>>;
  /** Within how many milliseconds half, 95 and 99 % of the answers came; undefined without answers. */
  readonly within: readonly number[] | undefined;
}

/** What is to be seen of the ledger. */
export interface Wanted {
  readonly span: Span;
  readonly buckets: number;
  /** Whether the rows of a place are meant. */
  readonly isOf: (place: number) => boolean;
}

/** The buckets of a span, without those that lie ahead of the ledger. */
export function bucketsOf(ledger: TrafficLedger, { span, buckets: count, isOf }: Wanted): Bucket[] {
  const widthMs = (span.toMs - span.fromMs) / count;
  const rows: number[][] = Array.from({ length: count }, () => []);
  for (let row = ledger.firstAbove("toMs", span.fromMs); row < ledger.length; row += 1) {
    if (ledger.get(row, "fromMs") >= span.toMs) break;
    if (!isOf(ledger.get(row, "place"))) continue;
    const [first, last] = [bucketAt(ledger.get(row, "fromMs")), bucketAt(ledger.get(row, "toMs"))];
    for (let at = Math.max(0, first); at <= Math.min(count - 1, last); at += 1) rows[at]?.push(row);
  }
  const endMs = ledger.length === 0 ? 0 : ledger.get(ledger.length - 1, "toMs");
  return rows.flatMap((own, at) => {
    const [fromMs, toMs] = [span.fromMs + at * widthMs, span.fromMs + (at + 1) * widthMs];
    return fromMs >= endMs ? [] : [bucketOf(ledger, own, { fromMs, toMs: Math.min(toMs, endMs) })];
  });

  function bucketAt(atMs: number): number {
    return Math.floor((atMs - span.fromMs) / widthMs);
  }
}

function bucketOf(ledger: TrafficLedger, rows: readonly number[], span: Span): Bucket {
  let came = 0;
  const lost: Partial<Record<Loss, number>> = {};
  for (const row of rows) {
    const share = shareIn(ledger, row, span);
    came += ledger.get(row, "came") * share;
    for (const end of LOSSES) {
      const count = ledger.get(row, end) * share;
      if (count > 0) lost[end] = (lost[end] ?? 0) + count;
    }
  }
  const latencies = latenciesOf(ledger, rows);
  const within = latencies.count === 0 ? undefined : SHARES.map((share) => latencies.within(share));
  return { ...span, perSecond: (came * 1000) / Math.max(1, span.toMs - span.fromMs), lost, within };
}

/** How much of an interval lies in a span; one without length belongs to the span whole. */
function shareIn(ledger: TrafficLedger, row: number, { fromMs, toMs }: Span): number {
  const [beganMs, endedMs] = [ledger.get(row, "fromMs"), ledger.get(row, "toMs")];
  if (endedMs === beganMs) return beganMs >= fromMs && beganMs < toMs ? 1 : 0;
  return Math.max(0, Math.min(toMs, endedMs) - Math.max(fromMs, beganMs)) / (endedMs - beganMs);
}

/** All that was lost in some buckets. */
export function lostIn(buckets: readonly Bucket[]): Partial<Record<Loss, number>> {
  const all: Partial<Record<Loss, number>> = {};
  for (const { lost } of buckets)
    for (const end of LOSSES) {
      const count = lost[end];
      if (count !== undefined) all[end] = (all[end] ?? 0) + count;
    }
  return all;
}

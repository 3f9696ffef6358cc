/**
 * How long answers took, worked out when somebody asks. A row says how its requests were delayed; any rows together (a minute, a
 * group, a deployment) are a mixture of log-normal distributions, and a percentile is where the mixture reaches its share.
 */
import { exp, ln, normalBelow } from "../kernel/arithmetic.ts";
import type { TrafficLedger } from "../model/traffic-ledger.ts";

export interface Latencies {
  /** Requests answered by a program. */
  readonly count: number;
  /** 0 when there are none. */
  readonly meanMs: number;
  /** The time within which a share of the answers came, in milliseconds; 0 when there are none. */
  readonly within: (share: number) => number;
}

/** Requests that took as long as a log-normal distribution says. */
interface Part {
  readonly weight: number;
  readonly meanMs: number;
  readonly mu: number;
  readonly sigma: number;
}

/** The range in which percentiles are looked for, and how often it is halved: to a millionth. */
const SHORTEST_MS = 0.01;
const LONGEST_MS = 10_000_000;
const HALVINGS = 45;

/** The answers in some rows of the ledger. */
export function latenciesOf(ledger: TrafficLedger, rows: Iterable<number>): Latencies {
  const parts: Part[] = [];
  for (const row of rows) addParts(parts, ledger, row);
  const count = parts.reduce((sum, { weight }) => sum + weight, 0);
  const whole = parts.reduce((sum, { weight, meanMs }) => sum + weight * meanMs, 0);
  return { count, meanMs: count === 0 ? 0 : whole / count, within: (share) => within(parts, count, share) };
}

function addParts(parts: Part[], ledger: TrafficLedger, row: number): void {
  const count = ledger.get(row, "ok") + ledger.get(row, "target5xx");
  if (count === 0) return;
  const serviceMs = ledger.get(row, "serviceMs");
  const serviceSd = serviceMs * ledger.get(row, "spread");
  const waitShare = ledger.get(row, "waitShare");
  if (waitShare < 1) parts.push(logNormal(count * (1 - waitShare), serviceMs, serviceSd));
  if (waitShare === 0) return;
  const waitSd = ledger.get(row, "waitSdMs");
  const sd = Math.sqrt(serviceSd * serviceSd + waitSd * waitSd);
  parts.push(logNormal(count * waitShare, serviceMs + ledger.get(row, "waitMs"), sd));
}

function logNormal(weight: number, meanMs: number, sdMs: number): Part {
  const variance = ln(1 + (sdMs * sdMs) / (meanMs * meanMs));
  return { weight, meanMs, mu: ln(meanMs) - variance / 2, sigma: Math.sqrt(Math.max(1e-12, variance)) };
}

/** Halves the range of the logarithm until little is left. */
function within(parts: readonly Part[], count: number, share: number): number {
  if (count === 0) return 0;
  let [low, high] = [ln(SHORTEST_MS), ln(LONGEST_MS)];
  for (let round = 0; round < HALVINGS; round += 1) {
    const middle = (low + high) / 2;
    const below = parts.reduce((sum, { weight, mu, sigma }) => sum + weight * normalBelow((middle - mu) / sigma), 0);
    if (below < share * count) low = middle;
    else high = middle;
  }
  return exp(low);
}

/** Reads how many requests a second somebody sends over time, from the members of an input. Moments count from now. */
import type { Profile } from "../../model/traffic.ts";

/** Ours: more than any service of this cloud can bear. */
const MOST_PER_SECOND = 1_000_000;
const MOST_RATES = 10_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Fields = Readonly<Record<string, unknown>>;

/** From where moments count. */
interface Clock {
  readonly nowMs: number;
  /** Epoch milliseconds at which simulated time begins. */
  readonly startsAtMs: number;
}

/** The profile that members describe; undefined when they describe none. Without `profile` it is a constant rate. */
export function readProfile(fields: Fields, { nowMs, startsAtMs }: Clock): Profile | undefined {
  const { profile: kind = "constant", perSecond, toPerSecond, afterSeconds = 0, forSeconds } = fields;
  if (kind === "recorded") return recorded(fields, nowMs);
  if (!isRate(perSecond)) return undefined;
  if (kind === "constant") return { kind, perSecond };
  if (kind === "daily") {
    const { swing = 0.5, peakHour = 14 } = fields;
    if (!isFrom(swing, 0, 1) || !isFrom(peakHour, 0, 24)) return undefined;
    return { kind, perSecond, swing, peakAtMs: Math.round(peakHour * HOUR_MS) - (startsAtMs % DAY_MS) };
  }
  if (kind !== "ramp" && kind !== "spike") return undefined;
  if (!isRate(toPerSecond) || !isSeconds(afterSeconds) || !isSeconds(forSeconds)) return undefined;
  const startMs = nowMs + afterSeconds * 1000;
  return { kind, perSecond, toPerSecond, startMs, endMs: startMs + forSeconds * 1000 };
}

function recorded({ rates, everySeconds = 60 }: Fields, startMs: number): Profile | undefined {
  if (!Array.isArray(rates) || rates.length === 0 || rates.length > MOST_RATES || !rates.every(isRate))
    return undefined;
  if (!isSeconds(everySeconds) || everySeconds === 0) return undefined;
  return { kind: "recorded", startMs, everyMs: everySeconds * 1000, perSecond: rates };
}

function isRate(value: unknown): value is number {
  return isFrom(value, 0, MOST_PER_SECOND);
}

/** Whole seconds: the books are closed where a rate bends. */
function isSeconds(value: unknown): value is number {
  return Number.isInteger(value) && isFrom(value, 0, 30 * 86_400);
}

function isFrom(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

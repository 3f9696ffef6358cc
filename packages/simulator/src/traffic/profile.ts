/**
 * Rates over time: how many requests come between two moments, in closed form, and where a rate bends. A day is drawn without a
 * cosine: two smooth steps, up to the peak and down again, which every browser works out in the same way.
 */
import type { Profile } from "../model/traffic.ts";

const DAY_MS = 86_400_000;

/** How many requests come between two moments on average. */
export function requestsBetween(profile: Profile, fromMs: number, toMs: number): number {
  if (profile.kind === "constant") return (profile.perSecond * (toMs - fromMs)) / 1000;
  return (sentUntil(profile, toMs) - sentUntil(profile, fromMs)) / 1000;
}

/** Requests a second at a moment. */
export function rateAt(profile: Profile, atMs: number): number {
  switch (profile.kind) {
    case "constant":
      return profile.perSecond;
    case "ramp": {
      const { perSecond, toPerSecond, startMs, endMs } = profile;
      const way = Math.min(1, Math.max(0, (atMs - startMs) / Math.max(1, endMs - startMs)));
      return perSecond + (toPerSecond - perSecond) * (atMs >= endMs ? 1 : way);
    }
    case "daily": {
      const way = dayOf(profile.peakAtMs, atMs);
      return profile.perSecond * (1 - profile.swing + 2 * profile.swing * smooth(way < 0.5 ? 2 * way : 2 - 2 * way));
    }
    case "spike":
      return atMs >= profile.startMs && atMs < profile.endMs ? profile.toPerSecond : profile.perSecond;
    case "recorded":
      return profile.perSecond[Math.floor((atMs - profile.startMs) / profile.everyMs)] ?? 0;
  }
}

/** The highest rate that it ever has, requests a second. */
export function peakOf(profile: Profile): number {
  switch (profile.kind) {
    case "constant":
      return profile.perSecond;
    case "daily":
      return profile.perSecond * (1 + profile.swing);
    case "recorded":
      return Math.max(0, ...profile.perSecond);
    default:
      return Math.max(profile.perSecond, profile.toPerSecond);
  }
}

/** The next moment after this one at which the rate bends or jumps; infinity when there is none. */
export function nextBendMs(profile: Profile, afterMs: number): number {
  if (profile.kind === "ramp" || profile.kind === "spike") {
    return [profile.startMs, profile.endMs].find((atMs) => atMs > afterMs) ?? Number.POSITIVE_INFINITY;
  }
  if (profile.kind !== "recorded") return Number.POSITIVE_INFINITY;
  const { startMs, everyMs, perSecond } = profile;
  const next = Math.max(0, Math.floor((afterMs - startMs) / everyMs) + 1);
  return next > perSecond.length ? Number.POSITIVE_INFINITY : startMs + next * everyMs;
}

/** What was sent since the world began, a thousand for each request; of a day from its quietest hour on. */
function sentUntil(profile: Exclude<Profile, { kind: "constant" }>, atMs: number): number {
  switch (profile.kind) {
    case "ramp": {
      const { perSecond, toPerSecond, startMs, endMs } = profile;
      const rising = Math.min(Math.max(0, atMs - startMs), endMs - startMs);
      const slope = endMs > startMs ? (toPerSecond - perSecond) / (endMs - startMs) : 0;
      const after = Math.max(0, atMs - endMs) * (toPerSecond - perSecond);
      return perSecond * atMs + (slope * rising * rising) / 2 + after;
    }
    case "daily": {
      const days = Math.floor((atMs - lowAtMs(profile.peakAtMs)) / DAY_MS);
      const { perSecond, swing } = profile;
      const area = days / 2 + smoothArea(dayOf(profile.peakAtMs, atMs));
      return perSecond * ((1 - swing) * (atMs - lowAtMs(profile.peakAtMs)) + 2 * swing * area * DAY_MS);
    }
    case "spike": {
      const { perSecond, toPerSecond, startMs, endMs } = profile;
      return perSecond * atMs + (toPerSecond - perSecond) * Math.min(Math.max(0, atMs - startMs), endMs - startMs);
    }
    case "recorded": {
      const { startMs, everyMs, perSecond } = profile;
      const steps = Math.min(perSecond.length, Math.max(0, (atMs - startMs) / everyMs));
      const whole = Math.floor(steps);
      const sent = perSecond.slice(0, whole).reduce((sum, rate) => sum + rate, 0);
      return everyMs * (sent + (steps - whole) * (perSecond[whole] ?? 0));
    }
  }
}

function lowAtMs(peakAtMs: number): number {
  return peakAtMs - DAY_MS / 2;
}

/** How far a day from quietest hour to quietest hour has come, 0 to 1. */
function dayOf(peakAtMs: number, atMs: number): number {
  const days = (atMs - lowAtMs(peakAtMs)) / DAY_MS;
  return days - Math.floor(days);
}

/** From 0 to 1 without a corner. */
function smooth(x: number): number {
  return x * x * (3 - 2 * x);
}

/** Area under the two smooth steps of a day, up to a share of it; half of the day in all. */
function smoothArea(way: number): number {
  if (way > 0.5) return 0.5 - smoothArea(1 - way);
  const x = 2 * way;
  return (x * x * x * (1 - x / 2)) / 2;
}

/**
 * One container as a queue, in closed form, for one interval in which its load does not change. Places are a G/G/c station
 * (Sakasegawa's form of Allen and Cunneen's), the finite queue is a Brownian motion kept between 0 and its size, which is
 * one formula below, at and above saturation, and what lies between two steady states is a straight line (filling, emptying)
 * or an exponential (settling). There is no loop: a minute costs what a second costs.
 */
import { exp, power } from "../kernel/arithmetic.ts";
import type { Serving } from "../model/traffic.ts";

/** What comes to one container. */
export interface Load {
  /** Requests a millisecond. */
  readonly perMs: number;
  /** Squared variation of the times between arrivals: 1 when they are random, 1/n behind a round robin over n. */
  readonly arrivalSpread2: number;
}

/** How many requests are in one container on average: those that wait, and those that it works on. */
export interface Filling {
  readonly queue: number;
  readonly busy: number;
}

/** What an interval did to one container. */
export interface Passage extends Filling {
  /** Share of the arrivals that found the queue full. */
  readonly refused: number;
  /** Of those taken: the share that waited, how long on average, and how widely that is spread. */
  readonly waitShare: number;
  readonly waitMs: number;
  readonly waitSdMs: number;
  /** It is where it would stay under this load. */
  readonly isCalm: boolean;
}

/** Loads below this share of what a container can do are none. */
const NO_LOAD = 1e-9;
/** Least spread of arrivals and services together: completely regular ones would never wait. */
const LEAST_SPREAD2 = 0.05;
/** A queue is settled within this share of where it stays. */
const SETTLED_SHARE = 0.02;
const PI_SQUARED = 9.8696;

type Station = Pick<Serving, "places" | "queue" | "serviceMs" | "spread">;

/** Lets an interval of `ms` pass over a container. */
export function pass(station: Station, load: Load, ms: number, before: Filling): Passage {
  const perMs = station.places / station.serviceMs;
  if (load.perMs < NO_LOAD * perMs) return workOff(station, perMs, ms, before);
  const steady = steadyState(station, perMs, load);
  const way = wayTo(steady, load.perMs - perMs, ms, before.queue);
  const refused = steady.refused * way.share;
  const busy = Math.min(station.places, load.perMs * (1 - refused) * station.serviceMs);
  return {
    queue: way.after,
    busy: busy + (before.busy - busy) * exp(-ms / station.serviceMs),
    refused,
    ...waits(station, perMs, steady, way.average),
    isCalm: Math.abs(way.after - steady.queue) < SETTLED_SHARE * Math.max(1, steady.queue),
  };
}

/** Where a container stays under a load. */
interface Steady {
  /** Load over what the container can do. */
  readonly utilisation: number;
  /** Mean number that wait. */
  readonly queue: number;
  /** Share of arrivals that wait, and how many stand before those on average. */
  readonly waitShare: number;
  readonly ahead: number;
  /** Standard deviation of that number, and share of arrivals that find the queue full. */
  readonly aheadSd: number;
  readonly refused: number;
  /** How quickly it forgets where it was, a share a millisecond. */
  readonly forgets: number;
}

function steadyState({ places, queue: size, spread }: Station, perMs: number, load: Load): Steady {
  const utilisation = load.perMs / perMs;
  const spread2 = Math.max(LEAST_SPREAD2, (load.arrivalSpread2 + spread * spread) / 2);
  // Regular arrivals wait more rarely than random ones; the second factor is 1 for random ones (Kraemer, Langenbach-Belz).
  const rarely = (Math.sqrt(2 * (places + 1)) - 1) * (2 / (1 + load.arrivalSpread2));
  const waitShare = Math.min(1, power(utilisation, rarely));
  const pull = (1 - utilisation) / spread2;
  const { mean, heightAtFull } = keptBetween(pull, size);
  const slowest = (PI_SQUARED * spread2) / (size * size);
  return {
    utilisation,
    queue: waitShare * Math.min(1, utilisation) * mean,
    waitShare,
    ahead: mean,
    aheadSd: Math.min(1 / Math.max(1e-9, Math.abs(pull)), size / 3.5),
    refused: Math.min(1, (waitShare * perMs * spread2 * heightAtFull) / load.perMs),
    forgets: perMs * (slowest + (utilisation < 1 ? (1 - utilisation) ** 2 / (4 * spread2) : 0)),
  };
}

/** A density that falls like e^(-pull x) from 0 to a size, for any sign of the pull: its mean, and its height at the size. */
function keptBetween(pull: number, size: number): { mean: number; heightAtFull: number } {
  const whole = pull * size;
  if (Math.abs(whole) < 1e-3) return { mean: size * (0.5 - whole / 12), heightAtFull: (1 - whole / 2) / size };
  const left = exp(-Math.abs(whole));
  const mean = 1 / Math.abs(pull) - (size * left) / (1 - left);
  if (whole > 0) return { mean, heightAtFull: (pull * left) / (1 - left) };
  return { mean: size - mean, heightAtFull: -pull / (1 - left) };
}

/** A way from one number that waits to another. */
interface Way {
  readonly after: number;
  readonly average: number;
  /** Share of the time for which it is as it will be in the end. */
  readonly share: number;
}

/** From the present queue to the steady one: overload fills it and spare places empty it at a constant speed. */
function wayTo({ queue: steady, utilisation, forgets }: Steady, drift: number, ms: number, queue: number): Way {
  if (utilisation > 1 && queue < steady) return line(queue, steady, drift, ms);
  const soft = settle(queue, steady, forgets, ms);
  if (utilisation >= 1 || queue <= steady) return soft;
  const emptied = line(queue, steady, drift, ms);
  return emptied.after > soft.after ? emptied : soft;
}

function line(from: number, to: number, drift: number, ms: number): Way {
  const neededMs = Math.min(ms, (to - from) / drift);
  const after = neededMs < ms ? to : from + drift * ms;
  const share = 1 - neededMs / ms;
  return { after, average: ((from + after) / 2) * (1 - share) + to * share, share };
}

function settle(from: number, to: number, forgets: number, ms: number): Way {
  const left = exp(-forgets * ms);
  const average = to + (from - to) * (forgets * ms < 1e-9 ? 1 : (1 - left) / (forgets * ms));
  return { after: to + (from - to) * left, average, share: to > 0 ? Math.min(1, average / to) : 0 };
}

/** How long those who come to a container wait when so many wait on average. */
function waits({ spread, queue: _ }: Station, perMs: number, steady: Steady, average: number) {
  const excess = steady.utilisation < 1 ? Math.max(0, average - steady.queue) : 0;
  if (steady.utilisation < 1 && excess <= steady.queue) {
    const filled = steady.queue > 0 && average < steady.queue ? average / steady.queue : 1;
    const usual = (filled * steady.ahead) / perMs;
    return { waitShare: steady.waitShare, waitMs: excess / perMs + usual, waitSdMs: usual };
  }
  // Everybody waits. The same number of services before one's own takes now longer, now shorter.
  const own = Math.sqrt(average) * spread;
  const sd = Math.min(steady.aheadSd, average);
  return { waitShare: 1, waitMs: average / perMs, waitSdMs: Math.sqrt(sd * sd + own * own) / perMs };
}

/** Nothing comes any more: the queue is worked off, then the last ones leave. */
function workOff({ serviceMs, spread }: Station, perMs: number, ms: number, { queue, busy }: Filling): Passage {
  const workedMs = Math.min(ms, queue / perMs);
  const lastMs = (serviceMs * (1 + spread * spread)) / 2;
  const after = Math.max(0, queue - workedMs * perMs);
  const left = busy * exp(-(ms - workedMs) / lastMs);
  const waitMs = queue / perMs / 2;
  const wait = { waitShare: queue > 0 ? 1 : 0, waitMs, waitSdMs: waitMs / 2 };
  return { queue: after, busy: left, refused: 0, ...wait, isCalm: after + left < 0.01 };
}

/**
 * How a program serves with the processor that it has: it works on no more requests at once than keep that busy, and the others
 * wait. What one place can do is stretched a little, so that all together do exactly as much as the processor.
 * @param vcpu processors of its task; 0.25 gives 250 ms each second
 */
export function servedWith(serving: Serving, vcpu: number): Serving {
  const { places, cpuMs, serviceMs, queue } = serving;
  const busy = Math.max(1, Math.ceil((vcpu * serviceMs) / cpuMs));
  if (cpuMs === 0 || places * cpuMs <= vcpu * serviceMs) return serving;
  return { ...serving, places: busy, queue: queue + places - busy, serviceMs: (busy * cpuMs) / vcpu };
}

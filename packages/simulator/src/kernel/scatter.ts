/**
 * Randomness without a state: a draw is a function of what it is for (seed, name, moment, slot, question). Whoever works out an
 * interval may do so in any order and any number of times; a fork copies nothing, and a read changes nothing.
 */
import { exp, ln, normalAt } from "./arithmetic.ts";
import { fnv1a } from "./random.ts";

/**
 * A number between 0 and 1, both excluded.
 * @param moment whole number below 2^53, such as simulated milliseconds
 * @param slot whole number: whose draw it is
 * @param what whole number: which of its questions is answered
 */
export type Scatter = (moment: number, slot?: number, what?: number) => number;

/** The draws of one concern. Draws of two names, or of two seeds, do not resemble each other. */
export function scatter(seed: number, name: string): Scatter {
  const start = mixed(fnv1a(name, seed >>> 0));
  return (moment, slot = 0, what = 0) => {
    const high = Math.floor(moment / WORD);
    const afterMoment = mixed(Math.imul(start ^ moment, 0x9e3779b1) + high);
    const afterSlot = mixed(Math.imul(afterMoment ^ slot, 0x9e3779b1) + 1);
    return ((mixed(Math.imul(afterSlot ^ what, 0x9e3779b1) + 2) >>> 0) + 0.5) / WORD;
  };
}

/** Means and variances up to these are drawn exactly, larger ones by the normal distribution with their skewness. */
const LARGE_MEAN = 25;
const LARGE_VARIANCE = 20;
/** No count with a mean of at most 25 gets near it. */
const MOST_ROUNDS = 400;
const WORD = 4_294_967_296;

/** How many things happen that happen `mean` times on average and independently, from one draw. */
export function poisson(mean: number, draw: number): number {
  if (mean <= 0) return 0;
  if (mean > LARGE_MEAN) return Math.max(0, skewed(mean, mean, 1, draw));
  let [count, chance] = [0, exp(-mean)];
  for (let sum = chance; draw > sum && count < MOST_ROUNDS; sum += chance) {
    count += 1;
    chance *= mean / count;
  }
  return count;
}

/** How many of `count` things happen when each does with this chance, from one draw. */
export function binomial(count: number, chance: number, draw: number): number {
  if (count <= 0 || chance <= 0) return 0;
  if (chance >= 1) return count;
  if (chance > 0.5) return count - binomial(count, 1 - chance, 1 - draw);
  const mean = count * chance;
  const variance = mean * (1 - chance);
  if (variance > LARGE_VARIANCE) return Math.min(count, Math.max(0, skewed(mean, variance, 1 - 2 * chance, draw)));
  let [found, share] = [0, exp(count * ln(1 - chance))];
  for (let sum = share; draw > sum && found < count; sum += share) {
    share *= ((count - found) / (found + 1)) * (chance / (1 - chance));
    found += 1;
  }
  return found;
}

/** The first three moments of a count: a normal distribution, bent. Source: Cornish and Fisher's expansion, first term. */
function skewed(mean: number, variance: number, bend: number, draw: number): number {
  const z = normalAt(draw);
  return Math.round(mean + Math.sqrt(variance) * z + (bend * (z * z - 1)) / 6);
}

/** The finalizer of MurmurHash3: each bit of the input changes half of those of the output. */
function mixed(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

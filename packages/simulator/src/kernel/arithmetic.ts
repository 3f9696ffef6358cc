/**
 * e^x, the logarithm and the normal distribution from + - * / and square roots alone, which IEEE 754 rounds in one way.
 * Math.exp, Math.log and Math.pow may differ in the last bit from browser to browser, and a shared run must replay in all.
 */
import { assert } from "./assert.ts";

/** ln 2 in two parts: the first has so few digits that any exponent times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 1/n! for n = 13 down to 0: what is left out weighs less than 1e-17 on +-ln(2)/2. */
const FACTORIALS = factorialsDown(13);
/** 1/n for the odd n from 21 down to 1. */
const ODD = Array.from({ length: 11 }, (_, index) => 1 / (21 - 2 * index));
/** Beyond these the result is no ordinary number any more. */
const LOWEST = -708;
const HIGHEST = 709;

/** e to the x, relative error below 1e-14; 0 below -708. */
export function exp(x: number): number {
  if (x < LOWEST) return 0;
  assert(x <= HIGHEST, () => `e to the ${x} is too large for a number`);
  const halvings = Math.round(x * Math.LOG2E);
  const rest = x - halvings * LN2_HIGH - halvings * LN2_LOW;
  let sum = 0;
  for (const factor of FACTORIALS) sum = sum * rest + factor;
  return sum * powerOfTwo(halvings);
}

/** Natural logarithm of a positive number, error below 1e-14 of it. */
export function ln(x: number): number {
  assert(x > 0, () => `there is no logarithm of ${x}`);
  const { mantissa, exponent } = parts(x);
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (const factor of ODD) sum = sum * square + factor;
  return 2 * s * sum + exponent * LN2_LOW + exponent * LN2_HIGH;
}

/** x to the power of y, for positive x. */
export function power(x: number, y: number): number {
  return exp(y * ln(x));
}

/** Share of a standard normal distribution below x, error below 8e-8. Source: Abramowitz and Stegun, 26.2.17. */
export function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = 0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)));
  const tail = 0.3989422804014327 * exp((-x * x) / 2) * t * series;
  return x >= 0 ? 1 - tail : tail;
}

/** The x below which a share of a standard normal distribution lies, error below 4.5e-4. Source: the same, 26.2.23. */
export function normalAt(share: number): number {
  const t = Math.sqrt(-2 * ln(Math.min(share, 1 - share)));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  const x = t - above / below;
  return share < 0.5 ? -x : x;
}

/** A number as mantissa, from 1/sqrt(2) to sqrt(2), times a power of two. */
function parts(x: number): { mantissa: number; exponent: number } {
  let [mantissa, exponent] = [x, 0];
  for (let step = 512; step >= 1; step /= 2) {
    if (mantissa >= powerOfTwo(step)) [mantissa, exponent] = [mantissa / powerOfTwo(step), exponent + step];
    else if (mantissa < powerOfTwo(1 - step)) [mantissa, exponent] = [mantissa * powerOfTwo(step), exponent - step];
  }
  if (mantissa > Math.SQRT2) return { mantissa: mantissa / 2, exponent: exponent + 1 };
  return mantissa < Math.SQRT2 / 2 ? { mantissa: mantissa * 2, exponent: exponent - 1 } : { mantissa, exponent };
}

/** 2 to a whole number, from -1022 to 1023: exact. */
function powerOfTwo(n: number): number {
  let [result, factor] = [1, n < 0 ? 0.5 : 2];
  for (let left = Math.abs(n); left > 0; left >>= 1, factor *= factor) if (left & 1) result *= factor;
  return result;
}

function factorialsDown(most: number): number[] {
  const inverse = [1];
  for (let n = 1; n <= most; n += 1) inverse.push((inverse[n - 1] as number) / n);
  return inverse.reverse();
}

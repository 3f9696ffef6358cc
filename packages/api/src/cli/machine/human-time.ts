/** Durations in Docker's words: `About a minute`, `3 hours`. Source: docker/go-units, HumanDuration (checked 2026-11-21). */

const STEPS: readonly (readonly [below: number, words: (seconds: number) => string])[] = [
  [1, () => "Less than a second"],
  [2, () => "1 second"],
  [60, (seconds) => `${seconds} seconds`],
  [120, () => "About a minute"],
  [60 * 60, (seconds) => `${Math.floor(seconds / 60)} minutes`],
  [90 * 60, () => "About an hour"],
  [48 * 3600, (seconds) => `${Math.round(seconds / 3600)} hours`],
];

/** A duration as Docker says it. Days are the largest unit: nothing here is older. */
export function humanDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const words = STEPS.find(([below]) => seconds < below)?.[1];
  return words === undefined ? `${Math.floor(seconds / 86_400)} days` : words(seconds);
}

/** Lengths of simulated time as people read and write them. */

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** The milliseconds of a length of time as it is written, `500 ms`, `90 s`, `10min`, `1.5 h`; undefined for anything else, and for none. */
export function durationMs(text: string): number | undefined {
  const [, amount, unit = ""] = /^(\d{1,9}(?:\.\d{1,9})?)\s*(ms|s|min|h)$/.exec(text) ?? [];
  const ms = Math.round(Number(amount) * (UNIT_MS[unit] ?? Number.NaN));
  return ms > 0 ? ms : undefined;
}

/** A length of time, short: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 4 min`. */
export function waitText(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return Math.round(seconds % 60) === 0 ? `${minutes} min` : `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

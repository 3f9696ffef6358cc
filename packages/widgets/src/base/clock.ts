/** Simulated time as people read it. The wall date is UTC, as in AWS's answers. */

/** `mm:ss.t` from the beginning of the world; with hours when there are some. */
export function clockText(atMs: number): string {
  const tenths = Math.floor(Math.max(0, atMs) / 100);
  const seconds = Math.floor(tenths / 10);
  const pad = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${tenths % 10}`;
  return hours > 0 ? `${pad(hours)}:${rest}` : rest;
}

/** The same where whole seconds have no tenths: for an axis. */
export function shortClock(atMs: number): string {
  return clockText(atMs).replace(/\.0$/, "");
}

/** Date and time of day in UTC of a moment in milliseconds since 1970. */
export function wallText(epochMs: number): string {
  const text = new Date(epochMs).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
}

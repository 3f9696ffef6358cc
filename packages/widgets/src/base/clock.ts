/** Simulated time as people read it. The wall date is UTC, as in AWS's answers. */
import { WORLD_BEGAN_AT_MS } from "@quayside/simulator";

/** `mm:ss.t` from the beginning of the world; with hours when there are some. */
export function clockText(atMs: number): string {
  const tenths = Math.floor(Math.max(0, atMs) / 100);
  const seconds = Math.floor(tenths / 10);
  const pad = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${tenths % 10}`;
  return hours > 0 ? `${pad(hours)}:${rest}` : rest;
}

/** Date and time of day in UTC. */
export function wallText(atMs: number): string {
  const text = new Date(WORLD_BEGAN_AT_MS + atMs).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`;
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

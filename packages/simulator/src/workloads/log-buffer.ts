/**
 * The buffer between a process and its log driver in mode non-blocking: what does not fit is dropped, and the process goes on.
 * Source: Developer Guide, "Send Amazon ECS logs to CloudWatch", mode and max-buffer-size; Docker, ring logger (checked 2026-11-29).
 * Simplified: what is printed at one moment meets an empty buffer, since the driver is never slower than simulated time;
 * and a buffer of the default size, 10m, never fills.
 */
import type { LogLine } from "../model/logs.ts";

const UNITS: Readonly<Record<string, number>> = { "": 1, k: 1_024, m: 1_048_576, g: 1_073_741_824 };

/** `max-buffer-size` in bytes: `4k`, `25m`. Undefined when the text is none. */
export function readBufferSize(text: string | undefined): number | undefined {
  const match = /^(\d{1,9})([kmg]?)b?$/i.exec(text ?? "");
  return match === null ? undefined : Number(match[1]) * (UNITS[(match[2] ?? "").toLowerCase()] ?? 1);
}

/** The lines that come through, in their order. The first one of a moment always does. */
export function throughBuffer(lines: readonly LogLine[], bytes: number): LogLine[] {
  let atMs = Number.NaN;
  let filled = 0;
  return lines.filter((line) => {
    const size = byteLength(line.text);
    if (line.atMs !== atMs) filled = 0;
    atMs = line.atMs;
    if (filled > 0 && filled + size > bytes) return false;
    filled += size;
    return true;
  });
}

/** The first moment at which lines are lost, and how many; undefined when all come through. */
export function firstLoss(lines: readonly LogLine[], bytes: number): { atMs: number; lost: number } | undefined {
  const kept = new Set(throughBuffer(lines, bytes));
  const lost = lines.filter((line) => !kept.has(line));
  const [first] = lost;
  return first && { atMs: first.atMs, lost: lost.filter(({ atMs }) => atMs === first.atMs).length };
}

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

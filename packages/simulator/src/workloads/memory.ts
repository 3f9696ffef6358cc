/**
 * When a task runs out of memory, and which container is killed for it. Each container may have a hard limit of its own;
 * all of them together share the memory of the task.
 * Simplified: when the task is full the kernel kills the container that uses most; AWS does not promise which one.
 */
import type { MemoryUse } from "../model/registry.ts";

/** A running container whose memory use is known. */
export interface MemoryUser {
  readonly name: string;
  readonly startedAtMs: number;
  readonly use: MemoryUse;
  /** The container's `memory`, MiB; undefined when it has no hard limit of its own. */
  readonly limitMiB: number | undefined;
}

/** How much memory a process holds so long after its start, in MiB. */
export function usedMemoryMiB(use: MemoryUse, sinceStartMs: number): number {
  return Math.min(peakOf(use), use.atStartMiB + ((use.growsMiBPerSecond ?? 0) * sinceStartMs) / 1000);
}

/** The next kill, if nothing changes before. */
export interface OutOfMemory {
  readonly name: string;
  readonly atMs: number;
  /** Whose limit is reached. */
  readonly limit: "container" | "task";
  readonly limitMiB: number;
}

/** Tells equal sizes from larger ones in spite of rounding, MiB. */
const ROUNDING = 1e-6;

/**
 * The first moment, not before `nowMs`, in which a container wants more than its own limit or all together want more
 * than the task has; undefined when that moment never comes.
 */
export function nextOutOfMemory(users: readonly MemoryUser[], taskMiB: number, nowMs: number): OutOfMemory | undefined {
  const whole = taskIsFull(users, taskMiB, nowMs);
  return users.reduce<OutOfMemory | undefined>((first, user) => {
    const own = containerIsFull(user, nowMs);
    return own !== undefined && (first === undefined || own.atMs <= first.atMs) ? own : first;
  }, whole);
}

function containerIsFull({ name, startedAtMs, use, limitMiB }: MemoryUser, nowMs: number): OutOfMemory | undefined {
  if (limitMiB === undefined || peakOf(use) <= limitMiB) return undefined;
  const untilFullMs = Math.max(0, (limitMiB - use.atStartMiB) / (use.growsMiBPerSecond ?? 1)) * 1000;
  return { name, atMs: Math.max(nowMs, Math.ceil(startedAtMs + untilFullMs)), limit: "container", limitMiB };
}

/** Walks from one moment at which a container stops growing to the next; in between the sum grows evenly. */
function taskIsFull(users: readonly MemoryUser[], taskMiB: number, nowMs: number): OutOfMemory | undefined {
  const turns = users.map(stopsGrowingAtMs).filter((atMs) => atMs > nowMs && atMs !== Number.POSITIVE_INFINITY);
  const from = [nowMs, ...turns.sort((a, b) => a - b)];
  for (const [index, startMs] of from.entries()) {
    const endMs = from[index + 1] ?? Number.POSITIVE_INFINITY;
    const used = users.reduce((sum, user) => sum + usedAt(user, startMs), 0);
    const growing = users.filter((user) => stopsGrowingAtMs(user) > startMs);
    const perSecond = growing.reduce((sum, { use }) => sum + (use.growsMiBPerSecond ?? 0), 0);
    if (used <= taskMiB + ROUNDING && perSecond === 0) continue;
    const fullMs = startMs + Math.max(0, (taskMiB - used) / Math.max(perSecond, ROUNDING)) * 1000;
    if (fullMs >= endMs) continue;
    const [largest] = users.toSorted((a, b) => usedAt(b, fullMs) - usedAt(a, fullMs));
    return { name: largest?.name ?? "", atMs: Math.ceil(fullMs), limit: "task", limitMiB: taskMiB };
  }
  return undefined;
}

function peakOf({ atStartMiB, growsMiBPerSecond, peakMiB }: MemoryUse): number {
  return growsMiBPerSecond === undefined ? atStartMiB : (peakMiB ?? Number.POSITIVE_INFINITY);
}

function usedAt({ startedAtMs, use }: MemoryUser, atMs: number): number {
  return usedMemoryMiB(use, atMs - startedAtMs);
}

function stopsGrowingAtMs({ startedAtMs, use }: MemoryUser): number {
  if (use.growsMiBPerSecond === undefined) return startedAtMs;
  return startedAtMs + ((peakOf(use) - use.atStartMiB) / use.growsMiBPerSecond) * 1000;
}

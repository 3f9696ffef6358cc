/**
 * Task sizes: the CPU and memory pairs that Fargate has, and the spellings that AWS accepts for them.
 * Source: Developer Guide, "Amazon ECS task definition differences for Fargate" and task-cpu-memory-error (checked 2026-11-20).
 */

const range = (low: number, high: number, step: number): readonly number[] =>
  Array.from({ length: (high - low) / step + 1 }, (_, index) => low + index * step);

/** CPU units to the memory sizes (MiB) that go with them. */
export const FARGATE_SIZES: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, range(1024, 4096, 1024)],
  [1024, range(2048, 8192, 1024)],
  [2048, range(4096, 16_384, 1024)],
  [4096, range(8192, 30_720, 1024)],
  [8192, range(16_384, 61_440, 4096)],
  [16_384, range(32_768, 122_880, 8192)],
  [32_768, [61_440, 122_880, 249_856]],
]);

/** CPU units that Windows tasks can have on Fargate. */
export const WINDOWS_FARGATE_CPU: readonly number[] = [1024, 2048, 4096];

/** Smallest and largest task CPU outside Fargate, in CPU units. */
const CPU_UNITS = { min: 128, max: 196_608 } as const;

/** CPU units of `"1024"`, `"1 vCPU"` or `".5 vcpu"`; undefined when the text is no CPU size. */
export function readCpu(text: string): number | undefined {
  const units = readSize(text, /^(\d*\.?\d+)\s*vcpu$/i);
  return units !== undefined && units >= CPU_UNITS.min && units <= CPU_UNITS.max ? units : undefined;
}

/** MiB of `"2048"`, `"2GB"` or `"0.5 GB"`; undefined when the text is no memory size. */
export function readMemory(text: string): number | undefined {
  const mib = readSize(text, /^(\d*\.?\d+)\s*gb$/i);
  return mib !== undefined && mib > 0 ? mib : undefined;
}

/** True for a pair that Fargate has. */
export function isFargateSize(cpuUnits: number, memoryMiB: number): boolean {
  return FARGATE_SIZES.get(cpuUnits)?.includes(memoryMiB) === true;
}

/** Longest text that is read as a size: the patterns take quadratic time on long rows of digits. */
const LONGEST_SIZE = 32;

function readSize(text: string, withUnit: RegExp): number | undefined {
  if (text.length > LONGEST_SIZE) return undefined;
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  const match = withUnit.exec(trimmed);
  if (match === null) return undefined;
  const value = Number(match[1]) * 1024;
  return Number.isInteger(value) ? value : undefined;
}

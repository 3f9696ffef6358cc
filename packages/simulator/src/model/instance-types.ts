/**
 * The instance types that the simulated Region offers, with what ECS needs of each: CPU, memory, network interfaces, GPUs.
 * Sizes and interface limits: Amazon EC2 User Guide, instance type specifications; task limits with trunking: Developer
 * Guide, "Supported instances for increased Amazon ECS container network interfaces" (checked 2026-11-21).
 */

export interface InstanceType {
  readonly name: string;
  readonly vCpus: number;
  /** Nominal memory in MiB; an instance registers less. */
  readonly memoryMiB: number;
  /** Elastic network interfaces, the primary one counted. */
  readonly interfaces: number;
  /** Private IPv4 addresses of each interface. */
  readonly addressesPerInterface: number;
  readonly architecture: "x86_64" | "arm64";
  readonly gpus: number;
  /** Tasks in awsvpc mode with ENI trunking; undefined where AWS does not support it. */
  readonly trunkedTasks?: number;
  /** US dollars an hour, Linux on demand, us-east-1; approximate, prices change. */
  readonly dollarsPerHour: number;
}

type TypeLine = readonly [string, number, number, number, number, string, number, number | undefined, number];

/** @source Amazon EC2 User Guide, instance types; Developer Guide, ENI trunking (checked 2026-11-21) */
const LINES: readonly TypeLine[] = [
  ["t2.micro", 1, 1024, 2, 2, "x86_64", 0, undefined, 0.0116],
  ["t3.micro", 2, 1024, 2, 2, "x86_64", 0, undefined, 0.0104],
  ["t3.small", 2, 2048, 3, 4, "x86_64", 0, undefined, 0.0208],
  ["t3.medium", 2, 4096, 3, 6, "x86_64", 0, undefined, 0.0416],
  ["t3.large", 2, 8192, 3, 12, "x86_64", 0, undefined, 0.0832],
  ["t4g.micro", 2, 1024, 2, 2, "arm64", 0, undefined, 0.0084],
  ["t4g.small", 2, 2048, 3, 4, "arm64", 0, undefined, 0.0168],
  ["t4g.medium", 2, 4096, 3, 6, "arm64", 0, undefined, 0.0336],
  ["m5.large", 2, 8192, 3, 10, "x86_64", 0, 10, 0.096],
  ["m5.xlarge", 4, 16_384, 4, 15, "x86_64", 0, 20, 0.192],
  ["m5.4xlarge", 16, 65_536, 8, 30, "x86_64", 0, 60, 0.768],
  ["m6i.large", 2, 8192, 3, 10, "x86_64", 0, 10, 0.096],
  ["m6g.medium", 1, 4096, 2, 4, "arm64", 0, 4, 0.0385],
  ["m6g.large", 2, 8192, 3, 10, "arm64", 0, 10, 0.077],
  ["m7g.large", 2, 8192, 3, 10, "arm64", 0, 10, 0.0816],
  ["m7i.large", 2, 8192, 3, 10, "x86_64", 0, 10, 0.1008],
  ["m7i-flex.large", 2, 8192, 3, 10, "x86_64", 0, 4, 0.0958],
  ["c5.large", 2, 4096, 3, 10, "x86_64", 0, 10, 0.085],
  ["c5.xlarge", 4, 8192, 4, 15, "x86_64", 0, 20, 0.17],
  ["c5.4xlarge", 16, 32_768, 8, 30, "x86_64", 0, 60, 0.68],
  ["c6g.large", 2, 4096, 3, 10, "arm64", 0, 10, 0.068],
  ["c6i.large", 2, 4096, 3, 10, "x86_64", 0, 10, 0.085],
  ["c7g.large", 2, 4096, 3, 10, "arm64", 0, 10, 0.0725],
  ["r5.large", 2, 16_384, 3, 10, "x86_64", 0, 10, 0.126],
  ["r6g.large", 2, 16_384, 3, 10, "arm64", 0, 10, 0.1008],
  ["g4dn.xlarge", 4, 16_384, 3, 10, "x86_64", 1, undefined, 0.526],
  ["g5.xlarge", 4, 16_384, 4, 15, "x86_64", 1, 6, 1.006],
  ["g5.12xlarge", 48, 196_608, 15, 50, "x86_64", 4, 120, 5.672],
  ["p4d.24xlarge", 96, 1_179_648, 60, 50, "x86_64", 8, 120, 32.77],
];

const TYPES: ReadonlyMap<string, InstanceType> = new Map(LINES.map((line) => [line[0], readLine(line)]));

/** The type of that name, or undefined when the Region does not offer it. */
export function findInstanceType(name: string): InstanceType | undefined {
  return TYPES.get(name);
}

/** Every type, in the order of AWS's families. @public */
export function instanceTypes(): readonly InstanceType[] {
  return [...TYPES.values()];
}

/**
 * What the operating system sees, MiB: what the agent registers, less `ECS_RESERVED_MEMORY`.
 * Simplified: a fixed share of the nominal size; the real figure depends on the AMI and its kernel.
 */
export function visibleMemory({ memoryMiB }: InstanceType): number {
  return Math.floor(memoryMiB * (memoryMiB <= SMALL_MEMORY_MIB ? 0.925 : 0.965));
}

/** Up to this size the kernel takes a larger share. @source Ours: from published figures, 3788 of 4096 and 7985 of 8192 (checked 2026-11-21) */
const SMALL_MEMORY_MIB = 4096;

function readLine(line: TypeLine): InstanceType {
  const [name, vCpus, memoryMiB, interfaces, addressesPerInterface, architecture, gpus, trunkedTasks, price] = line;
  return {
    name,
    vCpus,
    memoryMiB,
    interfaces,
    addressesPerInterface,
    architecture: architecture as InstanceType["architecture"],
    gpus,
    trunkedTasks,
    dollarsPerHour: price,
  };
}

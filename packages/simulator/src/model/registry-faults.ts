/** Rows of what goes wrong with image registries: a slow one, and one that refuses pulls. None in a new world. */

/**
 * Why pulls fail: `unreachable`: nobody answers; `server-error`: the registry answers 503; `rate-limit`: Docker Hub has
 * counted too many pulls without a login.
 */
export type PullFault = "unreachable" | "server-error" | "rate-limit";

/** Scope of a fault that concerns every registry. Ours: no registry has this name. */
export const EVERY_REGISTRY = "*";

/** What is wrong at one place. */
export interface RegistryFaultRow {
  /** `*` for every registry, a registry (`docker.io`) or a repository (`docker.io/library/nginx`). */
  readonly scope: string;
  /** How many times as long a pull takes; 1 when it is as fast as ever. */
  readonly timesSlower: number;
  /** Absent: pulls succeed. */
  readonly failing?: {
    readonly why: PullFault;
    /** Pulls that still fail. Absent: all of them, until further notice. */
    readonly pullsLeft?: number;
    /** Record of the journal that says so: the cause of the pulls that fail. */
    readonly record: number;
  };
}

/** A container's process as plain data: how it ends by itself, what its restart policy says, where a shell stands. */
import type { ExitCause } from "./causes/stops.ts";

/** Whose memory was full when a process was killed. */
export interface MemoryLimit {
  readonly limit: "container" | "task";
  readonly limitMiB: number;
}

/** How a process ends. */
export interface ProcessEnd {
  readonly exitCode: number;
  /** Why it ends when it does not end by itself, and the container's `reason`. */
  readonly why?: ExitCause;
  readonly reason?: string;
  /** Whose memory was full, when that was the cause. */
  readonly memory?: MemoryLimit;
}

/** What a restart policy says about one exit. */
export type RestartVerdict =
  | { readonly restarts: true }
  | { readonly restarts: false; readonly because: "ignored-exit-code" }
  | {
      readonly restarts: false;
      readonly because: "ran-too-short";
      readonly ranForMs: number;
      /** Seconds. */
      readonly restartAttemptPeriod: number;
    };

/** Where a process that runs a shell stands. */
export interface ShellState {
  readonly at: number;
  /** Exit code of the command before. */
  readonly status: number;
  readonly variables: Readonly<Record<string, string>>;
  /** How often it has slept: lets the engine tell work that ends from a loop that never does. */
  readonly sleeps: number;
}

/** A process that sleeps and will go on. */
export interface Resumption {
  readonly state: ShellState;
  /** A process that was started again meanwhile does not go on where the old one slept. */
  readonly startedAtMs: number;
}

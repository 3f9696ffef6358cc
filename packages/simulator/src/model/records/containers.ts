/** Records of containers: pulled, created, started, probed, signalled, ended. */
import type { Told } from "../cause.ts";
import type { PullCause } from "../causes/pulls.ts";
import type { StartCause } from "../causes/stops.ts";
import type { ContainerRow, HealthStatus } from "../ecs.ts";
import type { LogLoss } from "../logs.ts";
import type { ProcessEnd, RestartVerdict } from "../processes.ts";
import type { Behaviour } from "../registry.ts";
import type { About } from "./about.ts";

/** How a container ended, and what follows from it. */
export interface ExitFacts extends ProcessEnd {
  readonly essential: boolean;
  /** What its restart policy says; absent without one, and when the task is to stop anyway. */
  readonly restart?: RestartVerdict;
}

export interface ContainerRecords {
  DEPENDENCY_AWAITED: About<"containers", { readonly waitsFor: string }>;
  /** On Fargate, where the image is there by then. */
  DEPENDENCY_MET: About<"containers">;
  /** `timesSlower` only when the registry is slow, `fromDisk` only when the instance has the layers. */
  PULL_STARTED: About<
    "containers",
    { readonly image: string; readonly durationMs: number; readonly timesSlower?: number; readonly fromDisk?: true }
  >;
  PULL_STOPPED: About<"containers", { readonly imageDigest: string; readonly sizeMB: number }>;
  PULL_FAILED: About<"containers", Told<PullCause>>;
  START_FAILED: About<"containers", Told<StartCause>>;
  /** On EC2, the ports that it published and its address on docker0. */
  CONTAINER_CREATED: About<"containers", Pick<ContainerRow, "networkBindings" | "bridgeAddress"> | undefined>;
  /** What it will do, when it ends by itself. */
  CONTAINER_STARTED: About<"containers", { readonly acts: Behaviour } | undefined>;
  /** Mode non-blocking: nobody else says so. */
  LOG_LINES_LOST: About<"containers", LogLoss>;
  CONTAINER_RESTARTED: About<"containers", { readonly restartCount: number }>;
  PROCESS_RESUMED: About<"containers">;
  EXEC_AGENT_STARTED: About<"containers">;
  EXEC_AGENT_FAILED: About<"containers", { readonly reason: string }>;
  EXEC_SESSION_OPENED: About<"containers", { readonly sessionId: string; readonly command: string }>;
  /** `line`: what was typed, or the command of a session that is no shell. */
  EXEC_LINE_RUN: About<"containers", { readonly sessionId: string; readonly line: string; readonly exitCode: number }>;
  /** The container's health after a probe, and its task's. */
  HEALTH_CHANGED: About<
    "containers",
    {
      readonly healthStatus: HealthStatus;
      readonly failedProbes: number;
      readonly passed: boolean;
      readonly task: HealthStatus;
    }
  >;
  CONTAINER_STOP_BY_HAND: About<"containers">;
  CONTAINER_KILLED: About<"containers">;
  /** Its process runs and answers nothing. */
  CONTAINER_HANGS: About<"containers">;
  /** `signal` when the image names another than SIGTERM. */
  SIGTERM_SENT: About<
    "containers",
    { readonly stopTimeoutMs: number; readonly signal?: NonNullable<Behaviour["stopSignal"]> }
  >;
  SIGKILL_SENT: About<"containers">;
  CONTAINER_EXITED: About<"containers", ExitFacts>;
  CONTAINER_ABANDONED: About<"containers">;
}

/** Rows of the image registries: what an image is and what a container of it does. */
import type { Told } from "./cause.ts";
import type { PullCause } from "./causes/pulls.ts";
import type { AddedContents, ContentsId } from "./image-contents.ts";
import type { Serving } from "./traffic.ts";

/** How much memory a container uses: so much when it starts, then more every second until it has enough. */
export interface MemoryUse {
  readonly atStartMiB: number;
  /** Absent: it never grows. */
  readonly growsMiBPerSecond?: number;
  /** Where the growth ends. Absent: it never ends. */
  readonly peakMiB?: number;
  /** A child process uses it: when that is killed, the main process ends by itself, with its own exit code. */
  readonly ofChild?: true;
}

/** What a container does once it has started. Durations are simulated milliseconds. */
export interface Behaviour {
  /** Ends by itself after this time; absent or undefined: runs until it is stopped. */
  readonly runsForMs?: number | undefined;
  /** Exit code when it ends by itself. Default 0. */
  readonly exitCode?: number;
  /** The image's STOPSIGNAL, when it is not SIGTERM. */
  readonly stopSignal?: "SIGQUIT" | "SIGWINCH";
  /** Time from the stop signal to the exit; absent: it is ignored and only SIGKILL ends it. */
  readonly stopsWithinMs?: number;
  /** Exit code after SIGTERM. Default 0. */
  readonly stopExitCode?: number;
  /** What it needs of the memory of its task. Absent: too little to count. */
  readonly memory?: MemoryUse;
  /** Health probes succeed from this time after the start. Absent: at once. */
  readonly healthyAfterMs?: number;
  /** How its program serves requests. Absent: as most do. */
  readonly serving?: Serving;
  /** Environment variables without which the program gives up at once, with exit code 1. */
  readonly needsVariables?: readonly string[];
}

/** One build of an image: what a digest stands for, and the tags that lead to it at the moment. */
export interface ImageBuild {
  readonly tags: readonly string[];
  readonly imageDigest: string;
  /** Compressed size, decimal megabytes: what a pull transfers. */
  readonly sizeMB: number;
  readonly architectures: readonly ("X86_64" | "ARM64")[];
  readonly description: string;
  /** What its main program does. */
  readonly behaviour: Behaviour;
  /** What is inside. */
  readonly contents: ContentsId;
  readonly adds?: AddedContents;
  /** Of a declared image: the repository of the one that it behaves like. */
  readonly likes?: string;
  /** Pushed without an index: it is pulled on every architecture, and its programs run on its own only. */
  readonly withoutIndex?: true;
}

/** A repository with its newest build. */
export interface ImageRow extends ImageBuild {
  /** Repository without tag, as the registry resolves it: `docker.io/library/nginx`. */
  readonly repository: string;
  /**
   * Who may pull it: `ecr`: roles that IAM allows; `login`: whoever has a user name and password of its registry.
   * Absent: everybody.
   */
  readonly access?: "ecr" | "login";
  /** What was pushed before, oldest first. A build that lost its tags can still be pulled by its digest. */
  readonly earlierBuilds?: readonly ImageBuild[];
  /** What the next pushes bring, first things first; after them a push brings the same program under another digest. */
  readonly nextBuilds?: readonly Omit<ImageBuild, "tags" | "imageDigest">[];
}

/** How a pull ends, as its agenda entry carries it. */
export type PullEnd = {
  /** Repository of the image. */
  readonly image: string;
} & (
  | {
      readonly imageDigest: string;
      /** The layers came from the disk of the instance. */
      readonly fromDisk?: true;
    }
  | ({ readonly imageDigest?: undefined } & Told<PullCause>)
);

/** Rows of Amazon CloudWatch Logs: log groups, and log streams with the processes that write to them. */
import type { AddedContents, ContentsId } from "./image-contents.ts";

export interface LogGroupRow {
  readonly region: string;
  readonly logGroupName: string;
  readonly createdAtMs: number;
  /** Days; absent: events never expire. Simplified: nothing expires here, whatever it says. */
  readonly retentionInDays?: number;
  /** Absent: STANDARD. Simplified: what the other classes cannot do can be done here with them, too. */
  readonly logGroupClass?: string;
}

/** One printed line. */
export interface LogLine {
  readonly atMs: number;
  readonly text: string;
}

/** The system around a command: the kind of its image, its user and folder, how the image's own program lives. */
export interface ProcessSystem {
  readonly contents: ContentsId;
  readonly adds?: AddedContents;
  readonly user: string;
  readonly directory: string;
  readonly own: { readonly runsForMs?: number; readonly exitCode?: number };
}

/** One life of a process whose output goes to a stream. What it printed is worked out when somebody reads it. */
export interface ProcessRun {
  readonly startedAtMs: number;
  /** Repository of its image, or of the one that it is like: `docker.io/library/nginx`. */
  readonly repository: string;
  /** Set when it is not the image's own program: the command, and the system that it runs in. */
  readonly command?: readonly string[];
  readonly system?: ProcessSystem;
  readonly environment: Readonly<Record<string, string>>;
  readonly hostname: string;
  /** Variables that its program needs and does not have: it says so and gives up. */
  readonly missingVariables?: readonly string[];
  /** What it has printed so far, for a process that uses files: what those hold cannot be worked out later. */
  readonly lines?: readonly LogLine[];
  /** In mode non-blocking with a size of its own: how much the driver holds back for it. */
  readonly bufferBytes?: number;
  /** When it got SIGTERM. */
  readonly signalledAtMs?: number;
  readonly endedAtMs?: number;
  readonly exitCode?: number;
}

/** Lines that a full buffer has dropped. */
export interface LogLoss {
  readonly lost: number;
  readonly bufferBytes: number;
}

export interface LogStreamRow {
  readonly region: string;
  readonly logGroupName: string;
  /** `prefix/container/task-id` for a task on Fargate. */
  readonly logStreamName: string;
  readonly createdAtMs: number;
  /** Of the stream of a container. */
  readonly taskArn?: string;
  readonly containerArn?: string;
  /** Oldest first; a restarted container writes on in the same stream. */
  readonly runs: readonly ProcessRun[];
  /** What was written by others than processes. */
  readonly written?: readonly LogLine[];
}

/** What Docker on a machine keeps of a container that writes to no log stream: its `json-file`. */
export interface DockerLogRow {
  readonly containerArn: string;
  /** Oldest first; a restarted container writes on in the same file. */
  readonly runs: readonly ProcessRun[];
}

/** Key of a log group: its name in its Region. */
export function logGroupKey(region: string, logGroupName: string): string {
  return `${region} ${logGroupName}`;
}

/** Key of a log stream. Names of groups hold no blank and names of streams no colon, so keys cannot collide. */
export function logStreamKey(region: string, logGroupName: string, logStreamName: string): string {
  return `${region} ${logGroupName} ${logStreamName}`;
}

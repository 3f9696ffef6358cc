/** Rows of storage: Amazon EFS file systems with their mount targets, and the files that simulated programs have written. */

export interface FileSystemRow {
  readonly fileSystemId: string;
  readonly name: string;
  /** Zones in which it has a mount target. */
  readonly availabilityZones: readonly string[];
  /** Directories that exist besides the root. */
  readonly directories: readonly string[];
}

/** A file with its text. */
export interface FileRow {
  /** Where it lies: a file system, a volume of a task, or the writable layer of a container. */
  readonly volume: string;
  /** Within the volume, beginning with a slash. */
  readonly path: string;
  readonly text: string;
}

/** Key of a file. Names of volumes hold no line break. */
export function fileKey(volume: string, path: string): string {
  return `${volume}\n${path}`;
}

/** The volume of a task that lives as long as the task; its files are indexed under the task. */
export function taskVolume(taskArn: string, name: string): string {
  return `${taskArn} ${name}`;
}

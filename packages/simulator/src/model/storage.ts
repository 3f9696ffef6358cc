/** Rows of storage: Amazon EFS file systems with their mount targets, the files that simulated programs have written, objects of Amazon S3. */

export interface FileSystemRow {
  readonly fileSystemId: string;
  readonly name: string;
  /** One a zone at most; a zone without one cannot resolve its name. */
  readonly mountTargets: readonly MountTarget[];
  readonly accessPoints: readonly AccessPoint[];
  /** Directories that exist besides the root and those of the access points. */
  readonly directories: readonly string[];
  /** Absent: AWS's default policy, which lets anybody in who reaches a mount target and does not name itself. */
  readonly policy?: FileSystemPolicy;
}

/** Where a file system stands in the VPC. Simplified: its interface is in no table and takes no address of the subnet. */
export interface MountTarget {
  readonly mountTargetId: string;
  readonly availabilityZone: string;
  readonly subnetId: string;
  readonly privateIpv4Address: string;
  readonly securityGroups: readonly string[];
}

/** A directory of a file system as a door of its own. Simplified: its POSIX user changes nothing, files have no owners. */
export interface AccessPoint {
  readonly accessPointId: string;
  readonly path: string;
}

/** What a file system policy demands. Ours: the two demands that AWS's console offers, not the language of policies. */
export interface FileSystemPolicy {
  /** Nobody comes in without a role. */
  readonly preventsAnonymousAccess: boolean;
  /** Nobody comes in without encryption in transit. */
  readonly enforcesTransitEncryption: boolean;
}

/** A file with its text. */
export interface FileRow {
  /** Where it lies: a file system, a volume of a task, or the writable layer of a container. */
  readonly volume: string;
  /** Within the volume, beginning with a slash. */
  readonly path: string;
  readonly text: string;
}

/** A text in a bucket of Amazon S3. */
export interface ObjectRow {
  readonly bucket: string;
  readonly key: string;
  readonly text: string;
}

/** Key of an object. Names of buckets hold no slash. */
export function objectKey(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}

/** Key of a file. Names of volumes hold no line break. */
export function fileKey(volume: string, path: string): string {
  return `${volume}\n${path}`;
}

/** The volume of a task that lives as long as the task; its files are indexed under the task. */
export function taskVolume(taskArn: string, name: string): string {
  return `${taskArn} ${name}`;
}

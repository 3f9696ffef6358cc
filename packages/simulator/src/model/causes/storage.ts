/** Why a task does not get its files before its first container: environment files from Amazon S3, file systems of Amazon EFS. */
import { cause, said } from "../cause.ts";
import type { Wording } from "../refusal.ts";
import { AGENT_SOURCE } from "./agent-texts.ts";

const SOURCE =
  "Developer Guide, Troubleshooting Amazon ECS ResourceInitializationError errors, and outputs pasted in public issues (checked 2026-11-29)";
const ENV_FILES = "ResourceInitializationError: failed to download env files: ";
const DOWNLOAD = `${ENV_FILES}file download command: non empty error stream: `;
const CANCELED = "RequestCanceled: request context canceled caused by: context deadline exceeded";

/** Ours: the ids. Each row has the source of its words. */
export const STORAGE_CAUSES = {
  /** Simplified: on Fargate, the agent's words in the frame of a download. */
  "env-file.malformed-arn": cause(
    "ours",
    ({ file }: OfFile) => `${DOWNLOAD}${noKey(file)}`,
    SOURCE,
    said("ours", ({ file }) => `${noKey(file)}, error: invalid s3 arn: ${file}`, AGENT_SOURCE),
  ),
  "env-file.no-route": fileCause("observed", CANCELED, () => `${DOWNLOAD}${CANCELED}`),
  "env-file.denied": fileCause("observed", "AccessDenied: Access Denied"),
  /** Simplified: the exception of S3 and the frame are confirmed each by itself, not together; so it is below. */
  "env-file.not-found": fileCause("ours", "NoSuchKey: The specified key does not exist."),
  "env-file.no-bucket": fileCause("ours", "NoSuchBucket: The specified bucket does not exist"),
  "efs.not-found": mountCause("observed", notResolved, 1),
  /** None of its mount targets is in the zone of the task: its name cannot be resolved, either. */
  "efs.no-mount-target": mountCause("observed", notResolved, 1),
  /** Port 2049 is closed on the way to the mount target. Simplified: helper and frame are confirmed each by itself, not together. */
  "efs.no-route": mountCause("ours", () => "mount.nfs4: Connection timed out ", 32),
  /**
   * The file system's policy, or the role of a task that names itself, does not let it in.
   * Simplified: with encryption in transit the mount helper writes 127.0.0.1 in the place of the host.
   */
  "efs.denied": mountCause(
    "observed",
    (mount) => `b'mount.nfs4: access denied by server while mounting ${fileSystemHost(mount)}:/' `,
    32,
  ),
  "efs.no-directory": mountCause(
    "observed",
    (mount) =>
      `mount.nfs4: mounting ${fileSystemHost(mount)}:${mount.path} failed, reason given by server: No such file or directory `,
    32,
  ),
} as const;

/** Environment files that Fargate does not get. */
export function filesFailure(text: string): string {
  return `${ENV_FILES}${text}`;
}

/** An environment file by its ARN, and what the ARN names. */
interface OfFile {
  readonly file: string;
  readonly bucket: string;
  readonly key: string;
}

/** A download that fails. @param error what Amazon S3 says, or its client */
function fileCause(wording: Wording, error: string, text: (file: OfFile) => string = notDownloaded(error)) {
  return cause(
    wording,
    text,
    SOURCE,
    // Simplified: the agent's frame is confirmed, the words of S3's client in it are not.
    said(
      "ours",
      ({ bucket, key }: OfFile) => `unable to download env file with key ${key} from bucket ${bucket}, error: ${error}`,
      AGENT_SOURCE,
    ),
  );
}

function noKey(file: string): string {
  return `unable to parse bucket and key from s3 ARN specified in environmentFile ${file}`;
}

function notDownloaded(error: string) {
  return ({ key }: OfFile) =>
    `${DOWNLOAD}failed to download file ${key.slice(key.lastIndexOf("/") + 1)}: failed to write to a temporary file: ${error}`;
}

/** A mount that fails. */
interface OfMount {
  readonly fileSystemId: string;
  readonly region: string;
  /** Of the file system. */
  readonly path: string;
  /** How Docker on an instance calls the volume; not shown by Fargate. */
  readonly dockerVolume: string;
}

/**
 * @param stderr what the mount helper prints; on an instance, Docker's volume driver repeats it
 * Simplified: on an instance the frame is confirmed, what follows it is not.
 */
function mountCause(wording: Wording, stderr: (mount: OfMount) => string, code: number) {
  return cause(
    wording,
    (mount: OfMount) => efsFailure(stderr(mount), code),
    SOURCE,
    said(
      "ours",
      (mount: OfMount) =>
        `Error response from daemon: create ${mount.dockerVolume}: VolumeDriver.Create: mounting volume failed: ${stderr(mount).trimEnd()}`,
      SOURCE,
    ),
  );
}

function notResolved(mount: OfMount): string {
  return `Failed to resolve "${fileSystemHost(mount)}" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID. See https://docs.aws.amazon.com/console/efs/mount-dns-name for more detail. Attempting to lookup mount target ip address using botocore. Failed to import necessary dependency botocore, please install botocore first. `;
}

function fileSystemHost({ fileSystemId, region }: OfMount): string {
  return `${fileSystemId}.efs.${region}.amazonaws.com`;
}

function efsFailure(stderr: string, code: number): string {
  return `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: ${stderr}: unsuccessful EFS utils command execution; code: ${code}`;
}

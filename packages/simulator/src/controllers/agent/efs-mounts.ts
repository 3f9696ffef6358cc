/**
 * Volumes of a definition that are Amazon EFS file systems: what is mounted of each, and whether the file system lets the task in.
 * Source: EFS User Guide, "Using IAM to control access to file systems" (checked 2026-11-29).
 * Simplified: who names itself by the task role is judged by that role alone. A file system policy may let a role in, too.
 */
import { arn } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { judgeRequest } from "../../model/iam.ts";
import { ACCOUNT_ID, regionOf } from "../../model/place.ts";
import type { FileSystemRow } from "../../model/storage.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { taskRole } from "./agent-side.ts";

/** One file system as a volume asks for it. */
export interface EfsMount {
  readonly fileSystemId: string;
  /** The directory of it that is mounted, without a slash at the end; the root is empty. */
  readonly root: string;
  readonly accessPointId: string | undefined;
  readonly encrypts: boolean;
  /** Whether the mount names the task role; else it is anonymous. */
  readonly byRole: boolean;
}

/** EFS volumes by name. The directory of an access point that is not there stays open: such a mount fails. */
export function efsMountsOf(
  { tables }: Pick<Cloud, "tables">,
  definition: RegisteredTaskDefinition,
): ReadonlyMap<string, EfsMount> {
  const found = new Map<string, EfsMount>();
  for (const { name, efsVolumeConfiguration: efs } of definition.volumes ?? []) {
    if (efs === undefined || name === undefined) continue;
    const { fileSystemId, rootDirectory = "/", transitEncryption, authorizationConfig } = efs;
    const { accessPointId, iam } = authorizationConfig ?? {};
    const accessPoint = tables.fileSystems
      .get(fileSystemId)
      ?.accessPoints.find((each) => each.accessPointId === accessPointId);
    found.set(name, {
      fileSystemId,
      root: (accessPoint?.path ?? rootDirectory).replace(/\/+$/, ""),
      accessPointId,
      encrypts: transitEncryption === "ENABLED",
      byRole: iam === "ENABLED",
    });
  }
  return found;
}

/** Whether a file system lets a task do this with a mount that reaches it. */
export function letsIn(
  sim: Cloud,
  task: TaskRow,
  definition: RegisteredTaskDefinition,
  fileSystem: FileSystemRow,
  mount: EfsMount,
  action: "elasticfilesystem:ClientMount" | "elasticfilesystem:ClientWrite",
): boolean {
  const { policy, fileSystemId, accessPoints } = fileSystem;
  const { accessPointId } = mount;
  if (accessPointId !== undefined && !accessPoints.some((each) => each.accessPointId === accessPointId)) return false;
  if (policy?.enforcesTransitEncryption && !mount.encrypts) return false;
  if (!mount.byRole) return policy?.preventsAnonymousAccess !== true;
  const asked = taskRole(sim, task, definition);
  const resource = arn({
    service: "elasticfilesystem",
    region: regionOf(sim.tables),
    account: ACCOUNT_ID,
    resource: `file-system/${fileSystemId}`,
  });
  return asked !== undefined && judgeRequest(asked.role, { action, resource }) === "allowed";
}

/**
 * Whether the first writes of an image's own program succeed: not below a read-only root file system unless something
 * writable is mounted there, and not for a user who may not.
 * Simplified: only root may write where an image's own program writes, but everybody in `/tmp` and below a mount.
 */
import type { FirstWrite, ImageContents } from "../model/image-contents.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";

const READ_ONLY = { number: 30, text: "Read-only file system", code: "EROFS: read-only file system" };
const DENIED = { number: 13, text: "Permission denied", code: "EACCES: permission denied" };

/** The line of the first write that fails, or undefined. */
export function complaintOfWrite(contents: ImageContents, container: ContainerDefinition): string | undefined {
  for (const write of contents.writes) {
    const errno = errnoOf(write, container);
    if (errno === undefined) continue;
    const { complaint } = write;
    if (complaint.startsWith("Error:")) return complaint.replace("{}", errno.code);
    // Apache puts the number first, nginx puts it in front of the words with a colon.
    if (complaint.startsWith("[core:")) return complaint.replace("({})", `(${errno.number})${errno.text}`);
    return complaint.replace("{}", `${errno.number}: ${errno.text}`);
  }
  return undefined;
}

/** Whether root may write below a path of its container. */
export function mayWrite(path: string, container: ContainerDefinition): boolean {
  return container.readonlyRootFilesystem !== true || isMounted(path, container);
}

function errnoOf({ path }: FirstWrite, container: ContainerDefinition): typeof READ_ONLY | undefined {
  if (isMounted(path, container)) return undefined;
  if (container.readonlyRootFilesystem === true) return READ_ONLY;
  const [user = ""] = (container.user ?? "").split(":");
  const isRoot = user === "" || user === "root" || user === "0";
  return isRoot || path === "/tmp" ? undefined : DENIED;
}

/** `/var/run` leads to `/run` in every image. */
function isMounted(path: string, { mountPoints = [], linuxParameters }: ContainerDefinition): boolean {
  const { tmpfs = [] } = (linuxParameters ?? {}) as { tmpfs?: readonly { containerPath?: string }[] };
  const writable = [...mountPoints.filter(({ readOnly }) => readOnly !== true), ...tmpfs];
  return writable.some(({ containerPath = "" }) => {
    const at = containerPath.replace(/\/+$/, "").replace(/^\/var\/run(?=\/|$)/, "/run");
    return at === path || path.startsWith(`${at}/`);
  });
}

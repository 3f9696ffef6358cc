/**
 * Mounts the EFS file systems of a task, through its own network interface, before its images are pulled.
 * Source: Developer Guide, "Use Amazon EFS volumes with Amazon ECS", and outputs pasted in public issues (checked 2026-11-21).
 * Simplified: security groups always let NFS through, file systems have no policies, and an access point's directory exists.
 */
import { tellResource } from "../../model/causes/resources.ts";
import type { ResourceResult } from "../../model/resource-results.ts";
import type { FileSystemRow } from "../../model/storage.ts";
import { SERVICE_ANSWERS_AFTER } from "../../model/timing.ts";
import type { ResourcePlan, ResourceRequest } from "../agent/resource-step.ts";
import { fileSystemsOf } from "../containers/task-files.ts";

/** Amazon EFS: one file system after the other; the first that cannot be mounted ends the task. */
export function efsVolumes(request: ResourceRequest): ResourcePlan | undefined {
  const fileSystems = fileSystemsOf(request.definition);
  if (fileSystems.size === 0) return undefined;
  const names = [...new Set([...fileSystems.values()].map(({ fileSystemId }) => fileSystemId))];
  return { service: "Amazon EFS", names, after: SERVICE_ANSWERS_AFTER, result: mountAll(request, names) };
}

function mountAll(request: ResourceRequest, names: readonly string[]): ResourceResult {
  const { sim, task, definition } = request;
  const { availabilityZone } = task.spec;
  for (const { fileSystemId, root } of fileSystemsOf(definition).values()) {
    const fileSystem = sim.tables.fileSystems.get(fileSystemId);
    if (fileSystem === undefined || !fileSystem.availabilityZones.includes(availabilityZone)) {
      const why = fileSystem === undefined ? "efs.not-found" : "efs.no-mount-target";
      return { ok: false, ...tellResource(why, { fileSystemId }) };
    }
    if (!hasDirectory(request, fileSystem, root)) {
      return { ok: false, ...tellResource("efs.no-directory", { fileSystemId, path: root }) };
    }
  }
  return { ok: true, kind: "FILE_SYSTEMS_MOUNTED", facts: { names, availabilityZone } };
}

/** A directory exists when somebody made it, or when a file lies in it. */
function hasDirectory({ sim }: ResourceRequest, { fileSystemId, directories }: FileSystemRow, root: string) {
  if (root === "" || directories.includes(root)) return true;
  if (root.startsWith("/fsap-")) return true;
  for (const key of sim.tables.files.bucket("volume", fileSystemId)) {
    if (sim.tables.files.get(key)?.path.startsWith(`${root}/`)) return true;
  }
  return false;
}

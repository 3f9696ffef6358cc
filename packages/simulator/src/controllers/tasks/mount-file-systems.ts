/**
 * Mounts the EFS file systems of a task before its images are pulled: through its own network interface, in the other network
 * modes through the one of the instance. The name is resolved first, then port 2049 is tried, then the file system judges.
 * Source: Developer Guide, "Use Amazon EFS volumes with Amazon ECS"; outputs pasted in public issues (checked 2026-11-29).
 */
import { hexId } from "../../kernel/ids.ts";
import type { ResourceCause } from "../../model/causes/resources.ts";
import { regionOf } from "../../model/place.ts";
import type { FailedResult } from "../../model/resource-results.ts";
import type { FileSystemRow } from "../../model/storage.ts";
import { MOUNT_TIMED_OUT_AFTER, SERVICE_ANSWERS_AFTER } from "../../model/timing.ts";
import { reaches } from "../../network/hop.ts";
import { standingOfContainers } from "../../network/standing.ts";
import { wayToMountTarget } from "../../network/way-to-mount-target.ts";
import { type EfsMount, efsMountsOf, letsIn } from "../agent/efs-mounts.ts";
import { RESOURCES_STREAM, type ResourcePlan, type ResourceRequest, tellerFor } from "../agent/resource-step.ts";

/** Amazon EFS: one file system after the other; the first that cannot be mounted ends the task. */
export function efsVolumes(request: ResourceRequest): ResourcePlan | undefined {
  const mounts = efsMountsOf(request.sim, request.definition);
  if (mounts.size === 0) return undefined;
  const names = [...new Set([...mounts.values()].map(({ fileSystemId }) => fileSystemId))];
  const plan = { service: "Amazon EFS", names, asNobody: true, after: SERVICE_ANSWERS_AFTER } as const;
  for (const [name, mount] of mounts) {
    const why = problemOf(request, mount);
    if (why === undefined) continue;
    const after = why === "efs.no-route" ? MOUNT_TIMED_OUT_AFTER : SERVICE_ANSWERS_AFTER;
    return { ...plan, after, result: failedMount(request, why, name, mount) };
  }
  const { availabilityZone } = request.task.spec;
  return { ...plan, result: { ok: true, kind: "FILE_SYSTEMS_MOUNTED", facts: { names, availabilityZone } } };
}

type MountCause = Extract<ResourceCause, `efs.${string}`>;

function problemOf(request: ResourceRequest, mount: EfsMount): MountCause | undefined {
  const { sim, task, definition } = request;
  const { tables } = sim;
  const fileSystem = tables.fileSystems.get(mount.fileSystemId);
  if (fileSystem === undefined) return "efs.not-found";
  const target = fileSystem.mountTargets.find((each) => each.availabilityZone === task.spec.availabilityZone);
  if (target === undefined) return "efs.no-mount-target";
  if (!reaches(wayToMountTarget(tables, standingOfContainers(tables, task), target))) return "efs.no-route";
  if (!letsIn(sim, task, definition, fileSystem, mount, "elasticfilesystem:ClientMount")) return "efs.denied";
  return hasDirectory(request, fileSystem, mount.root) ? undefined : "efs.no-directory";
}

function failedMount(request: ResourceRequest, why: MountCause, volume: string, mount: EfsMount): FailedResult {
  const { fileSystemId, root } = mount;
  const dockerVolume = request.task.spec.placed === undefined ? "" : dockerVolumeOf(request, volume);
  const region = regionOf(request.sim.tables);
  return { ok: false, ...tellerFor(request)(why, { fileSystemId, region, path: root, dockerVolume }) };
}

/** @source Public ECS agent: `ecs-`, family, revision, volume and twenty random digits (checked 2026-11-29) */
function dockerVolumeOf({ sim, task }: ResourceRequest, volume: string): string {
  const [, family, revision] = /\/(.+):(\d+)$/.exec(task.spec.taskDefinitionArn) ?? [];
  return `ecs-${family}-${revision}-${volume}-${hexId(sim.world.random, 20, RESOURCES_STREAM)}`;
}

/** A directory exists when somebody made it, when an access point is it, or when a file lies in it. */
function hasDirectory({ sim }: ResourceRequest, fileSystem: FileSystemRow, root: string): boolean {
  const { fileSystemId, directories, accessPoints } = fileSystem;
  if (root === "" || directories.includes(root) || accessPoints.some(({ path }) => path === root)) return true;
  for (const key of sim.tables.files.bucket("volume", fileSystemId)) {
    if (sim.tables.files.get(key)?.path.startsWith(`${root}/`)) return true;
  }
  return false;
}

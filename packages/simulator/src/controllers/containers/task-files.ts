/**
 * Files as the processes of a task see them: mount points lead to volumes, everything else to the container's own layer.
 * A layer ends with its container's task, an empty volume with its task, a file system outlives both.
 * Simplified: volumes of Amazon EBS and S3 Files behave like empty volumes of the task; paths are absolute, folders are
 * there when they are needed, and nothing ever is full.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { fileKey, taskVolume } from "../../model/storage.ts";
import type { ContainerDefinition, RegisteredTaskDefinition } from "../../model/task-definition.ts";
import type { ShellFiles } from "../../workloads/shell-host.ts";
import { efsMountsOf, letsIn } from "../agent/efs-mounts.ts";
import { containerDefinition, definitionOf } from "../rows/task-rows.ts";

/** A place in a container where a volume begins. */
interface Mount {
  /** Path in the container, without a slash at the end. */
  readonly at: string;
  readonly volume: string;
  /** Path in the volume that stands at `at`. */
  readonly root: string;
  readonly readOnly: boolean;
}

interface Place {
  readonly volume: string;
  readonly path: string;
  readonly readOnly: boolean;
}

/** The files that a container of a task sees. Changes belong to the next record. */
export function filesOf(sim: Cloud, task: TaskRow, container: ContainerRow): ShellFiles {
  const definition = definitionOf(sim, task);
  const own = containerDefinition(definition, container.name);
  const mounts = mountsOf(sim, task, definition, own);
  const layerIsReadOnly = own.readonlyRootFilesystem === true;
  const find = (path: string): Place => placeOf(mounts, path, container.containerArn, layerIsReadOnly);
  const textAt = ({ volume, path }: Place) => sim.tables.files.get(fileKey(volume, path))?.text;
  return {
    read: (path) => textAt(find(path)),
    write(path, text) {
      const place = find(path);
      if (place.readOnly) return "Read-only file system";
      const { volume } = place;
      if (textAt(place) !== text) sim.put("files", { volume, path: place.path, text });
      return undefined;
    },
    remove(path) {
      const place = find(path);
      if (textAt(place) === undefined || place.readOnly) return false;
      sim.remove("files", fileKey(place.volume, place.path));
      return true;
    },
    list: (path) => namesBelow(sim, mounts, find(`${trimmed(path)}/`), trimmed(path)),
  };
}

/** Forgets the files that end with a task. The change belongs to the next record. */
export function removeFilesOf(sim: Cloud, task: TaskRow): void {
  if (sim.tables.files.size === 0) return;
  const { taskArn, containerArns } = task.spec;
  const names = (definitionOf(sim, task).volumes ?? []).map(({ name = "" }) => taskVolume(taskArn, name));
  for (const volume of [...containerArns, ...names]) {
    for (const key of [...sim.tables.files.bucket("volume", volume)]) sim.remove("files", key);
  }
}

function mountsOf(sim: Cloud, task: TaskRow, definition: RegisteredTaskDefinition, own: ContainerDefinition): Mount[] {
  const efsMounts = efsMountsOf(sim, definition);
  const borrowed = (own.volumesFrom ?? []).flatMap(({ sourceContainer }) => {
    const source = definition.containerDefinitions.find(({ name }) => name === sourceContainer);
    return source?.mountPoints ?? [];
  });
  return [...(own.mountPoints ?? []), ...borrowed]
    .map(({ sourceVolume = "", containerPath = "", readOnly }) => {
      const mount = efsMounts.get(sourceVolume);
      const fileSystem = mount && sim.tables.fileSystems.get(mount.fileSystemId);
      const mayWrite =
        mount === undefined ||
        fileSystem === undefined ||
        letsIn(sim, task, definition, fileSystem, mount, "elasticfilesystem:ClientWrite");
      return {
        at: trimmed(containerPath),
        volume: mount?.fileSystemId ?? taskVolume(task.taskArn, sourceVolume),
        root: mount?.root ?? "",
        readOnly: readOnly === true || !mayWrite,
      };
    })
    .sort((left, right) => right.at.length - left.at.length);
}

function placeOf(mounts: readonly Mount[], given: string, layer: string, layerIsReadOnly: boolean): Place {
  const path = given.startsWith("/") ? given : `/${given}`;
  const mount = mounts.find(({ at }) => path.startsWith(`${at}/`));
  if (mount === undefined) return { volume: layer, path, readOnly: layerIsReadOnly };
  const { volume, root, readOnly, at } = mount;
  return { volume, path: `${root}${path.slice(at.length)}`, readOnly };
}

/** Names of what lies directly below a folder; undefined when no file lies there and nothing is mounted there. */
function namesBelow(sim: Cloud, mounts: readonly Mount[], { volume, path }: Place, folder: string) {
  const names = new Set<string>();
  for (const key of sim.tables.files.bucket("volume", volume)) {
    const file = sim.tables.files.get(key)?.path ?? "";
    if (file.startsWith(path)) names.add(file.slice(path.length).split("/", 1)[0] as string);
  }
  const isThere = names.size > 0 || folder === "" || mounts.some(({ at }) => at === folder);
  return isThere ? [...names].sort() : undefined;
}

/** A path without the slash at its end; the root is empty. */
function trimmed(path: string): string {
  return path.replace(/\/+$/, "");
}

/** Where a task comes from when it is new: the card of its service, or the task definition that somebody ran. Comes with the first change. */
import { familyAndRevision, type Tables } from "../base/cloud.ts";
import type { Rect } from "./rect.ts";
import type { Scene } from "./scene.ts";

/** How large a task is at its birth, at most. */
const SIZE = { w: 22, h: 12 } as const;

/**
 * Where a box begins its way.
 * @param sinceMs the moment of the picture before
 * @returns undefined for a task that is older, and for one whose origin is not on the map
 */
export function birthplaceOf(scene: Scene, tables: Tables, key: string, sinceMs: number): Rect | undefined {
  const spec = tables.tasks.get(key)?.spec;
  if (spec === undefined || spec.createdAtMs < sinceMs) return undefined;
  const { serviceArn, taskDefinitionArn } = spec;
  const [family] = familyAndRevision(taskDefinitionArn).split(":");
  const origin =
    serviceArn === undefined
      ? scene.definitions.find((mark) => mark.family === family)
      : scene.services.find((mark) => mark.key === serviceArn);
  if (origin === undefined) return undefined;
  const { x, y, w, h } = origin;
  return { x: x + w - SIZE.w, y: y + h / 2 - SIZE.h / 2, ...SIZE };
}

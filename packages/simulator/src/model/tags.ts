/** Tags of a resource: limits, and how a new set joins the old one. */
import type { EcsShapes } from "./generated/ecs.ts";

export type Tag = EcsShapes["Tag"];

/**
 * Most tags that a resource can have.
 * @source AWS General Reference, Amazon ECS quotas: tags per resource (checked 2026-11-20)
 */
export const MAX_TAGS = 50;

/** Old and new tags together; a new value replaces the old one of the same key. */
export function mergeTags(old: readonly Tag[], added: readonly Tag[]): Tag[] {
  const byKey = new Map(old.map((tag) => [tag.key, tag]));
  for (const tag of added) byKey.set(tag.key, { key: tag.key, value: tag.value });
  return [...byKey.values()];
}

/** What a set of tags with one key twice is answered with. */
export function duplicateTagKey(key: string): string {
  return `Duplicate tag keys found: ${key}.`;
}

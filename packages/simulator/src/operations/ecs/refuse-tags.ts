/** Rules for tags: count, length, characters, reserved prefix, unique keys. */

import type { Refusal } from "../../model/refusal.ts";
import { MAX_TAGS } from "../../model/tags.ts";
import type { Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The refusal of a set of tags, or undefined when it is fine. */
export function refuseTags(tags: readonly Shape<"ecs", "Tag">[] | undefined): Refusal | undefined {
  if (tags === undefined) return undefined;
  if (tags.length > MAX_TAGS) return refuse("tags.too-many", { most: MAX_TAGS, count: tags.length });
  const keys = new Set<string>();
  for (const { key = "", value = "" } of tags) {
    if (key.length < 1 || key.length > 128) return refuse("tag.key-length", { key });
    if (value.length > 256) return refuse("tag.value-length", { key });
    if (!ALLOWED.test(key) || !ALLOWED.test(value)) return refuse("tag.characters", { key });
    if (/^aws:/i.test(key)) return refuse("tag.reserved", { key });
    if (keys.has(key)) return refuse("tag.duplicate", { key });
    keys.add(key);
  }
  return undefined;
}

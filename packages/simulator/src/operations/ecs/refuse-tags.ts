/**
 * Rules for tags: count, length, characters, reserved prefix, unique keys.
 * Simplified: AWS's wording of these refusals is not confirmed, ours says the rule.
 */

import { MAX_TAGS, type Tag } from "../../model/tags.ts";
import { invalid, type Refusal } from "../outcome.ts";

const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The refusal of a set of tags, or undefined when it is fine. */
export function refuseTags(tags: readonly Tag[] | undefined): Refusal | undefined {
  const message = tags === undefined ? undefined : whatIsWrong(tags);
  return message === undefined ? undefined : invalid(message);
}

function whatIsWrong(tags: readonly Tag[]): string | undefined {
  if (tags.length > MAX_TAGS) return `A resource can have at most ${MAX_TAGS} tags; the request has ${tags.length}.`;
  const keys = new Set<string>();
  for (const { key = "", value = "" } of tags) {
    if (key.length < 1 || key.length > 128) return `Tag key '${key}' must be 1 to 128 characters long.`;
    if (value.length > 256) return `The value of tag '${key}' must be at most 256 characters long.`;
    if (!ALLOWED.test(key) || !ALLOWED.test(value)) return `Tag '${key}' contains invalid characters.`;
    if (/^aws:/i.test(key)) return `Tag key '${key}' begins with 'aws:', which is reserved for AWS.`;
    if (keys.has(key)) return `Duplicate tag keys found: ${key}.`;
    keys.add(key);
  }
  return undefined;
}

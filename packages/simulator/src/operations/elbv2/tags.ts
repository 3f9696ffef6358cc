/** Tags in Elastic Load Balancing's spelling. */
import type { Tag } from "../../model/tags.ts";
import type { Shape } from "../shapes.ts";

type ElbTag = Shape<"elbv2", "Tag">;

/** The tags of a call as rows keep them. */
export function readTags(tags: readonly ElbTag[] = []): Tag[] {
  return tags.map(({ Key, Value = "" }) => ({ key: Key, value: Value }));
}

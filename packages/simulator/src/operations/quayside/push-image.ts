/**
 * PushImage: somebody outside of ECS has built an image and pushes it under a tag, which from now on means the new build.
 * Simplified: building and uploading take no time, and only our own repositories and those of the account take a push.
 */
import { ACCOUNT_ID } from "../../model/place.ts";
import type { ImageRow } from "../../model/registry.ts";
import { pushed } from "../../workloads/image-builds.ts";
import { parseImageReference } from "../../workloads/image-reference.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** Ours: a repository keeps as many builds; enough for any lesson, and a bound for a run that pushes for ever. */
const MAX_BUILDS = 1_000;

/** Tags that a registry takes. @source OCI Distribution Specification 1.1, Pulling manifests (checked 2026-11-21) */
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/** Whether a registry takes a tag. */
export function isTag(text: string): boolean {
  return TAG.test(text);
}

const OWN_REPOSITORIES = ["docker.io/quayside/", `${ACCOUNT_ID}.dkr.ecr.`];

export const pushImage = command<"quayside", "PushImage">((sim, input) => {
  // Repository and tag as in a task definition; without a tag, `latest`.
  const { image } = fieldsOf(input);
  if (typeof image !== "string" || image === "") return refuse("push.reference");
  const reference = parseImageReference(image);
  if (reference.digest !== undefined) return refuse("push.digest");
  if (!isTag(reference.tag)) return refuse("push.reference");
  const before = sim.tables.images.get(reference.repository);
  if (before === undefined || !isOurs(before)) {
    return refuse("push.denied");
  }
  if ((before.earlierBuilds?.length ?? 0) >= MAX_BUILDS) {
    return refuse("push.too-many", { most: MAX_BUILDS });
  }
  const after = pushed(before, reference.tag);
  sim.put("images", after);
  const { repository, tag } = reference;
  const { imageDigest, sizeMB } = after;
  sim.record("IMAGE_PUSHED", repository, { tag, imageDigest, sizeMB });
  return answer({ repository, tag, imageDigest, sizeMB });
});

function isOurs({ repository }: ImageRow): boolean {
  return OWN_REPOSITORIES.some((prefix) => repository.startsWith(prefix));
}

/**
 * Builds of an image: which one a reference means, and what a push leaves in the repository. Digests are computed from
 * the repository and the number of the build, so they are the same in every world.
 * Simplified: every push brings a new build, also under a second tag; in AWS the same image can be pushed under many.
 */
import type { ImageReference } from "../model/image-reference.ts";
import type { ImageBuild, ImageRow } from "../model/registry.ts";

/** The build that a reference means now, or undefined when the repository has none. */
export function findBuild(image: ImageRow, reference: ImageReference): ImageBuild | undefined {
  const { digest, tag } = reference;
  return buildsOf(image).find((build) =>
    digest === undefined ? build.tags.includes(tag) : build.imageDigest === digest,
  );
}

/** The build with a digest. The newest one when there is none: repositories of a single build are never searched. */
export function buildWith(image: ImageRow, imageDigest: string | undefined): ImageBuild {
  return image.earlierBuilds?.find((build) => build.imageDigest === imageDigest) ?? image;
}

/** The repository after a new build was pushed under a tag. Other builds lose that tag and keep the rest. */
export function pushed(image: ImageRow, tag: string): ImageRow {
  const { repository, access, earlierBuilds = [], nextBuilds = [], ...current } = image;
  const [next = current, ...later] = nextBuilds;
  const earlier = [...earlierBuilds, current].map((build) => withoutTag(build, tag));
  const imageDigest = digestOf(`${repository} ${earlier.length + 1}`);
  const keep = access === undefined ? {} : { access };
  return { ...next, ...keep, repository, tags: [tag], imageDigest, earlierBuilds: earlier, nextBuilds: later };
}

/** A build, or a repository with its newest one, after a tag has moved away from it. */
export function withoutTag<Build extends ImageBuild>(build: Build, tag: string): Build {
  return { ...build, tags: build.tags.filter((each) => each !== tag) };
}

/** Words of 32 bits in a digest. */
const DIGEST_WORDS = 8;

/** A text's digest: `sha256:` and 64 hexadecimal digits. Ours: spread well enough to look like one, but no SHA-256. */
export function digestOf(text: string): string {
  let digits = "";
  for (let word = 0; word < DIGEST_WORDS; word += 1) {
    let hash = Math.imul(0x811c9dc5 ^ word, 0x9e3779b1);
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    digits += ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
  }
  return `sha256:${digits}`;
}

function buildsOf(image: ImageRow): readonly ImageBuild[] {
  return image.earlierBuilds === undefined ? [image] : [image, ...image.earlierBuilds];
}

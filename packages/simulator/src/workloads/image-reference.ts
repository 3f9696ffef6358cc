/** Reads image references the way a container runtime does: registry, repository, tag or digest. */
import type { ImageReference } from "../model/image-reference.ts";

/** References read so far: every container of a definition asks for the same one. */
const READ = new Map<string, ImageReference>();
const MOST_KEPT = 1000;

/** Reads a reference. Any text gives a result; whether the image exists is the registry's business. */
export function parseImageReference(image: string): ImageReference {
  const known = READ.get(image);
  if (known !== undefined) return known;
  if (READ.size === MOST_KEPT) READ.clear();
  const reference = read(image);
  READ.set(image, reference);
  return reference;
}

function read(image: string): ImageReference {
  const [beforeDigest = "", digest] = image.split("@", 2);
  const lastSlash = beforeDigest.lastIndexOf("/");
  const colon = beforeDigest.indexOf(":", lastSlash + 1);
  const name = colon === -1 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon === -1 ? "latest" : beforeDigest.slice(colon + 1);
  const firstSlash = name.indexOf("/");
  const first = firstSlash === -1 ? "" : name.slice(0, firstSlash);
  const hasRegistry = first.includes(".") || first.includes(":") || first === "localhost";
  const registry = hasRegistry && first !== "index.docker.io" ? first : "docker.io";
  const rest = hasRegistry ? name.slice(firstSlash + 1) : name;
  const path = registry === "docker.io" && !rest.includes("/") ? `library/${rest}` : rest;
  const repository = `${registry}/${path}`;
  return {
    host: registry === "docker.io" ? "registry-1.docker.io" : registry,
    repository,
    path,
    tag,
    ...(digest === undefined ? {} : { digest }),
    full: digest === undefined ? `${repository}:${tag}` : `${repository}@${digest}`,
  };
}

/** A private registry of Amazon ECR. */
export interface EcrRegistry {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
}

const PRIVATE_ECR = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/;

/** Account and Region of a private ECR registry by its host; undefined for any other host. */
export function ecrRegistryOf(host: string): EcrRegistry | undefined {
  const [, account, region] = PRIVATE_ECR.exec(host) ?? [];
  return account === undefined || region === undefined ? undefined : { account, region };
}

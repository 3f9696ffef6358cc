/**
 * What a registry answers when Fargate pulls an image: the image, or the error text of the stopped task. Whether the
 * registry can be reached is decided by the task's subnet and public address.
 * Simplified: Docker Hub never limits pulls and private Amazon ECR repositories do not exist here; in AWS both do.
 */
import type { TaskSpec } from "../model/ecs.ts";
import type { ImageRow } from "../model/registry.ts";
import { MANIFEST_REFUSED_AFTER, type Range, REGISTRY_UNREACHABLE_AFTER } from "../model/timing.ts";
import type { SubnetRow } from "../model/vpc.ts";
import { type ImageReference, parseImageReference } from "./image-reference.ts";

export type PullVerdict =
  | { readonly ok: true; readonly image: ImageRow }
  | { readonly ok: false; readonly reason: string; readonly after: Range; readonly why: PullRefusal };

/** Our own short name of the cause, for "why?". */
export type PullRefusal = "no-route" | "not-found" | "wrong-architecture";

/** Address that the time-out message shows; one of Docker Hub's public ones. */
const UNREACHABLE_ADDRESS = "3.94.224.37";

/** Decides a pull. Never throws: any image text gets an answer. */
export function decidePull(request: {
  image: string;
  spec: TaskSpec;
  subnet: SubnetRow;
  cpuArchitecture: string;
  find: (repository: string) => ImageRow | undefined;
}): PullVerdict {
  const reference = parseImageReference(request.image);
  if (!reachesInternet(request.spec, request.subnet)) {
    return { ok: false, reason: unreachable(reference), after: REGISTRY_UNREACHABLE_AFTER, why: "no-route" };
  }
  const image = request.find(reference.repository);
  const exists = image !== undefined && holds(image, reference);
  if (!exists) return { ok: false, reason: notFound(reference), after: MANIFEST_REFUSED_AFTER, why: "not-found" };
  if (!image.architectures.includes(request.cpuArchitecture as "X86_64")) {
    const reason = wrongArchitecture(request.cpuArchitecture);
    return { ok: false, reason, after: MANIFEST_REFUSED_AFTER, why: "wrong-architecture" };
  }
  return { ok: true, image };
}

/**
 * A public subnet reaches the internet only with a public address; a private one only through a NAT gateway.
 * @source Developer Guide, "Amazon ECS task networking options for Fargate" (checked 2026-11-20)
 */
export function reachesInternet(spec: TaskSpec, subnet: SubnetRow): boolean {
  if (subnet.internetRoute === "internet-gateway") return spec.assignPublicIp;
  return subnet.internetRoute === "nat-gateway";
}

function holds(image: ImageRow, reference: ImageReference): boolean {
  return reference.digest === undefined ? image.tags.includes(reference.tag) : reference.digest === image.imageDigest;
}

function notFound(reference: ImageReference): string {
  return `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${reference.full}: ${reference.full}: not found`;
}

function unreachable(reference: ImageReference): string {
  const manifest = `https://${reference.host}/v2/${reference.path}/manifests/${reference.digest ?? reference.tag}`;
  return `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${reference.full}: failed to do request: Head "${manifest}": dial tcp ${UNREACHABLE_ADDRESS}:443: i/o timeout`;
}

function wrongArchitecture(cpuArchitecture: string): string {
  const platform = cpuArchitecture === "ARM64" ? "linux/arm64" : "linux/amd64";
  return `CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform '${platform}'.`;
}

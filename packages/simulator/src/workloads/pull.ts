/**
 * What a registry answers when Fargate pulls an image: the image, or the error text of the stopped task. Whether the
 * registry can be reached is decided by the network (the caller says so), whether it gives the image away by the
 * execution role (private Amazon ECR) or by the credentials that the container names (other private registries).
 * Simplified: Docker Hub limits pulls only when somebody asks for it (FailPulls), and no ECR repository has a policy that lets other accounts in.
 */
import { judgeRequest, type RoleRow } from "../model/iam.ts";
import { ACCOUNT_ID, REGION } from "../model/place.ts";
import type { ImageBuild, ImageRow } from "../model/registry.ts";
import type { PullFault } from "../model/registry-faults.ts";
import {
  MANIFEST_REFUSED_AFTER,
  type Range,
  REGISTRY_RETRIED_FOR,
  REGISTRY_UNREACHABLE_AFTER,
} from "../model/timing.ts";
import { type AwsServiceName, factsOf } from "../network/aws-services.ts";
import { INTERNET } from "../network/way-out.ts";
import { findBuild } from "./image-builds.ts";
import { type EcrRegistry, ecrRegistryOf, type ImageReference, parseImageReference } from "./image-reference.ts";

export type PullVerdict =
  | { readonly ok: true; readonly image: ImageBuild }
  | { readonly ok: false; readonly reason: string; readonly after: Range; readonly why: PullRefusal };

/** Our own short name of the cause, for "why?". */
export type PullRefusal = "no-route" | "not-found" | "wrong-architecture" | "denied" | "no-credentials" | PullFault;

export interface PullRequest {
  readonly image: string;
  /** Whether the agent gets to a service of AWS, or to other registries, from where it stands. */
  readonly reaches: (goal: AwsServiceName | "internet") => boolean;
  readonly cpuArchitecture: string;
  /** The execution role, with which private ECR repositories are read. */
  readonly role: RoleRow | undefined;
  /** Whether the container names `repositoryCredentials`, and the host of the registry that takes them. */
  readonly hasCredentials: boolean;
  readonly opensRegistry: string | undefined;
  readonly find: (repository: string) => ImageRow | undefined;
  /** What is wrong with the registry itself, if anything. */
  readonly fault: PullFault | undefined;
}

/** Decides a pull. Never throws: any image text gets an answer. */
export function decidePull(request: PullRequest): PullVerdict {
  const reference = parseImageReference(request.image);
  if (!request.reaches(doorOf(reference))) {
    return { ok: false, reason: unreachable(reference), after: REGISTRY_UNREACHABLE_AFTER, why: "no-route" };
  }
  const repository = request.find(reference.repository);
  const fault = faultOf(request, reference, repository);
  if (fault !== undefined) return fault;
  const refusal = refusalOf(request, reference, repository);
  if (refusal !== undefined) return { ok: false, after: MANIFEST_REFUSED_AFTER, ...refusal };
  const image = repository && findBuild(repository, reference);
  if (image === undefined) {
    const reason = couldNotResolve(reference, `${reference.full}: not found`);
    return { ok: false, reason, after: MANIFEST_REFUSED_AFTER, why: "not-found" };
  }
  if (!image.architectures.includes(request.cpuArchitecture as "X86_64")) {
    const reason = wrongArchitecture(request.cpuArchitecture);
    return { ok: false, reason, after: MANIFEST_REFUSED_AFTER, why: "wrong-architecture" };
  }
  // Layers of Amazon ECR lie in Amazon S3, which has a way of its own.
  if (doorOf(reference) === "ecr.dkr" && !request.reaches("s3")) {
    return { ok: false, reason: layersUnreachable(), after: REGISTRY_UNREACHABLE_AFTER, why: "no-route" };
  }
  return { ok: true, image };
}

/** Behind which name the manifests of a registry are. Endpoints serve the ECR of their own Region only. */
function doorOf({ host }: ImageReference): AwsServiceName | "internet" {
  return ecrRegistryOf(host)?.region === REGION ? "ecr.dkr" : "internet";
}

/** What a registry in trouble says; undefined when there is none, or it does not concern this pull. */
function faultOf(
  { fault, hasCredentials, opensRegistry }: PullRequest,
  reference: ImageReference,
  repository: ImageRow | undefined,
): PullVerdict | undefined {
  if (fault === undefined) return undefined;
  if (fault === "unreachable") {
    return { ok: false, reason: unreachable(reference), after: REGISTRY_UNREACHABLE_AFTER, why: fault };
  }
  if (fault === "server-error") {
    return { ok: false, reason: serverError(reference), after: REGISTRY_RETRIED_FOR, why: fault };
  }
  if (hasCredentials && opensRegistry === reference.host) return undefined;
  const digest = repository && findBuild(repository, reference)?.imageDigest;
  const reason = rateLimited(reference, digest ?? reference.digest ?? reference.tag);
  return { ok: false, reason, after: REGISTRY_RETRIED_FOR, why: fault };
}

type Refused = { readonly reason: string; readonly why: PullRefusal };

/** What a registry says before it looks for the tag; undefined when it lets the agent in. */
function refusalOf(request: PullRequest, reference: ImageReference, image: ImageRow | undefined): Refused | undefined {
  const ecr = ecrRegistryOf(reference.host);
  if (ecr !== undefined) {
    if (ecr.account === ACCOUNT_ID && mayRead(request.role, ecr, reference)) return undefined;
    const status = `unexpected status from HEAD request to ${manifestUrl(reference)}: 403 Forbidden`;
    return { reason: couldNotResolve(reference, status), why: "denied" };
  }
  if (request.hasCredentials && request.opensRegistry !== reference.host) {
    return { reason: couldNotResolve(reference, WRONG_LOGIN), why: "no-credentials" };
  }
  if (image?.access === "login" && !request.hasCredentials) {
    return { reason: couldNotResolve(reference, NO_LOGIN), why: "no-credentials" };
  }
  const isUnknownOnDockerHub = image === undefined && reference.host === "registry-1.docker.io";
  return isUnknownOnDockerHub
    ? { reason: couldNotResolve(reference, NO_SUCH_REPOSITORY), why: "not-found" }
    : undefined;
}

/** Simplified: a role that may read the manifest and not the layers fails with another text in AWS, and later. */
function mayRead(role: RoleRow | undefined, { account, region }: EcrRegistry, { path }: ImageReference): boolean {
  if (role === undefined) return false;
  const resource = `arn:aws:ecr:${region}:${account}:repository/${path}`;
  return ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"].every(
    (action) => judgeRequest(role, { action, resource }) === "allowed",
  );
}

/** Docker Hub does not tell strangers whether a repository exists. */
const NO_SUCH_REPOSITORY =
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";
/** Simplified: the middle of this text is not confirmed word for word; registries differ. */
const NO_LOGIN = "failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized";
/** Simplified: like the text above, with the token that a user name and password ask for. */
const WRONG_LOGIN = "failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized";

function couldNotResolve(reference: ImageReference, why: string, attempts = 1): string {
  return `CannotPullContainerError: pull image manifest has been retried ${attempts} time(s): failed to resolve ref ${reference.full}: ${why}`;
}

function unreachable(reference: ImageReference): string {
  const door = doorOf(reference);
  const address = door === "internet" ? INTERNET : factsOf(door).address;
  const request = `failed to do request: Head "${manifestUrl(reference)}": dial tcp ${address}:443: i/o timeout`;
  return couldNotResolve(reference, request, 5);
}

/** Simplified: the frame is the one of the agent's own tests; what follows the host is not confirmed. */
function layersUnreachable(): string {
  const { host, address } = factsOf("s3");
  return `CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://${host}/": dial tcp ${address}:443: i/o timeout`;
}

/** Simplified: the frame is confirmed with 403; the number of attempts and the status line of a 503 are not. */
function serverError(reference: ImageReference): string {
  const status = `unexpected status from HEAD request to ${manifestUrl(reference)}: 503 Service Unavailable`;
  return couldNotResolve(reference, status, 5);
}

/** Simplified: Docker Hub's sentence is confirmed, the frame around it is not. */
function rateLimited({ host, path }: ImageReference, manifest: string): string {
  return `CannotPullContainerError: pull image manifest has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code https://${host}/v2/${path}/manifests/${manifest}: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit`;
}

function manifestUrl(reference: ImageReference): string {
  return `https://${reference.host}/v2/${reference.path}/manifests/${reference.digest ?? reference.tag}`;
}

function wrongArchitecture(cpuArchitecture: string): string {
  const platform = cpuArchitecture === "ARM64" ? "linux/arm64" : "linux/amd64";
  return `CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform '${platform}'.`;
}

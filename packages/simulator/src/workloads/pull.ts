/**
 * What a registry answers to a pull: the image, or the error text. Whether it can be reached is decided by the network
 * (the caller says so), whether it gives the image away by the role (private Amazon ECR) or by the
 * credentials that the container names (other private registries).
 * Simplified: Docker Hub limits pulls only when somebody asks for it (FailPulls), and no ECR repository has a policy that lets other accounts in.
 */
import type { Told } from "../model/cause.ts";
import type { PullCause, tellOnFargate } from "../model/causes/pulls.ts";
import { denialText, judgeRequest, type Request, type RoleRow } from "../model/iam.ts";
import type { ImageReference } from "../model/image-reference.ts";
import { ACCOUNT_ID } from "../model/place.ts";
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
import { mayExist } from "./image-declarations.ts";
import { type EcrRegistry, ecrRegistryOf, parseImageReference } from "./image-reference.ts";

export type PullVerdict =
  | { readonly ok: true; readonly image: ImageBuild }
  | (Told<PullCause> & { readonly ok: false; readonly after: Range });

export interface PullRequest {
  readonly image: string;
  /** Whether the agent gets to a service of AWS, or to other registries, from where it stands. */
  readonly reaches: (goal: AwsServiceName | "internet") => boolean;
  /** In which the agent works. */
  readonly region: string;
  readonly cpuArchitecture: string;
  /** The role with which private ECR repositories are read: the execution role, on EC2 else the instance's. */
  readonly role: RoleRow | undefined;
  /** Name of the session in which the role is used, for the sentence of a denial. */
  readonly session: string;
  /** Whether the container names `repositoryCredentials`, and the host of the registry that takes them. */
  readonly hasCredentials: boolean;
  readonly opensRegistry: string | undefined;
  readonly find: (repository: string) => ImageRow | undefined;
  /** Repositories that exist here. */
  readonly known: () => Iterable<string>;
  /** What is wrong with the registry itself, if anything. */
  readonly fault: PullFault | undefined;
  /** In whose words a refusal is given. */
  readonly tell: typeof tellOnFargate;
}

/** Decides a pull. Never throws: any image text gets an answer. */
export function decidePull(request: PullRequest): PullVerdict {
  const reference = parseImageReference(request.image);
  const { tell, region, cpuArchitecture } = request;
  const door = doorOf(region, reference);
  if (!request.reaches(door)) {
    const address = door === "internet" ? INTERNET : factsOf(region, door).address;
    return { ok: false, after: REGISTRY_UNREACHABLE_AFTER, ...tell("pull.no-route", { reference, address }) };
  }
  const repository = request.find(reference.repository);
  const fault = faultOf(request, reference, repository);
  if (fault !== undefined) return fault;
  const refusal = refusalOf(request, reference, repository);
  if (refusal !== undefined) return { ok: false, after: MANIFEST_REFUSED_AFTER, ...refusal };
  const image = repository && findBuild(repository, reference);
  if (image === undefined) {
    const isEcr = repository === undefined && ecrRegistryOf(reference.host) !== undefined;
    const why = isEcr ? "pull.no-ecr-repository" : "pull.not-found";
    return { ok: false, after: MANIFEST_REFUSED_AFTER, ...tell(why, { reference }) };
  }
  if (image.withoutIndex !== true && !image.architectures.includes(cpuArchitecture as "X86_64")) {
    return { ok: false, after: MANIFEST_REFUSED_AFTER, ...tell("pull.wrong-architecture", { cpuArchitecture }) };
  }
  // Layers of Amazon ECR lie in Amazon S3, which has a way of its own.
  if (door === "ecr.dkr" && !request.reaches("s3")) {
    return { ok: false, after: REGISTRY_UNREACHABLE_AFTER, ...tell("pull.layers-no-route", factsOf(region, "s3")) };
  }
  return { ok: true, image };
}

/** Behind which name the manifests of a registry are. Endpoints serve the ECR of their own Region only. */
export function doorOf(region: string, { host }: ImageReference): "ecr.dkr" | "internet" {
  return ecrRegistryOf(host)?.region === region ? "ecr.dkr" : "internet";
}

/** What a registry in trouble says; undefined when there is none, or it does not concern this pull. */
function faultOf(
  { fault, hasCredentials, opensRegistry, tell }: PullRequest,
  reference: ImageReference,
  repository: ImageRow | undefined,
): PullVerdict | undefined {
  if (fault === undefined) return undefined;
  if (fault === "unreachable") {
    const told = tell("pull.unreachable", { reference, address: INTERNET });
    return { ok: false, after: REGISTRY_UNREACHABLE_AFTER, ...told };
  }
  if (fault === "server-error") {
    return { ok: false, after: REGISTRY_RETRIED_FOR, ...tell("pull.server-error", { reference }) };
  }
  if (hasCredentials && opensRegistry === reference.host) return undefined;
  const digest = repository && findBuild(repository, reference)?.imageDigest;
  const manifest = digest ?? reference.digest ?? reference.tag;
  return { ok: false, after: REGISTRY_RETRIED_FOR, ...tell("pull.rate-limit", { reference, manifest }) };
}

/** What a registry says before it looks for the tag; undefined when it lets the agent in. */
function refusalOf(
  request: PullRequest,
  reference: ImageReference,
  image: ImageRow | undefined,
): Told<PullCause> | undefined {
  const { tell } = request;
  const ecr = ecrRegistryOf(reference.host);
  const isDeclared = image?.likes !== undefined;
  if (ecr !== undefined) {
    const denied = deniedRequest(request.role, ecr, reference);
    if ((ecr.account === ACCOUNT_ID || isDeclared) && denied === undefined) return undefined;
    const denial = request.role && denied && denialText(request.role, request.session, denied);
    return tell("pull.denied", { reference, denial });
  }
  if (isDeclared) return undefined;
  if (image === undefined && mayExist(reference, request.known())) return tell("pull.not-in-catalogue", { reference });
  if (request.hasCredentials && request.opensRegistry !== reference.host) {
    return tell("pull.wrong-login", { reference });
  }
  if (image?.access === "login" && !request.hasCredentials) {
    return tell("pull.no-login", { reference });
  }
  const isUnknownOnDockerHub = image === undefined && reference.host === "registry-1.docker.io";
  return isUnknownOnDockerHub ? tell("pull.no-repository", { reference }) : undefined;
}

/**
 * The first request to Amazon ECR that the role may not make; undefined when it may make all.
 * Simplified: a role that may read the manifest and not the layers fails with another text in AWS, and later.
 */
function deniedRequest(
  role: RoleRow | undefined,
  { account, region }: EcrRegistry,
  { path }: ImageReference,
): Request | undefined {
  const resource = `arn:aws:ecr:${region}:${account}:repository/${path}`;
  return ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    .map((action) => ({ action, resource }))
    .find((request) => role === undefined || judgeRequest(role, request) !== "allowed");
}

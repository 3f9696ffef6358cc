/**
 * What a container or task says when its image cannot be pulled: Fargate's runtime and Docker on an EC2 instance each in
 * their own words. Source: Developer Guide, "CannotPullContainer task errors in Amazon ECS", the public agent's error
 * messages, and outputs pasted in public issues (checked 2026-11-21).
 */
import { REGION } from "../model/place.ts";
import { factsOf } from "../network/aws-services.ts";
import type { ImageReference } from "./image-reference.ts";

/** One wording of the refusals of a registry. */
export interface PullTexts {
  /** @param address of the host that did not answer */
  unreachable(reference: ImageReference, address: string): string;
  /** The layers of an image of Amazon ECR lie in Amazon S3, which did not answer. */
  layersUnreachable(): string;
  serverError(reference: ImageReference): string;
  /** @param manifest digest or tag that was asked for */
  rateLimited(reference: ImageReference, manifest: string): string;
  /** @param denial the sentence of the denial of a role of this account, if one of our roles was denied */
  denied(reference: ImageReference, denial: string | undefined): string;
  noLogin(reference: ImageReference): string;
  wrongLogin(reference: ImageReference): string;
  noSuchRepository(reference: ImageReference): string;
  notFound(reference: ImageReference): string;
  wrongArchitecture(cpuArchitecture: string): string;
}

/** Docker Hub does not tell strangers whether a repository exists. */
const NO_SUCH_REPOSITORY =
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";
/** Simplified: the middle of this text is not confirmed word for word; registries differ. */
const NO_LOGIN = "failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized";
/** Simplified: like the text above, with the token that a user name and password ask for. */
const WRONG_LOGIN = "failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized";

/** Fargate's words: they become the task's `stoppedReason`. */
export const FARGATE_TEXTS: PullTexts = {
  unreachable: (reference, address) =>
    couldNotResolve(
      reference,
      `failed to do request: Head "${manifestUrl(reference)}": dial tcp ${address}:443: i/o timeout`,
      5,
    ),
  // Simplified: the frame is the one of the agent's own tests; what follows the host is not confirmed.
  layersUnreachable: () => {
    const { host, address } = factsOf("s3");
    return cannotPull(
      `ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://${host}/": dial tcp ${address}:443: i/o timeout`,
    );
  },
  // Simplified: the frame is confirmed with 403; the number of attempts and the status line of a 503 are not.
  serverError: (reference) =>
    couldNotResolve(
      reference,
      `unexpected status from HEAD request to ${manifestUrl(reference)}: 503 Service Unavailable`,
      5,
    ),
  // Simplified: Docker Hub's sentence is confirmed, the frame around it is not.
  rateLimited: ({ host, path }, manifest) =>
    `CannotPullContainerError: pull image manifest has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code https://${host}/v2/${path}/manifests/${manifest}: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit`,
  denied: (reference) =>
    couldNotResolve(reference, `unexpected status from HEAD request to ${manifestUrl(reference)}: 403 Forbidden`),
  noLogin: (reference) => couldNotResolve(reference, NO_LOGIN),
  wrongLogin: (reference) => couldNotResolve(reference, WRONG_LOGIN),
  noSuchRepository: (reference) => couldNotResolve(reference, NO_SUCH_REPOSITORY),
  notFound: (reference) => couldNotResolve(reference, `${reference.full}: not found`),
  wrongArchitecture: (cpuArchitecture) =>
    `CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform '${platformOf(cpuArchitecture)}'.`,
};

const CHECK_ROLE =
  "The task can’t pull the image. Check that the role has the permissions to pull images from the registry. ";
const CHECK_IMAGE = "The task can’t pull the image. Check whether the image exists. ";
const CHECK_NETWORK = "The task can’t pull the image. Check your network configuration. ";
const DAEMON = "Error response from daemon: ";

/** Docker's words behind the agent's sentence: they become the `reason` of the container. */
export const DOCKER_TEXTS: PullTexts = {
  unreachable: ({ host }) =>
    cannotPull(
      `${CHECK_NETWORK}${DAEMON}Get "https://${host}/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
    ),
  // Simplified: the agent's sentence is confirmed, Docker's words about a layer that does not come are not.
  layersUnreachable: () =>
    cannotPull(
      `${CHECK_NETWORK}${DAEMON}Get "https://${factsOf("s3").host}/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
    ),
  // Simplified: Docker's frame for a 503 is not confirmed.
  serverError: (reference) =>
    cannotPull(`${DAEMON}received unexpected HTTP status from ${manifestUrl(reference)}: 503 Service Unavailable`),
  rateLimited: () =>
    cannotPull(
      `${DAEMON}toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit`,
    ),
  denied: ({ host, path }, denial = "requested access to the resource is denied") =>
    cannotPull(
      `${CHECK_ROLE}${DAEMON}pull access denied for ${host}/${path}, repository does not exist or may require 'docker login': denied: ${denial}`,
    ),
  // Simplified: registries differ in what they say to strangers.
  noLogin: ({ host, path }) =>
    cannotPull(`${DAEMON}Head "https://${host}/v2/${path}/manifests/": no basic auth credentials`),
  wrongLogin: ({ host }) =>
    cannotPull(`${DAEMON}Get "https://${host}/v2/": unauthorized: incorrect username or password`),
  noSuchRepository: ({ path }) =>
    cannotPull(
      `${CHECK_IMAGE}${DAEMON}pull access denied for ${path.replace(/^library\//, "")}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    ),
  notFound: ({ full, host }) =>
    cannotPull(
      `${DAEMON}manifest for ${full} not found: manifest unknown: ${host === "registry-1.docker.io" ? "manifest unknown" : "Requested image not found"}`,
    ),
  wrongArchitecture: (cpuArchitecture) =>
    cannotPull(`no matching manifest for ${platformOf(cpuArchitecture)} in the manifest list entries`),
};

/** Docker on an instance gets no token of Amazon ECR: the API cannot be reached. */
export function ecrApiUnreachable(): string {
  return `CannotPullECRContainerError: ${CHECK_NETWORK}RequestError: send request failed caused by: Post "https://api.ecr.${REGION}.amazonaws.com/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`;
}

/** Docker on an instance gets no token of Amazon ECR: the role may not ask. */
export function ecrTokenDenied(denial: string): string {
  return `CannotPullECRContainerError: AccessDeniedException: ${denial}`;
}

function cannotPull(text: string): string {
  return `CannotPullContainerError: ${text}`;
}

function couldNotResolve(reference: ImageReference, why: string, attempts = 1): string {
  return cannotPull(
    `pull image manifest has been retried ${attempts} time(s): failed to resolve ref ${reference.full}: ${why}`,
  );
}

function manifestUrl(reference: ImageReference): string {
  return `https://${reference.host}/v2/${reference.path}/manifests/${reference.digest ?? reference.tag}`;
}

function platformOf(cpuArchitecture: string): string {
  return cpuArchitecture === "ARM64" ? "linux/arm64" : "linux/amd64";
}

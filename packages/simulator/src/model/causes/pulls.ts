/**
 * Why an image cannot be pulled: in the words of Fargate's runtime, which become the task's `stoppedReason`, and in Docker's
 * behind the agent's sentence, which become the `reason` of the container.
 * Simplified: an agent of today asks for the manifest by itself and keeps that error, so by its source every refusal of a
 * registry would be CannotPullImageManifestError without the agent's sentence. AWS's pages print CannotPullContainerError with
 * the sentence, and so do we, but for tags and repositories that are not there.
 */
import { cause, said, tellerOf } from "../cause.ts";
import type { ImageReference } from "../image-reference.ts";
import { AGENT_SOURCE } from "./agent-texts.ts";

const SOURCE =
  "Developer Guide, CannotPullContainer task errors in Amazon ECS, and outputs pasted in public issues (checked 2026-11-21)";

interface Pulled {
  readonly reference: ImageReference;
}

/** Host name and address of what did not answer. */
interface Silent {
  readonly host: string;
  readonly address: string;
}

/** Docker Hub does not tell strangers whether a repository exists. */
const NO_SUCH_REPOSITORY =
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";
/** Simplified: the middle of this text is not confirmed word for word; registries differ. */
const NO_LOGIN = "failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized";
/** Simplified: like the text above, with the token that a user name and password ask for. */
const WRONG_LOGIN = "failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized";
const CHECK_ROLE =
  "The task can’t pull the image. Check that the role has the permissions to pull images from the registry. ";
const REPOSITORY_OR_LOGIN =
  "repository does not exist or may require 'docker login': denied: requested access to the resource is denied";
const CHECK_IMAGE = "The task can’t pull the image. Check whether the image exists. ";
/** What the agent says before Docker's words when nobody answered. @source Developer Guide, "CannotPullContainer task errors in Amazon ECS" (checked 2026-11-21) */
export const CHECK_NETWORK = "The task can’t pull the image. Check your network configuration. ";
/** Docker's words for a request that nobody answers. @source Developer Guide, "CannotPullContainer task errors in Amazon ECS" (checked 2026-11-21) */
export const DOCKER_WAITED =
  "net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)";
const DAEMON = "Error response from daemon: ";

/** A registry that cannot be reached and one that does not answer look the same. */
const unreachable = ({ reference, address }: Pulled & Pick<Silent, "address">) =>
  couldNotResolve(
    reference,
    `failed to do request: Head "${manifestUrl(reference)}": dial tcp ${address}:443: i/o timeout`,
    5,
  );
const unreachableForDocker = said(
  "documented",
  ({ reference: { host } }: Pulled) =>
    cannotPull(`${CHECK_NETWORK}${DAEMON}Get "https://${host}/v2/": ${DOCKER_WAITED}`),
  SOURCE,
);

/** Ours: the ids. Each row has the source of its words. */
export const PULL_CAUSES = {
  "pull.no-route": cause("observed", unreachable, SOURCE, unreachableForDocker),
  "pull.unreachable": cause("observed", unreachable, SOURCE, unreachableForDocker),
  // Simplified: the frame is the one of the agent's own tests; what follows the host is not confirmed. Docker's words about
  // a layer that does not come are not, either.
  "pull.layers-no-route": cause(
    "ours",
    ({ host, address }: Silent) =>
      cannotPull(
        `ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://${host}/": dial tcp ${address}:443: i/o timeout`,
      ),
    SOURCE,
    said("ours", ({ host }) => cannotPull(`${CHECK_NETWORK}${DAEMON}Get "https://${host}/": ${DOCKER_WAITED}`), SOURCE),
  ),
  // Simplified: the frame is confirmed with 403; the number of attempts, the status line of a 503 and Docker's frame are not.
  "pull.server-error": cause(
    "ours",
    ({ reference }: Pulled) =>
      couldNotResolve(
        reference,
        `unexpected status from HEAD request to ${manifestUrl(reference)}: 503 Service Unavailable`,
        5,
      ),
    SOURCE,
    said("ours", ({ reference }) =>
      cannotPull(`${DAEMON}received unexpected HTTP status from ${manifestUrl(reference)}: 503 Service Unavailable`),
    ),
  ),
  // Simplified: Docker Hub's sentence is confirmed, Fargate's frame around it is not.
  "pull.rate-limit": cause(
    "ours",
    ({ reference: { host, path }, manifest }: Pulled & { readonly manifest: string }) =>
      cannotPull(
        `pull image manifest has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code https://${host}/v2/${path}/manifests/${manifest}: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit`,
      ),
    SOURCE,
    said(
      "documented",
      () =>
        cannotPull(
          `${DAEMON}toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit`,
        ),
      SOURCE,
    ),
  ),
  /** `denial`: the sentence of the denial of a role of this account, if one of our roles was denied. */
  "pull.denied": cause(
    "observed",
    ({ reference }: Pulled & { readonly denial: string | undefined }) =>
      couldNotResolve(reference, `unexpected status from HEAD request to ${manifestUrl(reference)}: 403 Forbidden`),
    SOURCE,
    said(
      "observed",
      ({ reference: { host, path }, denial = "requested access to the resource is denied" }) =>
        cannotPull(
          `${CHECK_ROLE}${DAEMON}pull access denied for ${host}/${path}, repository does not exist or may require 'docker login': denied: ${denial}`,
        ),
      SOURCE,
    ),
  ),
  // Simplified: registries differ in what they say to strangers.
  "pull.no-login": cause(
    "ours",
    ({ reference }: Pulled) => couldNotResolve(reference, NO_LOGIN),
    SOURCE,
    said("ours", ({ reference }) => cannotPull(`${DAEMON}Head "${manifestUrl(reference)}": no basic auth credentials`)),
  ),
  "pull.wrong-login": cause(
    "ours",
    ({ reference }: Pulled) => couldNotResolve(reference, WRONG_LOGIN),
    SOURCE,
    said(
      "ours",
      ({ reference: { host } }) =>
        cannotPull(`${DAEMON}Get "https://${host}/v2/": unauthorized: incorrect username or password`),
      SOURCE,
    ),
  ),
  "pull.no-repository": cause(
    "observed",
    ({ reference }: Pulled) => couldNotResolve(reference, NO_SUCH_REPOSITORY),
    SOURCE,
    said(
      "observed",
      ({ reference: { path } }) =>
        cannotPull(
          `${CHECK_IMAGE}${DAEMON}pull access denied for ${path.replace(/^library\//, "")}, ${REPOSITORY_OR_LOGIN}`,
        ),
      SOURCE,
    ),
  ),
  "pull.not-found": cause(
    "observed",
    notFound,
    SOURCE,
    // Simplified: the error's name and Docker's words are confirmed each by itself, not together.
    said(
      "ours",
      ({ reference }) =>
        notFoundByAgent(
          reference,
          `manifest for ${familiar(reference.full)} not found: manifest unknown: ${isHub(reference) ? "manifest unknown" : "Requested image not found"}`,
        ),
      AGENT_SOURCE,
    ),
  ),
  /** A private registry of Amazon ECR says of a repository that it does not have it; Fargate's runtime does not repeat that. */
  "pull.no-ecr-repository": cause(
    "observed",
    notFound,
    SOURCE,
    said(
      "ours",
      ({ reference }) =>
        notFoundByAgent(
          reference,
          `repository ${reference.repository} not found: name unknown: The repository with name '${reference.path}' does not exist in the registry with id '${reference.host.split(".")[0]}'`,
        ),
      AGENT_SOURCE,
    ),
  ),
  // Ours: whether AWS would find it is not known. The beginning is what a registry says that does not have it.
  "pull.not-in-catalogue": cause(
    "quayside",
    ({ reference }: Pulled) =>
      couldNotResolve(
        reference,
        `${isHub(reference) ? NO_SUCH_REPOSITORY : `${reference.full}: not found`}. ${onlyCatalogue(reference)}`,
      ),
    SOURCE,
    said("quayside", ({ reference }) => {
      const answer = isHub(reference)
        ? `${CHECK_IMAGE}${DAEMON}pull access denied for ${familiar(reference.repository)}, ${REPOSITORY_OR_LOGIN}`
        : `${DAEMON}manifest for ${reference.full} not found: manifest unknown`;
      return cannotPull(`${answer}. ${onlyCatalogue(reference)}`);
    }),
  ),
  "pull.wrong-architecture": cause(
    "documented",
    ({ cpuArchitecture }: { readonly cpuArchitecture: string }) =>
      cannotPull(
        `pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform '${platformOf(cpuArchitecture)}'.`,
      ),
    SOURCE,
    said(
      "documented",
      ({ cpuArchitecture }) =>
        cannotPull(`no matching manifest for ${platformOf(cpuArchitecture)} in the manifest list entries`),
      SOURCE,
    ),
  ),
} as const;

/** Why a pull fails. */
export type PullCause = keyof typeof PULL_CAUSES;

/** In Fargate's words. */
export const tellOnFargate = tellerOf(PULL_CAUSES);
/** In Docker's words. */
export const tellOnInstance = tellerOf(PULL_CAUSES, "on-instance");

function cannotPull(text: string): string {
  return `CannotPullContainerError: ${text}`;
}

function notFound({ reference }: Pulled): string {
  return couldNotResolve(reference, `${reference.full}: not found`);
}

/** Only a tag has to be resolved: the manifest of a digest is pulled with its layers. */
function notFoundByAgent({ digest }: ImageReference, problem: string): string {
  return `${digest === undefined ? "CannotPullImageManifestError" : "CannotPullContainerError"}: ${DAEMON}${problem}`;
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

function isHub({ host }: ImageReference): boolean {
  return host === "registry-1.docker.io";
}

function onlyCatalogue({ full }: ImageReference): string {
  return `Quayside: only the images of its catalogue exist here, and ${familiar(full)} is none of them. It can be declared: "quayside image" in the terminal of a page, --image of quayside serve, DeclareImage in a scenario.`;
}

/** A name of Docker Hub as Docker prints it. @source Outputs in public issues (checked 2026-11-29) */
function familiar(full: string): string {
  return full.replace(/^docker\.io\/(library\/)?/, "");
}

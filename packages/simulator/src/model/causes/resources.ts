/**
 * Why a task does not get what it needs before its first container: ECR authorization, secrets, parameters, the credentials of
 * a private registry; files have a table of their own, which is part of this one. The words are the task's `stoppedReason`; on an instance those of a registry are the
 * `reason` of the container. Long for its table.
 */
import { cause, said, tellerOf } from "../cause.ts";
import {
  AGENT_SOURCE,
  type RefusedRequest as Asked,
  cannotRetrieve,
  ecrRefused,
  ecrUnanswered,
  malformedArn,
  noExecutionRole,
  parametersFailed,
  parametersRefused,
  parametersUnanswered,
  type RoleUse,
  secretFailed,
  secretMissing,
  secretRefused as secretRefusedToAgent,
  secretUnanswered,
} from "./agent-texts.ts";
import { CHECK_NETWORK, DOCKER_WAITED } from "./pulls.ts";
import { filesFailure, STORAGE_CAUSES } from "./storage.ts";

const SOURCE =
  "Developer Guide, Troubleshooting Amazon ECS ResourceInitializationError errors, and outputs pasted in public issues (checked 2026-11-21)";
const RETRIEVAL = "execution resource retrieval failed";
const ONCE = "service call has been retried 1 time(s)";
const NO_ANSWER = "https response error StatusCode: 0, RequestID: ";
/** Address that the time-out message shows. Ours: one that Amazon ECR has used. */
const ECR_ADDRESS = "52.46.145.233";

const NO_KEY = "Access to KMS is not allowed";
const NO_PARAMETER_KEY =
  "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.";

/** A role that may not, and the request that it may not make. */
interface Denied {
  /** The sentence of the denial. */
  readonly denial: string;
  readonly requestId: string;
}

interface InRegion {
  readonly region: string;
}

interface OfSecret {
  readonly secretArn: string;
}

/** Ours: the ids. Each row has the source of its words. */
export const RESOURCE_CAUSES = {
  /** Simplified: the public agent's words in Fargate's frame. Registration refuses most definitions that would come here. */
  "role.missing": cause(
    "ours",
    ({ use }: { readonly use: RoleUse }) => {
      const text = `${RETRIEVAL}: unable to find execution role credentials`;
      return use === "files" ? filesFailure(text) : failure(text);
    },
    SOURCE,
    said("documented", ({ use }) => noExecutionRole(use), AGENT_SOURCE),
  ),
  "ecr.no-route": cause(
    "observed",
    ({ region }: InRegion) =>
      failure(
        `The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, ${NO_ANSWER}, request send failed, Post "https://api.ecr.${region}.amazonaws.com/": dial tcp ${ECR_ADDRESS}:443: i/o timeout`,
      ),
    SOURCE,
    // Simplified: error name and first sentences are confirmed, what the SDK says behind them is not word for word.
    said(
      "ours",
      ({ region }) => cannotPullFromEcr(`${CHECK_NETWORK}${ecrUnanswered(region, DOCKER_WAITED)}`),
      AGENT_SOURCE,
    ),
  ),
  "ecr.denied": cause(
    "observed",
    ({ denial, requestId }: Denied) =>
      failure(
        `${RETRIEVAL}: unable to retrieve ecr registry auth: ${ONCE}: AccessDeniedException: ${denial} status code: 400, request id: ${requestId}`,
      ),
    SOURCE,
    // Simplified: the sentence of the denial is confirmed, the frame in today's SDK is not.
    said("ours", ({ denial, ...asked }) => cannotPullFromEcr(ecrRefused(asked, denial)), AGENT_SOURCE),
  ),
  "secret.no-route": cause(
    "observed",
    ({ secretArn }: OfSecret & InRegion) =>
      failure(
        `unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret ${secretArn} from secrets manager: operation error Secrets Manager: GetSecretValue, ${NO_ANSWER}, canceled, context deadline exceeded`,
      ),
    SOURCE,
    // Simplified: the agent's frame is confirmed, the SDK's words for a time-out in it are not.
    said("ours", ({ secretArn, region }) => secretFailed(secretArn, secretUnanswered(region)), AGENT_SOURCE),
  ),
  "secret.denied": cause(
    "observed",
    ({ denial, ...asked }: OfSecret & Denied) => secretRefused(asked, `api error AccessDeniedException: ${denial}`),
    SOURCE,
    said(
      "documented",
      ({ secretArn, denial, ...asked }) => secretFailed(secretArn, secretRefusedToAgent(asked, denial)),
      AGENT_SOURCE,
    ),
  ),
  /** Simplified: the wording in today's SDK is put together from confirmed parts. */
  "secret.not-found": cause(
    "ours",
    (asked: OfSecret & Asked) => secretRefused(asked, NO_SECRET),
    SOURCE,
    // The same holds here of what follows the agent's sentence.
    said("ours", ({ secretArn, ...asked }) => cannotRetrieve(secretArn, secretMissing(asked, NO_SECRET)), AGENT_SOURCE),
  ),
  /** Simplified: the wording in today's SDK is put together from confirmed parts. */
  "secret.no-version": cause(
    "ours",
    ({ version, ...asked }: OfSecret & Asked & { readonly version: string }) =>
      secretRefused(asked, noVersion(version)),
    SOURCE,
    said(
      "ours",
      ({ secretArn, version, ...asked }) => cannotRetrieve(secretArn, secretMissing(asked, noVersion(version))),
      AGENT_SOURCE,
    ),
  ),
  "secret.no-json-key": cause(
    "observed",
    ({ jsonKey }: OfKey) => fromSecret(noJsonKey(jsonKey)),
    SOURCE,
    said("documented", ({ jsonKey }) => noJsonKey(jsonKey), AGENT_SOURCE),
  ),
  "secret.not-json": cause(
    "observed",
    ({ firstCharacter }: OfText) => fromSecret(noJson(firstCharacter)),
    SOURCE,
    said("documented", ({ firstCharacter }) => noJson(firstCharacter), AGENT_SOURCE),
  ),
  /** Simplified: the sentence is AWS's, what stands before it is not confirmed. */
  "secret.malformed-arn": cause(
    "ours",
    (_: OfSecret) => failure(`${RETRIEVAL}: unable to retrieve secret from asm: ${INVALID_ARN}`),
    SOURCE,
    said("ours", ({ secretArn }) => malformedArn(secretArn, INVALID_ARN), AGENT_SOURCE),
  ),
  "parameter.no-route": cause(
    "observed",
    (_: InRegion) =>
      failure(
        "unable to retrieve secrets from ssm: The task cannot pull secrets from AWS Systems Manager. There is a connection issue between the task and AWS Systems Manager Parameter Store. Check your task network configuration. RequestCanceled: request context canceled caused by: context deadline exceeded",
      ),
    SOURCE,
    said("ours", ({ region }) => parametersUnanswered(region), AGENT_SOURCE),
  ),
  "parameter.denied": cause(
    "observed",
    ({ denial, requestId }: Denied & InRegion) =>
      fromParameters(`AccessDeniedException: ${denial} status code: 400, request id: ${requestId}`),
    SOURCE,
    // Simplified: the agent's frame is confirmed, the SDK's words in it are put together from confirmed parts.
    said("ours", ({ region, denial, ...asked }) => parametersRefused(region, asked, denial), AGENT_SOURCE),
  ),
  "parameter.not-found": cause(
    "observed",
    ({ names }: InRegion & { readonly names: readonly string[] }) =>
      fromParameters(`invalid ssm parameters: ${names.join(",")}`),
    SOURCE,
    said(
      "documented",
      ({ region, names }) => parametersFailed(region, `invalid parameters: ${names.join(",")}`),
      AGENT_SOURCE,
    ),
  ),
  /** Simplified: the part behind the frame is the one of the older SDK; AWS's may differ. */
  "login.no-route": cause(
    "ours",
    ({ secretArn }: OfSecret & InRegion) =>
      failure(
        `${RETRIEVAL}: unable to get registry auth from asm: service call has been retried 5 time(s): asm fetching secret from the service for ${secretArn}: RequestCanceled: request context canceled caused by: context deadline exceeded`,
      ),
    SOURCE,
    said("ours", ({ secretArn, region }) => cannotLogIn(fetching(secretArn, secretUnanswered(region))), AGENT_SOURCE),
  ),
  /** Simplified: frame and exception are confirmed each by itself, not together. */
  "login.denied": cause(
    "ours",
    ({ secretArn, denial, requestId }: OfSecret & Denied) =>
      loginRefused(secretArn, `AccessDeniedException: ${denial} status code: 400, request id: ${requestId}`),
    SOURCE,
    said(
      "ours",
      ({ secretArn, denial, ...asked }) => cannotLogIn(fetching(secretArn, secretRefusedToAgent(asked, denial))),
      AGENT_SOURCE,
    ),
  ),
  /** Simplified: frame and exception are confirmed each by itself, not together. */
  "login.not-found": cause(
    "ours",
    ({ secretArn }: OfSecret & Asked) => loginRefused(secretArn, NO_SECRET),
    SOURCE,
    said(
      "ours",
      ({ secretArn, ...asked }) => cannotLogIn(fetching(secretArn, secretMissing(asked, NO_SECRET))),
      AGENT_SOURCE,
    ),
  ),
  /**
   * Simplified: the text of the public agent in Fargate's frame; so are the next two. On an instance it is the agent's own; the
   * error's name before it was seen, while today's source would put the text alone into `stoppedReason`.
   */
  "login.not-json": loginCause("asm fetching authorization data: unable to unmarshal secret value, invalid schema"),
  "login.no-username": loginCause(emptyField("username")),
  "login.no-password": loginCause(emptyField("password")),
  "secret.kms-denied": cause(
    "observed",
    ({ secretArn, requestId }: OfSecret & Asked) =>
      fromSecret(
        `failed to fetch secret ${secretArn} from secrets manager: AccessDeniedException: ${NO_KEY} status code: 400, request id: ${requestId}`,
      ),
    SOURCE,
    // Simplified: the agent's frame is confirmed, this denial in it is not; the same holds below.
    said(
      "ours",
      ({ secretArn, ...asked }) => secretFailed(secretArn, secretRefusedToAgent(asked, NO_KEY)),
      AGENT_SOURCE,
    ),
  ),
  /** Simplified: the sentence is that of Parameter Store, the frame that of another denial. */
  "parameter.kms-denied": cause(
    "ours",
    ({ requestId }: Asked & InRegion) =>
      fromParameters(`AccessDeniedException: ${NO_PARAMETER_KEY} status code: 400, request id: ${requestId}`),
    SOURCE,
    said("ours", ({ region, ...asked }) => parametersRefused(region, asked, NO_PARAMETER_KEY), AGENT_SOURCE),
  ),
  ...STORAGE_CAUSES,
} as const;

/** Why a step before the containers fails. */
export type ResourceCause = keyof typeof RESOURCE_CAUSES;

/** In the words of Fargate, and of what only Fargate does. */
export const tellResource = tellerOf(RESOURCE_CAUSES);
/** In the words of the agent of a container instance. */
export const tellResourceOnInstance = tellerOf(RESOURCE_CAUSES, "on-instance");

const NO_SECRET = "ResourceNotFoundException: Secrets Manager can't find the specified secret.";
const INVALID_ARN =
  "an invalid ARN format for the AWS Secrets Manager secret was specified. Specify a valid ARN and try again.";

interface OfKey {
  readonly jsonKey: string;
}

interface OfText {
  readonly firstCharacter: string;
}

function noVersion(version: string): string {
  return `ResourceNotFoundException: Secrets Manager can't find the specified secret value for ${version}`;
}

function noJsonKey(jsonKey: string): string {
  return `retrieved secret from Secrets Manager did not contain json key ${jsonKey}`;
}

function noJson(firstCharacter: string): string {
  return `invalid character '${firstCharacter}' looking for beginning of value`;
}

function cannotPullFromEcr(text: string): string {
  return `CannotPullECRContainerError: ${text}`;
}

function cannotLogIn(text: string): string {
  return `CannotPullContainerAuthError: ${text}`;
}

function fetching(secretArn: string, error: string): string {
  return `asm fetching secret from the service for ${secretArn}: ${error}`;
}

/** The secret is there, and is not what a registry's credentials are. */
function loginCause(problem: string) {
  return cause(
    "ours",
    () => forLogin(problem),
    SOURCE,
    said("ours", () => cannotLogIn(problem), AGENT_SOURCE),
  );
}

/** The whole `stoppedReason`. */
function failure(text: string): string {
  return `ResourceInitializationError: unable to pull secrets or registry auth: ${text}`;
}

function fromSecret(text: string): string {
  return failure(`${RETRIEVAL}: unable to retrieve secret from asm: ${ONCE}: ${text}`);
}

function secretRefused({ secretArn, requestId }: OfSecret & Asked, text: string): string {
  return fromSecret(
    `failed to fetch secret ${secretArn} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: ${requestId}, ${text}`,
  );
}

function fromParameters(text: string): string {
  return failure(`${RETRIEVAL}: unable to retrieve secrets from ssm: ${ONCE}: ${text}`);
}

function loginRefused(secretArn: string, exception: string): string {
  return forLogin(fetching(secretArn, exception));
}

function forLogin(text: string): string {
  return failure(`${RETRIEVAL}: unable to get registry auth from asm: ${ONCE}: ${text}`);
}

function emptyField(name: string): string {
  return `asm fetching ${name}: AuthorizationData is malformed, empty field`;
}

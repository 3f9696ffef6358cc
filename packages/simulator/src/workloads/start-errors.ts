/**
 * What Fargate says when it cannot get what a task needs before its first container: ECR authorization, secrets,
 * parameters, the credentials of a private registry, EFS file systems. Source: Developer Guide, "Troubleshooting Amazon ECS
 * ResourceInitializationError errors", and outputs pasted in public issues (checked 2026-11-21).
 */
import { REGION } from "../model/place.ts";

const RETRIEVAL = "execution resource retrieval failed";
const ONCE = "service call has been retried 1 time(s)";
const NO_ANSWER = "https response error StatusCode: 0, RequestID: ";
/** Address that the time-out message shows. Ours: one that Amazon ECR has used. */
const ECR_ADDRESS = "52.46.145.233";

/** The whole `stoppedReason`. */
function failure(text: string): string {
  return `ResourceInitializationError: unable to pull secrets or registry auth: ${text}`;
}

/** Simplified: the public agent's words in Fargate's frame. Registration refuses most definitions that would come here. */
export function roleMissing(): string {
  return failure(`${RETRIEVAL}: unable to find execution role credentials`);
}

export function ecrUnreachable(): string {
  return failure(
    `The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, ${NO_ANSWER}, request send failed, Post "https://api.ecr.${REGION}.amazonaws.com/": dial tcp ${ECR_ADDRESS}:443: i/o timeout`,
  );
}

export function ecrDenied(denial: string, requestId: string): string {
  return failure(
    `${RETRIEVAL}: unable to retrieve ecr registry auth: ${ONCE}: AccessDeniedException: ${denial} status code: 400, request id: ${requestId}`,
  );
}

export function secretUnreachable(secretArn: string): string {
  return failure(
    `unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret ${secretArn} from secrets manager: operation error Secrets Manager: GetSecretValue, ${NO_ANSWER}, canceled, context deadline exceeded`,
  );
}

export function secretDenied(secretArn: string, denial: string, requestId: string): string {
  return secretRefused(secretArn, requestId, `api error AccessDeniedException: ${denial}`);
}

/** Simplified: the wording in today's SDK is put together from confirmed parts. */
export function secretNotFound(secretArn: string, requestId: string): string {
  const text = "ResourceNotFoundException: Secrets Manager can't find the specified secret.";
  return secretRefused(secretArn, requestId, text);
}

/** Simplified: the wording in today's SDK is put together from confirmed parts. */
export function secretVersionNotFound(secretArn: string, version: string, requestId: string): string {
  const text = `ResourceNotFoundException: Secrets Manager can't find the specified secret value for ${version}`;
  return secretRefused(secretArn, requestId, text);
}

export function jsonKeyMissing(jsonKey: string): string {
  return fromSecret(`retrieved secret from Secrets Manager did not contain json key ${jsonKey}`);
}

export function secretIsNotJson(firstCharacter: string): string {
  return fromSecret(`invalid character '${firstCharacter}' looking for beginning of value`);
}

/** Simplified: the sentence is AWS's, what stands before it is not confirmed. */
export function secretArnMalformed(): string {
  return failure(
    `${RETRIEVAL}: unable to retrieve secret from asm: an invalid ARN format for the AWS Secrets Manager secret was specified. Specify a valid ARN and try again.`,
  );
}

export function parametersUnreachable(): string {
  return failure(
    "unable to retrieve secrets from ssm: The task cannot pull secrets from AWS Systems Manager. There is a connection issue between the task and AWS Systems Manager Parameter Store. Check your task network configuration. RequestCanceled: request context canceled caused by: context deadline exceeded",
  );
}

export function parametersDenied(denial: string, requestId: string): string {
  return fromParameters(`AccessDeniedException: ${denial} status code: 400, request id: ${requestId}`);
}

export function parametersInvalid(names: readonly string[]): string {
  return fromParameters(`invalid ssm parameters: ${names.join(",")}`);
}

/** Simplified: the part behind the frame is the one of the older SDK; AWS's may differ. */
export function registrySecretUnreachable(secretArn: string): string {
  return failure(
    `${RETRIEVAL}: unable to get registry auth from asm: service call has been retried 5 time(s): asm fetching secret from the service for ${secretArn}: RequestCanceled: request context canceled caused by: context deadline exceeded`,
  );
}

/** Simplified: frame and exception are confirmed each by itself, not together. */
export function registrySecretRefused(secretArn: string, exception: string): string {
  return failure(
    `${RETRIEVAL}: unable to get registry auth from asm: ${ONCE}: asm fetching secret from the service for ${secretArn}: ${exception}`,
  );
}

/** Simplified: the text of the public agent in Fargate's frame. */
export function registrySecretUnusable(what: "no-json" | "no-username" | "no-password"): string {
  const text =
    what === "no-json"
      ? "asm fetching authorization data: unable to unmarshal secret value, invalid schema"
      : `asm fetching ${what === "no-username" ? "username" : "password"}: AuthorizationData is malformed, empty field`;
  return failure(`${RETRIEVAL}: unable to get registry auth from asm: ${ONCE}: ${text}`);
}

function fromSecret(text: string): string {
  return failure(`${RETRIEVAL}: unable to retrieve secret from asm: ${ONCE}: ${text}`);
}

function secretRefused(secretArn: string, requestId: string, text: string): string {
  return fromSecret(
    `failed to fetch secret ${secretArn} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: ${requestId}, ${text}`,
  );
}

function fromParameters(text: string): string {
  return failure(`${RETRIEVAL}: unable to retrieve secrets from ssm: ${ONCE}: ${text}`);
}

/** No such file system, or none of its mount targets in the zone of the task: its name cannot be resolved. */
export function fileSystemNotResolved(fileSystemId: string): string {
  return efsFailure(
    `Failed to resolve "${fileSystemHost(fileSystemId)}" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID. See https://docs.aws.amazon.com/console/efs/mount-dns-name for more detail. Attempting to lookup mount target ip address using botocore. Failed to import necessary dependency botocore, please install botocore first. `,
    1,
  );
}

export function rootDirectoryMissing(fileSystemId: string, path: string): string {
  const host = fileSystemHost(fileSystemId);
  return efsFailure(
    `mount.nfs4: mounting ${host}:${path} failed, reason given by server: No such file or directory `,
    32,
  );
}

function fileSystemHost(fileSystemId: string): string {
  return `${fileSystemId}.efs.${REGION}.amazonaws.com`;
}

function efsFailure(stderr: string, code: number): string {
  return `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: ${stderr}: unsuccessful EFS utils command execution; code: ${code}`;
}

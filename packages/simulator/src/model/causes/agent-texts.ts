/**
 * What the agent of a container instance says when it cannot get secrets, parameters or a registry's credentials: the errors
 * of AWS's SDK for Go v2, which it has used since 1.92.0, behind few words of its own.
 */

/** Ours: how the agent's own words are cited. */
export const AGENT_SOURCE = "Source of the public ECS agent 1.105.1, and outputs in public issues (checked 2026-11-29)";

/** A request that AWS has refused. */
export interface RefusedRequest {
  readonly requestId: string;
}

/** Where the agent asks, as the SDK calls it, with the endpoint's first label. */
type Asked = readonly [service: string, operation: string, endpoint: string];

const ECR: Asked = ["ECR", "GetAuthorizationToken", "api.ecr"];
const SECRETS_MANAGER: Asked = ["Secrets Manager", "GetSecretValue", "secretsmanager"];
const PARAMETER_STORE: Asked = ["SSM", "GetParameters", "ssm"];

/** For whom the agent wants the execution role. */
export type RoleUse = "secrets" | "parameters" | "login" | "files";

const ROLE_WANTED: Readonly<Record<RoleUse, string>> = {
  secrets: "ASM secret resource",
  parameters: "ssm secret resource",
  login: "asm resource",
  files: "environment file resource",
};

export function noExecutionRole(use: RoleUse): string {
  return `${ROLE_WANTED[use]}: unable to find execution role credentials`;
}

/** @param waited what the SDK's client says of the time that it waited */
export function ecrUnanswered(region: string, waited: string): string {
  return unanswered(region, ECR, waited);
}

export function ecrRefused(asked: RefusedRequest, denial: string): string {
  return refused(ECR, asked, denied(denial));
}

/** Every error of Secrets Manager but one stands there twice. */
export function secretFailed(secretArn: string, error: string): string {
  return `secret ${secretArn}: ${error}: ${error}`;
}

export function secretUnanswered(region: string): string {
  return unanswered(region, SECRETS_MANAGER, TIMED_OUT);
}

export function secretRefused(asked: RefusedRequest, denial: string): string {
  return refused(SECRETS_MANAGER, asked, denied(denial));
}

/** @param problem in the words of Secrets Manager */
export function secretMissing(asked: RefusedRequest, problem: string): string {
  return refused(SECRETS_MANAGER, asked, problem);
}

/** What the agent says before the SDK's error about a secret that is not there. */
export function cannotRetrieve(secretArn: string, error: string): string {
  return `ResourceNotFoundException: The task can't retrieve the secret with ARN '${secretArn}' from AWS Secrets Manager. Check whether the secret exists in the specified Region: ${error}`;
}

export function malformedArn(secretArn: string, problem: string): string {
  return `trying to retrieve secret with value ${secretArn} resulted in error: ${problem}`;
}

export function parametersFailed(region: string, error: string): string {
  return `fetching secret data from SSM Parameter Store in ${region}: ${error}`;
}

export function parametersUnanswered(region: string): string {
  return parametersFailed(region, unanswered(region, PARAMETER_STORE, TIMED_OUT));
}

export function parametersRefused(region: string, asked: RefusedRequest, denial: string): string {
  return parametersFailed(region, refused(PARAMETER_STORE, asked, denied(denial)));
}

const TIMED_OUT = "dial tcp: i/o timeout";

function denied(denial: string): string {
  return `api error AccessDeniedException: ${denial}`;
}

function refused([service, operation]: Asked, { requestId }: RefusedRequest, problem: string): string {
  return `operation error ${service}: ${operation}, https response error StatusCode: 400, RequestID: ${requestId}, ${problem}`;
}

function unanswered(region: string, [service, operation, endpoint]: Asked, waited: string): string {
  return `operation error ${service}: ${operation}, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://${endpoint}.${region}.amazonaws.com/": ${waited}`;
}

/**
 * What the agent needs to log in to registries: a token of Amazon ECR for private ECR images, and the user name and
 * password of `repositoryCredentials` for other private registries.
 * Source: Developer Guide, "Amazon ECS task execution IAM role", "Private registry authentication" (checked 2026-11-21).
 */
import type { ResourceResult } from "../../model/resource-results.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { ecrRegistryOf, parseImageReference } from "../../workloads/image-reference.ts";
import { ecrApiUnreachable, ecrTokenDenied } from "../../workloads/pull-errors.ts";
import {
  ecrDenied,
  ecrUnreachable,
  registrySecretRefused,
  registrySecretUnreachable,
  registrySecretUnusable,
} from "../../workloads/start-errors.ts";
import type { RoleInUse } from "./agent-side.ts";
import { findSecret, versionOf } from "./fetch-secrets.ts";
import {
  denialOf,
  failedResult,
  planFetch,
  type ResourcePlan,
  type ResourceRequest,
  requestId,
} from "./resource-step.ts";

/** One token serves all private ECR images of the task. */
export function ecrAuthorization(request: ResourceRequest): ResourcePlan | undefined {
  const hosts = request.definition.containerDefinitions.map(({ image }) => parseImageReference(image).host);
  const registries = [...new Set(hosts.filter((host) => ecrRegistryOf(host) !== undefined))];
  if (registries.length === 0) return undefined;
  // On Fargate the task fails as a whole; on EC2 the agent asks when it pulls, and the container fails.
  const onInstance = request.task.spec.placed !== undefined;
  const ofContainer = onInstance ? firstFromEcr(request.definition) : undefined;
  const read = (asked: RoleInUse): ResourceResult => {
    const denial = denialOf(asked, { action: "ecr:GetAuthorizationToken", resource: "*" });
    if (denial === undefined) return { ok: true, kind: "ECR_AUTHORIZED", facts: { registries } };
    const reason = onInstance ? ecrTokenDenied(denial) : ecrDenied(denial, requestId(request));
    return { ...failedResult(reason, "denied"), ofContainer };
  };
  return planFetch(request, {
    service: "Amazon ECR",
    door: "ecr.api",
    names: ["authorization token"],
    unreachable: onInstance ? ecrApiUnreachable : ecrUnreachable,
    read,
    instanceRoleDoes: true,
    ofContainer,
  });
}

/** User name and password for each container that names a secret for them. */
export function registryCredentials(request: ResourceRequest): ResourcePlan | undefined {
  const given = credentialsOf(request.definition);
  const [first] = given;
  if (first === undefined) return undefined;
  const names = [...new Set(given.map(shortName))];
  const read = (asked: RoleInUse): ResourceResult => {
    for (const parameter of given) {
      const failure = credentialsFailure(request, asked, parameter);
      if (failure !== undefined) return failure;
    }
    return { ok: true, kind: "REGISTRY_CREDENTIALS_READ", facts: { names } };
  };
  return planFetch(request, {
    service: "AWS Secrets Manager",
    door: "secretsmanager",
    names,
    unreachable: () => registrySecretUnreachable(first),
    read,
  });
}

/** The registry that a container's credentials open; undefined without credentials. */
export function openedRegistry(request: ResourceRequest, parameter: string | undefined): string | undefined {
  if (parameter === undefined) return undefined;
  const secret = secretOf(request, parameter);
  return secret === undefined ? undefined : versionOf(secret, {})?.opensRegistry;
}

function credentialsFailure(request: ResourceRequest, asked: RoleInUse, parameter: string): ResourceResult | undefined {
  const secret = secretOf(request, parameter);
  const resource = secret?.secretArn ?? parameter;
  const denial = denialOf(asked, { action: "secretsmanager:GetSecretValue", resource });
  if (denial !== undefined) {
    const exception = `AccessDeniedException: ${denial} status code: 400, request id: ${requestId(request)}`;
    return failedResult(registrySecretRefused(parameter, exception), "denied");
  }
  const content = secret === undefined ? undefined : versionOf(secret, {})?.content;
  if (content === undefined) {
    const exception = "ResourceNotFoundException: Secrets Manager can't find the specified secret.";
    return failedResult(registrySecretRefused(parameter, exception), "not-found");
  }
  if (content.format === "text") return unusable("no-json");
  if (!content.keys.includes("username")) return unusable("no-username");
  return content.keys.includes("password") ? undefined : unusable("no-password");
}

/** The container whose pull needs the token first. */
function firstFromEcr({ containerDefinitions }: RegisteredTaskDefinition): string | undefined {
  const needs = containerDefinitions.find(({ image }) => ecrRegistryOf(parseImageReference(image).host) !== undefined);
  return needs?.name;
}

function unusable(what: Parameters<typeof registrySecretUnusable>[0]): ResourceResult {
  return failedResult(registrySecretUnusable(what), "unusable");
}

/** `credentialsParameter` may be the secret's name, too. */
function secretOf(request: ResourceRequest, parameter: string) {
  if (parameter.startsWith("arn:")) return findSecret(request, parameter);
  for (const row of request.sim.tables.secrets.values()) if (row.name === parameter) return row;
  return undefined;
}

function credentialsOf(definition: RegisteredTaskDefinition): string[] {
  return definition.containerDefinitions.flatMap(({ repositoryCredentials }) =>
    repositoryCredentials?.credentialsParameter === undefined ? [] : [repositoryCredentials.credentialsParameter],
  );
}

function shortName(parameter: string): string {
  return parameter.slice(parameter.lastIndexOf(":") + 1);
}

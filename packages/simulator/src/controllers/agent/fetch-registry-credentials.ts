/**
 * What the agent needs to log in to registries: a token of Amazon ECR for private ECR images, and the user name and
 * password of `repositoryCredentials` for other private registries.
 * Source: Developer Guide, "Amazon ECS task execution IAM role", "Private registry authentication" (checked 2026-11-21).
 */
import { tellResource, tellResourceOnInstance } from "../../model/causes/resources.ts";
import type { ResourceResult } from "../../model/resource-results.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { ecrRegistryOf, parseImageReference } from "../../workloads/image-reference.ts";
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
  const tell = onInstance ? tellResourceOnInstance : tellResource;
  const ofContainer = onInstance ? firstFromEcr(request.definition) : undefined;
  const read = (asked: RoleInUse): ResourceResult => {
    const denial = denialOf(asked, { action: "ecr:GetAuthorizationToken", resource: "*" });
    if (denial === undefined) return { ok: true, kind: "ECR_AUTHORIZED", facts: { registries } };
    // No id is drawn for Docker's words, which show none.
    const given = { denial, requestId: onInstance ? "" : requestId(request) };
    return { ...failedResult(tell("ecr.denied", given)), ofContainer };
  };
  return planFetch(request, {
    service: "Amazon ECR",
    door: "ecr.api",
    names: ["authorization token"],
    unreachable: () => tell("ecr.no-route"),
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
    unreachable: () => tellResource("login.no-route", { secretArn: first }),
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
    const given = { secretArn: parameter, denial, requestId: requestId(request) };
    return failedResult(tellResource("login.denied", given));
  }
  const content = secret === undefined ? undefined : versionOf(secret, {})?.content;
  if (content === undefined) return failedResult(tellResource("login.not-found", { secretArn: parameter }));
  if (content.format === "text") return failedResult(tellResource("login.not-json"));
  if (!content.keys.includes("username")) return failedResult(tellResource("login.no-username"));
  return content.keys.includes("password") ? undefined : failedResult(tellResource("login.no-password"));
}

/** The container whose pull needs the token first. */
function firstFromEcr({ containerDefinitions }: RegisteredTaskDefinition): string | undefined {
  const needs = containerDefinitions.find(({ image }) => ecrRegistryOf(parseImageReference(image).host) !== undefined);
  return needs?.name;
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

/**
 * What the agent needs to log in to registries: a token of Amazon ECR for private ECR images, and the user name and
 * password of `repositoryCredentials` for other private registries.
 * Source: Developer Guide, "Amazon ECS task execution IAM role", "Private registry authentication" (checked 2026-11-21).
 */
import type { Told } from "../../model/cause.ts";
import type { ResourceCause } from "../../model/causes/resources.ts";
import { regionOf } from "../../model/place.ts";
import type { ResourceResult } from "../../model/resource-results.ts";
import type { RegisteredContainerDefinition, RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { machineOf } from "../../network/standing.ts";
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
  tellerFor,
} from "./resource-step.ts";

/** One token serves all private ECR images of the task. */
export function ecrAuthorization(request: ResourceRequest): ResourcePlan | undefined {
  const hosts = request.definition.containerDefinitions.map(({ image }) => parseImageReference(image).host);
  const registries = [...new Set(hosts.filter((host) => ecrRegistryOf(host) !== undefined))];
  if (registries.length === 0) return undefined;
  const tell = tellerFor(request);
  const ofContainers = ofContainersWith(
    request,
    ({ image }) => ecrRegistryOf(parseImageReference(image).host) !== undefined,
  );
  const read = (asked: RoleInUse): ResourceResult => {
    const denial = denialOf(asked, { action: "ecr:GetAuthorizationToken", resource: "*" });
    if (denial === undefined) return { ok: true, kind: "ECR_AUTHORIZED", facts: { registries } };
    return { ...failedResult(tell("ecr.denied", { denial, requestId: requestId(request) })), ofContainers };
  };
  return planFetch(request, {
    service: "Amazon ECR",
    door: "ecr.api",
    names: ["authorization token"],
    unreachable: () => tell("ecr.no-route", { region: regionOf(request.sim.tables) }),
    read,
    ofContainers,
  });
}

/** User name and password for each container that names a secret for them. */
export function registryCredentials(request: ResourceRequest): ResourcePlan | undefined {
  const given = credentialsOf(request.definition);
  const [first] = given;
  if (first === undefined) return undefined;
  const names = [...new Set(given.map(shortName))];
  const logInWith = (parameter: string) =>
    ofContainersWith(request, (container) => container.repositoryCredentials?.credentialsParameter === parameter);
  const read = (asked: RoleInUse): ResourceResult => {
    for (const parameter of given) {
      const failure = credentialsFailure(request, asked, parameter);
      if (failure !== undefined) return { ...failedResult(failure), ofContainers: logInWith(parameter) };
    }
    return { ok: true, kind: "REGISTRY_CREDENTIALS_READ", facts: { names } };
  };
  return planFetch(request, {
    service: "AWS Secrets Manager",
    door: "secretsmanager",
    names,
    roleUse: "login",
    unreachable: () => tellerFor(request)("login.no-route", { secretArn: first, region: regionOf(request.sim.tables) }),
    read,
    ofContainers: logInWith(first),
  });
}

/** The registry that a container's credentials open; undefined without credentials. */
export function openedRegistry(request: ResourceRequest, parameter: string | undefined): string | undefined {
  if (parameter === undefined) return undefined;
  const secret = secretOf(request, parameter);
  return secret === undefined ? undefined : versionOf(secret, {})?.opensRegistry;
}

function credentialsFailure(
  request: ResourceRequest,
  asked: RoleInUse,
  parameter: string,
): Told<ResourceCause> | undefined {
  const tell = tellerFor(request);
  const secret = secretOf(request, parameter);
  const resource = secret?.secretArn ?? parameter;
  const denial = denialOf(asked, { action: "secretsmanager:GetSecretValue", resource });
  const about = { secretArn: parameter };
  if (denial !== undefined) return tell("login.denied", { ...about, denial, requestId: requestId(request) });
  const content = secret === undefined ? undefined : versionOf(secret, {})?.content;
  if (content === undefined) return tell("login.not-found", { ...about, requestId: shownRequestId(request) });
  if (content.format === "text") return tell("login.not-json");
  if (!content.keys.includes("username")) return tell("login.no-username");
  return content.keys.includes("password") ? undefined : tell("login.no-password");
}

/** Fargate's words show no id, so none is drawn for them. */
function shownRequestId(request: ResourceRequest): string {
  return request.task.spec.placed === undefined ? "" : requestId(request);
}

/**
 * On Fargate a login that fails is the task's failure. On EC2 the agent logs in when it pulls, so it is the failure of each
 * container whose image has to come from there: not of one that finds the layers on the disk.
 */
function ofContainersWith(
  { sim, task, definition }: ResourceRequest,
  logsIn: (container: RegisteredContainerDefinition) => boolean,
): string[] | undefined {
  const machine = machineOf(sim.tables, task);
  if (machine === undefined) return undefined;
  const isOnDisk = (image: string) =>
    machine.agentConfiguration.ECS_IMAGE_PULL_BEHAVIOR !== "always" &&
    machine.cachedImages[parseImageReference(image).full] !== undefined;
  return definition.containerDefinitions
    .filter((container) => logsIn(container) && !isOnDisk(container.image))
    .map(({ name }) => name);
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

/**
 * Reads the values of `secrets` and of the log drivers' `secretOptions` with the execution role. They are read once,
 * for the whole task; a value that changes later is seen by later tasks only.
 * Source: Developer Guide, "Pass sensitive data to an Amazon ECS container" (checked 2026-11-21).
 * Simplified: keys of AWS KMS are not simulated; with a customer managed key the role needs kms:Decrypt, too.
 */
import { tellResource } from "../../model/causes/resources.ts";
import type { ResourceResult } from "../../model/resource-results.ts";
import type { SecretRow, SecretVersion } from "../../model/secrets.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { readValueFrom, type ValueFrom } from "../../workloads/value-from.ts";
import type { RoleInUse } from "./agent-side.ts";
import {
  denialOf,
  failedResult,
  planFetch,
  type ResourcePlan,
  type ResourceRequest,
  requestId,
} from "./resource-step.ts";

type SecretValue = Extract<ValueFrom, { kind: "secret" }>;
type ParameterValue = Extract<ValueFrom, { kind: "parameter" }>;

/** One value that is wanted, and what it is for: `api.DB_PASSWORD`. */
interface Wanted<Value> {
  readonly value: Value;
  readonly into: string;
}

/** Secrets Manager: each secret is asked for by itself. */
export function secrets(request: ResourceRequest): ResourcePlan | undefined {
  const wanted = wantedBy(request.definition).filter(({ value }) => value.kind !== "parameter");
  if (wanted.length === 0) return undefined;
  const arns = wanted.flatMap(({ value }) => (value.kind === "secret" ? [value.secretArn] : []));
  const names = [...new Set(arns.map((arn) => arn.slice(arn.lastIndexOf(":") + 1)))];
  return planFetch(request, {
    service: "AWS Secrets Manager",
    door: "secretsmanager",
    names,
    unreachable: () => {
      const [secretArn] = arns;
      return secretArn === undefined
        ? tellResource("secret.malformed-arn")
        : tellResource("secret.no-route", { secretArn });
    },
    read: (asked) => readSecrets({ request, asked }, wanted, names),
  });
}

/** Parameter Store: all parameters in one call. */
export function parameters(request: ResourceRequest): ResourcePlan | undefined {
  const wanted = wantedBy(request.definition).filter(isOfParameters);
  if (wanted.length === 0) return undefined;
  const names = [...new Set(wanted.map(({ value }) => value.asWritten))];
  return planFetch(request, {
    service: "AWS Systems Manager Parameter Store",
    door: "ssm",
    names,
    unreachable: () => tellResource("parameter.no-route"),
    read: (asked) => readParameters({ request, asked }, wanted, names),
  });
}

/**
 * A secret by its ARN, also without the six random characters.
 * @source Secrets Manager User Guide, "Find a secret from a partial ARN" (checked 2026-11-21)
 */
export function findSecret({ sim }: ResourceRequest, secretArn: string): SecretRow | undefined {
  const exact = sim.tables.secrets.get(secretArn);
  if (exact !== undefined) return exact;
  for (const row of sim.tables.secrets.values()) if (row.secretArn.slice(0, -7) === secretArn) return row;
  return undefined;
}

/** The version that stands behind a stage or an id; without either the current one. */
export function versionOf(
  secret: SecretRow,
  wanted: { readonly stage?: string; readonly versionId?: string },
): SecretVersion | undefined {
  const { versionId, stage = versionId === undefined ? "AWSCURRENT" : undefined } = wanted;
  return secret.versions.find(
    (version) =>
      (stage === undefined || version.stages.includes(stage)) &&
      (versionId === undefined || version.versionId === versionId),
  );
}

interface Asking {
  readonly request: ResourceRequest;
  readonly asked: RoleInUse;
}

function readSecrets(asking: Asking, wanted: readonly Wanted<ValueFrom>[], names: readonly string[]): ResourceResult {
  for (const { value } of wanted) {
    const failure = value.kind === "secret" ? secretFailure(asking, value) : malformed();
    if (failure !== undefined) return failure;
  }
  return resolved(names, wanted);
}

function secretFailure({ request, asked }: Asking, value: SecretValue): ResourceResult | undefined {
  const { secretArn, jsonKey } = value;
  const row = findSecret(request, secretArn);
  const action = { action: "secretsmanager:GetSecretValue", resource: row?.secretArn ?? secretArn };
  const denial = denialOf(asked, action);
  if (denial !== undefined) {
    return failedResult(tellResource("secret.denied", { secretArn, denial, requestId: requestId(request) }));
  }
  if (row === undefined) {
    return failedResult(tellResource("secret.not-found", { secretArn, requestId: requestId(request) }));
  }
  const version = versionOf(row, value);
  if (version === undefined) {
    const { versionId, stage } = value;
    const wanted = versionId === undefined ? `staging label: ${stage}` : `VersionId: ${versionId}`;
    const given = { secretArn, version: wanted, requestId: requestId(request) };
    return failedResult(tellResource("secret.no-version", given));
  }
  if (jsonKey === undefined) return undefined;
  const { content } = version;
  if (content.format === "text") {
    return failedResult(tellResource("secret.not-json", { firstCharacter: content.firstCharacter }));
  }
  return content.keys.includes(jsonKey) ? undefined : failedResult(tellResource("secret.no-json-key", { jsonKey }));
}

function readParameters(
  { request, asked }: Asking,
  wanted: readonly Wanted<ParameterValue>[],
  names: readonly string[],
): ResourceResult {
  const { parameters: table } = request.sim.tables;
  for (const { value } of wanted) {
    const denial = denialOf(asked, { action: "ssm:GetParameters", resource: value.parameterArn });
    if (denial !== undefined) {
      return failedResult(tellResource("parameter.denied", { denial, requestId: requestId(request) }));
    }
  }
  const missing = wanted
    .filter(({ value }) => table.get(value.parameterArn)?.name !== value.name)
    .map(({ value }) => value.asWritten);
  if (missing.length > 0) return failedResult(tellResource("parameter.not-found", { names: [...new Set(missing)] }));
  return resolved(names, wanted);
}

function wantedBy(definition: RegisteredTaskDefinition): Wanted<ValueFrom>[] {
  return definition.containerDefinitions.flatMap(({ name: container, secrets: own = [], logConfiguration }) =>
    [...own, ...(logConfiguration?.secretOptions ?? [])].map(({ name, valueFrom }) => ({
      value: readValueFrom(valueFrom),
      into: `${container}.${name}`,
    })),
  );
}

function isOfParameters(wanted: Wanted<ValueFrom>): wanted is Wanted<ParameterValue> {
  return wanted.value.kind === "parameter";
}

function resolved(names: readonly string[], wanted: readonly { readonly into: string }[]): ResourceResult {
  return { ok: true, kind: "SECRETS_RESOLVED", facts: { names, into: wanted.map(({ into }) => into) } };
}

function malformed(): ResourceResult {
  return failedResult(tellResource("secret.malformed-arn"));
}

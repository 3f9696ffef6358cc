/**
 * Reads the values of `secrets` and of the log drivers' `secretOptions` with the execution role. They are read once,
 * for the whole task; a value that changes later is seen by later tasks only.
 * Source: Developer Guide, "Pass sensitive data to an Amazon ECS container" (checked 2026-11-21).
 * Simplified: keys of AWS KMS have no policies; whoever may use kms:Decrypt on a key of the customer may decrypt.
 */
import type { Told } from "../../model/cause.ts";
import type { ResourceCause } from "../../model/causes/resources.ts";
import { judgeRequest } from "../../model/iam.ts";
import { regionOf } from "../../model/place.ts";
import type { ResourceResult } from "../../model/resource-results.ts";
import type { SecretRow, SecretVersion } from "../../model/secrets.ts";
import { readValueFrom, type ValueFrom } from "../../workloads/value-from.ts";
import type { RoleInUse } from "./agent-side.ts";
import {
  denialOf,
  failedResult,
  planFetch,
  type ResourcePlan,
  type ResourceRequest,
  requestId,
  tellerFor,
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
  const wanted = wantedBy(request).filter(({ value }) => value.kind !== "parameter");
  if (wanted.length === 0) return undefined;
  const arns = wanted.flatMap(({ value }) => (value.kind === "secret" ? [value.secretArn] : []));
  const names = [...new Set(arns.map((arn) => arn.slice(arn.lastIndexOf(":") + 1)))];
  return planFetch(request, {
    service: "AWS Secrets Manager",
    door: "secretsmanager",
    names,
    roleUse: "secrets",
    unreachable: () => {
      const [secretArn] = arns;
      const region = regionOf(request.sim.tables);
      return secretArn === undefined
        ? malformed(request, wanted)
        : tellerFor(request)("secret.no-route", { secretArn, region });
    },
    read: (asked) => readSecrets({ request, asked }, wanted, names),
  });
}

/** Parameter Store: all parameters in one call. */
export function parameters(request: ResourceRequest): ResourcePlan | undefined {
  const wanted = wantedBy(request).filter(isOfParameters);
  if (wanted.length === 0) return undefined;
  const names = [...new Set(wanted.map(({ value }) => value.asWritten))];
  return planFetch(request, {
    service: "AWS Systems Manager Parameter Store",
    door: "ssm",
    names,
    roleUse: "parameters",
    unreachable: () => tellerFor(request)("parameter.no-route", { region: regionOf(request.sim.tables) }),
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

/** On Fargate the first failure is told; an instance's agent asks for all secrets at once and tells all failures. */
function readSecrets(asking: Asking, wanted: readonly Wanted<ValueFrom>[], names: readonly string[]): ResourceResult {
  const { request } = asking;
  const failures: Told<ResourceCause>[] = [];
  for (const each of wanted) {
    const { value } = each;
    const failure = value.kind === "secret" ? secretFailure(asking, value) : malformed(request, [each]);
    if (failure !== undefined) failures.push(failure);
    if (failures.length > 0 && request.task.spec.placed === undefined) break;
  }
  const [first] = failures;
  if (first === undefined) return resolved(names, wanted);
  const reason = [...new Set(failures.map((failure) => failure.reason))].join(";");
  return failedResult({ why: first.why, reason: reason.slice(0, MOST_CHARACTERS) });
}

/** Of a `stoppedReason`. @source API Reference, SubmitTaskStateChange, and the public agent (checked 2026-11-29) */
const MOST_CHARACTERS = 1_024;

function secretFailure({ request, asked }: Asking, value: SecretValue): Told<ResourceCause> | undefined {
  const { secretArn, jsonKey } = value;
  const tell = tellerFor(request);
  const row = findSecret(request, secretArn);
  const action = { action: "secretsmanager:GetSecretValue", resource: row?.secretArn ?? secretArn };
  const denial = denialOf(asked, action);
  if (denial !== undefined) {
    return tell("secret.denied", { secretArn, denial, requestId: requestId(request) });
  }
  if (row === undefined) return tell("secret.not-found", { secretArn, requestId: requestId(request) });
  if (!mayDecrypt(asked, row)) return tell("secret.kms-denied", { secretArn, requestId: requestId(request) });
  const version = versionOf(row, value);
  if (version === undefined) {
    const { versionId, stage } = value;
    const wanted = versionId === undefined ? `staging label: ${stage}` : `VersionId: ${versionId}`;
    return tell("secret.no-version", { secretArn, version: wanted, requestId: requestId(request) });
  }
  if (jsonKey === undefined) return undefined;
  const { content } = version;
  if (content.format === "text") return tell("secret.not-json", { firstCharacter: content.firstCharacter });
  return content.keys.includes(jsonKey) ? undefined : tell("secret.no-json-key", { jsonKey });
}

function readParameters(
  { request, asked }: Asking,
  wanted: readonly Wanted<ParameterValue>[],
  names: readonly string[],
): ResourceResult {
  const { parameters: table } = request.sim.tables;
  const tell = tellerFor(request);
  const region = regionOf(request.sim.tables);
  for (const { value } of wanted) {
    const denial = denialOf(asked, { action: "ssm:GetParameters", resource: value.parameterArn });
    if (denial !== undefined) {
      return failedResult(tell("parameter.denied", { region, denial, requestId: requestId(request) }));
    }
  }
  const missing = wanted
    .filter(({ value }) => table.get(value.parameterArn)?.name !== value.name)
    .map(({ value }) => value.asWritten);
  if (missing.length > 0) return failedResult(tell("parameter.not-found", { region, names: [...new Set(missing)] }));
  if (!wanted.every(({ value }) => mayDecrypt(asked, table.get(value.parameterArn)))) {
    return failedResult(tell("parameter.kms-denied", { region, requestId: requestId(request) }));
  }
  return resolved(names, wanted);
}

/** @source Developer Guide, "Pass sensitive data": kms:Decrypt, only for keys that are not AWS's own (checked 2026-11-29) */
function mayDecrypt({ role }: RoleInUse, row: { readonly kmsKeyArn?: string } | undefined): boolean {
  const { kmsKeyArn } = row ?? {};
  return kmsKeyArn === undefined || judgeRequest(role, { action: "kms:Decrypt", resource: kmsKeyArn }) === "allowed";
}

function wantedBy({ sim, definition }: ResourceRequest): Wanted<ValueFrom>[] {
  return definition.containerDefinitions.flatMap(({ name: container, secrets: own = [], logConfiguration }) =>
    [...own, ...(logConfiguration?.secretOptions ?? [])].map(({ name, valueFrom }) => ({
      value: readValueFrom(valueFrom, regionOf(sim.tables)),
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

function malformed(request: ResourceRequest, [first]: readonly Wanted<ValueFrom>[]): Told<ResourceCause> {
  const secretArn = first?.value.kind === "malformed" ? first.value.asWritten : "";
  return tellerFor(request)("secret.malformed-arn", { secretArn });
}

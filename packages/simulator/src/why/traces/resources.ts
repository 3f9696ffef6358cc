/** What the agent fetches before the first container: the checks of one step, in their order, and the one that failed. */

import type { ResourceCause } from "../../model/causes/resources.ts";
import type { TaskRow } from "../../model/ecs.ts";
import type { JournalRecord } from "../../model/records.ts";
import type { AwsServiceName } from "../../network/aws-services.ts";
import type { Past } from "../past.ts";
import { phrase, type Words } from "../phrases.ts";
import type { TraceTable } from "../trace-table.ts";
import { type Check, checkRows, type TraceRequest } from "../tracer.ts";
import { executionRoleAt, taskRoleAt } from "./pull.ts";
import { mountWords, wayWords } from "./way.ts";

type Step =
  | "route"
  | "role"
  | "permission"
  | "thing"
  | "decryption"
  | "content"
  | "target"
  | "port"
  | "entry"
  | "directory";

/** Which check failed, by what the step tells. */
const FAILED_CHECK: Readonly<Record<ResourceCause, Step>> = {
  "role.missing": "role",
  "ecr.no-route": "route",
  "ecr.denied": "permission",
  "secret.no-route": "route",
  "secret.denied": "permission",
  "secret.malformed-arn": "thing",
  "secret.not-found": "thing",
  "secret.no-version": "thing",
  "secret.not-json": "content",
  "secret.no-json-key": "content",
  "parameter.no-route": "route",
  "parameter.denied": "permission",
  "parameter.not-found": "thing",
  "login.no-route": "route",
  "login.denied": "permission",
  "login.not-found": "thing",
  "login.not-json": "content",
  "login.no-username": "content",
  "login.no-password": "content",
  "secret.kms-denied": "decryption",
  "parameter.kms-denied": "decryption",
  "env-file.no-route": "route",
  "env-file.denied": "permission",
  "env-file.malformed-arn": "thing",
  "env-file.not-found": "thing",
  "env-file.no-bucket": "thing",
  "efs.not-found": "thing",
  "efs.no-mount-target": "target",
  "efs.no-route": "port",
  "efs.denied": "entry",
  "efs.no-directory": "directory",
};

interface ServiceChecks {
  readonly action?: string;
  readonly door?: AwsServiceName;
  readonly checks: readonly Step[];
}

/** What each service wants to be allowed, and which checks follow. */
const SERVICES: Readonly<Record<string, ServiceChecks>> = {
  "Amazon ECR": { door: "ecr.api", action: "ecr:GetAuthorizationToken", checks: ["route", "role", "permission"] },
  "AWS Secrets Manager": {
    door: "secretsmanager",
    action: "secretsmanager:GetSecretValue",
    checks: ["route", "role", "permission", "thing", "decryption", "content"],
  },
  "AWS Systems Manager Parameter Store": {
    door: "ssm",
    action: "ssm:GetParameters",
    checks: ["route", "role", "permission", "thing", "decryption"],
  },
  "Amazon S3": {
    door: "s3",
    action: "s3:GetObject, s3:GetBucketLocation",
    checks: ["route", "role", "permission", "thing"],
  },
  "Amazon EFS": { checks: ["thing", "target", "port", "entry", "directory"] },
};

/** One step before the containers: asked for, done or failed. */
export function resourcesTrace({ record, past, now }: TraceRequest): TraceTable | undefined {
  const asked = record.kind === "RESOURCE_REQUESTED" ? record : past.journal.at(record.cause);
  const task = past.taskOf(record);
  if (asked?.kind !== "RESOURCE_REQUESTED" || task === undefined) return undefined;
  const { service, names } = asked.facts;
  const known = SERVICES[service];
  if (known === undefined) return undefined;
  const end = record === asked ? answerTo(asked, now) : record;
  const why = end?.kind === "RESOURCE_FAILED" ? end.facts.why : undefined;
  const checks = known.checks.map((id) => ({
    id,
    ...wordsOf(id, { past, task, service, names, action: known.action, door: known.door ?? "internet" }),
  }));
  const failed = why === undefined ? undefined : FAILED_CHECK[why];
  return {
    title: phrase("fetch-title", { service }),
    rowTitle: phrase("check"),
    columns: [{ id: "found", title: phrase("found") }],
    rows: checkRows(checks, failed, end !== undefined),
    outcome: end === undefined ? phrase("under-way") : phrase(why === undefined ? "all-passed" : "first-failure-ends"),
  };
}

interface Asked {
  readonly past: Past;
  readonly task: TaskRow;
  readonly service: string;
  readonly names: readonly string[];
  readonly action: string | undefined;
  readonly door: AwsServiceName | "internet";
}

function wordsOf(id: Step, { past, task, service, names, action = "", door }: Asked): Omit<Check, "id"> {
  const listed = names.join(", ");
  switch (id) {
    case "route":
      return { name: phrase("check-route"), found: wayWords(past, task, door) };
    case "role":
      return { name: phrase("check-role"), found: roleWords(past, task) };
    case "permission":
      return { name: phrase("check-permission"), found: action };
    case "thing":
      return { name: phrase("check-thing", { service }), found: listed };
    case "decryption":
      return { name: phrase("check-decryption"), found: "kms:Decrypt" };
    case "content":
      return { name: phrase("check-content"), found: listed };
    case "target":
      return { name: phrase("check-target"), found: task.spec.availabilityZone };
    case "port":
      return { name: phrase("check-port"), found: mountWords(past, task, names) };
    case "entry":
      return { name: phrase("check-entry"), found: entryWords(past, task) };
    case "directory":
      return { name: phrase("check-directory"), found: listed };
  }
}

function roleWords(past: Past, task: TaskRow): Words {
  return executionRoleAt(past, task)?.roleName ?? phrase("no-execution-role");
}

/** As whom the file systems are mounted: one volume with `iam` is enough to name the role. */
function entryWords(past: Past, task: TaskRow): Words {
  const volumes = past.definitionOf(task)?.volumes ?? [];
  const byRole = volumes.some(({ efsVolumeConfiguration: efs }) => efs?.authorizationConfig?.iam === "ENABLED");
  if (!byRole) return phrase("mounts-unnamed");
  const role = taskRoleAt(past, task)?.roleName;
  return role === undefined ? phrase("mounts-without-role") : phrase("mounts-as", { role });
}

/** The record that the request led to, once it is there. */
function answerTo({ seq, subject }: JournalRecord, { journal, seq: until }: Past): JournalRecord | undefined {
  for (let at = seq + 1; at <= until; at += 1) {
    const record = journal.at(at);
    if (record?.cause === seq && record.subject === subject && record.kind !== "TASK_STOP_REQUESTED") return record;
  }
  return undefined;
}

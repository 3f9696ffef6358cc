/**
 * Downloads the environment files of a task's containers from Amazon S3, with the execution role, once and before the start.
 * Source: Developer Guide, "Pass environment variables to an Amazon ECS container"; the public agent (checked 2026-11-29).
 * Simplified: buckets have no policies, and all of them are in the Region of the task.
 */
import type { ResourceCause } from "../../model/causes/resources.ts";
import type { Cloud } from "../../model/cloud.ts";
import { judgeRequest } from "../../model/iam.ts";
import type { ResourceResult } from "../../model/resource-results.ts";
import { objectKey } from "../../model/storage.ts";
import { environmentFilesOf, objectNamed, variablesOf } from "../../workloads/environment-file.ts";
import { overrideOf } from "../rows/task-rows.ts";
import type { RoleInUse } from "./agent-side.ts";
import { planFetch, type ResourcePlan, type ResourceRequest, tellerFor } from "./resource-step.ts";

/** One container's files, as ARNs. */
interface Wanted {
  readonly container: string;
  readonly files: readonly string[];
}

/** Amazon S3: every file of every container. */
export function environmentFiles(request: ResourceRequest): ResourcePlan | undefined {
  const wanted = wantedBy(request);
  const [first] = wanted.flatMap(({ files }) => files);
  if (first === undefined) return undefined;
  const names = [...new Set(wanted.flatMap(({ files }) => files.map(shortName)))];
  return planFetch(request, {
    service: "Amazon S3",
    door: "s3",
    names,
    unreachable: () => tellFile(request, "env-file.no-route", first),
    roleUse: "files",
    read: (asked) => readFiles(request, asked, wanted, names),
  });
}

function readFiles(
  request: ResourceRequest,
  { role }: RoleInUse,
  wanted: readonly Wanted[],
  names: readonly string[],
): ResourceResult {
  const { sim } = request;
  const may = (action: string, resource: string) => judgeRequest(role, { action, resource }) === "allowed";
  for (const file of wanted.flatMap(({ files }) => files)) {
    const why = problemOf(sim, file, may);
    if (why !== undefined) return { ok: false, ...tellFile(request, why, file) };
  }
  const fileVariables = Object.fromEntries(
    wanted.map(({ container, files }) => [container, variablesOf(files.map((file) => textOf(sim, file) ?? ""))]),
  );
  const into = Object.entries(fileVariables).flatMap(([container, variables]) =>
    Object.keys(variables).map((name) => `${container}.${name}`),
  );
  return { ok: true, kind: "ENVIRONMENT_FILES_READ", facts: { names, into }, fileVariables };
}

type FileCause = Extract<ResourceCause, `env-file.${string}`>;

/** Who may not list a bucket does not learn that an object is not there: S3 denies. @source S3 API Reference, GetObject (checked 2026-11-29) */
function problemOf(
  sim: Cloud,
  file: string,
  may: (action: string, resource: string) => boolean,
): FileCause | undefined {
  const named = objectNamed(file);
  if (named === undefined) return "env-file.malformed-arn";
  const bucketArn = file.slice(0, -named.key.length - 1);
  if (!may("s3:GetBucketLocation", bucketArn) || !may("s3:GetObject", file)) return "env-file.denied";
  if (textOf(sim, file) !== undefined) return undefined;
  if (!may("s3:ListBucket", bucketArn)) return "env-file.denied";
  const isBucket = sim.tables.objects.bucket("bucket", named.bucket).size > 0;
  return isBucket ? "env-file.not-found" : "env-file.no-bucket";
}

function textOf({ tables }: Cloud, file: string): string | undefined {
  const named = objectNamed(file);
  return named && tables.objects.get(objectKey(named.bucket, named.key))?.text;
}

function wantedBy({ task, definition }: ResourceRequest): Wanted[] {
  return definition.containerDefinitions.flatMap((container) => {
    const { name } = container;
    const files = environmentFilesOf(container, overrideOf(task, name));
    return files.length === 0 ? [] : [{ container: name, files }];
  });
}

function tellFile(request: ResourceRequest, why: FileCause, file: string) {
  const { bucket = "", key = "" } = objectNamed(file) ?? {};
  return tellerFor(request)(why, { file, bucket, key });
}

function shortName(file: string): string {
  return file.slice(file.lastIndexOf(":") + 1);
}

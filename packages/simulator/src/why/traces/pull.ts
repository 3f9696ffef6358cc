/** The checks that a pull passes, in the order of `decidePull`, and the one that it failed. */

import type { PullCause } from "../../model/causes/pulls.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { type RoleRow, roleArnOf } from "../../model/iam.ts";
import type { ImageReference } from "../../model/image-reference.ts";
import { ACCOUNT_ID, regionOf } from "../../model/place.ts";
import type { JournalRecord } from "../../model/records.ts";
import type { RegisteredContainerDefinition } from "../../model/task-definition.ts";
import { findBuild } from "../../workloads/image-builds.ts";
import { ecrRegistryOf, parseImageReference } from "../../workloads/image-reference.ts";
import { doorOf } from "../../workloads/pull.ts";
import type { Past } from "../past.ts";
import { type Phrase, phrase, type Words } from "../phrases.ts";
import type { TraceTable } from "../trace-table.ts";
import { type Check, checkRows, type TraceRequest } from "../tracer.ts";
import { wayWords } from "./way.ts";

type PullCheck = "route" | "registry" | "access" | "image" | "platform";

/** Which check failed, by what `decidePull` tells. */
const FAILED_CHECK: Readonly<Record<PullCause, PullCheck>> = {
  "pull.no-route": "route",
  "pull.layers-no-route": "route",
  "pull.unreachable": "registry",
  "pull.server-error": "registry",
  "pull.rate-limit": "registry",
  "pull.denied": "access",
  "pull.no-login": "access",
  "pull.wrong-login": "access",
  // Docker Hub turns strangers away from what it does not have, before any image is looked for.
  "pull.no-repository": "access",
  "pull.not-found": "image",
  "pull.no-ecr-repository": "image",
  "pull.not-in-catalogue": "image",
  "pull.wrong-architecture": "platform",
};

/** The pull of one container: under way, done or refused. */
export function pullTrace({
  record,
  past,
  now,
}: TraceRequest<"PULL_STARTED" | "PULL_STOPPED" | "PULL_FAILED">): TraceTable | undefined {
  const task = past.taskOf(record);
  const container = past.row("containers", record.subject);
  if (task === undefined || container === undefined) return undefined;
  const definition = past.containerDefinitionOf(task, container.name);
  if (definition === undefined) return undefined;
  const end = record.kind === "PULL_STARTED" ? endOf(record, now) : record;
  // What the registry had when the pull began counts, not what was pushed there meanwhile.
  const beginning = record.kind === "PULL_STARTED" ? past : beginningOf(record, past);
  const why = end?.kind === "PULL_FAILED" ? end.facts.why : undefined;
  const failed = why === undefined ? undefined : FAILED_CHECK[why];
  return {
    title: phrase("pull-title", { image: definition.image }),
    rowTitle: phrase("check"),
    columns: [{ id: "found", title: phrase("found") }],
    rows: checkRows(checksOf(beginning, task, definition, why), failed, end !== undefined),
    outcome:
      end === undefined ? phrase("under-way") : phrase(failed === undefined ? "all-passed" : "first-failure-ends"),
  };
}

function checksOf(
  past: Past,
  task: TaskRow,
  definition: RegisteredContainerDefinition,
  why: PullCause | undefined,
): Check[] {
  const reference = parseImageReference(definition.image);
  return [
    check("route", phrase("check-route"), wayWords(past, task, doorOf(regionOf(past.tables), reference))),
    check("registry", phrase("check-registry"), registryWords(reference, why)),
    check("access", phrase("check-access"), accessWords(past, task, definition, reference, why)),
    check("image", phrase("check-image"), imageWords(past, reference, why)),
    check("platform", phrase("check-platform"), platformWords(past, task, reference)),
  ];
}

function check(id: PullCheck, name: Phrase, found: Words): Check {
  return { id, name, found };
}

function registryWords({ host }: ImageReference, why: PullCause | undefined): Words {
  if (why === "pull.unreachable") return phrase("registry-silent", { host });
  if (why === "pull.server-error") return phrase("registry-broken", { host });
  return why === "pull.rate-limit" ? phrase("registry-limits", { host }) : host;
}

function accessWords(
  past: Past,
  task: TaskRow,
  { repositoryCredentials }: RegisteredContainerDefinition,
  { host, repository }: ImageReference,
  why: PullCause | undefined,
): Words {
  if (why === "pull.no-repository") return phrase("hub-unsaid");
  const ecr = ecrRegistryOf(host);
  if (ecr !== undefined && ecr.account !== ACCOUNT_ID && past.row("images", repository) === undefined) {
    return phrase("foreign-account", { account: ecr.account });
  }
  if (ecr !== undefined) {
    const role = executionRoleAt(past, task);
    return role === undefined ? phrase("no-execution-role") : phrase("role-reads", { role: role.roleName });
  }
  if (repositoryCredentials?.credentialsParameter !== undefined) return phrase("by-credentials");
  return past.row("images", repository)?.access === "login" ? phrase("login-wanted") : phrase("open-to-all");
}

function imageWords(past: Past, reference: ImageReference, why: PullCause | undefined): Words {
  if (why === "pull.not-in-catalogue") return phrase("not-in-catalogue", { image: reference.full });
  const row = past.row("images", reference.repository);
  if (row === undefined) return phrase("no-repository", { repository: reference.repository });
  const build = findBuild(row, reference);
  if (build !== undefined)
    return phrase("image-there", { image: reference.full, digest: build.imageDigest.slice(0, 19) });
  return phrase("no-such-tag", { image: reference.full, tags: row.tags.slice(0, MOST_TAGS).join(", ") });
}

const MOST_TAGS = 4;

function platformWords(past: Past, task: TaskRow, reference: ImageReference): Words {
  const wanted = past.definitionOf(task)?.runtimePlatform?.cpuArchitecture ?? "X86_64";
  const row = past.row("images", reference.repository);
  const build = row === undefined ? undefined : findBuild(row, reference);
  return build === undefined
    ? phrase("platform-wanted", { wanted })
    : phrase("platform-has", { wanted, has: build.architectures.join(", ") });
}

/** The execution role of a task: RunTask's override, or the definition's. */
export function executionRoleAt(past: Past, task: TaskRow): RoleRow | undefined {
  const given = task.spec.overrides.executionRoleArn ?? past.definitionOf(task)?.executionRoleArn;
  return given === undefined ? undefined : past.row("roles", roleArnOf(given));
}

/** The task role of a task: RunTask's override, or the definition's. */
export function taskRoleAt(past: Past, task: TaskRow): RoleRow | undefined {
  const given = task.spec.overrides.taskRoleArn ?? past.definitionOf(task)?.taskRoleArn;
  return given === undefined ? undefined : past.row("roles", roleArnOf(given));
}

function endOf({ seq, subject }: JournalRecord, { journal, seq: until }: Past): JournalRecord | undefined {
  for (let at = seq + 1; at <= until; at += 1) {
    const record = journal.at(at);
    if (record?.subject !== subject) continue;
    if (record.kind === "PULL_STOPPED" || record.kind === "PULL_FAILED") return record;
  }
  return undefined;
}

function beginningOf({ subject }: JournalRecord, past: Past): Past {
  for (let at = past.seq; at >= 0; at -= 1) {
    const record = past.journal.at(at);
    if (record?.kind === "PULL_STARTED" && record.subject === subject) return past.at(at);
  }
  return past;
}

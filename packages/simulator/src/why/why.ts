/**
 * "Why?" as data: of any thing or any record, the sentence of what decided it, the table behind that decision, the chain of
 * causes and the ids of what it is an example of. Pure: the same journal and moment give the same answer.
 */

import { sentenceOf } from "../explain.ts";
import type { Journal } from "../model/cloud.ts";
import { RECORD_TRAITS } from "../model/record-traits.ts";
import type { JournalRecord, RecordKind } from "../model/records.ts";
import { causesOf } from "./causes.ts";
import { Past } from "./past.ts";
import {
  decisionBefore,
  decisionsAboutTask,
  type ServiceStory,
  serviceArnOf,
  serviceStoryOf,
  tellingOfService,
} from "./service-story.ts";
import type { TraceTable } from "./trace-table.ts";
import { TRACERS, traceOf } from "./tracers.ts";

/** What is asked about: a row by its key (ARN of a task, of a container ...), or one record by its number. */
export type About = { readonly key: string } | { readonly seq: number };

/** One record with its sentence in English; other languages write their own from the record. */
export interface WhyStep {
  readonly record: JournalRecord;
  readonly sentence: string;
}

export interface Why extends WhyStep {
  /** The decision behind it. Absent where nothing had to be decided. */
  readonly table?: TraceTable;
  /** The chain of causes, nearest first, the record itself included. */
  readonly chain: readonly WhyStep[];
  /** Other decisions about the same task, oldest first: each can be asked about in turn. */
  readonly decisions: readonly WhyStep[];
  /** What the scheduler of a service has to do with it; absent where none has. */
  readonly service?: ServiceWhy;
  /** Ids of what it is an example of, the most precise first: kind and turn, kind, refusal, rule of task definitions. */
  readonly causes: readonly string[];
}

/** The part of a service's scheduler, and the answer about the record that led to it. */
export interface ServiceWhy extends Omit<ServiceStory, "behind"> {
  readonly behind?: Why;
}

/**
 * Explains a thing or a record.
 * @param until how many records had happened at the moment of asking; by default all of them
 * @returns undefined when the journal knows nothing of it
 */
export function whyOf(journal: Journal, about: About, until = journal.length): Why | undefined {
  const now = new Past(journal, Math.min(until, journal.length) - 1);
  const record = "seq" in about ? journal.at(about.seq) : tellingRecord(now, about.key);
  return record && answer(now, record, true);
}

/** @param withService false where the answer is itself what led to something */
function answer(now: Past, record: JournalRecord, withService: boolean): Why {
  const { journal } = now;
  const story = withService ? serviceStoryOf(now, record) : undefined;
  const { told, table } = decisionBehind(now, record);
  return {
    record,
    sentence: sentenceOf(record),
    ...(table === undefined ? {} : { table }),
    chain: journal.causesOf(record.seq).map(stepOf),
    ...(story === undefined ? {} : { service: serviceWhy(now, story) }),
    decisions: decisionsAbout(now, record)
      .filter(({ seq }) => seq !== told.seq && seq !== record.seq)
      .map(stepOf),
    causes: causesOf(told),
  };
}

function serviceWhy(now: Past, { behind, ...story }: ServiceStory): ServiceWhy {
  return behind === undefined ? story : { ...story, behind: answer(now, behind, false) };
}

function tellingRecord(now: Past, key: string): JournalRecord | undefined {
  const serviceArn = serviceAsked(now, key);
  if (serviceArn !== undefined) return tellingOfService(now, serviceArn);
  const { records } = now.journal;
  let latest: JournalRecord | undefined;
  for (let seq = now.seq; seq >= 0; seq -= 1) {
    const record = records[seq];
    if (record?.subject !== key) continue;
    latest ??= record;
    if (RECORD_TRAITS[record.kind].decidesFate) return record;
    if (record.kind === "TASK_CREATED") return holdUp(now, key) ?? latest;
  }
  return latest ?? lastChange(now, key);
}

/** The service that is asked about: by its own key, or by that of a rollout that goes on. */
function serviceAsked(now: Past, key: string): string | undefined {
  if (key.includes(":service/")) return now.row("services", key) && key;
  const id = key.includes(":service-deployment/") ? now.row("serviceDeployments", key)?.deploymentId : key;
  if (id === undefined || !id.startsWith("ecs-svc/")) return undefined;
  const row = now.row("deployments", id);
  return row?.rolloutState === "IN_PROGRESS" ? row.serviceArn : undefined;
}

/** What a task that has not come to run is waiting for: a container that waits, else whatever happened last. */
function holdUp(now: Past, taskArn: string): JournalRecord | undefined {
  const task = now.row("tasks", taskArn);
  const containers = task === undefined ? [] : now.containersOf(task);
  const waiting = new Set(containers.filter(({ phase }) => phase === "WAITING").map((row) => row.containerArn));
  const keys = waiting.size > 0 ? waiting : new Set([taskArn, ...containers.map((row) => row.containerArn)]);
  for (let seq = now.seq; seq >= 0; seq -= 1) {
    const record = now.journal.at(seq);
    if (record !== undefined && keys.has(record.subject)) return record;
  }
  return undefined;
}

/** Things that no record is about, such as subnets: the record that last changed them. */
function lastChange({ journal, seq: from }: Past, key: string): JournalRecord | undefined {
  for (let seq = from; seq >= 0; seq -= 1) {
    const record = journal.at(seq);
    if (record?.changes.some((change) => change.key === key)) return record;
  }
  return undefined;
}

/** The decision that a record stands for; of a record in between, where the task was placed. */
function decisionBehind(now: Past, record: JournalRecord): { told: JournalRecord; table: TraceTable | undefined } {
  const told = toldBy(now, record);
  const table = tableOf(now, told) ?? tableOf(now, decisionOfService(now, told));
  const placed = table === undefined ? firstAbout(now, record.subject) : undefined;
  if (placed === undefined) return { told, table };
  return { told: placed, table: tableOf(now, placed) };
}

function tableOf(now: Past, record: JournalRecord | undefined): TraceTable | undefined {
  return record && traceOf({ record, past: now.at(record.seq), now });
}

/** What the scheduler of a service had decided when something of the service was recorded. */
function decisionOfService(now: Past, record: JournalRecord): JournalRecord | undefined {
  const serviceArn = serviceArnOf(now, record);
  return serviceArn === undefined ? undefined : decisionBefore(now, record.seq, serviceArn);
}

/** Reports of a decision that stands in another record: a task that runs was placed, one that failed failed a check. */
function toldBy(now: Past, record: JournalRecord): JournalRecord {
  if (record.kind === "TASK_RUNNING") return firstAbout(now, record.subject) ?? record;
  if (record.kind !== "TASK_STOP_REQUESTED" || record.facts.stopCode !== "TaskFailedToStart") return record;
  return now.journal.at(record.cause) ?? record;
}

function firstAbout({ journal }: Past, key: string): JournalRecord | undefined {
  return journal.records.find(({ subject, kind }) => subject === key && kind === "TASK_CREATED");
}

/** The newest decision of each kind about a task and its containers; of a pull its beginning goes when its end is there. */
function decisionsAbout(now: Past, record: JournalRecord): JournalRecord[] {
  const task = now.taskOf(record);
  if (task === undefined) return [];
  const keys = new Set([task.taskArn, ...task.spec.containerArns]);
  const newest = new Map<string, JournalRecord>();
  for (let seq = now.seq; seq >= 0; seq -= 1) {
    const each = now.journal.at(seq);
    if (each === undefined || !keys.has(each.subject)) continue;
    const group = `${groupOf(each)} ${each.subject}`;
    if (each.kind in TRACERS && !newest.has(group)) newest.set(group, each);
    if (each.kind === "TASK_CREATED") break;
  }
  const ofService = decisionsAboutTask(now, task.taskArn);
  const found = [...newest.values()].filter((each) => tableOf(now, each) !== undefined);
  return [...new Set([...ofService, ...found])].sort((left, right) => left.seq - right.seq);
}

/** Records that tell the same decision at different moments have the same group. */
function groupOf({ kind, seq, cause }: JournalRecord): string | number {
  if (kind.startsWith("PULL_")) return "pull";
  if (kind === "ENI_FAILED") return "TASK_CREATED";
  if (kind === "RESOURCE_REQUESTED") return seq;
  return ANSWERS.has(kind) ? cause : kind;
}

/** What RESOURCE_REQUESTED leads to. */
const ANSWERS: ReadonlySet<RecordKind> = new Set<RecordKind>([
  "RESOURCE_FAILED",
  "ECR_AUTHORIZED",
  "SECRETS_RESOLVED",
  "ENVIRONMENT_FILES_READ",
  "REGISTRY_CREDENTIALS_READ",
  "FILE_SYSTEMS_MOUNTED",
]);

function stepOf(record: JournalRecord): WhyStep {
  return { record, sentence: sentenceOf(record) };
}

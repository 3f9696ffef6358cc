/**
 * What the answer to "why?" begins with: the root cause in people's words, how the task stands at the moment shown, and AWS's own words,
 * once. Pure.
 */
import type { JournalRecord } from "@quayside/simulator";
import type { ServiceWhy, Why } from "@quayside/simulator/why";
import type { Moment } from "../base/cloud.ts";
import type { Failures } from "../base/failures.ts";
import { sentenceIn } from "../i18n/sentences.ts";
import { whyTexts } from "./texts/index.ts";

export interface Headline {
  /** The root cause. */
  readonly text: string;
  /** What stands below it: how far the stop is, or what exactly happened. */
  readonly more: string | undefined;
  /** AWS's words, as they are. */
  readonly says: string | undefined;
}

/** @param failures what messages mean; without it a record tells itself */
export function headlineOf(
  why: Why,
  tables: Moment["tables"] | undefined,
  language: string,
  failures: Failures | undefined,
): Headline {
  const { record, service } = why;
  const says = wordsOf(record) ?? (service?.behind && wordsOf(service.behind.record));
  const plain = plainSentence(record, says, language);
  const ofService = service && serviceRoot(service, tables, language, failures);
  const text = ofService ?? rootOf(why, tables, language, failures);
  if (record.kind !== "TASK_STOP_REQUESTED") return { text: text ?? plain, more: text && plain, says };
  const t = whyTexts(language);
  const isOver = (tables?.tasks.get(record.subject)?.lastStatus ?? "STOPPED") === "STOPPED";
  return { text: text ?? plain, more: (isOver ? t.stopped : t.stopping)(record.facts.stopCode), says };
}

/** What led the scheduler of a service to what it did; undefined when nothing did and it did nothing about a task. */
function serviceRoot(
  { service, act, behind }: ServiceWhy,
  tables: Moment["tables"] | undefined,
  language: string,
  failures: Failures | undefined,
): string | undefined {
  const t = whyTexts(language);
  const led = behind && ledBy(behind, tables, language, failures);
  if (act === undefined) return led;
  const isLoss = behind?.record.kind === "TASK_STOP_REQUESTED" || behind?.record.kind === "HOST_LOST";
  const before = led !== undefined && isLoss ? t.lost(shortId(behind.record.subject), led) : led;
  return [before, t.acted(service, act)].filter((each) => each !== undefined).join(" ");
}

function ledBy(behind: Why, tables: Moment["tables"] | undefined, language: string, failures: Failures | undefined) {
  return rootOf(behind, tables, language, failures) ?? plainSentence(behind.record, wordsOf(behind.record), language);
}

/** The beginning of a task's id. */
function shortId(taskArn: string): string {
  return taskArn.slice(taskArn.lastIndexOf("/") + 1).slice(0, 8);
}

/** A record's sentence without AWS's words, which stand somewhere else already. */
export function plainSentence(record: JournalRecord, says: string | undefined, language: string): string {
  const sentence = sentenceIn(record, language);
  if (says === undefined || !sentence.includes(says)) return sentence;
  return `${sentence.replace(says, "").replace(/[\s:(“"]+$/, "")}.`;
}

function rootOf(
  { record, chain, causes }: Why,
  tables: Moment["tables"] | undefined,
  language: string,
  failures?: Failures,
) {
  const before = chain[1]?.record;
  if (record.kind === "TASK_STOP_REQUESTED" && before !== undefined) {
    if (before.kind === "CALL") return sentenceIn(before, language);
    if (before.kind === "CONTAINER_EXITED") {
      const name = tables?.containers.get(before.subject)?.name ?? "";
      const exited = whyTexts(language).exited(name, before.facts.exitCode);
      const cause = before.facts.why === undefined ? undefined : failures?.of([before.facts.why])?.text;
      return [exited, cause].filter((each) => each !== undefined).join(" ");
    }
  }
  const meaning = failures?.of(causes)?.text;
  if (meaning !== undefined || record.kind !== "TASK_STOP_REQUESTED" || before === undefined) return meaning;
  return plainSentence(before, wordsOf(record), language);
}

/** What AWS says of a record: the reason of a failure or of a stop, the message of a refusal. */
function wordsOf(record: JournalRecord): string | undefined {
  if (record.kind === "CALL") return record.facts.outcome.ok ? undefined : record.facts.outcome.error.message;
  if (record.kind === "TASK_STOP_REQUESTED") return record.facts.stoppedReason;
  const { facts } = record;
  return facts !== undefined && "reason" in facts && typeof facts.reason === "string" ? facts.reason : undefined;
}

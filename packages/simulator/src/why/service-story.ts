/**
 * What stands behind the tasks of a service and behind a service itself: what its scheduler did about them, what bound it, and
 * which record led to that: a call, a task that was lost or failed, a place that was not found, a rollback.
 */
import { STOPS_FOR_HEALTH } from "../model/causes/stops.ts";
import { RECORD_TRAITS } from "../model/record-traits.ts";
import { isRecord, type JournalRecord, type RecordKind } from "../model/records.ts";
import type { ServiceAct, ServiceBound } from "../model/service-decision.ts";
import type { Past } from "./past.ts";

/** What is told of a service. */
export interface ServiceStory {
  /** Name of the service. */
  readonly service: string;
  /** What its scheduler did about the task that is asked about; absent when the service itself is. */
  readonly act?: ServiceAct;
  /** What keeps its scheduler from more. */
  readonly bounds: readonly ServiceBound[];
  /** The record that led to it. */
  readonly behind?: JournalRecord;
}

type Decided = JournalRecord<"SERVICE_DECIDED">;

/** The story behind a record; undefined when no scheduler of a service has to do with it. */
export function serviceStoryOf(now: Past, record: JournalRecord): ServiceStory | undefined {
  if (RECORD_TRAITS[record.kind].about === "tasks") return storyOfTask(now, record);
  const serviceArn = serviceArnOf(now, record);
  if (serviceArn === undefined) return undefined;
  const bounds =
    record.kind === "DEPLOYMENT_FAILED" ? [] : (decisionBefore(now, record.seq, serviceArn)?.facts.bounds ?? []);
  return storyWith(serviceArn, { bounds }, troubleOf(now, record, serviceArn));
}

/** Decisions of a service's scheduler about a task: to start it, and to stop it where it did. */
export function decisionsAboutTask(now: Past, taskArn: string): readonly Decided[] {
  const found: Decided[] = [];
  for (let seq = now.seq; seq >= 0; seq -= 1) {
    const record = now.journal.at(seq);
    if (record?.subject !== taskArn) continue;
    if (record.kind === "TASK_CREATED" || record.kind === "TASK_STOP_REQUESTED")
      found.unshift(...decidedBy(now, record));
    if (record.kind === "TASK_CREATED") break;
  }
  return found;
}

/** What is told of a service: why its deployment failed, until a new one begins; else what was decided or came of it last. */
export function tellingOfService(now: Past, serviceArn: string): JournalRecord | undefined {
  let latest: JournalRecord | undefined;
  for (let seq = now.seq; seq >= 0; seq -= 1) {
    const record = now.journal.at(seq);
    if (record === undefined || serviceArnOf(now, record) !== serviceArn) continue;
    if (record.kind === "DEPLOYMENT_FAILED") return record;
    if (TELLING.has(record.kind)) latest ??= record;
    if (ENDING.has(record.kind)) return latest;
  }
  return latest;
}

const TELLING: ReadonlySet<RecordKind> = new Set<RecordKind>([
  "SERVICE_CREATED",
  "SERVICE_UPDATED",
  "SERVICE_DELETE_REQUESTED",
  "SERVICE_INACTIVE",
  "SERVICE_DECIDED",
  "SERVICE_BAKES",
  "STAGE_ENTERED",
  "STAGE_WAITS",
  "SERVICE_STEADY",
  "DEPLOYMENT_STARTED",
]);

/** What lies before them is told no more. */
const ENDING: ReadonlySet<RecordKind> = new Set<RecordKind>(["DEPLOYMENT_STARTED", "SERVICE_DELETE_REQUESTED"]);

/** The service that a record about a service, a deployment or a service deployment belongs to. */
export function serviceArnOf(now: Past, { kind, subject }: JournalRecord): string | undefined {
  const { about } = RECORD_TRAITS[kind];
  if (about === "services") return subject;
  if (about === "deployments") return now.row("deployments", subject)?.serviceArn;
  if (about === "taskSets") return now.row("taskSets", subject)?.serviceArn;
  return about === "serviceDeployments" ? now.row("serviceDeployments", subject)?.serviceArn : undefined;
}

/** The newest decision of a service's scheduler up to a record. */
export function decisionBefore({ journal }: Past, until: number, serviceArn: string): Decided | undefined {
  for (let seq = until; seq >= 0; seq -= 1) {
    const record = journal.at(seq);
    if (isRecord(record, "SERVICE_DECIDED") && record.subject === serviceArn) return record;
  }
  return undefined;
}

function storyWith(
  serviceArn: string,
  told: Omit<ServiceStory, "service" | "behind">,
  behind: JournalRecord | undefined,
): ServiceStory {
  const service = serviceArn.slice(serviceArn.lastIndexOf("/") + 1);
  return { service, ...told, ...(behind === undefined ? {} : { behind }) };
}

/** A task that was created for a service or runs for one, and one that its scheduler stopped. */
function storyOfTask(now: Past, record: JournalRecord): ServiceStory | undefined {
  const task = now.row("tasks", record.subject);
  const { serviceArn, startedBy } = task?.spec ?? {};
  if (serviceArn === undefined) return undefined;
  const isStop = record.kind === "TASK_STOP_REQUESTED";
  if (!isStop && record.kind !== "TASK_CREATED" && record.kind !== "TASK_RUNNING") return undefined;
  const decided = isStop ? decidedBy(now, record)[0] : decisionsAboutTask(now, record.subject)[0];
  const act = decided?.facts.acts.find(
    ({ does, deploymentId }) => does === (isStop ? "stop" : "start") && deploymentId === startedBy,
  );
  if (decided === undefined || act === undefined) return undefined;
  const illness = isRecord(record, "TASK_STOP_REQUESTED") ? illnessOf(now, record) : undefined;
  return storyWith(serviceArn, { act, bounds: decided.facts.bounds }, illness ?? ledTo(now, decided, act));
}

/** What made a target of a task unhealthy that is replaced for it. */
function illnessOf({ journal }: Past, stop: JournalRecord<"TASK_STOP_REQUESTED">): JournalRecord | undefined {
  if (stop.facts.why !== "stop.target-checks") return undefined;
  const keys = new Set<string>();
  let ill: JournalRecord | undefined;
  for (let seq = 0; seq < stop.seq; seq += 1) {
    const record = journal.at(seq);
    if (isRecord(record, "TARGET_REGISTERED")) {
      if (record.facts.taskArn === stop.subject) keys.add(record.subject);
      else keys.delete(record.subject);
    } else if (isRecord(record, "TARGET_HEALTH_CHANGED", "TARGET_DEREGISTERED") && keys.has(record.subject))
      ill = record;
  }
  return ill;
}

/** The decision that a record follows from at once, or by a placement. */
function decidedBy({ journal }: Past, record: JournalRecord): Decided[] {
  const cause = journal.at(record.cause);
  const before = cause?.kind === "PLACEMENT_DECIDED" ? journal.at(cause.cause) : cause;
  return isRecord(before, "SERVICE_DECIDED") ? [before] : [];
}

/** Motives of which a call, a rollback or the loss of a task is the reason; the others are reasons of their own. */
const ASKED: ReadonlySet<ServiceAct["motive"]> = new Set<ServiceAct["motive"]>([
  "scale-out",
  "scale-in",
  "rollout",
  "deleted",
]);

/**
 * What the scheduler started or stopped tasks for: what happened to the service since it did so last, else the last change of
 * it. A scale-out long after any change follows from neither: an instance drains.
 */
function ledTo(now: Past, decided: Decided, act: ServiceAct): JournalRecord | undefined {
  if (!ASKED.has(act.motive)) return undefined;
  let lost: JournalRecord | undefined;
  let isRecent = true;
  for (let seq = decided.seq - 1; seq >= 0; seq -= 1) {
    const record = now.journal.at(seq);
    if (record === undefined) continue;
    const change = changeBy(now, record, decided.subject);
    if (change !== undefined) return isRecent || (lost === undefined && act.motive !== "scale-out") ? change : lost;
    if (isRecent && act.does === "start") lost ??= lossBy(now, record, decided.subject);
    if (isStartOf(record, decided.subject, act)) isRecent = false;
  }
  return lost;
}

/** A call that changed the service, or the failure that made it go back. */
function changeBy(now: Past, record: JournalRecord, serviceArn: string): JournalRecord | undefined {
  if (isRecord(record, "ROLLBACK_STARTED")) {
    return serviceArnOf(now, record) === serviceArn ? newestAbout(now, record.seq, record.facts.from) : undefined;
  }
  const isChange = isRecord(record, "SERVICE_CREATED", "SERVICE_UPDATED", "SERVICE_DELETE_REQUESTED");
  return isChange && record.subject === serviceArn ? now.journal.at(record.cause) : undefined;
}

function isStartOf(record: JournalRecord, serviceArn: string, { does, deploymentId }: ServiceAct): boolean {
  if (!isRecord(record, "SERVICE_DECIDED") || record.subject !== serviceArn) return false;
  return record.facts.acts.some((each) => each.does === does && each.deploymentId === deploymentId);
}

/** The end of a task that its service did not want, told by the record that began it. */
function lossBy(now: Past, record: JournalRecord, serviceArn: string): JournalRecord | undefined {
  if (record.kind !== "TASK_STOPPED" && record.kind !== "HOST_LOST") return undefined;
  if (now.row("tasks", record.subject)?.spec.serviceArn !== serviceArn) return undefined;
  const stop =
    record.kind === "HOST_LOST" ? record : newestAbout(now, record.seq, record.subject, "TASK_STOP_REQUESTED");
  return stop !== undefined && isLoss(now, stop, serviceArn) ? stop : undefined;
}

function newestAbout(
  { journal }: Past,
  until: number,
  key: string,
  kind: RecordKind = "DEPLOYMENT_FAILED",
): JournalRecord | undefined {
  for (let seq = until; seq >= 0; seq -= 1) {
    const record = journal.at(seq);
    if (record?.kind === kind && record.subject === key) return record;
  }
  return undefined;
}

/** A task of the service is to stop although its scheduler did not want it. */
function isLoss(now: Past, record: JournalRecord, serviceArn: string): boolean {
  if (!isRecord(record, "TASK_STOP_REQUESTED", "HOST_LOST")) return false;
  if (record.facts.stopCode === "ServiceSchedulerInitiated") return false;
  return now.row("tasks", record.subject)?.spec.serviceArn === serviceArn;
}

/** What keeps a service from its steady state: a task without a place, else the newest task of PRIMARY that failed. */
function troubleOf(now: Past, record: JournalRecord, serviceArn: string): JournalRecord | undefined {
  if (record.kind === "DEPLOYMENT_FAILED" && record.facts.why === "asked") {
    return now.journal.causesOf(record.seq).find(({ kind }) => kind === "CALL");
  }
  if (isRecord(record, "DEPLOYMENT_FAILED") && record.facts.why === "alarm") {
    const [name = ""] = record.facts.alarmNames;
    return newestAbout(now, record.seq, name, "ALARM_STATE_CHANGED");
  }
  if (isRecord(record, "DEPLOYMENT_FAILED") && record.facts.why === "hook") return newestOf(now, record, HOOK_ENDS);
  if (isRecord(record, "STAGE_WAITS") && record.facts.waitsFor === "hooks") return newestOf(now, record, HOOK_BEGINS);
  if (!TROUBLED.has(record.kind)) return undefined;
  const unplaced = record.kind === "SERVICE_DECIDED" ? placementAfter(now, record) : undefined;
  if (unplaced !== undefined) return unplaced;
  for (let seq = record.seq; seq >= 0; seq -= 1) {
    const each = now.journal.at(seq);
    if (each === undefined) continue;
    if (isLoss(now, each, serviceArn) || isCheckedOut(now, each, serviceArn))
      return isOfRollout(now, each, record) ? each : undefined;
    if (each.kind === "DEPLOYMENT_COMPLETED" && serviceArnOf(now, each) === serviceArn) return undefined;
  }
  return undefined;
}

const HOOK_ENDS: ReadonlySet<RecordKind> = new Set<RecordKind>(["HOOK_ANSWERED", "HOOK_TIMED_OUT", "HOOK_CONTINUED"]);
const HOOK_BEGINS: ReadonlySet<RecordKind> = new Set<RecordKind>(["HOOK_CALLED", "HOOK_AWAITING_ACTION"]);

/** The newest record of one of the kinds before a record. */
function newestOf({ journal }: Past, { seq: until }: JournalRecord, kinds: ReadonlySet<RecordKind>) {
  for (let seq = until - 1; seq >= 0; seq -= 1) {
    const record = journal.at(seq);
    if (record !== undefined && kinds.has(record.kind)) return record;
  }
  return undefined;
}

const TROUBLED: ReadonlySet<RecordKind> = new Set<RecordKind>(["SERVICE_DECIDED", "DEPLOYMENT_FAILED"]);

/** Stopped by the scheduler because a health check failed: that counts as a failure, too. */
function isCheckedOut(now: Past, record: JournalRecord, serviceArn: string): boolean {
  if (!isRecord(record, "TASK_STOP_REQUESTED") || !STOPS_FOR_HEALTH.has(record.facts.why)) return false;
  return now.row("tasks", record.subject)?.spec.serviceArn === serviceArn;
}

/** The failed task is one of the deployment that has failed, or of one that is being rolled out. */
function isOfRollout(now: Past, stop: JournalRecord, record: JournalRecord): boolean {
  const startedBy = now.row("tasks", stop.subject)?.spec.startedBy ?? "";
  if (record.kind === "DEPLOYMENT_FAILED") return startedBy === record.subject;
  return now.row("deployments", startedBy)?.rolloutState !== "COMPLETED";
}

/** The placement that came of a decision and found nothing. */
function placementAfter({ journal, seq: until }: Past, { seq, major }: Decided): JournalRecord | undefined {
  for (let at = seq + 1; at <= until; at += 1) {
    const record = journal.at(at);
    if (record === undefined || record.major !== major) return undefined;
    if (isRecord(record, "PLACEMENT_DECIDED") && record.cause === seq && !record.facts.placed) return record;
  }
  return undefined;
}

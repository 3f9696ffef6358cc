/**
 * Which lesson teaches a cause: the only table of this. Ids are those of the course (`part/lesson`), the most fitting first;
 * whoever shows them takes the first that is written. An unknown kind has none.
 */
import type { JournalRecord } from "../model/records.ts";
import { refusalFindings } from "./traces/refusal.ts";

/** Lessons by kind of record; `KIND why` where our own short name of the cause tells more. */
export const LESSONS: Readonly<Record<string, readonly string[]>> = {
  TASK_CREATED: ["03/01", "00/02"],
  "TASK_CREATED instance": ["03/03", "03/02"],
  PLACEMENT_DECIDED: ["03/03", "03/04"],
  "PLACEMENT_DECIDED unplaced": ["03/06", "03/04", "03/03"],
  ENI_FAILED: ["05/04", "02/01"],
  PULL_STARTED: ["01/07"],
  PULL_STOPPED: ["01/07"],
  PULL_FAILED: ["01/07"],
  "PULL_FAILED no-route": ["05/05", "02/01"],
  "PULL_FAILED denied": ["04/01", "01/04"],
  "PULL_FAILED no-credentials": ["01/04"],
  "PULL_FAILED wrong-architecture": ["01/08"],
  RESOURCE_REQUESTED: ["04/01", "01/04"],
  RESOURCE_FAILED: ["04/01", "01/04"],
  "RESOURCE_FAILED no-route": ["05/05", "01/04"],
  "RESOURCE_FAILED no-mount-target": ["01/06"],
  "RESOURCE_FAILED no-directory": ["01/06"],
  FILE_SYSTEMS_MOUNTED: ["01/06"],
  SECRETS_RESOLVED: ["01/04"],
  REGISTRY_CREDENTIALS_READ: ["01/04"],
  ECR_AUTHORIZED: ["01/04"],
  DEPENDENCY_AWAITED: ["01/03"],
  START_FAILED: ["01/03"],
  "START_FAILED logs": ["01/05"],
  HEALTH_CHANGED: ["01/03"],
  CONTAINER_RESTARTED: ["01/03"],
  CONTAINER_KILLED: ["02/03", "02/01"],
  CONTAINER_STOP_BY_HAND: ["02/03", "02/01"],
  CONTAINER_EXITED: ["02/03", "02/01"],
  "CONTAINER_EXITED memory": ["01/02"],
  "CONTAINER_EXITED restart": ["01/03"],
  TASK_RUNNING: ["02/01"],
  TASK_STOP_REQUESTED: ["02/03", "02/01"],
  TASK_STOPPED: ["02/01"],
  TASK_DEFINITION_REGISTERED: ["01/07"],
  IMAGE_PUSHED: ["01/07"],
  LOG_STREAM_CREATED: ["01/05"],
  LOG_GROUP_CREATED: ["01/05"],
  CLUSTER_CREATED: ["00/02"],
};

/** Lessons of a rule that names none itself. */
const DEFINITION_LESSONS = ["01/01"];

/** The lessons that teach the cause behind a record, the most fitting first; none when nobody does. */
export function lessonsOf(record: JournalRecord): readonly string[] {
  const { kind } = record;
  if (record.kind === "CALL") return record.subject === "RegisterTaskDefinition" ? definitionLessons(record) : [];
  return LESSONS[`${kind} ${turnOf(record)}`] ?? LESSONS[kind] ?? [];
}

/** What tells records of a kind apart for the lessons. */
function turnOf(record: JournalRecord): string {
  switch (record.kind) {
    case "CONTAINER_EXITED":
      return record.facts.memory === undefined ? (record.facts.restart === undefined ? "" : "restart") : "memory";
    case "START_FAILED":
      return record.facts.reason.includes("logger") ? "logs" : "";
    case "TASK_CREATED":
      return record.facts.containerInstanceArn === undefined ? "" : "instance";
    case "PLACEMENT_DECIDED":
      return record.facts.placed ? "" : "unplaced";
    case "PULL_FAILED":
    case "RESOURCE_FAILED":
      return record.facts.why;
    default:
      return "";
  }
}

function definitionLessons({ facts }: JournalRecord<"CALL">): readonly string[] {
  if (facts.outcome.ok) return [];
  const [first] = refusalFindings(facts.input);
  return [...new Set([first?.lesson ?? "", ...DEFINITION_LESSONS])].filter((id) => id !== "");
}

/** Why a call of a rule came to nothing, or what it came to: what was asked on the way, in AWS's order. */
import type { JournalRecord } from "../../model/records.ts";
import type { Past } from "../past.ts";
import { phrase } from "../phrases.ts";
import type { TraceTable } from "../trace-table.ts";
import { type Check, checkRows, type TraceRequest } from "../tracer.ts";

type Call = JournalRecord<"EVENT_TARGET_CALLED">;

/** The check that each refusal stands for; any other refusal is RunTask's own. */
const FAILED_CHECK: Readonly<Record<string, string>> = {
  "target-call.overrides": "input",
  "target-call.role-trust": "trust",
  "target-call.run-task-denied": "run",
};

/** A call of RunTask as a list of checks; undefined for a line in a log group, where nothing is decided. */
export function targetCallTrace({ record, past }: TraceRequest<"EVENT_TARGET_CALLED">): TraceTable | undefined {
  const { operation, outcome } = record.facts;
  if (operation !== "RunTask") return undefined;
  const isLost = outcome.ok && outcome.failures.length > 0;
  return {
    title: phrase("call-title"),
    rowTitle: phrase("check"),
    columns: [{ id: "found", title: phrase("found") }],
    rows: checkRows(checksOf(record, past), failedCheck(record), true),
    outcome: phrase(isLost ? "call-lost" : outcome.ok ? "all-passed" : "call-untold"),
  };
}

function failedCheck({ facts: { outcome } }: Call): string | undefined {
  if (outcome.ok) return outcome.failures.length > 0 ? "place" : undefined;
  if (outcome.id === "target-call.pass-role-denied") return `pass ${deniedResource(outcome.error.message)}`;
  return FAILED_CHECK[outcome.id] ?? "taken";
}

/** What the denial is about: a task definition, or a role that must not be handed over. */
function deniedResource(message: string): string {
  return /on resource: (\S+)/.exec(message)?.[1] ?? "";
}

function checksOf(record: Call, past: Past): readonly Check[] {
  const { roleArn = "", outcome, input } = record.facts;
  const { taskDefinition = "" } = input as { readonly taskDefinition?: string };
  const trusted = past.row("roles", roleArn)?.trustedServices ?? [];
  const message = outcome.ok ? "" : outcome.error.message;
  const failed = failedCheck(record);
  return [
    { id: "input", name: phrase("call-input"), found: failed === "input" ? message : phrase("call-yes") },
    {
      id: "trust",
      name: phrase("call-trust"),
      found: phrase("call-trusts", { role: last(roleArn), services: trusted.join(", ") }),
    },
    { id: "run", name: phrase("call-run"), found: last(failed === "run" ? deniedResource(message) : taskDefinition) },
    ...passedRoles(record, past).map((arn) => ({ id: `pass ${arn}`, name: phrase("call-pass"), found: last(arn) })),
    {
      id: "taken",
      name: phrase("call-taken"),
      found: outcome.ok ? phrase("call-yes") : failed === "taken" ? message : "",
    },
    { id: "place", name: phrase("call-place"), found: placesOf(record) },
  ];
}

/** The roles that the tasks would have, as far as the definition can be found. */
function passedRoles({ facts }: Call, past: Past): readonly string[] {
  const { outcome } = facts;
  const denied =
    !outcome.ok && outcome.id === "target-call.pass-role-denied" ? [deniedResource(outcome.error.message)] : [];
  const [taskArn] = outcome.ok ? outcome.taskArns : [];
  const task = taskArn === undefined ? undefined : past.row("tasks", taskArn);
  const { executionRoleArn, taskRoleArn } = (task && past.definitionOf(task)) ?? {};
  return [...denied, executionRoleArn, taskRoleArn].flatMap((arn) => arn ?? []);
}

function placesOf({ facts: { outcome } }: Call) {
  if (!outcome.ok) return "";
  const reasons = [...new Set(outcome.failures.map(({ reason = "" }) => reason))].join(", ");
  return outcome.failures.length > 0 ? reasons : phrase("call-started", { count: outcome.taskArns.length });
}

function last(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

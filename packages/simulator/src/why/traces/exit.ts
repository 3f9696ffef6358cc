/** What follows when a container's process has ended: its restart policy is asked first, then whether it is essential. */
import { RESTART_ATTEMPT_PERIOD } from "../../model/timing.ts";
import { phrase } from "../phrases.ts";
import type { TraceRow, TraceTable, Verdict } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

/** The questions that decide between a restart, a task that goes on, and a task that stops. */
export function exitTrace({ record, past }: TraceRequest<"CONTAINER_EXITED">): TraceTable | undefined {
  const task = past.taskOf(record);
  const container = past.row("containers", record.subject);
  if (task === undefined || container === undefined) return undefined;
  const { exitCode, essential, restart } = record.facts;
  const stopping = task.desiredStatus === "STOPPED";
  const restarts = restart?.restarts === true;
  const { restartPolicy } = past.containerDefinitionOf(task, container.name) ?? {};
  const { ignoredExitCodes = [], restartAttemptPeriod = RESTART_ATTEMPT_PERIOD, enabled = false } = restartPolicy ?? {};
  const asked = restart !== undefined;
  const ignored = restart?.restarts === false && restart.because === "ignored-exit-code";
  const rows: TraceRow[] = [
    row("policy", phrase("has-policy"), enabled ? "passed" : "none", phrase(enabled ? "enabled" : "not-enabled")),
    row("stopping", phrase("task-wanted"), pick(enabled, !stopping), task.desiredStatus),
    row(
      "code",
      phrase("code-counts"),
      pick(asked, !ignored),
      phrase("exit-code", { exitCode, ignored: ignoredExitCodes.join(", ") }),
    ),
    row(
      "period",
      phrase("ran-long"),
      pick(asked && !ignored, restarts),
      phrase("period", { seconds: restartAttemptPeriod }),
    ),
  ];
  if (!restarts) rows.push(row("essential", phrase("is-essential"), "none", phrase(essential ? "yes" : "no")));
  return {
    title: phrase("exit-title", { container: container.name }),
    rowTitle: phrase("question"),
    columns: [{ id: "answer", title: phrase("answer") }],
    rows,
    outcome: phrase(
      restarts ? "starts-again" : stopping ? "was-stopping" : essential ? "task-will-stop" : "task-goes-on",
    ),
  };
}

function row(id: string, name: TraceRow["name"], verdict: Verdict, words: TraceRow["name"]): TraceRow {
  return { id, name, verdict, cells: [cell(verdict, words)] };
}

function pick(asked: boolean, passed: boolean): Verdict {
  if (!asked) return "untried";
  return passed ? "passed" : "failed";
}

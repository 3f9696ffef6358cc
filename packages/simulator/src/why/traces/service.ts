/** What the scheduler of a service saw, did and was bound by in one beat; and what made a deployment fail. */

import { STOPS_FOR_HEALTH } from "../../model/causes/stops.ts";
import { isRecord, type JournalRecord } from "../../model/records.ts";
import type { DeploymentCount, ServiceAct } from "../../model/service-decision.ts";
import type { Past } from "../past.ts";
import { phrase } from "../phrases.ts";
import type { TraceCell, TraceRow, TraceTable } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

/** Failed tasks that one table shows. Ours: nobody reads further. */
const MAX_ROWS = 12;

/** The decision of one beat: a row a deployment. */
export function decisionTrace({ record, past }: TraceRequest<"SERVICE_DECIDED">): TraceTable {
  const { desired, lower, upper, deployments, acts, bounds } = record.facts;
  const service = record.subject.slice(record.subject.lastIndexOf("/") + 1);
  return {
    title: phrase("decision-title", { service }),
    rowTitle: phrase("deployment"),
    columns: [
      { id: "wanted", title: phrase("tasks-wanted") },
      { id: "running", title: phrase("tasks-running") },
      { id: "pending", title: phrase("tasks-pending") },
      { id: "healthy", title: phrase("tasks-healthy") },
      { id: "does", title: phrase("scheduler-does") },
    ],
    rows: deployments.map((count) => deploymentRow(past, count, acts)),
    outcome: phrase("decision-bounds", { desired, lower, upper, bounds }),
  };
}

function deploymentRow(past: Past, count: DeploymentCount, acts: readonly ServiceAct[]): TraceRow {
  const { deploymentId, isPrimary, desired, running, pending, healthy, unhealthy } = count;
  return {
    id: deploymentId,
    name: `${revisionName(past, deploymentId)} ${isPrimary ? "PRIMARY" : "ACTIVE"}`,
    verdict: "none",
    cells: [
      cell("none", String(desired)),
      cell("none", String(running)),
      cell("none", String(pending)),
      cell(unhealthy > 0 ? "failed" : "none", String(healthy)),
      actCell(acts.filter((act) => act.deploymentId === deploymentId)),
    ],
  };
}

function actCell(acts: readonly ServiceAct[]): TraceCell {
  return acts.length === 0 ? cell("none", phrase("does-nothing")) : cell("passed", phrase("does-acts", { acts }));
}

/** `family:revision` that a deployment rolls out; its id when it is forgotten. */
function revisionName(past: Past, deploymentId: string): string {
  const arn = past.row("deployments", deploymentId)?.serviceRevisionArn ?? "";
  return past.row("serviceRevisions", arn)?.taskDefinitionArn.split("/").at(-1) ?? deploymentId;
}

/** What the circuit breaker counted; undefined when a call asked for the end of the deployment. */
export function failureTrace({ record, past }: TraceRequest<"DEPLOYMENT_FAILED">): TraceTable | undefined {
  const { why, failedTasks, threshold } = record.facts;
  if (why !== "breaker") return undefined;
  const stops = stopsOf(past, record.subject);
  return {
    title: phrase("failures-title", { revision: revisionName(past, record.subject) }),
    rowTitle: phrase("task"),
    columns: [
      { id: "code", title: phrase("stop-code") },
      { id: "reason", title: phrase("stopped-reason") },
    ],
    rows: stops.slice(-MAX_ROWS).map(({ subject, facts: { stopCode, stoppedReason } }) => ({
      id: subject,
      name: subject.slice(subject.lastIndexOf("/") + 1),
      verdict: "failed",
      cells: [cell("none", stopCode), cell("none", stoppedReason)],
    })),
    outcome: phrase("breaker-outcome", { failedTasks, threshold }),
  };
}

type TaskStop = JournalRecord<"TASK_STOP_REQUESTED"> | JournalRecord<"HOST_LOST">;

/** Tasks of a deployment that ended without its wish, or because a health check failed; oldest first. */
function stopsOf(past: Past, deploymentId: string): TaskStop[] {
  return past.journal.records
    .slice(0, past.seq + 1)
    .filter((record) => isRecord(record, "TASK_STOP_REQUESTED", "HOST_LOST"))
    .filter(({ facts }) => facts.stopCode !== "ServiceSchedulerInitiated" || STOPS_FOR_HEALTH.has(facts.why))
    .filter(({ subject }) => past.row("tasks", subject)?.spec.startedBy === deploymentId);
}

/** What a health probe means for a container: failed probes in a row against the retries, and the start period. */
import { HEALTH_CHECK_DEFAULTS } from "../../model/timing.ts";
import { phrase } from "../phrases.ts";
import type { TraceTable } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

/** How the latest change of a container's health came about. */
export function healthTrace({ record, past }: TraceRequest<"HEALTH_CHANGED">): TraceTable | undefined {
  const task = past.taskOf(record);
  const container = past.row("containers", record.subject);
  if (task === undefined || container === undefined) return undefined;
  const definition = past.containerDefinitionOf(task, container.name);
  const { retries, startPeriod } = { ...HEALTH_CHECK_DEFAULTS, ...definition?.healthCheck };
  const { passed, failedProbes, healthStatus, task: taskHealth } = record.facts;
  const within = record.atMs - (container.startedAtMs ?? 0) < 1000 * startPeriod;
  return {
    title: phrase("health-title", { container: container.name }),
    rowTitle: phrase("question"),
    columns: [{ id: "answer", title: phrase("answer") }],
    rows: [
      line("probe", phrase("probe"), passed, definition?.healthCheck?.command.join(" ") ?? ""),
      {
        id: "period",
        name: phrase("start-period"),
        verdict: "none",
        cells: [cell("none", phrase(within ? "still-in" : "over", { seconds: startPeriod }))],
      },
      line("retries", phrase("failed-in-a-row"), failedProbes < retries, `${failedProbes} / ${retries}`),
    ],
    outcome: phrase("health-is", { healthStatus, task: taskHealth }),
  };
}

function line(id: string, name: ReturnType<typeof phrase>, good: boolean, words: string | ReturnType<typeof phrase>) {
  const verdict = good ? ("passed" as const) : ("failed" as const);
  return { id, name, verdict, cells: [cell(verdict, words)] };
}

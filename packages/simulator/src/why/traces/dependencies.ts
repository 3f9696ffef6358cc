/** What a container waits for: each condition of its `dependsOn`, and whether it is met. */
import { DEPENDENCY_CAUSES } from "../../model/causes/starts.ts";
import type { ContainerRow } from "../../model/ecs.ts";
import { dependencyHolds } from "../../workloads/dependencies.ts";
import { phrase, type Words } from "../phrases.ts";
import type { TraceRow, TraceTable, Verdict } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

/** The conditions as they stand at the moment of asking; of a wait that is over, as they stood when it ended. */
export function dependencyTrace({
  record,
  past,
  now,
}: TraceRequest<"DEPENDENCY_AWAITED" | "START_FAILED">): TraceTable | undefined {
  const container = past.row("containers", record.subject);
  if (record.kind === "START_FAILED" && !(record.facts.why in DEPENDENCY_CAUSES)) return undefined;
  const waits = now.row("containers", record.subject)?.phase === "WAITING";
  const over = record.kind === "START_FAILED" ? past : now.at(endOfWait(record.subject, past.seq, now));
  const then = waits ? now : over;
  const task = past.taskOf(record);
  if (container === undefined || task === undefined) return undefined;
  const { dependsOn = [] } = past.containerDefinitionOf(task, container.name) ?? {};
  const others = then.containersOf(task);
  const rows = dependsOn.flatMap((dependency): TraceRow[] => {
    const target = others.find(({ name }) => name === dependency.containerName);
    if (target === undefined) return [];
    const verdict = verdictOf(dependencyHolds(dependency, target), target);
    const cells = [cell("none", dependency.condition), cell(verdict, stateWords(target))];
    return [{ id: `${target.name} ${dependency.condition}`, name: target.name, verdict, cells }];
  });
  if (rows.length === 0) return undefined;
  return {
    title: phrase("dependency-title", { container: container.name }),
    rowTitle: phrase("container"),
    columns: [
      { id: "condition", title: phrase("condition") },
      { id: "state", title: phrase("state") },
    ],
    rows,
    outcome: outcomeOf(rows),
  };
}

/** Whatever is not met and has stopped will never be met. */
function verdictOf(holds: boolean, { phase }: ContainerRow): Verdict {
  if (holds) return "passed";
  return phase === "STOPPED" ? "failed" : "waiting";
}

function outcomeOf(rows: readonly TraceRow[]) {
  if (rows.some(({ verdict }) => verdict === "failed")) return phrase("never-met");
  return phrase(rows.every(({ verdict }) => verdict === "passed") ? "conditions-met" : "conditions-awaited");
}

function stateWords({ lastStatus, phase, healthStatus, exitCode }: ContainerRow): Words {
  if (exitCode !== undefined) return `STOPPED, exitCode ${exitCode}`;
  if (phase === "PULLING") return phrase("pulling");
  if (phase === "WAITING") return phrase("waits-itself");
  return healthStatus === "UNKNOWN" ? lastStatus : `${lastStatus}, ${healthStatus}`;
}

/** The record that ended the wait: the container's next one, or the last that is known. */
function endOfWait(
  containerArn: string,
  seq: number,
  now: { readonly journal: TraceRequest["past"]["journal"]; readonly seq: number },
) {
  for (let at = seq + 1; at <= now.seq; at += 1) if (now.journal.at(at)?.subject === containerArn) return at;
  return now.seq;
}

/**
 * Where a task on EC2 was placed: every container instance of the cluster, what each stage and each strategy said of it.
 * Worked out anew from the rows as they stood just before the decision; of a large cluster only the first rows are shown.
 */

import type { PlacementStrategy } from "../../model/placement.ts";
import type { JournalRecord } from "../../model/records.ts";
import { explainPlacement } from "../../placement/explain-placement.ts";
import type { StageId } from "../../placement/stages.ts";
import type {
  PlacementTrace,
  StageVerdict,
  StrategyVerdict,
  TracedInstance,
  TracedStage,
} from "../../placement/trace.ts";
import type { Past } from "../past.ts";
import { type Phrase, type PhraseName, phrase, type Words } from "../phrases.ts";
import type { TraceCell, TraceColumn, TraceRow, TraceTable } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

/** Rows that one table shows; the winner is always among them. Ours: nobody reads further. */
const MAX_ROWS = 50;

/** The decision of a record PLACEMENT_DECIDED. */
export function instancesTrace({
  record,
  past,
}: Pick<TraceRequest<"PLACEMENT_DECIDED">, "record" | "past">): TraceTable {
  const table = tableOf(explainPlacement(past.at(record.seq - 1).tables, record.facts));
  const isOfService = past.journal.at(record.cause)?.kind === "SERVICE_DECIDED";
  return record.facts.placed || !isOfService ? table : { ...table, outcome: phrase("nobody-fits-service") };
}

/** The decision behind a task that was created on a container instance; undefined when StartTask named the instance. */
export function placedTrace({ record, past }: TraceRequest): TraceTable | undefined {
  const decision = past.journal.at(record.cause);
  if (decision?.kind !== "PLACEMENT_DECIDED") return undefined;
  return instancesTrace({ record: decision, past: past.at(decision.seq) });
}

/** The last decision of a RunTask that could not place all of its tasks; undefined when it could, or decided nothing. */
export function unplacedTrace({ record, past, now }: TraceRequest): TraceTable | undefined {
  const failed = failedDecision(now, record);
  return failed && instancesTrace({ record: failed, past: past.at(failed.seq) });
}

function failedDecision(
  { journal, seq: until }: Past,
  call: JournalRecord,
): JournalRecord<"PLACEMENT_DECIDED"> | undefined {
  for (let seq = call.seq + 1; seq <= until; seq += 1) {
    const record = journal.at(seq);
    if (record === undefined || record.major !== call.major || record.minor <= call.minor) return undefined;
    if (record.kind === "PLACEMENT_DECIDED" && !record.facts.placed) return record;
  }
  return undefined;
}

function tableOf(trace: PlacementTrace): TraceTable {
  const { stages, instances, request, winner, decision } = trace;
  const shown = instances.filter(({ outcome }, index) => index < MAX_ROWS || outcome === "chosen");
  const columns: TraceColumn[] = [
    ...stages.map((stage, index) => ({ id: `${index} ${stage.id}`, title: titleOf(stage) })),
    ...request.strategies.map((strategy, index) => ({ id: `${index} ${strategy.type}`, title: wishOf(strategy) })),
  ];
  const rows = shown.map((instance) => rowOf(instance, trace));
  const hidden = instances.length - shown.length;
  return {
    title: phrase("placement-title"),
    rowTitle: phrase("instance"),
    columns,
    rows: hidden === 0 ? rows : [...rows, moreRow(hidden, columns.length)],
    ...(winner === undefined ? {} : { winner }),
    outcome: outcomeOf(decision, request.strategies),
  };
}

const TITLES = {
  active: "status",
  agent: "agent",
  attributes: "attributes",
  location: "zone",
  cpu: "cpu",
  memory: "memory",
  ports: "host-ports",
  gpu: "gpus",
  eni: "interfaces",
  distinctInstance: "distinct-instance",
} as const satisfies Readonly<Record<Exclude<StageId, "memberOf">, PhraseName>>;

function titleOf({ id, expression = "" }: TracedStage): Phrase {
  return id === "memberOf" ? phrase("member-of", { expression }) : phrase(TITLES[id]);
}

function wishOf(strategy: PlacementStrategy): Phrase {
  return phrase("wish", { wish: strategy.type === "random" ? "random" : `${strategy.type} ${strategy.field}` });
}

function rowOf(instance: TracedInstance, { stages }: PlacementTrace): TraceRow {
  const { containerInstanceArn, ec2InstanceId, outcome } = instance;
  return {
    id: containerInstanceArn,
    name: ec2InstanceId,
    verdict: outcome === "unfit" ? "failed" : "passed",
    cells: [
      ...instance.stages.map((verdict, index) => stageCell(stages[index]?.id, verdict)),
      ...instance.strategies.map(wishCell),
    ],
  };
}

function moreRow(count: number, columns: number): TraceRow {
  const cells = Array.from({ length: columns }, () => cell("none"));
  return { id: "more", name: phrase("more-instances", { count }), verdict: "none", cells };
}

function stageCell(id: StageId | undefined, found: StageVerdict): TraceCell {
  return found.verdict === "untried" ? cell("untried") : cell(found.verdict, wordsOf(id, found));
}

function wordsOf(
  id: StageId | undefined,
  { verdict, needed, left }: Exclude<StageVerdict, { verdict: "untried" }>,
): Words {
  switch (id) {
    case "attributes": {
      const has = [left].flat();
      const missing = [needed].flat().filter((name) => !has.includes(name));
      return missing.length === 0 ? phrase("has-all") : phrase("lacks", { names: missing.join(", ") });
    }
    case "ports":
      return verdict === "passed" ? phrase("ports-free") : phrase("ports-taken", { ports: [left].flat().join(", ") });
    case "distinctInstance":
      return phrase("tasks-of-group", { count: Number(left) });
    case "memberOf":
      return phrase(verdict === "passed" ? "satisfied" : "unsatisfied");
    case "agent":
      return phrase(verdict === "passed" ? "agent-connected" : "agent-disconnected");
    case "active":
    case "location":
      return String(left);
    default:
      return phrase("wants-and-has", { needed: Number(needed), left: Number(left) });
  }
}

/** A lot has no score: who is not drawn has failed at nothing. */
function wishCell(found: StrategyVerdict): TraceCell {
  if (found.verdict === "untried" || found.score !== undefined) return found;
  return found.verdict === "passed" ? cell("passed", phrase("drawn")) : cell("none", phrase("not-drawn"));
}

function outcomeOf(decision: PlacementTrace["decision"], strategies: readonly PlacementStrategy[]): Phrase {
  switch (decision.by) {
    case "nobody-fits":
      return phrase("nobody-fits");
    case "only-one-fits":
      return phrase("only-one-fits");
    case "lot":
      return phrase("instance-by-lot", { count: decision.among });
    case "registration":
      return phrase("first-registered", { count: decision.among });
    case "strategy": {
      const strategy = strategies[decision.strategy] as PlacementStrategy;
      return phrase("wish-decided", {
        wish: strategy.type === "random" ? "random" : `${strategy.type} ${strategy.field}`,
      });
    }
  }
}

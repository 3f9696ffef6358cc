/** How a target came into its state: the way of the check, who listens there, what is answered, and how many checks in a row decide. */
import { traceCheck } from "../../workloads/target-checks.ts";
import { type Phrase, phrase, type Words } from "../phrases.ts";
import type { TraceRow, TraceTable } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";
import { hopWords } from "./way.ts";

/** The check that has decided, as the network and the containers were then. */
export function targetTrace({ record, past }: TraceRequest<"TARGET_HEALTH_CHANGED">): TraceTable | undefined {
  const { targetGroupArn, state, description, id, port } = record.facts;
  const group = past.row("targetGroups", targetGroupArn);
  const target = past.row("targets", record.subject);
  if (group === undefined || target === undefined) return undefined;
  const trace = traceCheck(past.tables, group, target, record.atMs);
  if (trace === undefined) return undefined;
  const { protocol, path = "", matcher = "", ...settings } = group.healthCheck;
  const heard = trace.hops.findIndex(({ kind }) => kind === "port-mapping" || kind === "listener");
  const way = heard === -1 ? trace.hops : trace.hops.slice(0, heard);
  const rows = [row("way", phrase("check-route"), way.at(-1)?.passes !== false, words(way.at(-1)))];
  const listener = heard === -1 ? undefined : trace.hops.at(-1);
  if (listener !== undefined) rows.push(row("listener", phrase("check-listener"), listener.passes, words(listener)));
  if (listener?.passes === true) {
    const asked = phrase("check-asked", { protocol, path, matcher });
    rows.push(row("answer", asked, trace.found.passes, trace.found.description ?? phrase("check-passed")));
  }
  const needed = state === "healthy" ? settings.healthyThreshold : settings.unhealthyThreshold;
  const isFirst = state === "healthy" && target.firstHealthyAtMs === record.atMs;
  const pace = phrase("check-pace", { needed: isFirst ? 1 : needed, seconds: settings.intervalSeconds });
  rows.push({ id: "pace", name: phrase("checks-in-a-row"), verdict: "none", cells: [cell("none", pace)] });
  return {
    title: phrase("target-title", { target: `${id}:${port}` }),
    rowTitle: phrase("question"),
    columns: [{ id: "answer", title: phrase("answer") }],
    rows,
    outcome: phrase("target-is", { state, description: description ?? "" }),
  };
}

function words(hop: Parameters<typeof hopWords>[0] | undefined): Words {
  return hop === undefined ? "" : hopWords(hop);
}

function row(id: string, name: Phrase, good: boolean, said: Words): TraceRow {
  const verdict = good ? "passed" : "failed";
  return { id, name, verdict, cells: [cell(verdict, said)] };
}

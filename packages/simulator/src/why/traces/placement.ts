/** Where a task on Fargate was placed: the subnets of the request, and the one that was drawn. */
import type { TaskSpec } from "../../model/ecs.ts";
import { isRecord } from "../../model/records.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import type { Past } from "../past.ts";
import { phrase } from "../phrases.ts";
import type { TraceCell, TraceRow, TraceTable } from "../trace-table.ts";
import { cell, type TraceRequest } from "../tracer.ts";

/** The candidates of a RunTask on Fargate, as they were when the task was accepted. */
export function placementTrace({ record, past }: TraceRequest): TraceTable | undefined {
  const task = past.taskOf(record);
  if (task?.spec.launchType !== "FARGATE") return undefined;
  const { spec } = task;
  const given = subnetsOfService(past, spec) ?? subnetsOf(past, record.seq) ?? [spec.subnetId];
  const failed = record.kind === "ENI_FAILED";
  return {
    title: phrase("placement-title"),
    rowTitle: phrase("subnet"),
    columns: [
      { id: "zone", title: phrase("zone") },
      { id: "addresses", title: phrase("free-addresses") },
      { id: "internet", title: phrase("way-out") },
    ],
    rows: given.map((subnetId) => rowOf(past, spec, subnetId)),
    winner: spec.subnetId,
    outcome: outcomeOf(given.length, failed),
  };
}

function outcomeOf(candidates: number, failed: boolean) {
  if (failed) return phrase("no-address-left");
  return candidates === 1 ? phrase("only-subnet") : phrase("drawn-by-lot", { count: candidates });
}

function rowOf(past: Past, spec: TaskSpec, subnetId: string): TraceRow {
  const subnet = past.row("subnets", subnetId);
  if (subnet === undefined) {
    return { id: subnetId, name: subnetId, verdict: "none", cells: [cell("none"), cell("none"), cell("none")] };
  }
  const free = subnet.availableIpAddressCount;
  const cells: TraceCell[] = [
    cell("none", subnet.availabilityZone),
    cell(free > 0 ? "passed" : "failed", String(free)),
    cell("none", wayOut(spec, subnet)),
  ];
  return { id: subnetId, name: subnet.name, verdict: "passed", cells };
}

/** How a task in a subnet gets to the internet, or why it does not. */
function wayOut(spec: TaskSpec, { internetRoute }: SubnetRow) {
  if (internetRoute === "nat-gateway") return phrase("by-nat");
  if (internetRoute === "none") return phrase("no-way-out");
  return spec.assignPublicIp ? phrase("by-gateway") : phrase("gateway-without-address");
}

/** The subnets of the revision that a service's task was started for. */
function subnetsOfService(past: Past, { serviceArn, startedBy = "" }: TaskSpec): readonly string[] | undefined {
  if (serviceArn === undefined) return undefined;
  const arn = past.row("deployments", startedBy)?.serviceRevisionArn ?? "";
  return past.row("serviceRevisions", arn)?.network.subnetIds;
}

/** The subnets that the call behind a record named, in its order. */
function subnetsOf({ journal }: Past, seq: number): readonly string[] | undefined {
  const call = journal.causesOf(seq).find(({ kind, subject }) => kind === "CALL" && subject === "RunTask");
  if (!isRecord(call, "CALL")) return undefined;
  const input = call.facts.input as NetworkInput | undefined;
  return input?.networkConfiguration?.awsvpcConfiguration?.subnets;
}

interface NetworkInput {
  readonly networkConfiguration?: { readonly awsvpcConfiguration?: { readonly subnets?: readonly string[] } };
}

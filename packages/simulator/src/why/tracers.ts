/** Which records stand for a decision, and who tells it. */
import type { TraceTable } from "./trace-table.ts";
import type { TraceRequest, Tracer } from "./tracer.ts";
import { dependencyTrace } from "./traces/dependencies.ts";
import { exitTrace } from "./traces/exit.ts";
import { healthTrace } from "./traces/health.ts";
import { instancesTrace, placedTrace, unplacedTrace } from "./traces/instances.ts";
import { placementTrace } from "./traces/placement.ts";
import { pullTrace } from "./traces/pull.ts";
import { refusalTrace } from "./traces/refusal.ts";
import { resourcesTrace } from "./traces/resources.ts";
import { stopTrace } from "./traces/stop.ts";

/** By kind of record. */
export const TRACERS: Readonly<Record<string, Tracer>> = {
  CALL: (request) => (isRefused(request) ? refusalTrace(request) : unplacedTrace(request)),
  PLACEMENT_DECIDED: instancesTrace,
  TASK_CREATED: (request) => placementTrace(request) ?? placedTrace(request),
  ENI_FAILED: placementTrace,
  RESOURCE_REQUESTED: resourcesTrace,
  RESOURCE_FAILED: resourcesTrace,
  ECR_AUTHORIZED: resourcesTrace,
  SECRETS_RESOLVED: resourcesTrace,
  REGISTRY_CREDENTIALS_READ: resourcesTrace,
  FILE_SYSTEMS_MOUNTED: resourcesTrace,
  DEPENDENCY_AWAITED: dependencyTrace,
  PULL_STARTED: pullTrace,
  PULL_STOPPED: pullTrace,
  PULL_FAILED: pullTrace,
  START_FAILED: dependencyTrace,
  HEALTH_CHANGED: healthTrace,
  CONTAINER_EXITED: exitTrace,
  TASK_STOP_REQUESTED: stopTrace,
};

/** The decision behind a record; undefined when nothing was decided, or its rows are gone. */
export function traceOf(request: TraceRequest): TraceTable | undefined {
  return TRACERS[request.record.kind]?.(request);
}

function isRefused({ record }: TraceRequest): boolean {
  const { outcome } = record.facts as { readonly outcome?: { readonly ok: boolean } };
  return outcome?.ok === false;
}

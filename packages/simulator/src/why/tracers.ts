/** Which records stand for a decision, and who tells it. */
import type { RecordKind } from "../model/records.ts";
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
import { decisionTrace, failureTrace } from "./traces/service.ts";
import { stopTrace } from "./traces/stop.ts";
import { targetTrace } from "./traces/target.ts";
import { targetCallTrace } from "./traces/target-call.ts";

/** By kind of record; the kinds that are not here decide nothing. */
export const TRACERS: { readonly [Kind in RecordKind]?: Tracer<Kind> } = {
  CALL: (request) => (request.record.facts.outcome.ok ? unplacedTrace(request) : refusalTrace(request)),
  PLACEMENT_DECIDED: instancesTrace,
  TASK_CREATED: (request) => placementTrace(request) ?? placedTrace(request),
  ENI_FAILED: placementTrace,
  RESOURCE_REQUESTED: resourcesTrace,
  RESOURCE_FAILED: resourcesTrace,
  ECR_AUTHORIZED: resourcesTrace,
  SECRETS_RESOLVED: resourcesTrace,
  ENVIRONMENT_FILES_READ: resourcesTrace,
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
  TARGET_HEALTH_CHANGED: targetTrace,
  SERVICE_DECIDED: decisionTrace,
  DEPLOYMENT_FAILED: failureTrace,
  EVENT_TARGET_CALLED: targetCallTrace,
};

/** The decision behind a record; undefined when nothing was decided, or its rows are gone. */
export function traceOf<Kind extends RecordKind>(request: TraceRequest<Kind>): TraceTable | undefined {
  const tracers: { readonly [K in RecordKind]?: Tracer<K> } = TRACERS;
  const tracer: Tracer<Kind> | undefined = tracers[request.record.kind];
  return tracer?.(request);
}

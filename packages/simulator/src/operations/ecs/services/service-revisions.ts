/**
 * DescribeServiceRevisions, as recorded answers have it (checked 2026-11-29).
 * Simplified: a revision that is there and is named twice is answered twice; AWS breaks off with a ServerException.
 */
import { ecsArn } from "../../../model/arns.ts";
import { failureReason } from "../../../model/causes/placements.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { Refusal } from "../../../model/refusal.ts";
import type { ServiceRow } from "../../../model/services.ts";
import { answer, query } from "../../operation.ts";
import type { Shape } from "../../shapes.ts";
import { clusterArn } from "../find-cluster.ts";
import { refuse } from "../refusals.ts";
import { describeServiceRevision } from "./present-history.ts";

const MAX_DESCRIBED = 20;
/** `arn:aws:ecs:REGION:ACCOUNT:service-revision/CLUSTER/SERVICE/NUMBER`. */
const REVISION = /^(arn:[^:]*:ecs:[^:]*:[^:]*:)service-revision\/([^/]+)\/([^/]+)\/([^/]+)$/;

export const describeServiceRevisions = query<"ecs", "DescribeServiceRevisions">((sim, input) => {
  const { serviceRevisionArns: arns } = input;
  if (arns.length > MAX_DESCRIBED) return refuse("revisions.too-many");
  const found = serviceOf(sim, arns);
  if (!found.ok) return found;
  const serviceRevisions: Shape<"ecs", "ServiceRevision">[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const arn of arns) {
    const row = sim.tables.serviceRevisions.get(arn);
    // Revisions of a service that had the name before are gone.
    if (row === undefined || row.createdAtMs < found.service.createdAtMs) {
      failures.push({ arn, reason: failureReason("failure.missing") });
    } else serviceRevisions.push(describeServiceRevision(sim, row));
  }
  return answer({ serviceRevisions, failures });
});

/** The one service whose revisions are named. */
function serviceOf(sim: Cloud, arns: readonly string[]): { readonly ok: true; readonly service: ServiceRow } | Refusal {
  const parts = arns.map((arn) => REVISION.exec(arn)).filter((match) => match !== null);
  const [first] = parts;
  if (first === undefined || parts.length < arns.length) return refuse("revisions.arn");
  const ours = ecsArn(sim.tables, "");
  if (parts.some(([, place, , , number = ""]) => place !== ours || !/^\d+$/.test(number))) {
    return refuse("revisions.revision-arn");
  }
  const [, , clusterName, serviceName] = first;
  if (parts.some(([, , cluster, service]) => cluster !== clusterName || service !== serviceName)) {
    return refuse("revisions.cross-service");
  }
  const cluster = sim.tables.clusters.get(clusterArn(sim, clusterName));
  if (cluster === undefined) return refuse("cluster.not-found");
  if (cluster.status === "INACTIVE") return refuse("revisions.cluster-inactive");
  const service = sim.tables.services.get(`${ours}service/${clusterName}/${serviceName}`);
  if (service === undefined) return refuse("service.not-found");
  return service.status === "INACTIVE" ? refuse("revisions.inactive") : { ok: true, service };
}

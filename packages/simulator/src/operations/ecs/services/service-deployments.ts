/**
 * ListServiceDeployments, DescribeServiceDeployments, StopServiceDeployment, ContinueServiceDeployment. Service deployments go with
 * their service: nothing is found of one that is INACTIVE, or that had the name before.
 */
import { rollbackCandidate } from "../../../controllers/services/fail-deployment.ts";
import { endPause } from "../../../controllers/services/run-hooks.ts";
import { moveServiceDeployment } from "../../../controllers/services/service-rows.ts";
import { wakeByCall } from "../../../controllers/services/wake.ts";
import { failureReason } from "../../../model/causes/placements.ts";
import type { Cloud } from "../../../model/cloud.ts";
import { epochSeconds } from "../../../model/place.ts";
import type { ServiceDeploymentRow, ServiceRow } from "../../../model/services.ts";
import type { HookAction } from "../../../model/strategies.ts";
import { answer, command, query } from "../../operation.ts";
import { cutPage } from "../../pages.ts";
import type { Shape } from "../../shapes.ts";
import { findCluster } from "../find-cluster.ts";
import { refuse } from "../refusals.ts";
import { findService } from "./find-service.ts";
import { describeServiceDeployment } from "./present-history.ts";

/** @source API Reference, DescribeServiceDeployments (checked 2026-11-29) */
const MAX_DESCRIBED = 20;
/** @source API Reference, ListServiceDeployments (checked 2026-11-29) */
const USUAL_PAGE = 20;

function presentDeployment(sim: Cloud, arn: string): ServiceDeploymentRow | undefined {
  const row = sim.tables.serviceDeployments.get(arn);
  const service = row && sim.tables.services.get(row.serviceArn);
  if (service === undefined || service.status === "INACTIVE") return undefined;
  return (row as ServiceDeploymentRow).createdAtMs < service.createdAtMs ? undefined : row;
}

export const listServiceDeployments = query<"ecs", "ListServiceDeployments">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const service = findService(sim, cluster, input.service);
  if (service === undefined || service.status === "INACTIVE") return refuse("service.not-found");
  const { serviceDeployments } = sim.tables;
  const { status, createdAt, maxResults = USUAL_PAGE } = input;
  const newestFirst = [...serviceDeployments.bucket("service", service.serviceArn)].reverse();
  const keep = (arn: string): boolean => {
    const row = presentDeployment(sim, arn);
    if (row === undefined) return false;
    const at = epochSeconds(sim.tables, row.createdAtMs);
    const { after = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = createdAt ?? {};
    return (status === undefined || status.includes(row.status)) && at > after && at < before;
  };
  const cut = cutPage("ListServiceDeployments", newestFirst, { ...input, maxResults }, keep);
  if (!cut.ok) return cut;
  const briefs = cut.page.items.map((arn) => {
    const full = describeServiceDeployment(sim, serviceDeployments.get(arn) as ServiceDeploymentRow);
    const { serviceDeploymentArn, serviceArn, clusterArn, startedAt, finishedAt, statusReason } = full;
    return {
      serviceDeploymentArn,
      serviceArn,
      clusterArn,
      startedAt,
      createdAt: full.createdAt,
      finishedAt,
      targetServiceRevisionArn: full.targetServiceRevision?.arn,
      status: full.status,
      statusReason,
    };
  });
  return answer({ serviceDeployments: briefs, nextToken: cut.page.nextToken });
});

export const describeServiceDeployments = query<"ecs", "DescribeServiceDeployments">((sim, input) => {
  if (input.serviceDeploymentArns.length > MAX_DESCRIBED) return refuse("service-deployments.too-many");
  const serviceDeployments: Shape<"ecs", "ServiceDeployment">[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const arn of input.serviceDeploymentArns) {
    const row = presentDeployment(sim, arn);
    if (row === undefined) failures.push({ arn, reason: failureReason("failure.missing") });
    else serviceDeployments.push(describeServiceDeployment(sim, row));
  }
  return answer({ serviceDeployments, failures });
});

export const stopServiceDeployment = command<"ecs", "StopServiceDeployment">((sim, input) => {
  const { serviceDeploymentArn, stopType = "ROLLBACK" } = input;
  const row = presentDeployment(sim, serviceDeploymentArn);
  if (row === undefined) return refuse("service-deployment.not-found");
  if (stopType === "ABORT") return refuse("service-deployment.abort");
  // What is stopping or going back already just goes on.
  if (["STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS"].includes(row.status))
    return answer({ serviceDeploymentArn });
  if (row.status !== "PENDING" && row.status !== "IN_PROGRESS") return refuse("service-deployment.over");
  if (rollbackCandidate(sim, row.serviceArn) === undefined) return refuse("service-deployment.no-rollback");
  moveServiceDeployment(sim, serviceDeploymentArn, "ROLLBACK_ASKED", { stoppedAtMs: sim.nowMs });
  wakeByCall(sim, sim.tables.services.get(row.serviceArn) as ServiceRow);
  sim.record("STOP_DEPLOYMENT_REQUESTED", serviceDeploymentArn);
  return answer({ serviceDeploymentArn });
});

export const continueServiceDeployment = command<"ecs", "ContinueServiceDeployment">((sim, input) => {
  const row = presentDeployment(sim, input.serviceDeploymentArn);
  if (row === undefined) return refuse("service-deployment.not-found");
  if (row.finishedAtMs !== undefined) return refuse("service-deployment.terminal");
  if (!/^ecs-[A-Za-z_]+-.+$/.test(input.hookId)) return refuse("service-deployment.hook");
  const { serviceDeploymentArn, hookId } = input;
  const action = (input.action ?? "CONTINUE") as HookAction;
  if (row.status !== "IN_PROGRESS" || !endPause(sim, serviceDeploymentArn, hookId, action)) {
    return refuse("service-deployment.no-hook");
  }
  return answer({ serviceDeploymentArn });
});

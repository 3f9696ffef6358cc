/**
 * Deployments of a service: begun by a call, completed. How they fail is in fail-deployment.ts.
 * Source: Developer Guide, deployment circuit breaker and "View service history using Amazon
 * ECS service deployments"; recorded services (checked 2026-11-29).
 */
import { ecsArn } from "../../model/arns.ts";
import { tellRollout, tellServiceEvent } from "../../model/causes/service-events.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskRow } from "../../model/ecs.ts";
import type { DeploymentRow, ServiceRevisionRow, ServiceRow } from "../../model/services.ts";
import type { TrafficShift } from "../../model/strategies.ts";
import { groupsToServe } from "../../services/balancers.ts";
import { partsOf } from "../../services/stages.ts";
import { say } from "./say.ts";
import { changeService, deploymentsOf, moveDeployment, moveServiceDeployment } from "./service-rows.ts";

/** What a new deployment is to roll out. */
export type RevisionPlan = Omit<
  ServiceRevisionRow,
  "serviceRevisionArn" | "serviceArn" | "clusterArn" | "servedGroups" | "createdAtMs"
>;

/** Nineteen digits, as AWS numbers deployments and revisions. */
function longNumber(sim: Cloud): string {
  const { random } = sim.world;
  const part = (digits: number) => String(random.between("ids", 0, 10 ** digits - 1)).padStart(digits, "0");
  return `${random.between("ids", 1, 9)}${part(9)}${part(9)}`;
}

/** Twenty-one letters, digits, hyphens and underscores. */
function shortCode(sim: Cloud): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  const { random } = sim.world;
  return Array.from({ length: 21 }, () => letters[random.between("ids", 0, letters.length - 1)]).join("");
}

/**
 * Makes a deployment PRIMARY; the one before becomes ACTIVE and its service deployment is stopped when it was still going on.
 * The changes belong to the record of the new deployment, which this writes.
 * @returns the service's row afterwards
 */
export function startDeployment(sim: Cloud, service: ServiceRow, plan: RevisionPlan): ServiceRow {
  const { serviceArn, clusterArn, serviceName } = service;
  const { clusterName } = sim.tables.clusters.get(clusterArn) as ClusterRow;
  const path = `${clusterName}/${serviceName}`;
  const createdAtMs = sim.nowMs;
  const before = service.deploymentsMade === 0 ? [] : deploymentsOf(sim, serviceArn);
  const number = service.deploymentsMade + 1;
  // A revision has the number of the deployment that it is made for.
  const digits = longNumber(sim);
  const revision: ServiceRevisionRow = {
    serviceRevisionArn: ecsArn(sim.tables, `service-revision/${path}/${digits}`),
    serviceArn,
    clusterArn,
    ...plan,
    servedGroups: servedGroupsOf(sim, service, plan, before),
    createdAtMs,
  };
  const deploymentId = `ecs-svc/${digits}`;
  const serviceDeploymentArn = ecsArn(sim.tables, `service-deployment/${path}/${shortCode(sim)}`);
  const row: DeploymentRow = {
    deploymentId,
    serviceArn,
    serviceRevisionArn: revision.serviceRevisionArn,
    serviceDeploymentArn,
    number,
    status: "PRIMARY",
    rolloutState: "IN_PROGRESS",
    rolloutStateReason: tellRollout("rollout.in-progress", { deploymentId }).reason,
    desiredCount: undefined,
    failedTasks: 0,
    failuresSeen: 0,
    hasBeenHealthy: false,
    failedStarts: 0,
    startsAgainAtMs: 0,
    startFailures: [],
    imageDigests: {},
    bakesUntilMs: undefined,
    createdAtMs,
    updatedAtMs: createdAtMs,
  };
  const [former] = before;
  if (former !== undefined) supersede(sim, former);
  sim.put("serviceRevisions", revision);
  sim.put("deployments", row);
  sim.put("serviceDeployments", {
    serviceDeploymentArn,
    serviceArn,
    clusterArn,
    deploymentId,
    targetRevisionArn: revision.serviceRevisionArn,
    sourceRevisionArns: before.map((each) => each.serviceRevisionArn),
    status: "PENDING",
    deploymentConfiguration: service.deploymentConfiguration,
    breakerStatus: service.deploymentConfiguration.deploymentCircuitBreaker.enable ? "MONITORING" : "DISABLED",
    failureCount: 0,
    alarmsStatus: watchesAlarms(sim, service) ? "MONITORING" : "DISABLED",
    triggeredAlarms: [],
    ...(service.deploymentConfiguration.strategy === "ROLLING"
      ? {}
      : { shift: { ...NOT_BEGUN, movesTraffic: movesTraffic(plan) } }),
    createdAtMs,
    updatedAtMs: createdAtMs,
  });
  const changed = changeService(sim, service, { deploymentsMade: number, isSteady: false });
  sim.record("DEPLOYMENT_STARTED", deploymentId, {
    taskDefinitionArn: plan.taskDefinitionArn,
    serviceDeploymentArn,
  });
  return changed;
}

/** The groups that the tasks of a new revision go to: the other ones, when traffic is shifted to it. */
function servedGroupsOf(
  sim: Cloud,
  { deploymentConfiguration }: ServiceRow,
  { loadBalancers }: RevisionPlan,
  before: readonly DeploymentRow[],
): readonly string[] {
  // What was PRIMARY until now has not been rolled out yet, unless it says so.
  const { blue } = partsOf(
    before.map((each) => ({ ...each, status: "ACTIVE" })),
    "",
  );
  return groupsToServe(
    loadBalancers,
    blue && sim.tables.serviceRevisions.get(blue.serviceRevisionArn),
    deploymentConfiguration.strategy !== "ROLLING",
  );
}

/** Simplified: behind Service Connect the weights are said, and no request follows them: its proxies are not simulated. */
function movesTraffic({ serviceConnectConfiguration, loadBalancers }: RevisionPlan): boolean {
  const isBalanced = loadBalancers.some(({ advancedConfiguration }) => advancedConfiguration !== undefined);
  return isBalanced || serviceConnectConfiguration?.enabled === true;
}

/** A shift of traffic that the scheduler has not looked at yet. */
const NOT_BEGUN: TrafficShift = Object.freeze({
  stage: undefined,
  sinceMs: 0,
  step: 0,
  testWeight: 0,
  productionWeight: 0,
  hooks: Object.freeze([]),
  isRollback: false,
  movesTraffic: false,
});

/**
 * Whether alarms watch a deployment that begins: not when one of them is in ALARM already, so that a bad revision can be repaired.
 * @source Developer Guide, deployment alarms (checked 2026-11-29)
 */
function watchesAlarms(sim: Cloud, { deploymentConfiguration: { alarms } }: ServiceRow): boolean {
  return alarms.enable && alarms.alarmNames.every((name) => sim.tables.alarms.get(name)?.stateValue !== "ALARM");
}

function supersede(sim: Cloud, former: DeploymentRow): void {
  moveDeployment(sim, former, { role: "SUPERSEDED" });
  const { serviceDeploymentArn } = former;
  const status = sim.tables.serviceDeployments.get(serviceDeploymentArn)?.status;
  if (status === "PENDING" || status === "IN_PROGRESS") {
    moveServiceDeployment(sim, serviceDeploymentArn, "STOP_ASKED", { stoppedAtMs: sim.nowMs });
  } else if (status === "ROLLBACK_REQUESTED") {
    moveServiceDeployment(sim, serviceDeploymentArn, "STOPPED", { finishedAtMs: sim.nowMs });
  } else if (status === "ROLLBACK_IN_PROGRESS") {
    // Simplified: what AWS calls a rollback that a newer deployment has cut short is not documented.
    moveServiceDeployment(sim, serviceDeploymentArn, "ROLLBACK_FAILED", { finishedAtMs: sim.nowMs });
  }
}

/** Service deployments move with the beats: those that were asked for begin, those that were stopped end. */
export function moveServiceDeployments(sim: Cloud, deployments: readonly DeploymentRow[]): boolean {
  let moved = false;
  for (const { serviceDeploymentArn } of deployments) {
    const status = sim.tables.serviceDeployments.get(serviceDeploymentArn)?.status;
    if (status === "PENDING") moveServiceDeployment(sim, serviceDeploymentArn, "STARTED", { startedAtMs: sim.nowMs });
    else if (status === "STOP_REQUESTED")
      moveServiceDeployment(sim, serviceDeploymentArn, "STOPPED", { finishedAtMs: sim.nowMs });
    else continue;
    moved = true;
  }
  return moved;
}

/** Whether a task of a deployment is meant to run. */
export function hasTasks(sim: Cloud, { serviceArn, deploymentId }: DeploymentRow): boolean {
  const { tasks } = sim.tables;
  return [...tasks.bucket("service", serviceArn)].some((arn) => {
    const { spec, desiredStatus } = tasks.get(arn) as TaskRow;
    return spec.startedBy === deploymentId && desiredStatus === "RUNNING";
  });
}

/** Older deployments without tasks are no longer listed. */
export function retireOlder(sim: Cloud, serviceArn: string): void {
  for (const older of deploymentsOf(sim, serviceArn).slice(1)) {
    if (!hasTasks(sim, older)) moveDeployment(sim, older, { role: "REPLACED" }, { desiredCount: 0 });
  }
}

/**
 * PRIMARY is done: what was before it is gone, or goes.
 * @param enough the number of healthy tasks that was enough, of one that is done early
 */
export function completeDeployment(
  sim: Cloud,
  service: ServiceRow,
  primary: DeploymentRow,
  enough: number | undefined,
): void {
  const { deploymentId, serviceDeploymentArn } = primary;
  retireOlder(sim, service.serviceArn);
  moveDeployment(
    sim,
    primary,
    { rollout: "COMPLETED" },
    {
      rolloutStateReason: tellRollout("rollout.completed", { deploymentId }).reason,
      failedTasks: 0,
      failuresSeen: 0,
    },
  );
  const row = sim.tables.serviceDeployments.get(serviceDeploymentArn);
  const isRollback = row?.status === "ROLLBACK_IN_PROGRESS";
  const { shift } = row ?? {};
  moveServiceDeployment(sim, serviceDeploymentArn, isRollback ? "ROLLED_BACK" : "SUCCEEDED", {
    finishedAtMs: sim.nowMs,
    ...(shift === undefined ? {} : { shift: { ...shift, hooks: [] } }),
    ...(row?.breakerStatus === "MONITORING" ? { breakerStatus: "MONITORING_COMPLETE" } : {}),
    ...(row?.alarmsStatus === "MONITORING" ? { alarmsStatus: "MONITORING_COMPLETE" } : {}),
  });
  sim.record("DEPLOYMENT_COMPLETED", deploymentId, { enough });
  say(sim, service, tellServiceEvent("service.completed", { serviceName: service.serviceName, deploymentId }));
}

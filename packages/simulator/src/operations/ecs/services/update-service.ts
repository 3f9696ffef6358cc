/**
 * UpdateService: what changes a revision begins a deployment, the rest counts from now on.
 * Source: API Reference, UpdateService; recorded answers (checked 2026-11-29).
 */
import { startDeployment } from "../../../controllers/services/deployments.ts";
import { definitionOfRevision } from "../../../controllers/services/service-plan.ts";
import { changeDeployment, deploymentsOf, revisionOf } from "../../../controllers/services/service-rows.ts";
import { wakeByCall } from "../../../controllers/services/wake.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { Refusal } from "../../../model/refusal.ts";
import type { ServiceConnections, ServiceRow } from "../../../model/services.ts";
import { answer, command } from "../../operation.ts";
import type { Input } from "../../shapes.ts";
import { findCluster } from "../find-cluster.ts";
import { refuse } from "../refusals.ts";
import { externalProblem } from "./external-service.ts";
import { findService } from "./find-service.ts";
import { refuseNotSimulated } from "./not-simulated.ts";
import { describeService } from "./present-service.ts";
import { advancedProblem } from "./read-advanced.ts";
import type { ConnectionsInput } from "./read-connections.ts";
import { readRevision, serviceDefinition } from "./read-revision.ts";
import { readSettings } from "./read-settings.ts";

type UpdateInput = Input<"ecs", "UpdateService">;

/** Members that make a deployment when they change something. @source API Reference, UpdateService (checked 2026-11-29) */
const OF_REVISION = ["networkConfiguration", "platformVersion", "monitoring"] as const;

export const updateService = command<"ecs", "UpdateService">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const service = findService(sim, cluster, input.service);
  if (service === undefined) return refuse("service.not-found");
  if (service.status !== "ACTIVE") return refuse("service.not-active");
  const { desiredCount = service.desiredCount } = input;
  const problem = countProblem(input, service) ?? refuseNotSimulated(input) ?? controllerProblem(input, service);
  if (problem !== undefined) return problem;
  if (service.deploymentController === "EXTERNAL") return updateExternal(sim, service, input);
  const revision = revisionOf(sim, deploymentsOf(sim, service.serviceArn)[0]);
  const runnable =
    input.taskDefinition === undefined
      ? { ok: true as const, checked: definitionOfRevision(sim, revision) }
      : serviceDefinition(sim, input.taskDefinition);
  if (!runnable.ok) return runnable;
  const definition = runnable.checked;
  const settings = readSettings(input, {
    schedulingStrategy: service.schedulingStrategy,
    launchType: revision.launchType,
    before: service,
    definitionConstraints: definition.definition.placementConstraints,
  });
  if (!settings.ok) return settings;
  if (settings.checked.enableExecuteCommand && definition.definition.taskRoleArn === undefined) {
    return refuse("service.exec-role-update");
  }
  const { launchType, networkConfiguration, platformVersion, monitoring } = revision;
  const wanted = readRevision(
    sim,
    {
      launchType,
      networkConfiguration: input.networkConfiguration ?? networkConfiguration,
      platformVersion: input.platformVersion ?? (launchType === "FARGATE" ? (platformVersion ?? "LATEST") : undefined),
      monitoring: input.monitoring ?? monitoring,
      ...connectionsOf(input),
    },
    { cluster, schedulingStrategy: service.schedulingStrategy, before: revision },
    definition,
  );
  if (!wanted.ok) return wanted;
  const unfit = advancedProblem(wanted.checked.loadBalancers, settings.checked.deploymentConfiguration.strategy);
  if (unfit !== undefined) return unfit;
  const { taskDefinitionArn } = definition;
  const isOther = taskDefinitionArn !== revision.taskDefinitionArn || reconnects(wanted.checked, revision);
  const startsDeployment = input.forceNewDeployment === true || isOther || changesRevision(input, { ...revision });
  scaleOlder(sim, service, desiredCount);
  const changed = Object.keys(input).filter((member) => !["cluster", "service"].includes(member));
  const woken = wakeByCall(sim, service, { ...settings.checked, desiredCount, isSteady: false });
  sim.record("SERVICE_UPDATED", service.serviceArn, { changed, desiredCount });
  const after = startsDeployment ? startDeployment(sim, woken, wanted.checked) : woken;
  return answer({ service: describeService(sim, after, { tags: false, of: "change" }) });
});

function controllerProblem({ deploymentController }: UpdateInput, service: ServiceRow): Refusal | undefined {
  const { type = service.deploymentController } = deploymentController ?? {};
  return type === service.deploymentController ? undefined : refuse("external.change");
}

/** Its count and what does not belong to its task sets. */
function updateExternal(sim: Cloud, service: ServiceRow, input: UpdateInput) {
  const problem = externalProblem(input);
  if (problem !== undefined) return problem;
  const settings = readSettings(input, {
    schedulingStrategy: service.schedulingStrategy,
    launchType: "EC2",
    before: service,
    definitionConstraints: undefined,
  });
  if (!settings.ok) return settings;
  const { desiredCount = service.desiredCount } = input;
  const changed = Object.keys(input).filter((member) => !["cluster", "service"].includes(member));
  const woken = wakeByCall(sim, service, { ...settings.checked, desiredCount, isSteady: false });
  sim.record("SERVICE_UPDATED", service.serviceArn, { changed, desiredCount });
  return answer({ service: describeService(sim, woken, { tags: false, of: "change" }) });
}

function countProblem({ desiredCount }: UpdateInput, { schedulingStrategy }: ServiceRow): Refusal | undefined {
  if (desiredCount === undefined) return undefined;
  if (schedulingStrategy === "DAEMON") return refuse("service.daemon-count");
  return desiredCount < 0 ? refuse("service.count-negative") : undefined;
}

function connectionsOf(input: UpdateInput): ConnectionsInput {
  const { loadBalancers, serviceRegistries, serviceConnectConfiguration, volumeConfigurations } = input;
  const { vpcLatticeConfigurations } = input;
  return {
    loadBalancers,
    serviceRegistries,
    serviceConnectConfiguration,
    volumeConfigurations,
    vpcLatticeConfigurations,
  };
}

/** Others find its tasks in another way, or something else is attached to them. */
function reconnects(wanted: ServiceConnections, before: ServiceConnections): boolean {
  const text = (row: ServiceConnections) =>
    JSON.stringify([
      row.loadBalancers,
      row.serviceRegistries,
      row.serviceConnectConfiguration ?? null,
      row.volumeConfigurations,
      row.vpcLatticeConfigurations,
    ]);
  return text(wanted) !== text(before);
}

/** The same value again changes nothing. */
function changesRevision(input: UpdateInput, before: Readonly<Record<string, unknown>>): boolean {
  return OF_REVISION.some((member) => {
    if (input[member] === undefined) return false;
    return JSON.stringify(input[member]) !== JSON.stringify(before[member]);
  });
}

/**
 * While a deployment is going on, a scale-out is for the older one, too: since November 2025 both grow.
 * @source AWS What's New, November 2025; recorded answers (checked 2026-11-29)
 */
function scaleOlder(sim: Cloud, service: ServiceRow, desiredCount: number): void {
  const [primary, newest] = deploymentsOf(sim, service.serviceArn);
  const more = desiredCount - service.desiredCount;
  if (newest === undefined || more <= 0 || newest.rolloutState === "FAILED" || primary.rolloutState === "COMPLETED") {
    return;
  }
  changeDeployment(sim, newest, { desiredCount: Math.min(desiredCount, (newest.desiredCount ?? 0) + more) });
}

/**
 * CreateService.
 * Simplified: capacity providers, the deployment controller CODE_DEPLOY are refused with a sentence; AWS takes them.
 */
import { serviceChart } from "../../../charts/service-charts.ts";
import { startDeployment } from "../../../controllers/services/deployments.ts";
import { forgetService } from "../../../controllers/services/service-rows.ts";
import { wakeByCall } from "../../../controllers/services/wake.ts";
import type { Cloud } from "../../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow } from "../../../model/ecs.ts";
import type { Refusal } from "../../../model/refusal.ts";
import type { SchedulingStrategy, ServiceRow } from "../../../model/services.ts";
import { answer, command } from "../../operation.ts";
import type { Input } from "../../shapes.ts";
import { findCluster } from "../find-cluster.ts";
import { requestText } from "../plan-task.ts";
import { refuse } from "../refusals.ts";
import { refuseTags } from "../refuse-tags.ts";
import { externalProblem } from "./external-service.ts";
import { findService, serviceArn } from "./find-service.ts";
import { refuseNotSimulated } from "./not-simulated.ts";
import { describeService } from "./present-service.ts";
import { advancedProblem } from "./read-advanced.ts";
import { needsNetwork, readRevision, serviceDefinition } from "./read-revision.ts";
import { readSettings } from "./read-settings.ts";

type CreateInput = Input<"ecs", "CreateService">;

const MAX_TOKEN = 36;
const NAME = /^[A-Za-z0-9_-]{1,255}$/;

export const createService = command<"ecs", "CreateService">((sim, input) => {
  const early = earlyProblem(input);
  if (early !== undefined) return early;
  const isExternal = input.deploymentController?.type === "EXTERNAL";
  const runnable = isExternal ? undefined : serviceDefinition(sim, input.taskDefinition);
  if (runnable?.ok === false) return runnable;
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const existing = findService(sim, cluster, input.serviceName);
  const token =
    input.clientToken === undefined ? undefined : { clientToken: input.clientToken, request: tokenText(input) };
  if (existing?.status === "DRAINING") return refuse("service.draining");
  if (existing?.status === "ACTIVE") {
    const isSame = token !== undefined && sameToken(existing, token);
    return isSame ? created(sim, existing) : refuse("service.not-idempotent");
  }
  if (runnable === undefined) return createExternal(sim, cluster, input, token);
  const definition = runnable.checked;
  const problem = countProblem(input, definition) ?? refuseTags(input.tags) ?? execProblem(input, definition);
  if (problem !== undefined) return problem;
  const schedulingStrategy = (input.schedulingStrategy ?? "REPLICA") as SchedulingStrategy;
  const launchType = (input.launchType ?? "EC2") as "EC2" | "FARGATE";
  const settings = readSettings(input, {
    schedulingStrategy,
    launchType,
    before: undefined,
    definitionConstraints: definition.definition.placementConstraints,
  });
  if (!settings.ok) return settings;
  const revision = readRevision(
    sim,
    { ...input, launchType },
    { cluster, schedulingStrategy, before: undefined },
    definition,
  );
  if (!revision.ok) return revision;
  const unfit = advancedProblem(revision.checked.loadBalancers, settings.checked.deploymentConfiguration.strategy);
  if (unfit !== undefined) return unfit;
  const row = newService(sim, cluster, input, {
    ...settings.checked,
    schedulingStrategy,
    deploymentController: "ECS",
    launchType: input.launchType === undefined ? undefined : launchType,
    token,
  });
  const taskDefinitionArn = definition.taskDefinitionArn;
  if (existing !== undefined) forgetService(sim, existing);
  sim.put("services", row);
  const woken = wakeByCall(sim, row);
  sim.record("SERVICE_CREATED", row.serviceArn, { desiredCount: row.desiredCount, taskDefinitionArn });
  const service = startDeployment(sim, woken, revision.checked);
  return created(sim, service);
});

/** What runs, and where, is said by its task sets. @source API Reference, CreateService, deploymentController (checked 2026-11-29) */
function createExternal(sim: Cloud, cluster: ClusterRow, input: CreateInput, token: ServiceRow["token"]) {
  const problem = externalProblem(input) ?? refuseTags(input.tags);
  if (problem !== undefined) return problem;
  const settings = readSettings(input, {
    schedulingStrategy: "REPLICA",
    launchType: "EC2",
    before: undefined,
    definitionConstraints: undefined,
  });
  if (!settings.ok) return settings;
  const kinds = { schedulingStrategy: "REPLICA", deploymentController: "EXTERNAL", launchType: undefined } as const;
  const existing = findService(sim, cluster, input.serviceName);
  if (existing !== undefined) forgetService(sim, existing);
  const row = newService(sim, cluster, input, { ...settings.checked, ...kinds, token });
  sim.put("services", row);
  const woken = wakeByCall(sim, row);
  sim.record("SERVICE_CREATED", row.serviceArn, { desiredCount: row.desiredCount, taskDefinitionArn: undefined });
  return created(sim, woken);
}

/** It shows tags when there are some. */
function created(sim: Cloud, service: ServiceRow) {
  return answer({ service: describeService(sim, service, { tags: service.tags.length > 0, of: "change" }) });
}

function earlyProblem(input: CreateInput): Refusal | undefined {
  if ((input.clientToken ?? "").length > MAX_TOKEN) return refuse("service.token");
  if (!NAME.test(input.serviceName)) return refuse("service.name");
  const { schedulingStrategy = "REPLICA" } = input;
  if (schedulingStrategy !== "REPLICA" && schedulingStrategy !== "DAEMON") return refuse("service.scheduling");
  return refuseNotSimulated(input);
}

/** In AWS's order: the network first, also of a DAEMON. */
function countProblem(input: CreateInput, definition: TaskDefinitionRow): Refusal | undefined {
  if (needsNetwork(definition) && input.networkConfiguration === undefined) return refuse("service.network-missing");
  if (input.schedulingStrategy === "DAEMON") {
    if (input.desiredCount !== undefined) return refuse("service.daemon-count");
    return input.launchType === "FARGATE" ? refuse("service.daemon-fargate") : undefined;
  }
  if (input.desiredCount === undefined) return refuse("service.desired-missing");
  return input.desiredCount < 0 ? refuse("service.desired-negative") : undefined;
}

/** ECS Exec opens its session with the task role. */
function execProblem({ enableExecuteCommand }: CreateInput, { definition }: TaskDefinitionRow): Refusal | undefined {
  return enableExecuteCommand === true && definition.taskRoleArn === undefined
    ? refuse("service.exec-role")
    : undefined;
}

/** Tags may differ: the old ones are kept. @source Recorded answers (checked 2026-11-29) */
function tokenText({ tags: _tags, ...request }: CreateInput): string {
  return requestText(request);
}

function sameToken({ token }: ServiceRow, other: NonNullable<ServiceRow["token"]>): boolean {
  return token?.clientToken === other.clientToken && token.request === other.request;
}

type Given = Pick<ServiceRow, "schedulingStrategy" | "deploymentController" | "launchType" | "token"> &
  Omit<
    ServiceRow,
    | "serviceArn"
    | "serviceName"
    | "clusterArn"
    | "slot"
    | "status"
    | "desiredCount"
    | "tags"
    | "createdAtMs"
    | "deploymentsMade"
    | "series"
    | "rests"
    | "looksAtMs"
    | "startedLately"
    | "boundBy"
    | "isSteady"
    | "steadyAtMs"
    | "isRebalancing"
  >;

function newService(sim: Cloud, cluster: ClusterRow, input: CreateInput, given: Given): ServiceRow {
  const { serviceName, desiredCount = 0, tags = [] } = input;
  const { services } = sim.tables;
  const arn = serviceArn(sim, cluster, serviceName);
  return {
    serviceArn: arn,
    serviceName,
    clusterArn: cluster.clusterArn,
    slot: services.nextSlot,
    status: serviceChart.initial,
    desiredCount,
    tags,
    createdAtMs: sim.nowMs,
    deploymentsMade: 0,
    series: 0,
    rests: true,
    looksAtMs: 0,
    startedLately: { fromMs: 0, count: 0 },
    boundBy: "",
    isSteady: false,
    steadyAtMs: 0,
    isRebalancing: false,
    ...given,
  };
}

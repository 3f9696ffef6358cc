/**
 * The pull of one container's image: over the network, from the disk of an EC2 instance that has the layers already, or not
 * at all. Fargate has no disk that outlives a task, so it always pulls.
 * Source: Developer Guide, "Amazon ECS container image pull behavior" (checked 2026-11-21).
 */

import { joined } from "../../kernel/joined.ts";
import { fnv1a } from "../../kernel/random.ts";
import type { Told } from "../../model/cause.ts";
import { type PullCause, tellOnFargate, tellOnInstance } from "../../model/causes/pulls.ts";
import type { LogCause } from "../../model/causes/starts.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { CACHED_PULL, DOCKER_UNREACHABLE_AFTER } from "../../model/instance-timing.ts";
import { regionOf } from "../../model/place.ts";
import type { ImageBuild, ImageRow, PullEnd } from "../../model/registry.ts";
import type { RegistryFaultRow } from "../../model/registry-faults.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import {
  EC2_PULL_OVERHEAD_MS,
  FARGATE_LOG_REFUSED_AFTER,
  FARGATE_PULL_OVERHEAD,
  PULL_MB_PER_SECOND,
} from "../../model/timing.ts";
import { machineOf } from "../../network/standing.ts";
import { architectureOf } from "../../workloads/container-start.ts";
import { buildWith } from "../../workloads/image-builds.ts";
import { parseImageReference } from "../../workloads/image-reference.ts";
import { decidePull, type PullVerdict } from "../../workloads/pull.ts";
import { afterFailure, failingRow, timesSlower } from "../../workloads/registry-faults.ts";
import { agentRole } from "../agent/agent-side.ts";
import { openedRegistry } from "../agent/fetch-registry-credentials.ts";
import { agentReaches } from "../agent/resource-step.ts";
import {
  containerDefinition,
  draw,
  isOnFargate,
  moveContainer,
  replaceTask,
  scheduleContainer,
} from "../rows/task-rows.ts";
import { openLog } from "./task-logs.ts";

/**
 * Begins a pull and puts its end on the agenda; on Fargate the log driver's options are checked before.
 * @returns the task's row afterwards
 */
export function beginPull(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  definition: RegisteredTaskDefinition,
): TaskRow {
  const { image } = containerDefinition(definition, container.name);
  const refusal = isOnFargate(task) ? openLog(sim, task, container, undefined) : undefined;
  if (refusal !== undefined) return refuseLogging(sim, task, container, image, refusal);
  const { repository, full } = parseImageReference(image);
  const findFault = (scope: string) => sim.tables.registryFaults.get(scope);
  const failing = failingRow(repository, findFault);
  const verdict = judge(sim, task, container, definition, failing?.failing?.why);
  const slower = timesSlower(repository, findFault);
  const onDisk = verdict.fromDisk === undefined ? undefined : machineOf(sim.tables, task)?.cachedImages[full];
  const durationMs = durationOf(sim, task, verdict, slower, onDisk);
  const byFault = !verdict.ok && verdict.why === `pull.${failing?.failing?.why}` ? failing : undefined;
  const data: PullEnd = verdict.ok
    ? {
        image: repository,
        imageDigest: verdict.image.imageDigest,
        ...(onDisk === undefined ? {} : { fromDisk: true as const }),
      }
    : { image: repository, reason: verdict.reason, why: verdict.why };
  const cause = byFault?.failing?.record ?? sim.nextRecord;
  const timer = scheduleContainer(sim, container, durationMs, "PULL_STOPPED", data, { cause });
  if (byFault !== undefined) countFailure(sim, byFault);
  const current = enterPull(sim, task, container, durationMs, timer);
  sim.record("PULL_STARTED", container.containerArn, {
    image,
    durationMs,
    ...(slower > 1 ? { timesSlower: slower } : {}),
    ...(onDisk === undefined ? {} : { fromDisk: true }),
  });
  return current;
}

function refuseLogging(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  image: string,
  refusal: Told<LogCause>,
): TaskRow {
  const durationMs = draw(sim, "pulls", FARGATE_LOG_REFUSED_AFTER);
  const options = { cause: sim.nextRecord };
  const timer = scheduleContainer(sim, container, durationMs, "LOGGING_REFUSED", refusal, options);
  const current = enterPull(sim, task, container, durationMs, timer);
  sim.record("PULL_STARTED", container.containerArn, { image, durationMs });
  return current;
}

/** Belongs to the next record. */
function enterPull(sim: Cloud, task: TaskRow, container: ContainerRow, durationMs: number, timer: number): TaskRow {
  moveContainer(sim, container, "PULL_STARTED", {
    pullStartedAtMs: sim.nowMs,
    pullEndsAtMs: sim.nowMs + durationMs,
    timer,
    ...(isOnFargate(task) ? { runtimeId: fargateRuntimeId(task, container.name) } : {}),
  });
  return task.pullStartedAtMs === undefined ? replaceTask(sim, task, { pullStartedAtMs: sim.nowMs }) : task;
}

/**
 * The task's id and FNV-1a of the container's name, ten digits.
 * @source Recorded answers: the names of six containers give their ids (checked 2026-11-29)
 */
function fargateRuntimeId({ spec }: TaskRow, name: string): string {
  return joined("-", spec.taskId, String(fnv1a(name)).padStart(10, "0"));
}

/** An instance keeps the layers of what it has pulled. Belongs to the next record. */
export function keepLayers(sim: Cloud, task: TaskRow, image: string, imageDigest: string): void {
  const machine = machineOf(sim.tables, task);
  const { full } = parseImageReference(image);
  if (machine === undefined || machine.cachedImages[full] === imageDigest) return;
  sim.put("ec2Instances", { ...machine, cachedImages: { ...machine.cachedImages, [full]: imageDigest } });
}

/** Nobody answered: Docker waits longer for it than Fargate's runtime. */
const NO_ROUTE: readonly PullCause[] = ["pull.no-route", "pull.layers-no-route"];

/**
 * What a task of a service pulls: the digest that the first task of its deployment has found, wherever the tag leads meanwhile.
 * Source: Developer Guide, "Container image resolution"; API Reference, ContainerDefinition, versionConsistency (checked 2026-11-29).
 */
function pinnedImage(
  sim: Cloud,
  { spec }: TaskRow,
  { name }: ContainerRow,
  definition: RegisteredTaskDefinition,
): string | undefined {
  if (spec.serviceArn === undefined) return undefined;
  const { image, versionConsistency } = containerDefinition(definition, name);
  const digest = sim.tables.deployments.get(spec.startedBy ?? "")?.imageDigests[name];
  if (digest === undefined || versionConsistency === "disabled" || image.includes("@")) return undefined;
  return joined("@", parseImageReference(image).repository, digest);
}

type Judged = PullVerdict & { readonly fromDisk?: true };

function judge(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  definition: RegisteredTaskDefinition,
  fault: Parameters<typeof decidePull>[0]["fault"],
): Judged {
  const { image: named, repositoryCredentials } = containerDefinition(definition, container.name);
  const image = pinnedImage(sim, task, container, definition) ?? named;
  const asked = agentRole(sim, task, definition);
  const verdict = decidePull({
    image,
    region: regionOf(sim.tables),
    reaches: (goal) => agentReaches({ sim, task }, goal),
    role: asked?.role,
    session: asked?.session ?? task.spec.taskId,
    hasCredentials: repositoryCredentials !== undefined,
    opensRegistry: openedRegistry({ sim, task, definition }, repositoryCredentials?.credentialsParameter),
    cpuArchitecture: architectureOf(sim.tables, task),
    find: (name) => sim.tables.images.get(name),
    known: () => sim.tables.images.keys(),
    fault,
    tell: task.spec.placed === undefined ? tellOnFargate : tellOnInstance,
  });
  return task.spec.placed === undefined ? verdict : fromDisk(sim, task, named, verdict);
}

/**
 * What the layers on the disk of the instance change, by the agent's `ECS_IMAGE_PULL_BEHAVIOR`: with `default` they help
 * when the registry does not, with `once` and `prefer-cached` the registry is not even asked.
 */
function fromDisk(sim: Cloud, task: TaskRow, image: string, verdict: PullVerdict): Judged {
  const machine = machineOf(sim.tables, task);
  const reference = parseImageReference(image);
  const digest = machine?.cachedImages[reference.full];
  const row = sim.tables.images.get(reference.repository);
  const after = !verdict.ok && NO_ROUTE.includes(verdict.why) ? { after: DOCKER_UNREACHABLE_AFTER } : {};
  if (digest === undefined || row === undefined) return { ...verdict, ...after } as Judged;
  const behaviour = machine?.agentConfiguration.ECS_IMAGE_PULL_BEHAVIOR ?? "default";
  const asks = behaviour === "default" || behaviour === "always";
  if (asks && verdict.ok) return verdict.image.imageDigest === digest ? { ...verdict, fromDisk: true } : verdict;
  if (behaviour === "always") return { ...verdict, ...after } as Judged;
  return { ok: true, image: buildWith(row, digest), fromDisk: true };
}

function durationOf(sim: Cloud, task: TaskRow, verdict: Judged, slower: number, onDisk: string | undefined): number {
  if (!verdict.ok) return draw(sim, "pulls", verdict.after);
  return onDisk === undefined ? slower * pullDurationMs(sim, task, verdict.image) : draw(sim, "pulls", CACHED_PULL);
}

/** One of the pulls that were to fail is used up. The change belongs to the next record. */
function countFailure(sim: Cloud, row: RegistryFaultRow): void {
  const after = afterFailure(row);
  if (after === undefined) sim.remove("registryFaults", row.scope);
  else if (after !== row) sim.put("registryFaults", after);
}

function pullDurationMs(sim: Cloud, task: TaskRow, image: ImageBuild): number {
  const { low, high } = PULL_MB_PER_SECOND;
  const megabytesPerSecond = low + sim.world.random.unit("pulls") * (high - low);
  const overheadMs = isOnFargate(task) ? draw(sim, "pulls", FARGATE_PULL_OVERHEAD) : EC2_PULL_OVERHEAD_MS;
  return Math.round(overheadMs + (image.sizeMB / megabytesPerSecond) * 1000);
}

/** The build whose layers a pull has brought. The tag may have moved meanwhile: the digest was settled at its begin. */
export function pulledBuild(sim: Cloud, repository: string, imageDigest: string): ImageBuild {
  return buildWith(sim.tables.images.get(repository) as ImageRow, imageDigest);
}

/**
 * What the agent gets for a task before it touches the first container, one thing after the other: the first that
 * fails decides the error, the rest is never tried. A feature that needs something at that point adds a step here.
 * Source: Developer Guide, "Troubleshooting Amazon ECS ResourceInitializationError errors", and the order of the errors
 * in public issues (checked 2026-11-21).
 * Simplified: AWS does not say in which order ECR authorization, secrets and registry credentials are fetched.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { TaskRow } from "../../model/ecs.ts";
import { agentRole } from "../agent/agent-side.ts";
import { environmentFiles } from "../agent/fetch-environment-files.ts";
import { ecrAuthorization, registryCredentials } from "../agent/fetch-registry-credentials.ts";
import { parameters, secrets } from "../agent/fetch-secrets.ts";
import { RESOURCES_STREAM, type ResourceStep } from "../agent/resource-step.ts";
import { endFailedStart, endOfExecution, failedStart } from "../containers/end-task.ts";
import { failToLogIn, startWhatCanStart } from "../containers/start-containers.ts";
import { claimHost } from "../host/host-queue.ts";
import {
  containersOf,
  definitionOf,
  draw,
  findTask,
  isWanted,
  replaceContainer,
  replaceTask,
  scheduleTask,
} from "../rows/task-rows.ts";
import { efsVolumes } from "./mount-file-systems.ts";

/** In the order in which they are tried. */
const STEPS: readonly ResourceStep[] = [
  ecrAuthorization,
  secrets,
  parameters,
  environmentFiles,
  registryCredentials,
  efsVolumes,
];

/** The agent may begin with the task. */
export function onContainersDue(sim: Cloud, entry: CloudEntry<"CONTAINERS_DUE">): void {
  const task = findTask(sim, entry);
  if (task === undefined || !isWanted(task)) return;
  const claimed = claimHost(sim, task);
  if (claimed !== undefined) resourcesBeforeContainers(sim, claimed, 0);
}

/** A step has come to its end: the next one follows, or the task fails. */
export function onResourceSettled(sim: Cloud, entry: CloudEntry<"RESOURCE_SETTLED">): void {
  const task = findTask(sim, entry);
  if (task === undefined || !isWanted(task)) return;
  const { step, result } = entry.data;
  if (result.ok) {
    for (const container of containersOf(sim, task)) {
      const fileVariables = result.fileVariables?.[container.name];
      if (fileVariables !== undefined) replaceContainer(sim, container, { fileVariables });
    }
    sim.record(result.kind, task.taskArn, result.facts);
    resourcesBeforeContainers(sim, task, step + 1);
    return;
  }
  const { reason, why, ofContainers } = result;
  const told = { reason, why };
  if (ofContainers !== undefined) {
    const failing = containersOf(sim, task).filter(({ name }) => ofContainers.includes(name));
    const goesOn = failing.every((container) => failToLogIn(sim, task, container, told));
    if (goesOn) resourcesBeforeContainers(sim, task, step + 1);
    return;
  }
  const end = failedStart(told);
  const ending = replaceTask(sim, task, endOfExecution(sim, task, end));
  endFailedStart(sim, ending, end, sim.record("RESOURCE_FAILED", task.taskArn, told));
}

/** Begins the first step from `from` on that the task needs; the containers' turn comes when none is left. */
function resourcesBeforeContainers(sim: Cloud, task: TaskRow, from: number): void {
  const request = { sim, task, definition: definitionOf(sim, task) };
  for (let step = from; step < STEPS.length; step += 1) {
    const plan = STEPS[step]?.(request);
    if (plan === undefined) continue;
    const { service, names, asNobody, after, result } = plan;
    const options = { cause: sim.nextRecord };
    scheduleTask(sim, task, draw(sim, RESOURCES_STREAM, after), "RESOURCE_SETTLED", { step, result }, options);
    sim.record("RESOURCE_REQUESTED", task.taskArn, {
      service,
      names,
      role: asNobody ? undefined : agentRole(sim, task, request.definition)?.role.roleName,
    });
    return;
  }
  startWhatCanStart(sim, task);
}

/**
 * ExecuteCommand: opens a session of ECS Exec in a container. What is typed into it goes through `TypeInSession`.
 * Source: API Reference, ExecuteCommand; Developer Guide, "Monitor Amazon ECS containers with ECS Exec" (checked 2026-11-29).
 * Simplified: the stream is not served, so no Session Manager plugin can connect to it; whether the agent reaches Session
 * Manager and may open its channels is looked at in the moment of the call; the caller may do everything; logging of
 * sessions and KMS keys are kept and do nothing.
 */
import { taskRole } from "../../controllers/agent/agent-side.ts";
import { containersOf, definitionOf } from "../../controllers/rows/task-rows.ts";
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { EXEC_ACTIONS } from "../../model/exec.ts";
import { judgeRequest } from "../../model/iam.ts";
import { regionOf } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { standingOfContainers } from "../../network/standing.ts";
import { reachesService } from "../../network/way-out.ts";
import { answer, command } from "../operation.ts";
import { findCluster } from "./find-cluster.ts";
import { taskArn } from "./find-task.ts";
import { refuse } from "./refusals.ts";

/** Lengths of a task's id, new and old form. */
const ID_LENGTHS: readonly number[] = [32, 36];
/** Sessions of one container. @source AWS General Reference, Amazon ECS quotas (checked 2026-11-29) */
const MOST_SESSIONS = 1_000;
const TOKEN_DIGITS = 64;

export const executeCommand = command<"ecs", "ExecuteCommand">((sim, input) => {
  if (!input.interactive) return refuse("exec.interactive");
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  if (!input.task.startsWith("arn:") && !ID_LENGTHS.includes(input.task.length)) return refuse("exec.task-length");
  const task = sim.tables.tasks.get(taskArn(sim, cluster, input.task));
  if (task === undefined) return refuse("task.not-found");
  const container = containerOf(sim, task, input.container);
  if ("ok" in container) return container;
  const problem = agentProblem(sim, task, container) ?? channelProblem(sim, task);
  if (problem !== undefined) return problem;
  if (sim.tables.execSessions.bucket("container", container.containerArn).size >= MOST_SESSIONS)
    return refuse("exec.sessions", { most: MOST_SESSIONS });
  const sessionId = openSession(sim, container, input.command);
  const host = `ssmmessages.${regionOf(sim.tables)}.amazonaws.com`;
  return answer({
    clusterArn: cluster.clusterArn,
    containerArn: container.containerArn,
    containerName: container.name,
    interactive: true,
    session: {
      sessionId,
      streamUrl: `wss://${host}/v1/data-channel/${sessionId}?role=publish_subscribe`,
      tokenValue: `AAEAA${hexId(sim.world.random, TOKEN_DIGITS, "exec tokens")}`,
    },
    taskArn: task.taskArn,
  });
});

function containerOf(sim: Cloud, task: TaskRow, name: string | undefined): ContainerRow | Refusal {
  const containers = containersOf(sim, task);
  const [only] = containers;
  if (name === undefined) {
    if (only !== undefined && containers.length === 1) return only;
    return refuse("exec.container-needed", { names: containers.map((each) => each.name) });
  }
  return containers.find((each) => each.name === name) ?? refuse("exec.container", { name });
}

function agentProblem(sim: Cloud, task: TaskRow, { containerArn, phase }: ContainerRow): Refusal | undefined {
  const agent = sim.tables.execAgents.get(containerArn);
  if (!task.spec.enableExecuteCommand || agent === undefined) return refuse("exec.not-enabled");
  if (agent.lastStatus === "PENDING") return refuse("exec.agent-pending");
  return agent.lastStatus === "RUNNING" && phase === "RUNNING" ? undefined : refuse("exec.agent-stopped");
}

/** The agent opens its channels with the task role, from where the container stands. */
function channelProblem(sim: Cloud, task: TaskRow): Refusal | undefined {
  const role = taskRole(sim, task, definitionOf(sim, task))?.role;
  const mayOpen =
    role !== undefined && EXEC_ACTIONS.every((action) => judgeRequest(role, { action, resource: "*" }) === "allowed");
  if (!mayOpen) return refuse("exec.role-denied");
  const isReached = reachesService(sim.tables, standingOfContainers(sim.tables, task), "ssmmessages");
  return isReached ? undefined : refuse("exec.no-route");
}

function openSession(sim: Cloud, { containerArn }: ContainerRow, asked: string): string {
  const sessionId = `ecs-execute-command-${hexId(sim.world.random, 17, "exec sessions")}`;
  const { nowMs } = sim;
  const row = {
    sessionId,
    containerArn,
    command: asked,
    startedAtMs: nowMs,
    usedAtMs: nowMs,
    variables: {},
    status: 0,
  };
  sim.put("execSessions", row);
  sim.record("EXEC_SESSION_OPENED", containerArn, { sessionId, command: asked });
  return sessionId;
}

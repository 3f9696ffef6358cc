/**
 * The agent of ECS Exec: it comes with a container of a task that was started for it, starts a while after the process, ends
 * with it, and takes its sessions along. Belongs to the record of the container.
 * Source: Developer Guide, "Monitor Amazon ECS containers with ECS Exec"; containers-roadmap issue 1359 (checked 2026-11-29).
 */
import { type ExecAgentEvent, execAgentChart } from "../../charts/exec-agent-chart.ts";
import type { Cloud, CloudReactor } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { ContainerRow } from "../../model/ecs.ts";
import { EXEC_AGENT_EXITED, EXEC_AGENT_FOLDERS, type ExecAgentRow } from "../../model/exec.ts";
import { EXEC_AGENT_STARTED_AFTER } from "../../model/timing.ts";
import { mayWrite } from "../../workloads/writable-paths.ts";
import { containerDefinition, definitionOf, draw, findContainer, scheduleContainer } from "../rows/task-rows.ts";

export const EXEC_REACTOR: CloudReactor = {
  name: "agents of ECS Exec and their containers",
  table: "containers",
  react: onContainerChange,
};

/** The agent has started, or has failed to; nothing when its container ended meanwhile. */
export function onExecAgentDue(sim: Cloud, entry: CloudEntry<"EXEC_AGENT_DUE">): void {
  const found = findContainer(sim, entry);
  const agent = found && sim.tables.execAgents.get(found.container.containerArn);
  if (found === undefined || agent?.lastStatus !== "PENDING") return;
  const { container, task } = found;
  const definition = containerDefinition(definitionOf(sim, task), container.name);
  if (EXEC_AGENT_FOLDERS.every((path) => mayWrite(path, definition))) {
    move(sim, agent, "STARTED", { lastStartedAtMs: sim.nowMs });
    sim.record("EXEC_AGENT_STARTED", container.containerArn);
  } else {
    move(sim, agent, "ENDED", { reason: EXEC_AGENT_EXITED });
    sim.record("EXEC_AGENT_FAILED", container.containerArn, { reason: EXEC_AGENT_EXITED });
  }
}

function onContainerChange(sim: Cloud, before: ContainerRow | undefined, after: ContainerRow | undefined): void {
  if (before === undefined) {
    if (after !== undefined) comes(sim, after);
    return;
  }
  const agent = sim.tables.execAgents.size === 0 ? undefined : sim.tables.execAgents.get(before.containerArn);
  if (agent === undefined) return;
  if (after === undefined) {
    sim.remove("execAgents", before.containerArn);
    return;
  }
  if (before.phase !== "RUNNING" && after.phase === "RUNNING" && agent.lastStatus === "PENDING") {
    const delayMs = draw(sim, "exec agents", EXEC_AGENT_STARTED_AFTER);
    scheduleContainer(sim, after, delayMs, "EXEC_AGENT_DUE", undefined, { cause: sim.nextRecord });
  }
  // What ECS has not heard of yet is not shown; a process that is started again has no agent from then on.
  const isOver = after.lastStatus === "STOPPED" || after.phase === "RESTARTING";
  if (isOver && agent.lastStatus !== "STOPPED") move(sim, agent, "ENDED", {});
  if (after.phase === "STOPPED" || after.phase === "RESTARTING") endSessions(sim, after);
}

function comes(sim: Cloud, { containerArn, taskSlot }: ContainerRow): void {
  if (sim.tables.tasks.at(taskSlot)?.spec.enableExecuteCommand !== true) return;
  sim.put("execAgents", { containerArn, lastStatus: execAgentChart.initial });
}

function endSessions(sim: Cloud, { containerArn }: ContainerRow): void {
  for (const sessionId of [...sim.tables.execSessions.bucket("container", containerArn)]) {
    sim.remove("execSessions", sessionId);
  }
}

function move(sim: Cloud, agent: ExecAgentRow, event: ExecAgentEvent, fields: Partial<ExecAgentRow>): void {
  sim.put("execAgents", { ...agent, ...fields, lastStatus: execAgentChart.after(agent.lastStatus, event) });
}

/**
 * UpdateContainerAgent goes on by itself: the new agent is fetched, then takes over. While it does the agent is
 * disconnected for some seconds; containers run on. An agent that is gone before that goes on when it is back.
 * Source: API Reference, UpdateContainerAgent and ContainerInstance, agentUpdateStatus (checked 2026-11-21).
 */
import type { Cloud } from "../../model/cloud.ts";
import type { AgentUpdateStatus, ContainerInstanceRow } from "../../model/container-instances.ts";
import type { CloudEntry } from "../../model/due.ts";
import { AGENT_VERSION, connectAgent, disconnectAgent, scheduleAgentUpdate } from "./container-instances.ts";

/** What follows each status of an update that goes on. */
const NEXT: Partial<Record<AgentUpdateStatus, AgentUpdateStatus>> = {
  PENDING: "STAGING",
  STAGING: "STAGED",
  STAGED: "UPDATING",
  UPDATING: "UPDATED",
};

/** An update begins. */
export function beginAgentUpdate(sim: Cloud, row: ContainerInstanceRow): ContainerInstanceRow {
  const changed = moved(sim, row, "PENDING");
  scheduleAgentUpdate(sim, changed);
  return changed;
}

/** One step of an update is due. */
export function onAgentUpdateDue(sim: Cloud, entry: CloudEntry<"AGENT_UPDATE_DUE">): void {
  const row = sim.tables.containerInstances.at(entry.slot);
  const next = row?.agentUpdateStatus === undefined ? undefined : NEXT[row.agentUpdateStatus];
  if (row === undefined || next === undefined || row.status === "INACTIVE") return;
  // A step that was put off until the agent was back, and has been made since.
  if (entry.data !== row.agentUpdateStatus) return;
  if (next === "UPDATED") finish(sim, row);
  else if (row.agentConnected) {
    const changed = moved(sim, row, next);
    scheduleAgentUpdate(sim, next === "UPDATING" ? disconnectAgent(sim, changed, { update: true }) : changed);
  }
}

/** The new agent registers in place of the old one; on a machine that is off it cannot. */
function finish(sim: Cloud, row: ContainerInstanceRow): void {
  if (sim.tables.ec2Instances.get(row.spec.ec2InstanceId)?.state !== "running") {
    moved(sim, row, "FAILED");
    return;
  }
  connectAgent(sim, moved(sim, { ...row, agentVersion: AGENT_VERSION }, "UPDATED"));
}

function moved(sim: Cloud, row: ContainerInstanceRow, status: AgentUpdateStatus): ContainerInstanceRow {
  const changed = { ...row, agentUpdateStatus: status, version: row.version + 1 };
  sim.put("containerInstances", changed);
  sim.record("AGENT_UPDATE_MOVED", row.containerInstanceArn, { status, agentVersion: changed.agentVersion });
  return changed;
}

/**
 * DisconnectAgent and ReconnectAgent: somebody stops the ECS agent of a machine (`systemctl stop ecs`), or starts it again.
 * Containers run on meanwhile; ECS hears nothing of them and places no task there. `{ containerInstance, cluster? }`, by
 * ARN, by id, or by the id of the EC2 instance; or, for scenarios that know no ids, `{ filter, cluster? }`, an expression that
 * leaves one instance. An agent that could not register tries once more.
 */

import { connectAgent, disconnectAgent, instanceOn } from "../../controllers/machines/container-instances.ts";
import { restartAgent } from "../../controllers/machines/machines.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import { placeOf } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { candidatesOf } from "../../placement/candidates.ts";
import { compileExpression } from "../../placement/query/compile.ts";
import { parseExpression } from "../../placement/query/parse.ts";
import { findCluster } from "../ecs/find-cluster.ts";
import { findContainerInstance } from "../ecs/find-container-instance.ts";
import { refuse as refuseOfEcs } from "../ecs/refusals.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf } from "./read-input.ts";
import { refuse } from "./refusals.ts";

export const disconnectAgentOf = command<"quayside", "DisconnectAgent">((sim, input) => {
  const found = findInstance(sim, input, "DisconnectAgent");
  if (!found.ok) return found;
  const { row } = found;
  if (!row.agentConnected) return refuse("quayside.agent-not-connected");
  return answerOf(disconnectAgent(sim, row));
});

export const reconnectAgentOf = command<"quayside", "ReconnectAgent">((sim, input) => {
  const unregistered = sim.tables.ec2Instances.get(String(fieldsOf(input).containerInstance));
  if (unregistered?.agentProblem !== undefined && unregistered.state === "running") {
    restartAgent(sim, unregistered);
    return answer({ ec2InstanceId: unregistered.instanceId });
  }
  const found = findInstance(sim, input, "ReconnectAgent");
  if (!found.ok) return found;
  const { row } = found;
  if (row.agentConnected) return refuse("quayside.agent-connected");
  const machine = sim.tables.ec2Instances.get(row.spec.ec2InstanceId);
  if (machine?.state === "running") return answerOf(connectAgent(sim, row));
  return refuse("quayside.machine-not-running", { state: machine?.state ?? "gone" });
});

function answerOf({ containerInstanceArn, agentConnected }: ContainerInstanceRow) {
  return { ok: true, output: { containerInstanceArn, agentConnected } } as const;
}

function findInstance(
  sim: Cloud,
  input: unknown,
  operation: string,
): { readonly ok: true; readonly row: ContainerInstanceRow } | Refusal {
  const { cluster: name, containerInstance: reference, filter } = fieldsOf(input);
  if (reference === undefined && typeof filter === "string" && (name === undefined || typeof name === "string")) {
    return onlyInstance(sim, name, filter);
  }
  if (typeof reference !== "string" || (name !== undefined && typeof name !== "string")) {
    return refuse("quayside.input", {
      usage: `${operation} takes {"containerInstance": "its ARN or id, or i-... of its machine", "cluster": "its name"}.`,
    });
  }
  const machine = sim.tables.ec2Instances.get(reference);
  const onMachine = machine && instanceOn(sim, machine);
  if (onMachine !== undefined) return { ok: true, row: onMachine };
  const cluster = findCluster(sim, name);
  if (cluster === undefined) return refuseOfEcs("cluster.not-found");
  const { row } = findContainerInstance(sim, cluster, reference);
  if (row === undefined || row.status === "INACTIVE") return refuseOfEcs("container-instance.not-found");
  return { ok: true, row };
}

/** The one instance of the cluster that an expression of the cluster query language leaves. */
function onlyInstance(sim: Cloud, name: string | undefined, filter: string): ReturnType<typeof findInstance> {
  const cluster = findCluster(sim, name);
  if (cluster === undefined) return refuseOfEcs("cluster.not-found");
  const parsed = parseExpression(filter);
  if (!parsed.ok) return refuse("quayside.filter", { filter });
  const matches = compileExpression(parsed.expression, placeOf(sim.tables).startsAtMs);
  const rows = candidatesOf(sim.tables, cluster.clusterArn).filter(matches);
  const [row] = rows;
  if (row !== undefined && rows.length === 1) return { ok: true, row };
  return refuse("quayside.filter-leaves", { filter, count: rows.length });
}

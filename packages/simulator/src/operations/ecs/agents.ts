/**
 * UpdateContainerAgent and DiscoverPollEndpoint. Source: API Reference, both operations (checked 2026-11-21); the
 * exceptions are worded as the reference describes them.
 */
import { beginAgentUpdate } from "../../controllers/machines/agent-updates.ts";
import { AGENT_VERSION } from "../../controllers/machines/container-instances.ts";
import type { Cloud } from "../../model/cloud.ts";
import { REGION } from "../../model/place.ts";
import { answer, command, invalid, type Outcome, query, refuse } from "../outcome.ts";
import { describeContainerInstance } from "./container-instances.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";

interface AgentInput {
  readonly cluster?: string;
  readonly containerInstance: string;
}

/** Statuses of an update that goes on. */
const UNDER_WAY: ReadonlySet<string | undefined> = new Set(["PENDING", "STAGING", "STAGED", "UPDATING"]);

export const updateContainerAgent = command((sim: Cloud, input: AgentInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const { row } = findContainerInstance(sim, cluster, input.containerInstance);
  if (row === undefined || row.status === "INACTIVE") return invalid("Referenced container instance was not found.");
  if (UNDER_WAY.has(row.agentUpdateStatus)) return refuse("UpdateInProgressException", IN_PROGRESS);
  if (row.agentVersion === AGENT_VERSION) return refuse("NoUpdateAvailableException", NO_UPDATE);
  return answer({ containerInstance: describeContainerInstance(beginAgentUpdate(sim, row)) });
});

/** @source API Reference, UpdateContainerAgent, errors (checked 2026-11-21) */
const IN_PROGRESS =
  "There's already a current Amazon ECS container agent update in progress on the container instance that's specified.";

/** @source API Reference, UpdateContainerAgent, errors (checked 2026-11-21) */
const NO_UPDATE =
  "There's no update available for this Amazon ECS container agent. This might be because the agent is already running the latest version or because it's so old that there's no update path to the current version.";

/** Simplified: AWS has several endpoints of each kind and deals them out; here there is one. */
export const discoverPollEndpoint = query((sim: Cloud, input: Partial<AgentInput>): Outcome => {
  if (input.cluster !== undefined && findCluster(sim, input.cluster) === undefined) return clusterNotFound();
  return answer({
    endpoint: `https://ecs-a-1.${REGION}.amazonaws.com/`,
    telemetryEndpoint: `https://ecs-t-1.${REGION}.amazonaws.com/`,
    serviceConnectEndpoint: `https://ecs-sc.${REGION}.api.aws`,
  });
});

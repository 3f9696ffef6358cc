/**
 * UpdateContainerAgent and DiscoverPollEndpoint. Source: API Reference, both operations (checked 2026-11-21); the
 * exceptions are worded as the reference describes them.
 */
import { beginAgentUpdate } from "../../controllers/machines/agent-updates.ts";
import { AGENT_VERSION } from "../../controllers/machines/container-instances.ts";
import { regionOf } from "../../model/place.ts";
import { answer, command, query } from "../operation.ts";
import { describeContainerInstance } from "./container-instances.ts";
import { findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { refuse } from "./refusals.ts";

/** Statuses of an update that goes on. */
const UNDER_WAY: ReadonlySet<string | undefined> = new Set(["PENDING", "STAGING", "STAGED", "UPDATING"]);

export const updateContainerAgent = command<"ecs", "UpdateContainerAgent">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { row } = findContainerInstance(sim, cluster, input.containerInstance);
  if (row === undefined || row.status === "INACTIVE") return refuse("container-instance.not-found");
  if (UNDER_WAY.has(row.agentUpdateStatus)) return refuse("agent.update-in-progress");
  if (row.agentVersion === AGENT_VERSION) return refuse("agent.no-update");
  return answer({ containerInstance: describeContainerInstance(sim, beginAgentUpdate(sim, row)) });
});

/** Simplified: AWS has several endpoints of each kind and deals them out; here there is one. */
export const discoverPollEndpoint = query<"ecs", "DiscoverPollEndpoint">((sim, input) => {
  if (input.cluster !== undefined && findCluster(sim, input.cluster) === undefined) return refuse("cluster.not-found");
  const region = regionOf(sim.tables);
  return answer({
    endpoint: `https://ecs-a-1.${region}.amazonaws.com/`,
    telemetryEndpoint: `https://ecs-t-1.${region}.amazonaws.com/`,
    serviceConnectEndpoint: `https://ecs-sc.${region}.api.aws`,
  });
});

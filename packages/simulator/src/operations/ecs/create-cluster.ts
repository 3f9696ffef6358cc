/**
 * CreateCluster.
 * Simplified: `capacityProviders` and `serviceConnectDefaults` are refused; AWS accepts them.
 */
import type { ClusterRow } from "../../model/ecs.ts";
import { answer, command } from "../operation.ts";
import { describeCluster } from "./describe.ts";
import { clusterArn, DEFAULT_CLUSTER, findCluster } from "./find-cluster.ts";
import { refuse } from "./refusals.ts";
import { refuseTags } from "./refuse-tags.ts";

/** Settings of a cluster that sets none. Container Insights is off unless the account says otherwise. */
const DEFAULT_SETTINGS = [{ name: "containerInsights", value: "disabled" }];

/** What the answer of DeleteCluster holds; a later read shows the tags. @source Recorded answers (checked 2026-11-29) */
export const WITHOUT_TAGS: ReadonlySet<string> = new Set(["SETTINGS", "CONFIGURATIONS"]);
const ALL: ReadonlySet<string> = new Set([...WITHOUT_TAGS, "TAGS"]);

export const createCluster = command<"ecs", "CreateCluster">((sim, input) => {
  const clusterName = input.clusterName ?? DEFAULT_CLUSTER;
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(clusterName)) {
    return refuse("cluster.name");
  }
  const tagError = refuseTags(input.tags);
  if (tagError !== undefined) return tagError;
  if ((input.capacityProviders?.length ?? 0) > 0 || input.serviceConnectDefaults !== undefined) {
    return refuse("cluster.not-simulated");
  }
  const existing = findCluster(sim, clusterName);
  // Creating an existing cluster again gives it back unchanged: the call is idempotent.
  if (existing !== undefined) return answer({ cluster: describeCluster(sim, existing, ALL) });
  const row: ClusterRow = {
    clusterArn: clusterArn(clusterName),
    clusterName,
    status: "ACTIVE",
    tags: input.tags ?? [],
    settings: input.settings ?? DEFAULT_SETTINGS,
    ...(input.configuration === undefined ? {} : { configuration: input.configuration }),
    createdAtMs: sim.nowMs,
  };
  sim.put("clusters", row);
  sim.record("CLUSTER_CREATED", row.clusterArn);
  return answer({ cluster: describeCluster(sim, row, ALL) });
});

/** UpdateCluster and UpdateClusterSettings: what is given takes the place of what the cluster had. */
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import { answer, command } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { defaultNamespace, settingsProblem, WITHOUT_TAGS } from "./create-cluster.ts";
import { describeCluster } from "./describe-cluster.ts";
import { findCluster } from "./find-cluster.ts";
import { refuse } from "./refusals.ts";

type Settings = readonly Shape<"ecs", "ClusterSetting">[];

export const updateCluster = command<"ecs", "UpdateCluster">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { settings = [], configuration = cluster.configuration } = input;
  const problem = settingsProblem(settings);
  if (problem !== undefined) return problem;
  const namespace = defaultNamespace(sim, input.serviceConnectDefaults);
  if (!namespace.ok) return namespace;
  const kept = { ...withSettings(cluster, settings), ...(configuration && { configuration }) };
  return change(sim, { ...kept, ...namespace.checked });
});

export const updateClusterSettings = command<"ecs", "UpdateClusterSettings">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  return settingsProblem(input.settings) ?? change(sim, withSettings(cluster, input.settings));
});

function withSettings(cluster: ClusterRow, settings: Settings): ClusterRow {
  const names = new Set(settings.map(({ name }) => name));
  return { ...cluster, settings: [...cluster.settings.filter(({ name }) => !names.has(name)), ...settings] };
}

function change(sim: Cloud, row: ClusterRow) {
  sim.put("clusters", row);
  sim.record("CLUSTER_UPDATED", row.clusterArn);
  return answer({ cluster: describeCluster(sim, row, WITHOUT_TAGS) });
}

/**
 * CreateCluster, DescribeClusters, ListClusters, DeleteCluster.
 * Simplified: `capacityProviders` and `serviceConnectDefaults` are refused; AWS accepts them.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import { desiredBucket } from "../../model/tables.ts";
import type { Tag } from "../../model/tags.ts";
import { answer, command, type Outcome, query, refuse } from "../outcome.ts";
import { cutPage, type PageRequest } from "../pages.ts";
import { describeCluster } from "./describe.ts";
import { clusterArn, clusterNotFound, DEFAULT_CLUSTER, findCluster } from "./find-cluster.ts";
import { refuseTags } from "./refuse-tags.ts";

/** Settings of a cluster that sets none. Container Insights is off unless the account says otherwise. */
const DEFAULT_SETTINGS = [{ name: "containerInsights", value: "disabled" }];

/** Clusters that a describe call may name. */
const MAX_DESCRIBED = 100;

interface CreateClusterInput {
  readonly clusterName?: string;
  readonly tags?: readonly Tag[];
  readonly settings?: readonly { readonly name: string; readonly value: string }[];
  readonly configuration?: unknown;
  readonly capacityProviders?: readonly string[];
  readonly serviceConnectDefaults?: unknown;
}

export const createCluster = command((sim: Cloud, input: CreateClusterInput): Outcome => {
  const clusterName = input.clusterName ?? DEFAULT_CLUSTER;
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(clusterName)) {
    return refuse("InvalidParameterException", "Invalid cluster name.");
  }
  const tagError = refuseTags(input.tags);
  if (tagError !== undefined) return tagError;
  if ((input.capacityProviders?.length ?? 0) > 0 || input.serviceConnectDefaults !== undefined) {
    return refuse(
      "UnsupportedFeatureException",
      "Quayside does not simulate capacityProviders and serviceConnectDefaults of CreateCluster yet; AWS does.",
    );
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

const ALL: ReadonlySet<string> = new Set(["TAGS", "SETTINGS", "CONFIGURATIONS"]);

interface DescribeClustersInput {
  readonly clusters?: readonly string[];
  readonly include?: readonly string[];
}

export const describeClusters = query((sim: Cloud, input: DescribeClustersInput): Outcome => {
  const names = input.clusters === undefined || input.clusters.length === 0 ? [DEFAULT_CLUSTER] : input.clusters;
  if (names.length > MAX_DESCRIBED) {
    return refuse("InvalidParameterException", "Clusters cannot have more than 100 elements.");
  }
  const include = new Set(input.include);
  const clusters: unknown[] = [];
  const failures: unknown[] = [];
  for (const arn of new Set(names.map(clusterArn))) {
    const row = sim.tables.clusters.get(arn);
    if (row === undefined) failures.push({ arn, reason: "MISSING" });
    else clusters.push(describeCluster(sim, row, include));
  }
  return answer({ clusters, failures });
});

export const listClusters = query((sim: Cloud, input: PageRequest): Outcome => {
  const cut = cutPage(
    { [Symbol.iterator]: () => sim.tables.clusters.keys() },
    input,
    (key) => sim.tables.clusters.get(key)?.status === "ACTIVE",
  );
  return cut.ok ? answer({ clusterArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

export const deleteCluster = command((sim: Cloud, input: { readonly cluster: string }): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const { tasks } = sim.tables;
  if (tasks.bucket("clusterDesired", desiredBucket(cluster.clusterArn, "RUNNING")).size > 0) {
    return refuse("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
  }
  const row: ClusterRow = { ...cluster, status: "INACTIVE" };
  sim.put("clusters", row);
  sim.record("CLUSTER_DELETED", row.clusterArn);
  return answer({ cluster: describeCluster(sim, row, ALL) });
});

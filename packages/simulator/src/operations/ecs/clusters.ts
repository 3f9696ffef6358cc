/** DescribeClusters, ListClusters, DeleteCluster. */
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import { desiredBucket } from "../../model/tables.ts";
import { answer, command, type Outcome, query, refuse } from "../outcome.ts";
import { cutPage, type PageRequest } from "../pages.ts";
import { ALL } from "./create-cluster.ts";
import { describeCluster } from "./describe.ts";
import { clusterArn, clusterNotFound, DEFAULT_CLUSTER, findCluster } from "./find-cluster.ts";

/** Clusters that a describe call may name. */
const MAX_DESCRIBED = 100;

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
  const { tasks, containerInstances } = sim.tables;
  if (containerInstances.bucket("cluster", cluster.clusterArn).size > 0) {
    return refuse(
      "ClusterContainsContainerInstancesException",
      "The Cluster cannot be deleted while Container Instances are active or draining.",
    );
  }
  if (tasks.bucket("clusterDesired", desiredBucket(cluster.clusterArn, "RUNNING")).size > 0) {
    return refuse("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
  }
  const row: ClusterRow = { ...cluster, status: "INACTIVE" };
  sim.put("clusters", row);
  sim.record("CLUSTER_DELETED", row.clusterArn);
  return answer({ cluster: describeCluster(sim, row, ALL) });
});

/** DescribeClusters, ListClusters, DeleteCluster. */
import { failureReason } from "../../model/causes/placements.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import { desiredBucket } from "../../model/tables.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Shape } from "../shapes.ts";
import { WITHOUT_TAGS } from "./create-cluster.ts";
import { describeCluster } from "./describe-cluster.ts";
import { clusterArn, DEFAULT_CLUSTER, findCluster } from "./find-cluster.ts";
import { refuse } from "./refusals.ts";

/** What DescribeClusters can be asked to include. @source Recorded answers (checked 2026-11-29) */
const INCLUDED = new Set(["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS"]);

/** Clusters that a describe call may name. */
const MAX_DESCRIBED = 100;

export const describeClusters = query<"ecs", "DescribeClusters">((sim, input) => {
  const names = input.clusters === undefined || input.clusters.length === 0 ? [DEFAULT_CLUSTER] : input.clusters;
  if (names.length > MAX_DESCRIBED) {
    return refuse("clusters.too-many", { most: MAX_DESCRIBED });
  }
  const include = new Set(input.include);
  const clusters: Shape<"ecs", "Cluster">[] = [];
  const failures: Shape<"ecs", "Failure">[] = [];
  for (const arn of new Set(names.map((name) => clusterArn(sim, name)))) {
    const row = sim.tables.clusters.get(arn);
    if (row === undefined) failures.push({ arn, reason: failureReason("failure.missing") });
    else clusters.push(describeCluster(sim, row, include));
  }
  // AWS looks at the members only when there is a cluster to describe.
  if (clusters.length > 0 && ![...include].every((member) => INCLUDED.has(member))) return refuse("clusters.include");
  return answer({ clusters, failures });
});

export const listClusters = query<"ecs", "ListClusters">((sim, input) => {
  const cut = cutPage(
    "ListClusters",
    { [Symbol.iterator]: () => sim.tables.clusters.keys() },
    input,
    (key) => sim.tables.clusters.get(key)?.status === "ACTIVE",
  );
  return cut.ok ? answer({ clusterArns: cut.page.items, nextToken: cut.page.nextToken }) : cut;
});

export const deleteCluster = command<"ecs", "DeleteCluster">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { tasks, containerInstances, services } = sim.tables;
  if (containerInstances.bucket("cluster", cluster.clusterArn).size > 0) {
    return refuse("cluster.has-instances");
  }
  if ([...services.bucket("cluster", cluster.clusterArn)].some((arn) => services.get(arn)?.status === "ACTIVE")) {
    return refuse("cluster.has-services");
  }
  if (tasks.bucket("clusterDesired", desiredBucket(cluster.clusterArn, "RUNNING")).size > 0) {
    return refuse("cluster.has-tasks");
  }
  const row: ClusterRow = { ...cluster, status: "INACTIVE" };
  sim.put("clusters", row);
  sim.record("CLUSTER_DELETED", row.clusterArn);
  return answer({ cluster: describeCluster(sim, row, WITHOUT_TAGS) });
});

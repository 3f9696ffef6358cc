/**
 * Where "Register & run" runs a task: on Fargate in the public subnets when the definition is fit for it, else on the
 * cluster's container instances. The cluster `default` if it is there, else the first ACTIVE one.
 */
import type { Tables } from "../base/cloud.ts";

/** The members of RunTask that say where; or which of them the world has nothing for. */
export type RunPlace =
  | { readonly cluster: string; readonly launchType: string; readonly networkConfiguration?: object }
  | "no-cluster"
  | "no-subnet";

/** The place for a task of a registered definition. */
export function runPlace(tables: Tables, taskDefinitionArn: string): RunPlace {
  const clusters = [...tables.clusters.values()].filter((row) => row.status === "ACTIVE");
  const cluster = clusters.find((row) => row.clusterName === "default") ?? clusters[0];
  if (cluster === undefined) return "no-cluster";
  const definition = tables.taskDefinitions.get(taskDefinitionArn)?.definition;
  const { clusterName } = cluster;
  const asked = definition?.requiresCompatibilities ?? [];
  const onEc2 = definition !== undefined && (!definition.compatibilities.includes("FARGATE") || isOnly(asked, "EC2"));
  if (!onEc2) {
    const subnets = subnetIds(tables, ({ internetRoute }) => internetRoute === "internet-gateway");
    if (subnets.length === 0) return "no-subnet";
    const awsvpcConfiguration = { subnets, assignPublicIp: "ENABLED" };
    return { cluster: clusterName, launchType: "FARGATE", networkConfiguration: { awsvpcConfiguration } };
  }
  const place = { cluster: clusterName, launchType: "EC2" };
  if (definition.networkMode !== "awsvpc") return place;
  // The interface lies in the zone of the instance; private subnets, since it never gets a public address.
  const subnets = subnetIds(tables, ({ internetRoute }) => internetRoute !== "internet-gateway");
  if (subnets.length === 0) return "no-subnet";
  return { ...place, networkConfiguration: { awsvpcConfiguration: { subnets } } };
}

function isOnly(launchTypes: readonly string[], launchType: string): boolean {
  return launchTypes.length > 0 && launchTypes.every((each) => each === launchType);
}

function subnetIds(tables: Tables, keep: (subnet: { readonly internetRoute: string }) => boolean): string[] {
  return [...tables.subnets.values()].filter(keep).map((row) => row.subnetId);
}

/** A cluster in the API's shape, with the counts of what is in it. */
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow, TaskRow } from "../../model/ecs.ts";
import type { ServiceRow, ServiceStatus } from "../../model/services.ts";
import { desiredBucket } from "../../model/tables.ts";
import type { Shape } from "../shapes.ts";

/** A cluster as DescribeClusters gives it; `statistics`, `tags`, `settings` only when asked for. */
export function describeCluster(
  sim: Cloud,
  cluster: ClusterRow,
  include: ReadonlySet<string> = new Set(),
): Shape<"ecs", "Cluster"> {
  const counts = countTasks(sim, cluster.clusterArn);
  // A service that drains is no longer ACTIVE.
  const active = countServices(sim, cluster.clusterArn, "ACTIVE");
  return {
    clusterArn: cluster.clusterArn,
    clusterName: cluster.clusterName,
    configuration: include.has("CONFIGURATIONS") ? cluster.configuration : undefined,
    status: cluster.status,
    registeredContainerInstancesCount: countInstances(sim, cluster.clusterArn),
    runningTasksCount: sumOf(counts.running),
    pendingTasksCount: sumOf(counts.pending),
    activeServicesCount: active.EC2 + active.FARGATE,
    statistics: include.has("STATISTICS") ? statistics(sim, cluster.clusterArn, counts) : [],
    tags: include.has("TAGS") ? cluster.tags : [],
    settings: include.has("SETTINGS") ? cluster.settings : [],
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
    serviceConnectDefaults: cluster.namespaceArn === undefined ? undefined : { namespace: cluster.namespaceArn },
  };
}

/** Instances that are registered: ACTIVE and DRAINING ones. */
function countInstances(sim: Cloud, clusterArn: string): number {
  return sim.tables.containerInstances.bucket("cluster", clusterArn).size;
}

interface TaskCounts {
  readonly running: { readonly EC2: number; readonly FARGATE: number; readonly EXTERNAL: number };
  readonly pending: { readonly EC2: number; readonly FARGATE: number; readonly EXTERNAL: number };
}

/** Counts a cluster's tasks. Tasks that are meant to stop count as neither. */
function countTasks(sim: Cloud, clusterArn: string): TaskCounts {
  const running = { EC2: 0, FARGATE: 0, EXTERNAL: 0 };
  const pending = { EC2: 0, FARGATE: 0, EXTERNAL: 0 };
  for (const key of sim.tables.tasks.bucket("clusterDesired", desiredBucket(clusterArn, "RUNNING"))) {
    const { lastStatus, spec } = sim.tables.tasks.get(key) as TaskRow;
    if (lastStatus === "RUNNING") running[spec.launchType] += 1;
    else if (lastStatus === "PENDING" || lastStatus === "PROVISIONING" || lastStatus === "ACTIVATING") {
      pending[spec.launchType] += 1;
    }
  }
  return { running, pending };
}

function sumOf(counts: TaskCounts["running"]): number {
  return counts.EC2 + counts.FARGATE + counts.EXTERNAL;
}

/** How many services have that status, by where their tasks run. */
function countServices(sim: Cloud, clusterArn: string, status: ServiceStatus): { EC2: number; FARGATE: number } {
  const counts = { EC2: 0, FARGATE: 0 };
  for (const arn of sim.tables.services.bucket("cluster", clusterArn)) {
    const row = sim.tables.services.get(arn) as ServiceRow;
    if (row.status === status) counts[row.launchType ?? "EC2"] += 1;
  }
  return counts;
}

/** @source Recorded answers: sixteen names in this order (checked 2026-11-29) */
function statistics(sim: Cloud, clusterArn: string, { running, pending }: TaskCounts): Shape<"ecs", "KeyValuePair">[] {
  const services = (name: string, { EC2, FARGATE }: { EC2: number; FARGATE: number }): [string, number][] => [
    [`${name}EC2ServiceCount`, EC2],
    [`${name}FargateServiceCount`, FARGATE],
    [`${name}ExternalServiceCount`, 0],
    [`${name}ManagedInstancesServiceCount`, 0],
  ];
  const values: [string, number][] = [
    ["runningEC2TasksCount", running.EC2],
    ["runningFargateTasksCount", running.FARGATE],
    ["pendingEC2TasksCount", pending.EC2],
    ["pendingFargateTasksCount", pending.FARGATE],
    ["runningExternalTasksCount", running.EXTERNAL],
    ["pendingExternalTasksCount", pending.EXTERNAL],
    ["runningManagedInstancesTasksCount", 0],
    ["pendingManagedInstancesTasksCount", 0],
    ...services("active", countServices(sim, clusterArn, "ACTIVE")),
    ...services("draining", countServices(sim, clusterArn, "DRAINING")),
  ];
  return values.map(([name, value]) => ({ name, value: String(value) }));
}

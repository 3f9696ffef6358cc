/**
 * ARNs of tasks, container instances and services in a call: of this Region, account and cluster. One check for every operation, because
 * all of them name these things by the same members. A cluster that is not there is the operation's business.
 */
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID, regionOf } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { findCluster } from "./find-cluster.ts";
import { refuse } from "./refusals.ts";

/** Members that hold identifiers, and what they name. */
const IDENTIFIERS: Readonly<Record<string, string>> = {
  task: "task",
  tasks: "task",
  containerInstance: "container-instance",
  containerInstances: "container-instance",
  service: "service",
  services: "service",
};

/** Refuses the first identifier that cannot be one of this cluster; undefined when all can. */
export function refuseIdentifiers(sim: Cloud, input: Readonly<Record<string, unknown>>): Refusal | undefined {
  const cluster = findCluster(sim, typeof input.cluster === "string" ? input.cluster : undefined);
  if (cluster === undefined) return undefined;
  for (const [member, kind] of Object.entries(IDENTIFIERS)) {
    for (const reference of [input[member]].flat()) {
      if (typeof reference !== "string" || !reference.startsWith("arn:")) continue;
      const problem = arnProblem(reference, kind, { cluster: cluster.clusterName, ourRegion: regionOf(sim.tables) });
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** ARNs of before 2018 have no cluster: they are taken, and name nothing here. */
function arnProblem(
  reference: string,
  kind: string,
  { cluster, ourRegion }: { readonly cluster: string; readonly ourRegion: string },
): Refusal | undefined {
  const [, , service, region = "", account = "", resource = ""] = reference.split(":");
  const [found, ...path] = resource.split("/");
  if (service !== "ecs" || found !== kind)
    return refuse("input.identifier", { kind: kind.replace("-", " "), reference });
  if (region !== ourRegion || account !== ACCOUNT_ID) {
    return refuse("input.other-place", { region, account, ourRegion, ourAccount: ACCOUNT_ID });
  }
  const [other = cluster] = path.length > 1 ? path : [];
  return other === cluster ? undefined : refuse("input.other-cluster", { cluster, other });
}

/**
 * CreateCluster.
 * Simplified: capacity providers are refused; AWS accepts them. A cluster with `serviceConnectDefaults` is ACTIVE at once; on AWS it is
 * PROVISIONING while its namespace is made. Its answers, and those of DeleteCluster, also
 * have `clusterCount`, which its model lacks.
 */
import { ACCOUNT_SETTINGS } from "../../model/account-settings.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { describeCluster } from "./describe-cluster.ts";
import { clusterArn, DEFAULT_CLUSTER, findCluster } from "./find-cluster.ts";
import { namespaceFor } from "./namespaces.ts";
import { refuse } from "./refusals.ts";
import { refuseTags } from "./refuse-tags.ts";
import type { Checked } from "./task-request.ts";

/** The one setting that a cluster has; the account's of that name is what a cluster begins with. */
const INSIGHTS = "containerInsights";

/** What the answers of DeleteCluster and of updates hold; a later read shows the tags. @source Recorded answers (checked 2026-11-29) */
export const WITHOUT_TAGS: ReadonlySet<string> = new Set(["SETTINGS", "CONFIGURATIONS"]);
const ALL: ReadonlySet<string> = new Set([...WITHOUT_TAGS, "TAGS"]);

export const createCluster = command<"ecs", "CreateCluster">((sim, input) => {
  const clusterName = input.clusterName ?? DEFAULT_CLUSTER;
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(clusterName)) {
    return refuse("cluster.name");
  }
  const tagError = refuseTags(input.tags);
  if (tagError !== undefined) return tagError;
  const providers = [...(input.capacityProviders ?? []), ...(input.defaultCapacityProviderStrategy ?? [])];
  if (providers.length > 0) return refuse("cluster.not-simulated");
  const settingError = settingsProblem(input.settings ?? []);
  if (settingError !== undefined) return settingError;
  const existing = findCluster(sim, clusterName);
  // Creating an existing cluster again gives it back unchanged: the call is idempotent.
  if (existing !== undefined) return answer({ cluster: describeCluster(sim, existing, ALL) });
  const namespace = defaultNamespace(sim, input.serviceConnectDefaults);
  if (!namespace.ok) return namespace;
  const row: ClusterRow = {
    clusterArn: clusterArn(sim, clusterName),
    clusterName,
    status: "ACTIVE",
    tags: input.tags ?? [],
    settings: input.settings ?? [{ name: INSIGHTS, value: insightsOfAccount(sim) }],
    ...(input.configuration === undefined ? {} : { configuration: input.configuration }),
    ...namespace.checked,
    createdAtMs: sim.nowMs,
  };
  sim.put("clusters", row);
  sim.record("CLUSTER_CREATED", row.clusterArn);
  return answer({ cluster: describeCluster(sim, row, ALL) });
});

/** The namespace that a cluster is to have; the empty name takes it away. One that is made belongs to the next record. */
export function defaultNamespace(
  sim: Cloud,
  defaults: Shape<"ecs", "ClusterServiceConnectDefaultsRequest"> | undefined,
): Checked<Pick<ClusterRow, "namespaceArn">> {
  if (defaults === undefined) return { ok: true, checked: {} };
  if (defaults.namespace === "") return { ok: true, checked: { namespaceArn: undefined } };
  const found = namespaceFor(sim, defaults.namespace);
  if (found === undefined) return refuse("service.namespace");
  return { ok: true, checked: { namespaceArn: found.namespaceArn } };
}

/** Refuses a value that `containerInsights` does not take. */
export function settingsProblem(settings: readonly Shape<"ecs", "ClusterSetting">[]): Refusal | undefined {
  const isInsights = (value: string) => ACCOUNT_SETTINGS[INSIGHTS]?.includes(value) === true;
  return settings.every(({ value }) => value === undefined || isInsights(value))
    ? undefined
    : refuse("cluster.setting");
}

/** Off, unless the account says otherwise. */
function insightsOfAccount(sim: Cloud): string {
  return sim.tables.accountSettings.get(INSIGHTS)?.value ?? "disabled";
}

/**
 * Namespaces of AWS Cloud Map that clusters and services name.
 * Simplified: there is no Cloud Map here. A namespace comes to be when a cluster names it in `serviceConnectDefaults`, as AWS makes one that
 * is not there; no name in it is ever resolved.
 */
import { hexId, arn as resourceName } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { NamespaceRow } from "../../model/namespaces.ts";
import { ACCOUNT_ID, placeOf } from "../../model/place.ts";

/** The namespace of that name or ARN. */
export function findNamespace(sim: Cloud, reference: string): NamespaceRow | undefined {
  const known = sim.tables.namespaces.get(reference);
  return known ?? [...sim.tables.namespaces.values()].find(({ name }) => name === reference);
}

/** The same; one that is only named is made, which belongs to the next record. */
export function namespaceFor(sim: Cloud, reference: string): NamespaceRow | undefined {
  const known = findNamespace(sim, reference);
  if (known !== undefined || reference.startsWith("arn:")) return known;
  const row = { namespaceArn: discoveryArn(sim, `namespace/ns-${hexId(sim.world.random, 16)}`), name: reference };
  sim.put("namespaces", row);
  return row;
}

/** An ARN of Cloud Map. */
export function discoveryArn(sim: Cloud, resource: string): string {
  const { region } = placeOf(sim.tables);
  return resourceName({ service: "servicediscovery", region, account: ACCOUNT_ID, resource });
}

/** What every world begins with: its network, the image catalogue, the account's roles and secrets. */
import { buildDefaultAccount } from "./default-account.ts";
import { buildDefaultNetwork, DEFAULT_VPC_ID, type NetworkPlan } from "./default-network.ts";
import type { Cloud } from "./model/cloud.ts";
import { type Place, regionOf } from "./model/place.ts";
import { imageCatalogue } from "./workloads/catalogue.ts";

/** What a scenario says of its world: its network; where and when it is, unless that is as usual. */
interface DefaultWorld {
  readonly network?: NetworkPlan | undefined;
  readonly place?: Place | undefined;
}

/** Writes the rows of the default world. */
export function buildDefaultWorld(sim: Cloud, { network = {}, place }: DefaultWorld = {}): void {
  if (place !== undefined) sim.put("places", place);
  buildDefaultNetwork(sim, network);
  for (const image of imageCatalogue(regionOf(sim.tables))) sim.put("images", image);
  buildDefaultAccount(sim);
  sim.record("WORLD_BEGAN", DEFAULT_VPC_ID);
}

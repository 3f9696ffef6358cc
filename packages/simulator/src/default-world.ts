/** What every world begins with: its network, the image catalogue, the account's roles and secrets. */
import { buildDefaultAccount } from "./default-account.ts";
import { buildDefaultNetwork, DEFAULT_VPC_ID, type NetworkPlan } from "./default-network.ts";
import type { Cloud } from "./model/cloud.ts";
import { IMAGE_CATALOGUE } from "./workloads/catalogue.ts";

/** Writes the rows of the default world. */
export function buildDefaultWorld(sim: Cloud, network: NetworkPlan = {}): void {
  buildDefaultNetwork(sim, network);
  for (const image of IMAGE_CATALOGUE) sim.put("images", { ...image });
  buildDefaultAccount(sim);
  sim.record("WORLD_BEGAN", DEFAULT_VPC_ID);
}

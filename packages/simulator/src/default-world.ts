/**
 * What every world begins with: one VPC, a public and a private subnet in each of two zones, the default security
 * group, the image catalogue, the account's roles and secrets. Ours: a real default VPC has public subnets only; the private ones show both routes.
 */
import { blockSize, FIRST_FREE_OFFSET } from "./controllers/addresses.ts";
import { buildDefaultAccount } from "./default-account.ts";
import type { Cloud } from "./model/cloud.ts";
import type { SubnetRow } from "./model/vpc.ts";
import { IMAGE_CATALOGUE } from "./workloads/catalogue.ts";

/** The VPC of every world. Ours. */
export const DEFAULT_VPC_ID = "vpc-0a1b2c3d4e5f60718";
/** The default security group of that VPC. Ours. */
export const DEFAULT_SECURITY_GROUP_ID = "sg-0eee1111222233334";

/** Identifiers of the four subnets by their names. Ours. */
export const DEFAULT_SUBNETS = {
  "public-a": "subnet-0aaa1111222233334",
  "public-b": "subnet-0bbb1111222233334",
  "private-a": "subnet-0ccc1111222233334",
  "private-b": "subnet-0ddd1111222233334",
} as const;

/** Addresses that AWS keeps in each subnet. @source Amazon VPC User Guide, Subnet CIDR blocks (checked 2026-11-20) */
const KEPT_ADDRESSES = 5;

type SubnetPlan = Pick<SubnetRow, "subnetId" | "name" | "cidrBlock" | "availabilityZone" | "internetRoute">;

const SUBNETS: readonly SubnetPlan[] = [
  plan("public-a", "10.0.0.0/24", "us-east-1a"),
  plan("public-b", "10.0.1.0/24", "us-east-1b"),
  plan("private-a", "10.0.10.0/24", "us-east-1a"),
  plan("private-b", "10.0.11.0/24", "us-east-1b"),
];

/** Other plans for the network, for scenarios that need more room or less. */
export interface NetworkPlan {
  /** Blocks of the four subnets, by name; the default is a /24 each. */
  readonly cidrBlocks?: Partial<Record<keyof typeof DEFAULT_SUBNETS, string>>;
}

/** Writes the rows of the default world. */
export function buildDefaultWorld(sim: Cloud, network: NetworkPlan = {}): void {
  sim.put("vpcs", { vpcId: DEFAULT_VPC_ID, cidrBlock: "10.0.0.0/16", isDefault: true });
  for (const subnet of SUBNETS) {
    const cidrBlock = network.cidrBlocks?.[subnet.name as keyof typeof DEFAULT_SUBNETS] ?? subnet.cidrBlock;
    sim.put("subnets", {
      ...subnet,
      cidrBlock,
      vpcId: DEFAULT_VPC_ID,
      availableIpAddressCount: blockSize(cidrBlock) - KEPT_ADDRESSES,
      nextOffset: FIRST_FREE_OFFSET,
    });
  }
  sim.put("securityGroups", {
    groupId: DEFAULT_SECURITY_GROUP_ID,
    groupName: "default",
    vpcId: DEFAULT_VPC_ID,
    description: "default VPC security group",
  });
  for (const image of IMAGE_CATALOGUE) sim.put("images", { ...image });
  buildDefaultAccount(sim);
  sim.record("WORLD_BEGAN", DEFAULT_VPC_ID);
}

function plan(name: keyof typeof DEFAULT_SUBNETS, cidrBlock: string, availabilityZone: string): SubnetPlan {
  const internetRoute = name.startsWith("public") ? "internet-gateway" : "nat-gateway";
  return { subnetId: DEFAULT_SUBNETS[name], name, cidrBlock, availabilityZone, internetRoute };
}

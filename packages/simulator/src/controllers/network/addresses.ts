/**
 * Private addresses of a subnet: which are free, which is next. AWS keeps five of each subnet.
 * Source: Amazon VPC User Guide, "Subnet CIDR blocks" (checked 2026-11-20).
 */
import type { Cloud } from "../../model/cloud.ts";
import { addressKey } from "../../model/tables.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { addressNumber, addressText } from "../../network/blocks.ts";

/** The first four addresses of a subnet are AWS's own. */
export const FIRST_FREE_OFFSET = 4;

/** Number of addresses in a block: 256 for a /24. */
export function blockSize(cidrBlock: string): number {
  const [, prefix = "32"] = cidrBlock.split("/");
  return 2 ** (32 - Number(prefix));
}

/** The address at an offset in a block: offset 4 of 10.0.1.0/24 is 10.0.1.4. */
export function addressAt(cidrBlock: string, offset: number): string {
  const [network = ""] = cidrBlock.split("/");
  return addressText((addressNumber(network) ?? 0) + offset);
}

/**
 * Takes the next free address of a subnet and writes the subnet's new row.
 * @returns undefined when the subnet has none left
 */
export function takeAddress(sim: Cloud, subnet: SubnetRow): string | undefined {
  if (subnet.availableIpAddressCount === 0) return undefined;
  const size = blockSize(subnet.cidrBlock);
  const last = size - 2;
  let offset = subnet.nextOffset;
  for (let tried = 0; tried < size; tried += 1) {
    const address = addressAt(subnet.cidrBlock, offset);
    const next = offset >= last ? FIRST_FREE_OFFSET : offset + 1;
    if (!sim.tables.networkInterfaces.has(addressKey(subnet.subnetId, address))) {
      const availableIpAddressCount = subnet.availableIpAddressCount - 1;
      sim.put("subnets", { ...subnet, nextOffset: next, availableIpAddressCount });
      return address;
    }
    offset = next;
  }
  return undefined;
}

/** Gives an address back: the subnet has one more. */
export function releaseAddress(sim: Cloud, subnetId: string): void {
  const subnet = sim.tables.subnets.get(subnetId);
  if (subnet === undefined) return;
  sim.put("subnets", { ...subnet, availableIpAddressCount: subnet.availableIpAddressCount + 1 });
}

/**
 * Addresses of network interfaces: which of a subnet are free, which is next (AWS keeps five of each subnet), and the
 * hardware and public ones, which are drawn.
 * Source: Amazon VPC User Guide, "Subnet CIDR blocks" (checked 2026-11-20).
 */
import { hexId } from "../../kernel/ids.ts";
import { joined } from "../../kernel/joined.ts";
import type { Cloud } from "../../model/cloud.ts";
import { addressKey } from "../../model/tables.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { addressText, readBlock } from "../../network/blocks.ts";

/** The first four addresses of a subnet are AWS's own. */
export const FIRST_FREE_OFFSET = 4;

/** Number of addresses in a block: 256 for a /24. */
export function blockSize(cidrBlock: string): number {
  return readBlock(cidrBlock)?.size ?? 1;
}

/** The address at an offset in a block: offset 4 of 10.0.1.0/24 is 10.0.1.4. */
export function addressAt(cidrBlock: string, offset: number): string {
  return addressText((readBlock(cidrBlock)?.first ?? 0) + offset);
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
      sim.change("subnets", subnet, { nextOffset: next, availableIpAddressCount });
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
  sim.change("subnets", subnet, { availableIpAddressCount: subnet.availableIpAddressCount + 1 });
}

/** A hardware address, with the first byte that EC2 uses. */
export function macAddress(sim: Cloud, stream?: string): string {
  const digits = hexId(sim.world.random, 10, stream);
  const pairs = [0, 2, 4, 6, 8].map((at) => digits.slice(at, at + 2));
  return joined(":", "0e", ...pairs);
}

/** Ours: 198.51.100.0/24 and 203.0.113.0/24 are set aside for documentation, so no address leads to a real host. */
export function publicAddress(sim: Cloud, stream = "addresses"): string {
  const bits = sim.world.random.bits(stream);
  return joined(".", bits & 256 ? "198.51.100" : "203.0.113", (bits % 254) + 1);
}

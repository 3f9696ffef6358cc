/**
 * Whether the packets of a client come through to a load balancer, and from which address it sees them.
 * Simplified: clients call every node alike, as if their names resolved to all of them; what one node lets in, all do.
 */
import type { ClientFlowRow } from "../../model/client-flows.ts";
import type { LoadBalancerRow } from "../../model/elb.ts";
import type { CloudReaders } from "../../model/tables.ts";
import { addressText, readBlock } from "../../network/blocks.ts";
import { reaches } from "../../network/hop.ts";
import { fromInternet } from "../../network/way-in.ts";
import { letIn } from "../../network/way-out.ts";
import { nodeOf } from "../../workloads/way-to-target.ts";

/** From where the internet calls. Ours: 198.51.100.0/24 is set aside for documentation. */
const CLIENT_OF_INTERNET = "198.51.100.77";

/** The address of a client: of the internet, or the last one that a subnet gives to machines. */
export function clientAddress(tables: Pick<CloudReaders, "subnets">, { from }: ClientFlowRow): string {
  const block = readBlock(tables.subnets.get(from)?.cidrBlock ?? "");
  return block === undefined ? CLIENT_OF_INTERNET : addressText(block.first + block.size - 2);
}

/** Whether a connection from a client to a port of a load balancer comes about. */
export function reachesBalancer(tables: CloudReaders, balancer: LoadBalancerRow, client: ClientFlowRow): boolean {
  const node = nodeOf(tables, balancer);
  if (balancer.state !== "active" || node === undefined) return false;
  const packet = { protocol: "tcp", port: client.port, peer: { address: clientAddress(tables, client) } } as const;
  const lets = balancer.securityGroups.length === 0 || letIn(tables, node, packet).passes;
  if (client.from !== "internet") return lets && tables.subnets.get(client.from)?.vpcId === balancer.vpcId;
  if (balancer.scheme === "internal") return false;
  return balancer.securityGroups.length === 0 || reaches(fromInternet(tables, node, packet));
}

/**
 * NAT gateways: an address of their subnet, a public one, and what stands behind them may call the internet.
 * Source: Amazon EC2 API Reference, CreateNatGateway (checked 2026-11-21). Simplified: the public address comes with the
 * gateway, where AWS asks for one of AllocateAddress; private and regional NAT gateways are left out.
 */

import { publicAddress } from "../../controllers/network/addresses.ts";
import { addInterface, refreshInternetRoutes } from "../../controllers/network/network-changes.ts";
import { draw } from "../../controllers/rows/task-rows.ts";
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import { NAT_GATEWAY_AVAILABLE_AFTER, NAT_GATEWAY_GONE_AFTER } from "../../model/network-timing.ts";
import { epochSeconds } from "../../model/place.ts";
import type { NatGatewayRow } from "../../model/vpc.ts";
import { answer, command, query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { list } from "./listing.ts";
import { idNotFound, refuse } from "./refusals.ts";
import { NETWORK_STREAM } from "./security-groups.ts";

export const describeNatGateways = query<"ec2", "DescribeNatGateways">((sim, input) => {
  const { NatGatewayIds = [], Filter, ...paging } = input;
  const absent = NatGatewayIds.find((id) => !sim.tables.natGateways.has(id));
  if (absent !== undefined) return refuse("nat-gateway.absent", { natGatewayId: absent });
  const rows = [...sim.tables.natGateways.values()].filter(
    ({ natGatewayId }) => NatGatewayIds.length === 0 || NatGatewayIds.includes(natGatewayId),
  );
  return list(
    rows,
    { ...paging, ...(Filter === undefined ? {} : { Filters: Filter }) },
    {
      member: "NatGateways",
      present: (row) => presentNatGateway(sim, row),
      filters: {
        "nat-gateway-id": ({ natGatewayId }) => natGatewayId,
        "subnet-id": ({ subnetId }) => subnetId,
        "vpc-id": ({ vpcId }) => vpcId,
        state: ({ state }) => state,
      },
    },
  );
});

function presentNatGateway(sim: Cloud, row: NatGatewayRow): Shape<"ec2", "NatGateway"> {
  return {
    CreateTime: epochSeconds(sim.tables, row.createdAtMs),
    ...(row.deletedAtMs === undefined ? {} : { DeleteTime: epochSeconds(sim.tables, row.deletedAtMs) }),
    NatGatewayAddresses: [
      {
        AllocationId: row.natGatewayId.replace("nat-", "eipalloc-"),
        NetworkInterfaceId: row.networkInterfaceId,
        PrivateIp: row.privateIpv4Address,
        PublicIp: row.publicIpv4Address,
        IsPrimary: true,
        Status: "succeeded",
      },
    ],
    NatGatewayId: row.natGatewayId,
    State: row.state,
    SubnetId: row.subnetId,
    VpcId: row.vpcId,
    Tags: [],
    ConnectivityType: "public",
  };
}

export const createNatGateway = command<"ec2", "CreateNatGateway">((sim, input) => {
  const { SubnetId, AllocationId, ConnectivityType = "public" } = input;
  if (SubnetId === undefined) return refuse("parameter.missing", { parameter: "subnetId" });
  const subnet = sim.tables.subnets.get(SubnetId);
  if (subnet === undefined) return idNotFound("subnet", SubnetId);
  if (ConnectivityType !== "public") {
    return refuse("nat-gateway.private");
  }
  if (AllocationId !== undefined) {
    return refuse("nat-gateway.address", { allocationId: AllocationId });
  }
  const natGatewayId = `nat-0${hexId(sim.world.random, 16, NETWORK_STREAM)}`;
  const networkInterfaceId = `eni-0${hexId(sim.world.random, 16, NETWORK_STREAM)}`;
  const publicIpv4Address = publicAddress(sim, NETWORK_STREAM);
  const eni = addInterface(sim, subnet, { networkInterfaceId, natGatewayId, publicIpv4Address });
  if (eni === undefined) {
    return refuse("nat-gateway.no-addresses", { subnetId: SubnetId });
  }
  const { privateIpv4Address } = eni;
  const row: NatGatewayRow = {
    natGatewayId,
    vpcId: subnet.vpcId,
    subnetId: SubnetId,
    state: "pending",
    networkInterfaceId,
    privateIpv4Address,
    publicIpv4Address,
    createdAtMs: sim.nowMs,
  };
  sim.put("natGateways", row);
  sim.record("NAT_GATEWAY_CREATED", natGatewayId, { subnetId: SubnetId });
  sim.schedule(
    draw(sim, NETWORK_STREAM, NAT_GATEWAY_AVAILABLE_AFTER),
    "NAT_GATEWAY_AVAILABLE",
    natGatewayId,
    0,
    undefined,
  );
  return answer({ NatGateway: presentNatGateway(sim, row) });
});

export const deleteNatGateway = command<"ec2", "DeleteNatGateway">((sim, { NatGatewayId }) => {
  const row = sim.tables.natGateways.get(NatGatewayId);
  if (row === undefined) return refuse("nat-gateway.absent", { natGatewayId: NatGatewayId });
  if (row.state !== "deleting" && row.state !== "deleted") {
    sim.put("natGateways", { ...row, state: "deleting" });
    refreshInternetRoutes(sim);
    sim.record("NAT_GATEWAY_DELETING", NatGatewayId);
    sim.schedule(draw(sim, NETWORK_STREAM, NAT_GATEWAY_GONE_AFTER), "NAT_GATEWAY_GONE", NatGatewayId, 0, undefined);
  }
  return answer({ NatGatewayId });
});

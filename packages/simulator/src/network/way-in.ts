/** Ways to an interface in a VPC: from another interface of it, and from the internet. */
import type { Hop } from "../model/hop.ts";
import type { CloudReaders } from "../model/tables.ts";
import { passes, refuses, walk } from "./hop.ts";
import { internetRouteOf, routeTableOf, routeTo } from "./routes.ts";
import type { FirstPacket } from "./rules.ts";
import type { Standing } from "./standing.ts";
import { followed, letIn, letOut, peerOf } from "./way-out.ts";

/** From one interface to another of the same VPC: out of the caller's groups, along the local route, in to the callee's. */
export function acrossVpc(
  tables: CloudReaders,
  from: Standing,
  to: Standing,
  packet: Pick<FirstPacket, "protocol" | "port">,
): Hop[] {
  const { address } = to;
  if (address === undefined || from.address === undefined) {
    const absent = address === undefined ? to : from;
    return [refuses("route", "no-address", `The ${absent.label} has no network interface.`, { id: absent.id })];
  }
  return walk(
    () => letOut(tables, from, { ...packet, peer: peerOf(to) }),
    () => alongLocal(tables, from, address),
    () => letIn(tables, to, { ...packet, peer: peerOf(from) }),
  );
}

function alongLocal(tables: CloudReaders, from: Standing, address: string): Hop {
  const table = routeTableOf(tables, from);
  const route = routeTo(table, address);
  if (table === undefined || route?.target !== "local") {
    return refuses("route", "other-vpc", `${address} is in another VPC, and no route leads there.`, {
      ...(table === undefined ? {} : { id: table.routeTableId }),
    });
  }
  return followed(tables, table.routeTableId, route, address);
}

/** From the internet: only to a public address, in a subnet whose traffic an internet gateway takes. */
export function fromInternet(tables: CloudReaders, to: Standing, packet: FirstPacket): Hop[] {
  return walk(
    () => throughGateway(tables, to),
    () => letIn(tables, to, packet),
  );
}

function throughGateway(tables: CloudReaders, to: Standing): Hop {
  const route = internetRouteOf(tables, to);
  if (!to.isPublic || to.publicAddress === undefined) {
    const never = to.isEc2Task ? " The interface of a task on EC2 never gets one." : "";
    const sentence = `The ${to.label} has no public address: the internet cannot begin a connection to it.${never}`;
    return refuses("internet-gateway", "no-public-address", sentence, { id: to.id });
  }
  if (route !== "internet-gateway") {
    const why = route === "nat-gateway" ? "a NAT gateway lets nobody in" : "it has no route to an internet gateway";
    const sentence = `The public address ${to.publicAddress} is of no use in subnet ${to.subnetId}: ${why}.`;
    return refuses("route", "private-subnet", sentence, { id: to.subnetId });
  }
  const id = routeTo(routeTableOf(tables, to), "198.51.100.1")?.target ?? "";
  const sentence = `Internet gateway ${id} sends ${to.publicAddress} on to ${to.address}.`;
  return passes("internet-gateway", "public-address", sentence, { id });
}

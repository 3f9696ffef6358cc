/**
 * The life of a load balancer: a node in each of its subnets, and after some two minutes it is active.
 * Simplified: it always has one node a zone, which never scales, fails or changes its address.
 * Source: recorded creation of an Application Load Balancer (checked 2026-11-29).
 */
import { loadBalancerChart } from "../../charts/balancing-charts.ts";
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry } from "../../model/due.ts";
import type { LoadBalancerRow } from "../../model/elb.ts";
import { FIRST_NODE_AFTER, LOAD_BALANCER_ACTIVE_AFTER, NEXT_NODE_AFTER } from "../../model/elb-timing.ts";
import { publicAddress } from "../network/addresses.ts";
import { addInterface, removeInterface } from "../network/network-changes.ts";
import { draw } from "../rows/task-rows.ts";
import { BALANCING_STREAM } from "./target-rows.ts";

/** A new load balancer will be active, with a node in each of its subnets. */
export function beginLoadBalancer(sim: Cloud, row: LoadBalancerRow): void {
  bringUpNodes(sim, row, row.subnetIds, draw(sim, BALANCING_STREAM, FIRST_NODE_AFTER));
  const { loadBalancerArn, slot } = row;
  sim.schedule(
    draw(sim, BALANCING_STREAM, LOAD_BALANCER_ACTIVE_AFTER),
    "LOAD_BALANCER_ACTIVE",
    loadBalancerArn,
    slot,
    undefined,
  );
}

/** Nodes will come up in these subnets, one after the other. @param delayMs until the first one does */
export function bringUpNodes(
  sim: Cloud,
  { loadBalancerArn, slot }: LoadBalancerRow,
  subnetIds: readonly string[],
  delayMs: number,
): void {
  let afterMs = delayMs;
  for (const subnetId of subnetIds) {
    sim.schedule(afterMs, "LOAD_BALANCER_NODE_DUE", loadBalancerArn, slot, subnetId);
    afterMs += draw(sim, BALANCING_STREAM, NEXT_NODE_AFTER);
  }
}

/** A node comes up: a network interface of the balancer, with a public address when the internet may call it. */
export function onLoadBalancerNodeDue(
  sim: Cloud,
  { target, data: subnetId }: CloudEntry<"LOAD_BALANCER_NODE_DUE">,
): void {
  const row = sim.tables.loadBalancers.get(target);
  const subnet = sim.tables.subnets.get(subnetId);
  if (row === undefined || subnet === undefined || !row.subnetIds.includes(subnetId)) return;
  const { loadBalancerArn, scheme } = row;
  const publicIpv4Address = scheme === "internet-facing" ? publicAddress(sim, BALANCING_STREAM) : undefined;
  const networkInterfaceId = `eni-0${hexId(sim.world.random, 16, BALANCING_STREAM)}`;
  const owner = { networkInterfaceId, loadBalancerArn, ...(publicIpv4Address && { publicIpv4Address }) };
  const node = addInterface(sim, subnet, owner);
  if (node === undefined) {
    sim.record("LOAD_BALANCER_NODE_FAILED", loadBalancerArn, { subnetId });
    return;
  }
  const { privateIpv4Address } = node;
  const { availabilityZone } = subnet;
  sim.record("LOAD_BALANCER_NODE_UP", loadBalancerArn, { availabilityZone, privateIpv4Address, publicIpv4Address });
}

/** The load balancer takes requests. */
export function onLoadBalancerActive(sim: Cloud, { target }: CloudEntry<"LOAD_BALANCER_ACTIVE">): void {
  const row = sim.tables.loadBalancers.get(target);
  if (row?.state !== "provisioning") return;
  sim.change("loadBalancers", row, { state: loadBalancerChart.after(row.state, "PROVISIONED") });
  sim.record("LOAD_BALANCER_ACTIVE", row.loadBalancerArn);
}

/** The nodes in these subnets, or all of them, are gone with their addresses. Belongs to the next record. */
export function removeNodes(sim: Cloud, { loadBalancerArn }: LoadBalancerRow, subnetIds?: readonly string[]): void {
  for (const eni of [...sim.tables.networkInterfaces.values()]) {
    if (eni.loadBalancerArn !== loadBalancerArn || subnetIds?.includes(eni.subnetId) === false) continue;
    removeInterface(sim, eni.subnetId, eni.privateIpv4Address);
  }
}

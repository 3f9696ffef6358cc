/** Hand-made networks with machines and tasks, for tests of who reaches whom: rows that the simulator would write, without waiting for it. */
import { newContainerRow, newTaskRow } from "../controllers/rows/new-rows.ts";
import { buildDefaultNetwork, DEFAULT_SUBNETS, type NetworkPlan, type PlannedRule } from "../default-network.ts";
import { type Cloud, emptyCloud } from "../model/cloud.ts";
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import type { Ec2InstanceRow } from "../model/ec2.ts";
import type { NetworkBinding, NetworkMode, TaskRow, TaskSpec } from "../model/ecs.ts";
import type { Connection } from "../model/hop.ts";
import { connect } from "../network/connect.ts";
import { findEnd } from "../network/find-end.ts";

type SubnetName = keyof typeof DEFAULT_SUBNETS;

export const tcp = (port: number, peer: string, to = port): PlannedRule => ({
  protocol: "tcp",
  fromPort: port,
  toPort: to,
  peer,
});

export const MACHINES = "sg-0a00000000000000a";
export const SHOP = "sg-0b00000000000000b";
export const CLIENT = "sg-0c00000000000000c";
export const ENDPOINTS = "sg-0d00000000000000d";

/** Groups: machines take dynamic ports from clients, the shop takes 80 from clients and machines, endpoints 443 from clients. */
export const GROUPS = [
  { groupId: MACHINES, groupName: "machines", ingress: [tcp(32_768, CLIENT, 60_999), tcp(80, "0.0.0.0/0")] },
  { groupId: SHOP, groupName: "shop", ingress: [tcp(80, CLIENT), tcp(80, MACHINES)] },
  { groupId: CLIENT, groupName: "client" },
  { groupId: ENDPOINTS, groupName: "endpoints", ingress: [tcp(443, CLIENT)] },
];

/** A hand-made world: rows that the simulator would write, without waiting for it. */
export class Scenery {
  readonly sim: Cloud;
  #addresses = 20;

  constructor(plan: NetworkPlan = {}) {
    this.sim = emptyCloud(1);
    buildDefaultNetwork(this.sim, { securityGroups: GROUPS, ...plan });
  }

  instance(name: string, options: { subnet?: SubnetName; blocksMetadata?: boolean } = {}): Ec2InstanceRow {
    const { subnet = "public-a", blocksMetadata = false } = options;
    const slot = this.sim.tables.ec2Instances.nextSlot;
    const row = {
      instanceId: `i-${name}`,
      slot,
      state: "running",
      vpcId: "vpc-0a1b2c3d4e5f60718",
      subnetId: DEFAULT_SUBNETS[subnet],
      securityGroups: [MACHINES],
      ...this.#address(subnet),
      ...(subnet.startsWith("public") ? { publicIpv4Address: `198.51.100.${slot + 1}` } : {}),
      agentConfiguration: blocksMetadata ? { ECS_AWSVPC_BLOCK_IMDS: "true" } : {},
    } as unknown as Ec2InstanceRow;
    this.sim.put("ec2Instances", row);
    this.sim.put("containerInstances", {
      containerInstanceArn: `arn:ci-${name}`,
      slot,
      status: "ACTIVE",
      spec: {
        ec2InstanceId: row.instanceId,
        containerInstanceArn: `arn:ci-${name}`,
        containerInstanceId: `ci-${name}`,
      },
    } as unknown as ContainerInstanceRow);
    return row;
  }

  /** A task that runs; every container listens on port 80, or where `listens` says. */
  task(
    name: string,
    options: {
      mode?: NetworkMode;
      on?: Ec2InstanceRow;
      subnet?: SubnetName;
      publicIp?: boolean;
      groups?: readonly string[];
      containers?: readonly string[];
      bindings?: readonly NetworkBinding[];
    } = {},
  ): TaskRow {
    const { mode = "awsvpc", on, subnet = "private-a", publicIp = false, groups = [CLIENT] } = options;
    const { containers = [name], bindings } = options;
    const spec = {
      taskArn: `arn:task/${name}`,
      taskId: `${name}-0123456789`,
      taskDefinitionArn: `arn:task-definition/${name}:1`,
      launchType: on === undefined ? "FARGATE" : "EC2",
      networkMode: mode,
      subnetId: mode === "awsvpc" ? DEFAULT_SUBNETS[subnet] : on?.subnetId,
      securityGroups: mode === "awsvpc" ? groups : [],
      assignPublicIp: publicIp,
      containerArns: containers.map((container) => `arn:container/${name}/${container}`),
      firstContainerSlot: this.sim.tables.containers.nextSlot,
      ...(on && { placed: { containerInstanceArn: `arn:ci-${on.instanceId.slice(2)}`, ec2Slot: on.slot } }),
    } as unknown as TaskSpec;
    const slot = this.sim.tables.tasks.nextSlot;
    const eni = mode === "awsvpc" ? this.#address(subnet, publicIp) : undefined;
    const task = { ...newTaskRow(spec, slot, []), lastStatus: "RUNNING" as const, networkInterface: eni } as TaskRow;
    this.sim.put("tasks", task);
    for (const [index, container] of containers.entries()) {
      const row = newContainerRow(spec, slot, index, container);
      this.sim.put("containers", { ...row, lastStatus: "RUNNING", ...(bindings && { networkBindings: bindings }) });
    }
    return task;
  }

  try(from: string, to: string, port = 80): Connection {
    const [caller, called] = [findEnd(this.sim.tables, from), findEnd(this.sim.tables, to)];
    if (!caller.ok || !called.ok) throw new Error(caller.ok ? (called as { message: string }).message : caller.message);
    const request = { from: caller.end, to: called.end, port, protocol: "tcp" as const };
    return connect(this.sim.tables, request, () => [{ port: 80, protocol: "tcp" }]);
  }

  #address(subnet: SubnetName, publicIp = false) {
    this.#addresses += 1;
    const base = this.sim.tables.subnets.get(DEFAULT_SUBNETS[subnet])?.cidrBlock.replace(/0\/\d+$/, "");
    return {
      privateIpv4Address: `${base}${this.#addresses}`,
      ...(publicIp ? { publicIpv4Address: `203.0.113.${this.#addresses}` } : {}),
    };
  }
}

/** The hops as text: `egress route ingress! ` where the mark stands behind the one that refuses. */
export function path({ hops }: Connection): string {
  return hops.map(({ kind, why, passes }) => (passes ? kind : `${kind}:${why}`)).join(" ");
}

export const DYNAMIC: readonly NetworkBinding[] = [
  { bindIP: "0.0.0.0", containerPort: 80, hostPort: 32_768, protocol: "tcp" },
];

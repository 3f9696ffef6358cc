/**
 * Who answers at a target, and whether the packets of a load balancer get there. An address is that of a task or of a machine,
 * and a machine has whatever listens on its port.
 * Simplified: the node in the target's own zone calls it when there is one.
 */
import type { Ec2InstanceRow } from "../../model/ec2.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { LoadBalancerRow, TargetRow } from "../../model/elb.ts";
import type { CloudReaders } from "../../model/tables.ts";
import { reaches } from "../../network/hop.ts";
import { heardBy, heardOnMachine } from "../../network/listening.ts";
import { type Standing, standingOfContainers, standingOfInstance } from "../../network/standing.ts";
import { acrossVpc } from "../../network/way-in.ts";
import { letIn, peerOf } from "../../network/way-out.ts";
import { listeningPorts } from "../../workloads/listening-ports.ts";

/** Who has the address of a target. */
type Behind = { readonly task: TaskRow } | { readonly instance: Ec2InstanceRow };

/** A container with its task. */
export interface ContainerBehind {
  readonly task: TaskRow;
  readonly container: ContainerRow;
}

/** The container whose process has the port of a target, ready or not; undefined when nobody has. */
export function containerBehind(tables: CloudReaders, target: TargetRow): ContainerBehind | undefined {
  const behind = behindTarget(tables, target);
  if (behind === undefined) return undefined;
  const called = { protocol: "tcp", port: target.port } as const;
  const ports = (task: TaskRow, container: ContainerRow) =>
    listeningPorts(tables, task, container, Number.POSITIVE_INFINITY);
  const hops =
    "task" in behind
      ? heardBy(tables, { kind: "task", task: behind.task }, called, ports, "outside")
      : heardOnMachine(tables, behind.instance, called, ports);
  const last = hops.at(-1);
  const container = last?.passes === true ? tables.containers.get(last.id ?? "") : undefined;
  const task = container && tables.tasks.get(container.taskArn);
  return container === undefined || task === undefined ? undefined : { task, container };
}

/** Whether a packet of a load balancer comes to a target. One without security groups sends whatever it likes. */
export function isReached(tables: CloudReaders, balancer: LoadBalancerRow, target: TargetRow): boolean {
  const node = nodeOf(tables, balancer, target.availabilityZone);
  const behind = behindTarget(tables, target);
  if (node === undefined || behind === undefined) return false;
  if ("instance" in behind && behind.instance.state !== "running") return false;
  const to = "task" in behind ? standingOfContainers(tables, behind.task) : standingOfInstance(behind.instance);
  const packet = { protocol: "tcp", port: target.port } as const;
  if (balancer.securityGroups.length > 0) return reaches(acrossVpc(tables, node, to, packet));
  return letIn(tables, to, { ...packet, peer: peerOf(node) }).passes;
}

/** Where a node of a load balancer stands, in a zone if it has one there; undefined while none is up. */
export function nodeOf(tables: CloudReaders, balancer: LoadBalancerRow, zone?: string): Standing | undefined {
  const { loadBalancerArn, loadBalancerName, vpcId, securityGroups: groups } = balancer;
  const nodes = [...tables.networkInterfaces.values()].filter((row) => row.loadBalancerArn === loadBalancerArn);
  const near = nodes.find(({ subnetId }) => tables.subnets.get(subnetId)?.availabilityZone === zone);
  const node = near ?? nodes[0];
  if (node === undefined) return undefined;
  const { subnetId, privateIpv4Address: address, publicIpv4Address: publicAddress } = node;
  const isPublic = publicAddress !== undefined;
  const label = `load balancer ${loadBalancerName}`;
  return { id: loadBalancerArn, label, vpcId, subnetId, address, publicAddress, isPublic, isEc2Task: false, groups };
}

function behindTarget(tables: CloudReaders, { id, taskArn }: TargetRow): Behind | undefined {
  const instance = tables.ec2Instances.get(id);
  if (instance !== undefined) return { instance };
  const own = tables.tasks.get(taskArn ?? "");
  if (own?.networkInterface?.privateIpv4Address === id) return own.lastStatus === "STOPPED" ? undefined : { task: own };
  for (const row of tables.networkInterfaces.values()) {
    if (row.privateIpv4Address !== id) continue;
    const task = tables.tasks.get(row.taskArn ?? "");
    const machine = tables.ec2Instances.get(row.instanceId ?? "");
    if (task !== undefined) return { task };
    if (machine !== undefined) return { instance: machine };
  }
  return undefined;
}

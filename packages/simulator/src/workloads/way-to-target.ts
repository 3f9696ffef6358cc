/**
 * The way from a load balancer to what is behind a target: whose address it is, whether a packet gets there, and which container
 * takes it. Health checks and requests go the same way.
 */
import type { Ec2InstanceRow } from "../model/ec2.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { LoadBalancerRow, TargetRow } from "../model/elb.ts";
import type { Hop } from "../model/hop.ts";
import type { CloudReaders } from "../model/tables.ts";
import { reaches, refuses } from "../network/hop.ts";
import { heardBy, heardOnMachine } from "../network/listening.ts";
import { type Standing, standingOfContainers, standingOfInstance } from "../network/standing.ts";
import { acrossVpc } from "../network/way-in.ts";
import { letIn, peerOf } from "../network/way-out.ts";
import { listeningPorts } from "./listening-ports.ts";

/** Who answers at a target: a task, or whatever is on an instance. */
export type Behind = { readonly task: TaskRow } | { readonly instance: Ec2InstanceRow };

/** Where a packet stops that is sent to an address without an owner. */
export const NOBODY = refuses("route", "no-address", "Nobody has the address of the target.");

/** The node of a zone, or another one. Undefined while none has an address. */
export function nodeOf(tables: CloudReaders, balancer: LoadBalancerRow, zone?: string): Standing | undefined {
  const { loadBalancerArn, loadBalancerName, vpcId, securityGroups: groups } = balancer;
  const nodes = [...tables.networkInterfaces.values()].filter((row) => row.loadBalancerArn === loadBalancerArn);
  const here = nodes.find((row) => tables.subnets.get(row.subnetId)?.availabilityZone === zone);
  const node = here ?? nodes[0];
  if (node === undefined) return undefined;
  return {
    id: loadBalancerArn,
    label: `load balancer ${loadBalancerName}`,
    vpcId,
    subnetId: node.subnetId,
    address: node.privateIpv4Address,
    publicAddress: node.publicIpv4Address,
    isPublic: node.publicIpv4Address !== undefined,
    isEc2Task: false,
    groups,
  };
}

/** Whose address it is, or the instance. */
export function behindTarget(tables: CloudReaders, { id, taskArn }: TargetRow): Behind | undefined {
  const instance = tables.ec2Instances.get(id);
  if (instance !== undefined) return { instance };
  for (const row of tables.networkInterfaces.values()) {
    if (row.privateIpv4Address !== id || (taskArn !== undefined && row.taskArn !== taskArn)) continue;
    const task = row.taskArn === undefined ? undefined : tables.tasks.get(row.taskArn);
    if (task !== undefined) return { task };
    const machine = row.instanceId === undefined ? undefined : tables.ec2Instances.get(row.instanceId);
    if (machine !== undefined) return { instance: machine };
  }
  return undefined;
}

/** From a node of a load balancer to a port of whoever is behind a target. */
export interface Way {
  readonly balancer: LoadBalancerRow;
  readonly node: Standing;
  readonly behind: Behind;
  readonly port: number;
}

/** Follows a packet. A Network Load Balancer without security groups lets everything out. */
export function wayTo(tables: CloudReaders, { balancer, node, behind, port }: Way): readonly Hop[] {
  if ("instance" in behind && behind.instance.state !== "running") return [NOBODY];
  const to = "task" in behind ? standingOfContainers(tables, behind.task) : standingOfInstance(behind.instance);
  const packet = { protocol: "tcp", port } as const;
  if (balancer.securityGroups.length > 0) return acrossVpc(tables, node, to, packet);
  return [letIn(tables, to, { ...packet, peer: peerOf(node) })];
}

/** Who takes the packet. */
export function listenersAt(tables: CloudReaders, behind: Behind, port: number, atMs: number): readonly Hop[] {
  const called = { protocol: "tcp", port } as const;
  const listeners = (task: TaskRow, container: ContainerRow) => listeningPorts(tables, task, container, atMs);
  return "task" in behind
    ? heardBy(tables, { kind: "task", task: behind.task }, called, listeners, "outside")
    : heardOnMachine(tables, behind.instance, called, listeners);
}

/** Whether a packet of a load balancer comes to a target. */
export function isReached(tables: CloudReaders, balancer: LoadBalancerRow, target: TargetRow): boolean {
  const node = nodeOf(tables, balancer, target.availabilityZone);
  const behind = behindTarget(tables, target);
  if (node === undefined || behind === undefined) return false;
  return reaches(wayTo(tables, { balancer, node, behind, port: target.port }));
}

/** The container whose process has the port of a target, ready or not, with its task; undefined when nobody has. */
export function containerBehind(
  tables: CloudReaders,
  target: TargetRow,
): { readonly task: TaskRow; readonly container: ContainerRow } | undefined {
  const behind = behindTarget(tables, target);
  const last = behind && listenersAt(tables, behind, target.port, Number.POSITIVE_INFINITY).at(-1);
  const container = last?.passes === true ? tables.containers.get(last.id ?? "") : undefined;
  const task = container && tables.tasks.get(container.taskArn);
  return container === undefined || task === undefined ? undefined : { task, container };
}

/** Tasks on a machine. */
export function tasksOn(tables: CloudReaders, { instanceId }: Ec2InstanceRow): readonly TaskRow[] {
  return [...tables.containerInstances.bucket("ec2Instance", instanceId)].flatMap((arn) =>
    [...tables.tasks.bucket("containerInstance", arn)].flatMap((key) => tables.tasks.get(key) ?? []),
  );
}

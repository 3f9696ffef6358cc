/**
 * Where somebody who sends or receives packets stands in the VPC: the interface, its addresses and its security groups.
 * A task in awsvpc mode has an interface of its own; in bridge and host mode it stands where its instance stands.
 * Source: Developer Guide, "Amazon ECS task networking options for EC2" and "... for Fargate" (checked 2026-11-21).
 */
import type { Ec2InstanceRow } from "../model/ec2.ts";
import type { TaskRow } from "../model/ecs.ts";
import type { MountTarget } from "../model/storage.ts";
import type { CloudReaders } from "../model/tables.ts";

/** An interface in a subnet, as the network sees it. */
export interface Standing {
  /** Task ARN or instance id. */
  readonly id: string;
  /** How sentences call it. */
  readonly label: string;
  readonly vpcId: string;
  readonly subnetId: string;
  /** Undefined while it has no interface yet. */
  readonly address: string | undefined;
  readonly publicAddress: string | undefined;
  /** Whether an internet gateway has a public address for it. */
  readonly isPublic: boolean;
  /** Why it cannot have a public address, for sentences. */
  readonly isEc2Task: boolean;
  readonly groups: readonly string[];
}

type MachineTables = Pick<CloudReaders, "subnets" | "ec2Instances">;

/** Where an instance stands. */
export function standingOfInstance(instance: Ec2InstanceRow): Standing {
  return {
    id: instance.instanceId,
    label: `instance ${instance.instanceId}`,
    vpcId: instance.vpcId,
    subnetId: instance.subnetId,
    address: instance.privateIpv4Address,
    publicAddress: instance.publicIpv4Address,
    isPublic: instance.publicIpv4Address !== undefined,
    isEc2Task: false,
    groups: instance.securityGroups,
  };
}

/** Where a task with an interface of its own stands. */
export function standingOfTask(tables: Pick<CloudReaders, "subnets">, task: TaskRow): Standing {
  const { spec, networkInterface } = task;
  return {
    id: task.taskArn,
    label: `task ${spec.taskId.slice(0, 8)}`,
    vpcId: tables.subnets.get(spec.subnetId)?.vpcId ?? "",
    subnetId: spec.subnetId,
    address: networkInterface?.privateIpv4Address,
    publicAddress: networkInterface?.publicIpv4Address,
    isPublic: spec.launchType === "FARGATE" && spec.assignPublicIp,
    isEc2Task: spec.launchType !== "FARGATE",
    groups: spec.securityGroups,
  };
}

/** Where a mount target of an EFS file system stands. */
export function standingOfMountTarget(tables: Pick<CloudReaders, "subnets">, target: MountTarget): Standing {
  const { mountTargetId, subnetId, privateIpv4Address, securityGroups } = target;
  return {
    id: mountTargetId,
    label: `mount target ${mountTargetId}`,
    vpcId: tables.subnets.get(subnetId)?.vpcId ?? "",
    subnetId,
    address: privateIpv4Address,
    publicAddress: undefined,
    isPublic: false,
    isEc2Task: false,
    groups: securityGroups,
  };
}

/** The machine that a task was placed on; undefined on Fargate. */
export function machineOf(tables: Pick<CloudReaders, "ec2Instances">, task: TaskRow): Ec2InstanceRow | undefined {
  const slot = task.spec.placed?.ec2Slot;
  return slot === undefined ? undefined : tables.ec2Instances.at(slot);
}

/** Where the packets of a task's containers come from. */
export function standingOfContainers(tables: MachineTables, task: TaskRow): Standing {
  const machine = task.spec.networkMode === "awsvpc" ? undefined : machineOf(tables, task);
  return machine === undefined ? standingOfTask(tables, task) : standingOfInstance(machine);
}

/**
 * Where the agent stands that pulls images, reads secrets and opens log streams for a task: on Fargate behind the task's own
 * interface, on EC2 behind the one of the instance, in every network mode.
 * @source Developer Guide, "Allocate a network interface for an Amazon ECS task" (checked 2026-11-21)
 */
export function standingOfAgent(tables: MachineTables, task: TaskRow): Standing {
  const machine = machineOf(tables, task);
  return machine === undefined ? standingOfTask(tables, task) : standingOfInstance(machine);
}

/**
 * What somebody means by a name: the id or ARN of a task (or its first characters), the name of a container, an instance,
 * a private address, a service of AWS, `internet`, `localhost`, `imds`, or a host name.
 */
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import { regionOf } from "../model/place.ts";
import type { CloudReaders } from "../model/tables.ts";
import { serviceNamed } from "./aws-services.ts";
import { addressNumber, blockContains } from "./blocks.ts";
import type { End } from "./end.ts";
import { INTERNET } from "./way-out.ts";

/** What a name means, or why it means nothing. */
export type FoundEnd = { readonly ok: true; readonly end: End } | { readonly ok: false; readonly message: string };

/** The link-local address of the instance metadata service. */
const METADATA = "169.254.169.254";
/** Shortest part of a task's id that stands for the task. */
const SHORTEST_PREFIX = 4;
/** Names of one kind that a message lists. */
const MOST_LISTED = 5;

const FIXED: Readonly<Record<string, End>> = {
  internet: { kind: "internet", host: "the internet", address: INTERNET },
  imds: { kind: "metadata" },
  [METADATA]: { kind: "metadata" },
  localhost: { kind: "localhost" },
  "127.0.0.1": { kind: "localhost" },
};

/** Finds the end that a text names. Never throws. */
export function findEnd(tables: CloudReaders, text: string): FoundEnd {
  if (Object.hasOwn(FIXED, text)) return found(FIXED[text] as End);
  const service = serviceNamed(regionOf(tables), text);
  if (service !== undefined) return found({ kind: "service", service });
  if (addressNumber(text) !== undefined) return behindAddress(tables, text);
  const instance = instanceNamed(tables, text);
  if (instance !== undefined) return found({ kind: "instance", instance });
  const task = tasksNamed(tables, text);
  if (task !== undefined) return task;
  if (/^[\w-]+(\.[\w-]+)+$/.test(text)) return found({ kind: "internet", host: text, address: INTERNET });
  return { ok: false, message: `There is no task, container, instance or service ${text}.` };
}

function found(end: End): FoundEnd {
  return { ok: true, end };
}

/** An EC2 instance by its id, or by the ARN or id of the container instance on it. */
function instanceNamed(tables: CloudReaders, text: string) {
  const own = tables.ec2Instances.get(text);
  if (own !== undefined || tables.containerInstances.size === 0) return own;
  for (const { spec } of tables.containerInstances.values()) {
    if (spec.containerInstanceArn === text || spec.containerInstanceId === text) {
      return tables.ec2Instances.get(spec.ec2InstanceId);
    }
  }
  return undefined;
}

/** `TASK`, `TASK/CONTAINER`, an ARN of either, the name of a container, or a family. */
function tasksNamed(tables: CloudReaders, text: string): FoundEnd | undefined {
  const byArn = tables.tasks.get(text);
  if (byArn !== undefined) return found({ kind: "task", task: byArn });
  const container = tables.containers.get(text);
  if (container !== undefined) return ofContainer(tables, container);
  const [head = "", name] = text.split("/", 2);
  const byId = tasksWhere(tables, (task) => head.length >= SHORTEST_PREFIX && task.spec.taskId.startsWith(head));
  if (byId.length > 0) return oneOf(tables, byId, text, name);
  if (name !== undefined) return undefined;
  const isUp = (task: TaskRow) => task.lastStatus !== "STOPPED";
  const named = [...tables.containers.values()].filter((row) => row.name === text && row.lastStatus !== "STOPPED");
  if (named.length === 1) return ofContainer(tables, named[0] as ContainerRow);
  if (named.length > 1)
    return ambiguous(
      text,
      named.flatMap((row) => tables.tasks.at(row.taskSlot) ?? []),
    );
  const ofFamily = tasksWhere(tables, (task) => isUp(task) && familyOf(task) === text);
  return ofFamily.length === 0 ? undefined : oneOf(tables, ofFamily, text, undefined);
}

function oneOf(tables: CloudReaders, tasks: readonly TaskRow[], text: string, name: string | undefined): FoundEnd {
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) return ambiguous(text, tasks);
  if (name === undefined) return found({ kind: "task", task });
  for (const key of task.spec.containerArns) {
    const container = tables.containers.get(key);
    if (container?.name === name) return found({ kind: "task", task, container });
  }
  return { ok: false, message: `Task ${task.spec.taskId} has no container ${name}.` };
}

function ofContainer(tables: CloudReaders, container: ContainerRow): FoundEnd {
  const task = tables.tasks.get(container.taskArn);
  if (task === undefined) return { ok: false, message: `The task of container ${container.name} is gone.` };
  return found({ kind: "task", task, container });
}

function ambiguous(text: string, tasks: readonly TaskRow[]): FoundEnd {
  const ids = tasks.slice(0, MOST_LISTED).map(({ spec }) => spec.taskId.slice(0, 8));
  const more = tasks.length > MOST_LISTED ? " ..." : "";
  return { ok: false, message: `${text} can be ${tasks.length} tasks: name one of ${ids.join(", ")}${more}.` };
}

function tasksWhere(tables: CloudReaders, fits: (task: TaskRow) => boolean): TaskRow[] {
  return [...tables.tasks.values()].filter(fits);
}

function familyOf({ spec }: TaskRow): string | undefined {
  return /task-definition\/(.+):\d+$/.exec(spec.taskDefinitionArn)?.[1];
}

/** Whoever has an address in the VPC; any other address is one of the internet. */
function behindAddress(tables: CloudReaders, address: string): FoundEnd {
  for (const row of tables.networkInterfaces.values()) {
    if (row.publicIpv4Address === address && row.privateIpv4Address !== address) {
      return { ok: false, message: `${address} is the public address of ${row.privateIpv4Address}: name that one.` };
    }
    if (row.privateIpv4Address !== address) continue;
    const task = row.taskArn === undefined ? undefined : tables.tasks.get(row.taskArn);
    if (task !== undefined) return found({ kind: "task", task });
    const instance = row.instanceId === undefined ? undefined : tables.ec2Instances.get(row.instanceId);
    if (instance !== undefined) return found({ kind: "instance", instance });
    const whose = row.natGatewayId ?? row.vpcEndpointId ?? row.loadBalancerArn ?? row.networkInterfaceId;
    return { ok: false, message: `${address} belongs to ${whose}: test the way to what lies behind it.` };
  }
  for (const vpc of tables.vpcs.values()) {
    if (blockContains(vpc.cidrBlock, address)) return { ok: false, message: `Nobody has the address ${address}.` };
  }
  return found({ kind: "internet", host: address, address });
}

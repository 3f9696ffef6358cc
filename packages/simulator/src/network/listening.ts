/**
 * The last hops of a connection: which process takes a packet that has come to a task or a machine. In bridge mode a port
 * of the machine leads to a port of one container; in host and awsvpc mode they are the same.
 */

import type { Ec2InstanceRow } from "../model/ec2.ts";
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import type { Hop } from "../model/hop.ts";
import type { CloudReaders } from "../model/tables.ts";
import type { ListenersOf, TaskEnd } from "./end.ts";
import { passes, refuses, walk } from "./hop.ts";
import type { FirstPacket } from "./rules.ts";

type Called = Pick<FirstPacket, "protocol" | "port">;

/** From where the packet comes to the task: from within it, from its machine, or from outside of both. */
type CameFrom = "task" | "machine" | "outside";

/**
 * Ports on which the machine itself listens: SSH, and the introspection of the ECS agent.
 * @source Developer Guide, "Amazon ECS container introspection"; API Reference, Resource, PORTS (checked 2026-11-21)
 */
const PORTS_OF_MACHINE: Readonly<Record<number, string>> = { 22: "the SSH server", 51678: "the ECS agent" };

/** A container of the task that listens on the port takes the packet. */
export function heardBy(
  tables: CloudReaders,
  to: TaskEnd,
  called: Called,
  listenersOf: ListenersOf,
  cameFrom: CameFrom,
): readonly Hop[] {
  const containers = to.container === undefined ? containersOf(tables, to.task) : [to.container];
  if (to.task.spec.networkMode !== "bridge" || cameFrom === "task")
    return [heard(to.task, containers, called, listenersOf)];
  const published = bindingOf(containers, called);
  if (published !== undefined) return throughBinding(to.task, published, called, listenersOf);
  // On the machine, docker0 leads to the container's own port as well.
  if (cameFrom === "machine") return [heard(to.task, containers, called, listenersOf)];
  return [notPublished(to.task, containers, called)];
}

/** Whatever listens on a port of a machine: the machine, a task in host mode, or a container that published it. */
export function heardOnMachine(
  tables: CloudReaders,
  instance: Ec2InstanceRow,
  called: Called,
  listenersOf: ListenersOf,
): readonly Hop[] {
  const { instanceId } = instance;
  const own = called.protocol === "tcp" ? PORTS_OF_MACHINE[called.port] : undefined;
  if (instance.state !== "running") {
    return [refuses("listener", "machine-not-running", `${instanceId} is ${instance.state}.`, { id: instanceId })];
  }
  if (own !== undefined) {
    return [
      passes("listener", "machine", `On ${instanceId}, ${own} listens on port ${called.port}.`, { id: instanceId }),
    ];
  }
  for (const task of tasksOn(tables, instance)) {
    const containers = containersOf(tables, task);
    if (task.spec.networkMode === "bridge") {
      const published = bindingOf(containers, called);
      if (published !== undefined) return throughBinding(task, published, called, listenersOf);
    } else if (task.spec.networkMode === "host") {
      const hop = heard(task, containers, called, listenersOf);
      if (hop.passes) return [hop];
    }
  }
  const sentence = `Nothing on ${instanceId} listens on ${called.protocol} port ${called.port}.`;
  return [refuses("listener", "nothing-listens", sentence, { id: instanceId })];
}

interface Binding {
  readonly container: ContainerRow;
  readonly containerPort: number;
}

function bindingOf(containers: readonly ContainerRow[], { port, protocol }: Called): Binding | undefined {
  for (const container of containers) {
    for (const { hostPort, containerPort, protocol: of, count = 1 } of container.networkBindings ?? []) {
      const offset = port - hostPort;
      if (of === protocol && offset >= 0 && offset < count) return { container, containerPort: containerPort + offset };
    }
  }
  return undefined;
}

function throughBinding(
  task: TaskRow,
  { container, containerPort }: Binding,
  { port, protocol }: Called,
  listenersOf: ListenersOf,
): Hop[] {
  const sentence = `Port ${port} of the machine leads to port ${containerPort} of ${container.name}.`;
  return walk(
    () => passes("port-mapping", "published", sentence, { id: container.containerArn, rule: `${port}` }),
    () => heard(task, [container], { port: containerPort, protocol }, listenersOf),
  );
}

function notPublished(task: TaskRow, containers: readonly ContainerRow[], { port }: Called): Hop {
  const bindings = containers.flatMap(({ networkBindings = [] }) => networkBindings);
  const inside = bindings.find(({ containerPort, count = 1 }) => port >= containerPort && port < containerPort + count);
  const id = task.taskArn;
  if (inside !== undefined) {
    const outside = inside.hostPort + port - inside.containerPort;
    const sentence = `Port ${port} is the container's; outside of the machine it is port ${outside}.`;
    return refuses("port-mapping", "container-port", sentence, { id, rule: `${outside}` });
  }
  return refuses("port-mapping", "not-published", `No container of the task has published port ${port}.`, { id });
}

function heard(task: TaskRow, containers: readonly ContainerRow[], called: Called, listenersOf: ListenersOf): Hop {
  const running = containers.filter(({ lastStatus }) => lastStatus === "RUNNING");
  for (const container of running) {
    const listens = listenersOf(task, container).some(
      ({ port, protocol }) => port === called.port && protocol === called.protocol,
    );
    if (!listens) continue;
    const sentence = `Container ${container.name} listens on ${called.protocol} port ${called.port}.`;
    return passes("listener", "answers", sentence, { id: container.containerArn });
  }
  const names = containers.map(({ name }) => name).join(", ");
  const sentence =
    running.length === 0
      ? `No container of ${names || "the task"} runs: nobody listens.`
      : `The packet arrives, but nothing listens on ${called.protocol} port ${called.port} in ${names}: connection refused.`;
  return refuses("listener", running.length === 0 ? "not-running" : "nothing-listens", sentence, { id: task.taskArn });
}

function containersOf(tables: CloudReaders, task: TaskRow): ContainerRow[] {
  const { firstContainerSlot, containerArns } = task.spec;
  return containerArns.flatMap((_, index) => tables.containers.at(firstContainerSlot + index) ?? []);
}

/** Tasks that are placed on a machine and have not stopped. */
function tasksOn(tables: CloudReaders, { instanceId }: Ec2InstanceRow): TaskRow[] {
  const found: TaskRow[] = [];
  for (const instanceArn of tables.containerInstances.bucket("ec2Instance", instanceId)) {
    for (const taskArn of tables.tasks.bucket("containerInstance", instanceArn)) {
      const task = tables.tasks.get(taskArn);
      if (task !== undefined) found.push(task);
    }
  }
  return found;
}

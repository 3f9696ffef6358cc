/**
 * Who reaches whom, computed from the tables: the first packet of a connection from one end to the other, hop by hop, up to
 * the process that answers. Security groups are stateful, so the answers pass without being judged.
 * Source: Developer Guide, "Amazon ECS task networking options for EC2"; Amazon VPC User Guide (checked 2026-11-21).
 * Simplified: the firewall of the machine lets everything through, and links need no entry in the definition.
 */
import type { Connection, Hop } from "../model/hop.ts";
import type { CloudReaders } from "../model/tables.ts";
import { type End, isUp, type ListenersOf, type TaskEnd } from "./end.ts";
import { passes, reaches, refuses, walk } from "./hop.ts";
import { heardBy, heardOnMachine } from "./listening.ts";
import type { Protocol } from "./rules.ts";
import { machineOf, type Standing, standingOfContainers, standingOfInstance } from "./standing.ts";
import { acrossVpc, fromInternet } from "./way-in.ts";
import { wayToInternet, wayToService } from "./way-out.ts";

/** A connection that somebody tries. */
export interface ConnectionRequest {
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly protocol: Protocol;
}

/** What a connection test reads. */
interface Scene extends ConnectionRequest {
  readonly tables: CloudReaders;
  readonly listenersOf: ListenersOf;
}

/** Follows the first packet. Never throws: rows that lack something end in a hop that refuses. */
export function connect(tables: CloudReaders, request: ConnectionRequest, listenersOf: ListenersOf): Connection {
  const hops = hopsOf({ ...request, tables, listenersOf });
  const last = hops.at(-1);
  return { reaches: reaches(hops), hops, sentence: last?.sentence ?? "Nothing stands between the two." };
}

function hopsOf(scene: Scene): Hop[] {
  const { from, to } = scene;
  if (from.kind === "internet") return hopsFromInternet(scene);
  if (from.kind !== "task" && from.kind !== "instance") {
    return [refuses("listener", "no-caller", "Connections begin at a task, an instance or the internet.")];
  }
  if (from.kind === "task" && !canCall(from)) {
    return [refuses("listener", "caller-not-running", `${nameOf(from)} is not running: nothing there can call.`)];
  }
  if (to.kind === "localhost") return toLocalhost(scene);
  if (from.kind === "task" && isSameContainerSet(from, to)) return insideTask(scene, from, to as TaskEnd);
  if (modeOf(from) === "none") {
    return [refuses("loopback", "no-network", `${nameOf(from)} is in network mode none: it has no network.`)];
  }
  if (to.kind === "metadata") return [toMetadata(scene)];
  return toElsewhere(scene, standingOfEnd(scene.tables, from));
}

function toElsewhere(scene: Scene, standing: Standing): Hop[] {
  const { tables, to, port, protocol } = scene;
  if (to.kind === "service") {
    return walk(
      () => wayToService(tables, standing, to.service),
      () => answering(to.service, port),
    );
  }
  if (to.kind === "internet") {
    return walk(
      () => wayToInternet(tables, standing, { protocol, port, peer: { address: to.address } }),
      () => passes("listener", "answers", `${to.host} can be reached on port ${port}.`),
    );
  }
  return to.kind === "task" ? toTask(scene, standing, to) : toInstance(scene, standing);
}

function hopsFromInternet(scene: Scene): Hop[] {
  const { tables, from, to, port, protocol, listenersOf } = scene;
  const packet = { protocol, port, peer: { address: from.kind === "internet" ? from.address : "" } };
  if (to.kind === "task" && modeOf(to) !== "none") {
    const standing = standingOfContainers(tables, to.task);
    return walk(
      () => fromInternet(tables, standing, packet),
      () => heardBy(tables, to, packet, listenersOf, "outside"),
    );
  }
  if (to.kind === "instance") {
    return walk(
      () => fromInternet(tables, standingOfInstance(to.instance), packet),
      () => heardOnMachine(tables, to.instance, packet, listenersOf),
    );
  }
  const name = nameOf(to);
  return [refuses("listener", "not-in-the-vpc", `From the internet, ${name} is not something of yours to reach.`)];
}

/** Another task: over docker0 on the same machine, else through the VPC. */
function toTask(scene: Scene, standing: Standing, to: TaskEnd): Hop[] {
  const { tables, from, port, protocol, listenersOf } = scene;
  const packet = { protocol, port };
  const mode = modeOf(to);
  if (mode === "none") {
    return [refuses("loopback", "no-network", `${nameOf(to)} is in network mode none: nobody can call it.`)];
  }
  const machine = machineOf(tables, to.task);
  const isNear = machine !== undefined && machineOfEnd(tables, from)?.instanceId === machine.instanceId;
  if (mode !== "awsvpc" && isNear && modeOf(from) !== "awsvpc") {
    const id = machine.instanceId;
    const near = `Both are on ${id}: the packet stays on the machine, and no security group is asked.`;
    return walk(
      () => passes(mode === "bridge" ? "docker0" : "loopback", "same-machine", near, { id }),
      () => heardBy(tables, to, packet, listenersOf, "machine"),
    );
  }
  return walk(
    () => acrossVpc(tables, standing, standingOfContainers(tables, to.task), packet),
    () => heardBy(tables, to, packet, listenersOf, "outside"),
  );
}

function toInstance(scene: Scene, standing: Standing): Hop[] {
  const { tables, from, to, port, protocol, listenersOf } = scene;
  if (to.kind !== "instance") return [];
  const packet = { protocol, port };
  const { instance } = to;
  const heard = () => heardOnMachine(tables, instance, packet, listenersOf);
  if (standing.id === instance.instanceId) {
    const sentence = `${nameOf(from)} runs on ${standing.id}: the packet stays on the machine.`;
    return walk(() => passes("loopback", "same-machine", sentence, { id: standing.id }), heard);
  }
  return walk(() => acrossVpc(tables, standing, standingOfInstance(instance), packet), heard);
}

/** Within one task: localhost in awsvpc and host mode, docker0 in bridge mode, nothing in mode none. */
function insideTask(scene: Scene, from: TaskEnd, to: TaskEnd): Hop[] {
  const { tables, port, protocol, listenersOf } = scene;
  const mode = modeOf(from);
  const id = from.task.taskArn;
  const heard = () => heardBy(tables, to, { protocol, port }, listenersOf, "task");
  const isItself = to.container !== undefined && to.container === from.container;
  if (mode === "awsvpc" || mode === "host" || isItself) {
    const sentence = isItself
      ? "A container reaches itself through localhost."
      : `Containers of one task in ${mode} mode share a network: localhost, and no security group.`;
    return walk(() => passes("loopback", "same-task", sentence, { id }), heard);
  }
  if (mode === "bridge") {
    const sentence =
      "In bridge mode each container has an address of its own on docker0: by a link or that address, not by localhost.";
    return walk(() => passes("docker0", "same-task", sentence, { id }), heard);
  }
  return [refuses("loopback", "no-network", "In network mode none, containers do not reach each other.", { id })];
}

/** The loopback interface of whoever calls: what listens behind it depends on who shares it. */
function toLocalhost(scene: Scene): Hop[] {
  const { tables, from, port, protocol, listenersOf } = scene;
  const packet = { protocol, port };
  if (from.kind === "instance" || modeOf(from) === "host") {
    const machine = machineOfEnd(tables, from);
    if (machine === undefined) return [refuses("loopback", "no-machine", "The machine is gone.")];
    const sentence = `localhost is the machine ${machine.instanceId}: every task in host mode listens there, too.`;
    return walk(
      () => passes("loopback", "machine", sentence, { id: machine.instanceId }),
      () => heardOnMachine(tables, machine, packet, listenersOf),
    );
  }
  if (from.kind !== "task") return [];
  const isShared = modeOf(from) === "awsvpc";
  if (!isShared && from.container === undefined) {
    const sentence = `In ${modeOf(from)} mode each container has a localhost of its own: name the container that calls.`;
    return [refuses("loopback", "which-container", sentence, { id: from.task.taskArn })];
  }
  const sentence = isShared
    ? "localhost is shared by all containers of the task."
    : "localhost is the container itself: other containers of the task are not there.";
  const to: TaskEnd = isShared ? { kind: "task", task: from.task } : from;
  return walk(
    () => passes("loopback", isShared ? "same-task" : "own-loopback", sentence, { id: from.task.taskArn }),
    () => heardBy(tables, to, packet, listenersOf, "task"),
  );
}

/**
 * The instance metadata service hands out the credentials of the instance's role.
 * @source Developer Guide, "Amazon ECS container agent configuration", ECS_AWSVPC_BLOCK_IMDS (checked 2026-11-21)
 * Simplified: the hop limit of an instance is 2, the default of the ECS-optimized Amazon Linux 2023 image.
 */
function toMetadata({ tables, from }: Scene): Hop {
  const machine = machineOfEnd(tables, from);
  if (machine === undefined) {
    return refuses(
      "metadata",
      "fargate",
      "Fargate has no instance metadata service: tasks get their role's credentials elsewhere.",
    );
  }
  const id = machine.instanceId;
  if (
    from.kind === "task" &&
    modeOf(from) === "awsvpc" &&
    machine.agentConfiguration.ECS_AWSVPC_BLOCK_IMDS === "true"
  ) {
    return refuses(
      "metadata",
      "blocked",
      "ECS_AWSVPC_BLOCK_IMDS keeps tasks in awsvpc mode from the metadata of the instance.",
      { id },
    );
  }
  return passes(
    "metadata",
    "open",
    `The metadata service of ${id} answers: credentials of the instance's role can be read.`,
    { id },
  );
}

function answering(service: string, port: number): Hop {
  return port === 443
    ? passes("listener", "answers", `${service} answers on port 443.`)
    : refuses("listener", "wrong-port", `${service} answers on port 443 only.`);
}

function isSameContainerSet(from: TaskEnd, to: End): boolean {
  return to.kind === "task" && to.task.taskArn === from.task.taskArn;
}

function standingOfEnd(tables: CloudReaders, end: End): Standing {
  return end.kind === "instance"
    ? standingOfInstance(end.instance)
    : standingOfContainers(tables, (end as TaskEnd).task);
}

function machineOfEnd(tables: CloudReaders, end: End) {
  if (end.kind === "instance") return end.instance;
  return end.kind === "task" ? machineOf(tables, end.task) : undefined;
}

function modeOf(end: End): string {
  return end.kind === "task" ? end.task.spec.networkMode : "host";
}

/** Whether a process of the caller can run. */
function canCall({ task, container }: TaskEnd): boolean {
  if (container !== undefined) return container.lastStatus === "RUNNING";
  return isUp(task);
}

function nameOf(end: End): string {
  if (end.kind === "task") return end.container?.name ?? `task ${end.task.spec.taskId.slice(0, 8)}`;
  if (end.kind === "instance") return `instance ${end.instance.instanceId}`;
  if (end.kind === "internet") return end.host;
  return end.kind === "service" ? end.service : end.kind;
}

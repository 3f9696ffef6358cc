/**
 * What Docker knows on a container instance: the containers of its tasks, the agent's own, the pause container that holds
 * a task's interface, the images on its disk. Worked out from the rows of ECS; nothing is kept for it.
 * Source: the public ECS agent, container names and pause container; Docker, `docker ps` (checked 2026-11-21).
 * Simplified: stopped containers stay as long as ECS shows their task (an hour; the agent removes them after three), and
 * what Docker shows of an image's size is its compressed size.
 */

import type { Ec2InstanceRow } from "../model/ec2.ts";
import type { ContainerRow, NetworkBinding, TaskRow } from "../model/ecs.ts";
import type { LogLine } from "../model/logs.ts";
import { placeOf } from "../model/place.ts";
import type { CloudReaders } from "../model/tables.ts";
import type { RegisteredContainerDefinition } from "../model/task-definition.ts";
import { isUp } from "../network/end.ts";
import { buildOf } from "./container-start.ts";
import { contentsOf } from "./image-contents.ts";
import { parseImageReference } from "./image-reference.ts";
import { listeningPorts } from "./listening-ports.ts";
import { commandOf } from "./process-start.ts";
import { readLog } from "./read-log.ts";

/** A container as Docker shows it. */
export interface DockerContainer {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly command: string;
  readonly state: "created" | "running" | "exited";
  readonly health?: "starting" | "healthy" | "unhealthy";
  /** Simulated milliseconds. */
  readonly createdAtMs: number;
  readonly stoppedAtMs?: number;
  readonly exitCode?: number;
  /** Published ports: in bridge mode only, as Docker publishes nothing for the others. */
  readonly ports: readonly NetworkBinding[];
  /** What it is for ECS; absent for the agent and for pause containers, which no task definition names. */
  readonly ecs?: { readonly task: TaskRow; readonly container: ContainerRow };
}

/** An image on the machine's disk. */
export interface DockerImage {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
  readonly sizeMB: number;
}

/** A TCP port of the machine on which somebody listens. */
export interface Socket {
  readonly address: string;
  readonly port: number;
  readonly process: string;
}

/** The image that the agent of the AMI runs from. @source the public ECS agent (checked 2026-11-21) */
const AGENT_IMAGE = { repository: "amazon/amazon-ecs-agent", tag: "latest", sizeMB: 88 };
/** Holds the network namespace of a task in awsvpc mode. @source the public ECS agent (checked 2026-11-21) */
const PAUSE_IMAGE = { repository: "amazon/amazon-ecs-pause", tag: "0.1.0", sizeMB: 1 };

/** Digits of a name that stand for chance: ten random bytes in the agent. */
const NAME_DIGITS = 20;

/** Every container that Docker has, newest first; `ps` leaves out those that do not run. */
export function dockerContainers(tables: CloudReaders, machine: Ec2InstanceRow, nowMs: number): DockerContainer[] {
  const found: DockerContainer[] = [];
  for (const task of tables.tasks.values()) {
    if (task.spec.placed?.ec2Slot !== machine.slot) continue;
    const containers = task.spec.containerArns.flatMap((arn) => tables.containers.get(arn) ?? []);
    const own = containers.flatMap((container) => containerOf(tables, task, container, nowMs));
    found.push(...own, ...pauseOf(task));
  }
  found.push(...agentOn(tables, machine));
  return found.sort((a, b) => b.createdAtMs - a.createdAtMs);
}

/** The images on the machine's disk: pulled ones, and those of the AMI. */
export function dockerImages(tables: CloudReaders, machine: Ec2InstanceRow): DockerImage[] {
  const own = [AGENT_IMAGE, PAUSE_IMAGE].map((image) => ({
    ...image,
    digest: `sha256:${digits(image.repository, 64)}`,
  }));
  const pulled = Object.entries(machine.cachedImages).map(([reference, digest]) => {
    const { repository, tag } = parseImageReference(reference);
    return { repository: familiar(repository), tag, digest, sizeMB: tables.images.get(repository)?.sizeMB ?? 0 };
  });
  return [...pulled.reverse(), ...own];
}

/** What a container has printed: its stream when it has one (Docker keeps a copy), else Docker's file. */
export function dockerLog(tables: CloudReaders, { containerArn }: ContainerRow, nowMs: number): LogLine[] {
  const [key] = tables.logStreams.bucket("container", containerArn);
  const stream = key === undefined ? undefined : tables.logStreams.get(key);
  return readLog(stream ?? tables.dockerLogs.get(containerArn) ?? { runs: [] }, nowMs, placeOf(tables));
}

/** TCP ports in the machine's own network namespace. Those of a task with its own interface are not among them. */
export function listeningSockets(tables: CloudReaders, machine: Ec2InstanceRow, nowMs: number): Socket[] {
  const sockets: Socket[] = [{ address: "0.0.0.0", port: 22, process: "sshd" }];
  if (isAgentUp(tables, machine)) {
    sockets.push(
      { address: "*", port: 51_678, process: "agent" },
      { address: "127.0.0.1", port: 51_679, process: "agent" },
    );
  }
  for (const { state, ports, command, ecs } of dockerContainers(tables, machine, nowMs)) {
    if (state !== "running" || ecs === undefined) continue;
    for (const { bindIP, hostPort, protocol, count = 1 } of ports) {
      if (protocol !== "tcp") continue;
      for (let port = hostPort; port < hostPort + count; port += 1) {
        sockets.push({ address: bindIP, port, process: "docker-proxy" });
      }
    }
    if (ecs.task.spec.networkMode !== "host") continue;
    for (const { port, protocol } of listeningPorts(tables, ecs.task, ecs.container, nowMs)) {
      if (protocol === "tcp") sockets.push({ address: "0.0.0.0", port, process: programName(command) });
    }
  }
  return sockets.sort((a, b) => a.port - b.port);
}

/** Whether the agent's container runs: a machine without one answers no ECS. */
export function isAgentUp(tables: CloudReaders, machine: Ec2InstanceRow): boolean {
  return instanceOn(tables, machine)?.agentConnected ?? machine.agentProblem !== undefined;
}

/** The container instance on a machine, if its agent has registered one that is still known. */
export function instanceOn(tables: CloudReaders, { instanceId }: Ec2InstanceRow) {
  for (const key of tables.containerInstances.bucket("ec2Instance", instanceId)) {
    const row = tables.containerInstances.get(key);
    if (row !== undefined && row.status !== "INACTIVE") return row;
  }
  return undefined;
}

function containerOf(
  tables: CloudReaders,
  task: TaskRow,
  container: ContainerRow,
  nowMs: number,
): DockerContainer | readonly [] {
  const { runtimeId, phase, startedAtMs, stoppedAtMs, exitCode } = container;
  if (runtimeId === undefined) return [];
  const definition = definitionOf(tables, task, container);
  const state = phase === "STOPPED" || phase === "RESTARTING" ? "exited" : phase === "CREATED" ? "created" : "running";
  const { family, revision } = tables.taskDefinitions.get(task.spec.taskDefinitionArn) ?? { family: "", revision: 0 };
  const override = task.spec.overrides.containerOverrides?.find(({ name }) => name === container.name);
  const contents = contentsOf(buildOf(tables, task, container));
  return {
    id: runtimeId,
    name: `ecs-${family}-${revision}-${container.name}-${runtimeId.slice(12, 12 + NAME_DIGITS)}`,
    image: definition.image,
    command: commandLine(commandOf(contents, definition, override)),
    state,
    ...(definition.healthCheck === undefined || state !== "running" ? {} : { health: healthOf(container) }),
    createdAtMs: startedAtMs ?? stoppedAtMs ?? nowMs,
    ...(stoppedAtMs === undefined ? {} : { stoppedAtMs }),
    ...(exitCode === undefined ? {} : { exitCode }),
    ports: task.spec.networkMode === "bridge" ? (container.networkBindings ?? []) : [],
    ecs: { task, container },
  };
}

/** The container that holds the interface of a task in awsvpc mode, from before the others until after them. */
function pauseOf(task: TaskRow): readonly DockerContainer[] {
  const { spec, networkInterface } = task;
  if (spec.networkMode !== "awsvpc" || networkInterface === undefined || !isUp(task)) return [];
  const id = digits(spec.taskId, 64);
  const [family = "", revision = ""] = spec.taskDefinitionArn.split("/").at(-1)?.split(":") ?? [];
  return [
    {
      id,
      name: `ecs-${family}-${revision}-internalecspause-${id.slice(12, 12 + NAME_DIGITS)}`,
      image: `${PAUSE_IMAGE.repository}:${PAUSE_IMAGE.tag}`,
      command: "/pause",
      state: "running",
      createdAtMs: spec.createdAtMs,
      ports: [],
    },
  ];
}

function agentOn(tables: CloudReaders, machine: Ec2InstanceRow): readonly DockerContainer[] {
  const known = instanceOn(tables, machine);
  if (known === undefined && machine.agentProblem === undefined) return [];
  const agentRuns = isAgentUp(tables, machine);
  return [
    {
      id: digits(machine.instanceId, 64),
      name: "ecs-agent",
      image: `${AGENT_IMAGE.repository}:${AGENT_IMAGE.tag}`,
      command: "/agent",
      state: agentRuns ? "running" : "exited",
      ...(agentRuns ? { health: "healthy" as const } : { exitCode: 0, stoppedAtMs: machine.launchedAtMs }),
      createdAtMs: machine.launchedAtMs,
      ports: [],
    },
  ];
}

function definitionOf(tables: CloudReaders, task: TaskRow, { name }: ContainerRow): RegisteredContainerDefinition {
  const definition = tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition;
  return definition?.containerDefinitions.find((row) => row.name === name) as RegisteredContainerDefinition;
}

/** Words with blanks or signs of the shell in quotes, as `docker ps` shows them. */
function commandLine(command: readonly string[]): string {
  return command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(" ");
}

/** `nginx` of a command line, as the kernel calls the process. */
function programName(command: string): string {
  const [first = ""] = command.replace("/docker-entrypoint.sh ", "").split(" ");
  return first.split("/").at(-1) ?? first;
}

function healthOf({ healthStatus }: ContainerRow): "starting" | "healthy" | "unhealthy" {
  if (healthStatus === "HEALTHY") return "healthy";
  return healthStatus === "UNHEALTHY" ? "unhealthy" : "starting";
}

/** A repository as Docker prints it: without Docker Hub's own prefix. */
function familiar(repository: string): string {
  return repository.replace(/^docker\.io\/(library\/)?/, "");
}

/** Hexadecimal digits that look like chance and are always the same for a text (FNV-1a, a word at a time). */
function digits(text: string, count: number): string {
  let all = "";
  for (let round = 0; all.length < count; round += 1) {
    let hash = 0x81_1c_9d_c5;
    for (const char of `${round} ${text}`)
      hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01_00_01_93) >>> 0;
    all += hash.toString(16).padStart(8, "0");
  }
  return all.slice(0, count);
}

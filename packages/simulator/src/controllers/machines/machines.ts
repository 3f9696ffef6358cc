/**
 * The life of an EC2 instance that is to become a container instance: launched, booted, its agent registers or says why
 * not, stopped, started, terminated. Source: Amazon EC2 User Guide, "Instance lifecycle"; Developer Guide, "Launching an
 * Amazon ECS Linux container instance" (checked 2026-11-21).
 */
import { hexId } from "../../kernel/ids.ts";
import { TRUNKING } from "../../model/account-settings.ts";
import { ecsArn } from "../../model/arns.ts";
import type { Told } from "../../model/cause.ts";
import { type AgentCause, tellAgent } from "../../model/causes/agents.ts";
import { tellStop } from "../../model/causes/stops.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { CloudEntry, DueKind } from "../../model/due.ts";
import type { AgentConfiguration, Ec2InstanceRow } from "../../model/ec2.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import { judgeRequest } from "../../model/iam.ts";
import {
  AGENT_MISSED_AFTER_MS,
  AGENT_REGISTERS_AFTER,
  AGENT_RESTARTS_AFTER_MS,
  GONE_INSTANCE_KEPT_MS,
  INSTANCE_GONE_AFTER,
  INSTANCE_RUNNING_AFTER,
} from "../../model/instance-timing.ts";
import { findInstanceType } from "../../model/instance-types.ts";
import { regionOf } from "../../model/place.ts";
import { addressKey } from "../../model/tables.ts";
import type { Tag } from "../../model/tags.ts";
import type { SubnetRow } from "../../model/vpc.ts";
import { standingOfInstance } from "../../network/standing.ts";
import { reachesService } from "../../network/way-out.ts";
import { macAddress, publicAddress, releaseAddress, takeAddress } from "../network/addresses.ts";
import { draw } from "../rows/task-rows.ts";
import { loseHost } from "../tasks/lose-host.ts";
import {
  connectAgent,
  deregisterInstance,
  disconnectAgent,
  instanceOn,
  registerInstance,
  tasksOn,
} from "./container-instances.ts";

/** Draws about machines come from a stream of their own. */
const STREAM = "instances";

/** What the agent talks to. @source Developer Guide, "Amazon ECS interface VPC endpoints" (checked 2026-11-21) */
const AGENT_SERVICES = ["ecs", "ecs-agent", "ecs-telemetry"] as const;

/** What RunInstances asks for, as rows. */
export interface MachinePlan {
  readonly imageId: string;
  readonly instanceType: string;
  readonly subnet: SubnetRow;
  readonly securityGroups: readonly string[];
  readonly hasPublicAddress: boolean;
  readonly roleArn?: string;
  readonly agentConfiguration: AgentConfiguration;
  readonly tags: readonly Tag[];
}

/**
 * A new machine, `pending`; it boots by itself.
 * @public
 * @returns undefined when the subnet has no free address
 */
export function launchInstance(sim: Cloud, plan: MachinePlan): Ec2InstanceRow | undefined {
  const machine = createMachine(sim, plan, "pending");
  if (machine === undefined) return undefined;
  sim.record("INSTANCE_LAUNCHED", machine.instanceId, { instanceType: machine.instanceType });
  scheduleMachine(sim, machine, draw(sim, STREAM, INSTANCE_RUNNING_AFTER), "INSTANCE_RUNNING");
  return machine;
}

/** A machine that was there before the story begins. The rows belong to the next record. */
export function createMachine(sim: Cloud, plan: MachinePlan, state: "pending" | "running"): Ec2InstanceRow | undefined {
  const privateIpv4Address = takeAddress(sim, plan.subnet);
  if (privateIpv4Address === undefined) return undefined;
  const { subnet, hasPublicAddress, ...rest } = plan;
  const { subnetId, vpcId, availabilityZone } = subnet;
  const instanceId = `i-0${hexId(sim.world.random, 16, STREAM)}`;
  const networkInterfaceId = `eni-0${hexId(sim.world.random, 16, STREAM)}`;
  const trunkInterfaceId = takesTrunk(sim, plan.instanceType)
    ? `eni-0${hexId(sim.world.random, 16, STREAM)}`
    : undefined;
  const publicIpv4Address = hasPublicAddress ? publicAddress(sim, STREAM) : undefined;
  const row: Ec2InstanceRow = {
    ...rest,
    instanceId,
    slot: sim.tables.ec2Instances.nextSlot,
    state,
    vpcId,
    subnetId,
    availabilityZone,
    networkInterfaceId,
    ...(trunkInterfaceId === undefined ? {} : { trunkInterfaceId }),
    privateIpv4Address,
    publicIpv4Address,
    launchedAtMs: sim.nowMs,
    terminatedAtMs: undefined,
    agentProblem: undefined,
    cachedImages: {},
  };
  sim.put("networkInterfaces", {
    networkInterfaceId,
    subnetId,
    instanceId,
    macAddress: macAddress(sim, STREAM),
    privateIpv4Address,
    ...(publicIpv4Address === undefined ? {} : { publicIpv4Address }),
  });
  sim.put("ec2Instances", row);
  return row;
}

/**
 * Whether an instance of this type that is launched now gets a trunk.
 * Simplified: the container instance does not pass REGISTERING while the trunk is made.
 * @source Developer Guide, "Increasing Amazon ECS Linux container instance network interfaces" (checked 2026-11-21)
 */
function takesTrunk(sim: Cloud, instanceType: string): boolean {
  const isOn = sim.tables.accountSettings.get(TRUNKING)?.value === "enabled";
  return isOn && findInstanceType(instanceType)?.trunkedTasks !== undefined;
}

/** The machine runs; its agent follows when the AMI has booted. */
export function onInstanceRunning(sim: Cloud, entry: CloudEntry<"INSTANCE_RUNNING">): void {
  const machine = findMachine(sim, entry, "pending");
  if (machine === undefined) return;
  sim.put("ec2Instances", { ...machine, state: "running" });
  sim.record("INSTANCE_RUNNING", machine.instanceId);
  scheduleMachine(sim, machine, draw(sim, STREAM, AGENT_REGISTERS_AFTER), "AGENT_STARTED");
}

/** The agent has started: it finds its container instance again, registers, or cannot. */
export function onAgentStarted(sim: Cloud, entry: CloudEntry<"AGENT_STARTED">): void {
  const machine = findMachine(sim, entry, "running");
  if (machine === undefined) return;
  const known = instanceOn(sim, machine);
  const problem = problemOf(sim, machine);
  if (problem !== undefined) {
    sim.put("ec2Instances", { ...machine, agentProblem: problem.reason });
    sim.record("AGENT_PROBLEM", machine.instanceId, { problem: problem.reason, why: problem.why });
  } else if (known !== undefined) connectAgent(sim, known);
  else registerInstance(sim, { machine, cluster: clusterOf(sim, machine) as ClusterRow });
}

/** Somebody starts the agent of a running machine again: it tries once more to register. */
export function restartAgent(sim: Cloud, machine: Ec2InstanceRow): void {
  sim.put("ec2Instances", { ...machine, agentProblem: undefined });
  sim.record("AGENT_RESTARTED", machine.instanceId);
  scheduleMachine(sim, machine, AGENT_RESTARTS_AFTER_MS, "AGENT_STARTED");
}

/** StopInstances: the machine goes, ECS keeps the container instance. @public */
export function stopInstance(sim: Cloud, machine: Ec2InstanceRow): Ec2InstanceRow {
  return endMachine(sim, machine, "stopping");
}

/** TerminateInstances: machine and container instance go. @public */
export function terminateInstance(sim: Cloud, machine: Ec2InstanceRow): Ec2InstanceRow {
  return endMachine(sim, machine, "shutting-down");
}

/** StartInstances: a stopped machine boots again. Its tasks are gone, its layers and its registration are not. @public */
export function startInstance(sim: Cloud, machine: Ec2InstanceRow): Ec2InstanceRow {
  const starting: Ec2InstanceRow = { ...machine, state: "pending", launchedAtMs: sim.nowMs, agentProblem: undefined };
  sim.put("ec2Instances", starting);
  sim.record("INSTANCE_STARTING", machine.instanceId);
  scheduleMachine(sim, starting, draw(sim, STREAM, INSTANCE_RUNNING_AFTER), "INSTANCE_RUNNING");
  return starting;
}

/** The machine is off. A terminated one is deregistered when its agent was connected until then. */
export function onInstanceGone(sim: Cloud, entry: CloudEntry<"INSTANCE_GONE">): void {
  const machine = sim.tables.ec2Instances.at(entry.slot);
  if (machine?.state !== "stopping" && machine?.state !== "shutting-down") return;
  const known = instanceOn(sim, machine);
  const { instanceId } = machine;
  if (machine.state === "stopping") {
    sim.put("ec2Instances", { ...machine, state: "stopped" });
    sim.record("INSTANCE_STOPPED", instanceId);
    if (known?.agentConnected) scheduleMachine(sim, machine, AGENT_MISSED_AFTER_MS, "AGENT_MISSED");
    return;
  }
  sim.remove("networkInterfaces", addressKey(machine.subnetId, machine.privateIpv4Address));
  releaseAddress(sim, machine.subnetId);
  sim.put("ec2Instances", { ...machine, state: "terminated", terminatedAtMs: sim.nowMs });
  sim.record("INSTANCE_TERMINATED", instanceId);
  if (known?.agentConnected) {
    deregisterInstance(sim, known, {
      stopCode: "TerminationNotice",
      ...tellStop("stop.host-terminated", { instanceId }),
    });
  }
  scheduleMachine(sim, machine, GONE_INSTANCE_KEPT_MS, "INSTANCE_EXPIRED");
}

/** ECS notices that a machine is off: the container instance stays, its tasks do not. */
export function onAgentMissed(sim: Cloud, entry: CloudEntry<"AGENT_MISSED">): void {
  const machine = sim.tables.ec2Instances.at(entry.slot);
  const known = machine === undefined ? undefined : instanceOn(sim, machine);
  if (machine === undefined || machine.state === "running" || known?.agentConnected !== true) return;
  const silent = disconnectAgent(sim, known, { state: machine.state });
  const told = tellStop("stop.host-stopped", { instanceId: machine.instanceId });
  for (const task of tasksOn(sim, silent)) loseHost(sim, task, { stopCode: "TerminationNotice", ...told });
}

/** A terminated machine is forgotten. */
export function onInstanceExpired(sim: Cloud, entry: CloudEntry<"INSTANCE_EXPIRED">): void {
  const machine = sim.tables.ec2Instances.at(entry.slot);
  if (machine?.state !== "terminated") return;
  sim.remove("ec2Instances", machine.instanceId);
  sim.record("INSTANCE_EXPIRED", machine.instanceId);
}

/** A deregistered container instance is forgotten. */
export function onContainerInstanceExpired(sim: Cloud, entry: CloudEntry<"CONTAINER_INSTANCE_EXPIRED">): void {
  const row = sim.tables.containerInstances.at(entry.slot);
  if (row?.status !== "INACTIVE") return;
  sim.remove("containerInstances", row.containerInstanceArn);
  sim.record("CONTAINER_INSTANCE_EXPIRED", row.containerInstanceArn);
}

function endMachine(sim: Cloud, machine: Ec2InstanceRow, state: "stopping" | "shutting-down"): Ec2InstanceRow {
  const ending: Ec2InstanceRow = { ...machine, state };
  sim.put("ec2Instances", ending);
  sim.record(state === "stopping" ? "INSTANCE_STOPPING" : "INSTANCE_SHUTTING_DOWN", machine.instanceId);
  scheduleMachine(sim, ending, draw(sim, STREAM, INSTANCE_GONE_AFTER), "INSTANCE_GONE");
  return ending;
}

/** Why the agent of a machine cannot register, in the words of its log; undefined when it can. */
function problemOf(sim: Cloud, machine: Ec2InstanceRow): Told<AgentCause> | undefined {
  const role = machine.roleArn === undefined ? undefined : sim.tables.roles.get(machine.roleArn);
  if (role === undefined) return tellAgent("agent.no-credentials");
  const standing = standingOfInstance(machine);
  if (!AGENT_SERVICES.every((service) => reachesService(sim.tables, standing, service)))
    return tellAgent("agent.no-route", { region: regionOf(sim.tables) });
  const cluster = machine.agentConfiguration.ECS_CLUSTER ?? "default";
  const wanted = { action: "ecs:RegisterContainerInstance", resource: ecsArn(sim.tables, `cluster/${cluster}`) };
  if (judgeRequest(role, wanted) !== "allowed") return tellAgent("agent.denied");
  return clusterOf(sim, machine) === undefined ? tellAgent("agent.no-cluster") : undefined;
}

function clusterOf(sim: Cloud, { agentConfiguration }: Ec2InstanceRow): ClusterRow | undefined {
  const row = sim.tables.clusters.get(ecsArn(sim.tables, `cluster/${agentConfiguration.ECS_CLUSTER ?? "default"}`));
  return row?.status === "ACTIVE" ? row : undefined;
}

function findMachine(
  sim: Cloud,
  entry: CloudEntry<DueKind<"ec2Instances">>,
  state: Ec2InstanceRow["state"],
): Ec2InstanceRow | undefined {
  const machine = sim.tables.ec2Instances.at(entry.slot);
  return machine?.state === state ? machine : undefined;
}

function scheduleMachine(sim: Cloud, machine: Ec2InstanceRow, delayMs: number, kind: DueKind<"ec2Instances">): void {
  sim.schedule(delayMs, kind, machine.instanceId, machine.slot, undefined);
}

/**
 * With which role the agent of a task acts: on Fargate with the execution role, on EC2 with the execution role when the task
 * has one and else with the role of the instance. From where it acts is the network's knowledge (`standingOfAgent`).
 * Source: Developer Guide, "Amazon ECS task execution IAM role" and "Amazon ECS container instance IAM role" (checked 2026-11-21).
 */
import { assert } from "../../kernel/assert.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import { type RoleRow, roleArnOf } from "../../model/iam.ts";
import { regionOf } from "../../model/place.ts";
import { privateDnsName } from "../../model/region-names.ts";
import type { RegisteredTaskDefinition } from "../../model/task-definition.ts";
import { machineOf } from "../../network/standing.ts";

/** A role in use, and the name of its session as denials show it. */
export interface RoleInUse {
  readonly role: RoleRow;
  readonly session: string;
}

/** RunTask's override, or the role of the definition; undefined when there is none. */
export function executionRole(sim: Cloud, task: TaskRow, definition: RegisteredTaskDefinition): RoleInUse | undefined {
  const given = task.spec.overrides.executionRoleArn ?? definition.executionRoleArn;
  return given === undefined ? undefined : inUse(sim, roleArnOf(given), task.spec.taskId);
}

/** RunTask's override, or the role of the definition: what the task's own code acts with. Undefined when there is none. */
export function taskRole(sim: Cloud, task: TaskRow, definition: RegisteredTaskDefinition): RoleInUse | undefined {
  const given = task.spec.overrides.taskRoleArn ?? definition.taskRoleArn;
  return given === undefined ? undefined : inUse(sim, roleArnOf(given), task.spec.taskId);
}

/** The role with which the agent pulls and writes logs; undefined when there is none. */
export function agentRole(sim: Cloud, task: TaskRow, definition: RegisteredTaskDefinition): RoleInUse | undefined {
  const execution = executionRole(sim, task, definition);
  if (execution !== undefined) return execution;
  const machine = machineOf(sim.tables, task);
  return machine?.roleArn === undefined ? undefined : inUse(sim, machine.roleArn, machine.instanceId);
}

/** The role of an agent that cannot have come so far without one. */
export function neededRole(sim: Cloud, task: TaskRow, definition: RegisteredTaskDefinition): RoleInUse {
  const role = agentRole(sim, task, definition);
  assert(role !== undefined, () => `${task.taskArn} needs a role and has none`);
  return role;
}

/** What `hostname` says inside of a container. */
export function hostnameOf(sim: Cloud, task: TaskRow, container: ContainerRow): string {
  const { networkMode } = task.spec;
  if (networkMode === "bridge" || networkMode === "none") return (container.runtimeId ?? "").slice(0, 12);
  const machine = networkMode === "host" ? machineOf(sim.tables, task) : undefined;
  const address = machine?.privateIpv4Address ?? task.networkInterface?.privateIpv4Address ?? "0.0.0.0";
  return privateDnsName(regionOf(sim.tables), address);
}

function inUse(sim: Cloud, roleArn: string, session: string): RoleInUse | undefined {
  const role = sim.tables.roles.get(roleArn);
  return role === undefined ? undefined : { role, session };
}

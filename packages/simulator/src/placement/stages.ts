/**
 * What an instance must pass before any wish is looked at, stage by stage in AWS's order: it takes part at all, its agent
 * listens, it has the attributes, lies where the subnets are, has room; then the constraints.
 * Source: Developer Guide, "How Amazon ECS places tasks on container instances" (checked 2026-11-21).
 */

import { assert } from "../kernel/assert.ts";
import { type PlacementCause, type PlacementReason, placementReason } from "../model/causes/placements.ts";
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import type {
  PlacementConstraint,
  PlacementLocation,
  PlacementRequest,
  RequiredAttribute,
} from "../model/placement.ts";
import { attributeOf, compileExpression, countOf } from "./query/compile.ts";
import { parseExpression } from "./query/parse.ts";

export type StageId =
  | "active"
  | "agent"
  | "attributes"
  | "location"
  | "cpu"
  | "memory"
  | "ports"
  | "gpu"
  | "eni"
  | "distinctInstance"
  | "memberOf";

/** A number, a text, or several of them, for a table. */
export type Amount = number | string | readonly (number | string)[];

/** What a stage asks for, and what the instance has of it. */
export interface Measure {
  readonly needed: Amount;
  readonly left: Amount;
}

/** One question to every instance. */
export interface Stage {
  readonly id: StageId;
  /** Undefined for the stage that leaves instances out without a word. */
  readonly reason: PlacementReason | undefined;
  /** Of a memberOf constraint. */
  readonly expression?: string;
  readonly passes: (row: ContainerInstanceRow) => boolean;
  readonly measure: (row: ContainerInstanceRow) => Measure;
}

/**
 * Host ports that an instance can have reserved, its own included; ports that the agent chooses are not counted.
 * @source API Reference, PortMapping, hostPort (checked 2026-11-21)
 */
const MAX_RESERVED_PORTS = 100;

/** The stages that a request needs in a world that began at that moment, in their order; what it does not ask for has no stage. */
export function stagesOf(request: PlacementRequest, startsAtMs: number): readonly Stage[] {
  const { needs, requiredAttributes, location, constraints } = request;
  const stages: Stage[] = [ACTIVE, AGENT];
  if (requiredAttributes.length > 0) stages.push(attributesStage(requiredAttributes));
  if (location !== undefined) stages.push(locationStage(location));
  if (needs.cpu > 0) stages.push(amountStage("cpu", "placement.cpu", needs.cpu, (row) => row.remaining.cpu));
  if (needs.memory > 0) {
    stages.push(amountStage("memory", "placement.memory", needs.memory, (row) => row.remaining.memory));
  }
  if (needs.tcpPorts.length + needs.udpPorts.length > 0) stages.push(portsStage(needs.tcpPorts, needs.udpPorts));
  if (needs.gpus > 0) stages.push(amountStage("gpu", "placement.gpu", needs.gpus, (row) => row.remaining.gpus.length));
  if (needs.interfaces > 0) {
    stages.push(amountStage("eni", "placement.interfaces", needs.interfaces, (row) => row.remaining.interfaces));
  }
  for (const constraint of constraints) stages.push(constraintStage(constraint, request.group, startsAtMs));
  return stages;
}

/** Ours: AWS says nothing of instances that are not ACTIVE; they get no entry in `failures`. */
const ACTIVE: Stage = {
  id: "active",
  reason: undefined,
  passes: (row) => row.status === "ACTIVE",
  measure: (row) => ({ needed: "ACTIVE", left: row.status }),
};

const AGENT: Stage = {
  id: "agent",
  reason: placementReason("placement.agent"),
  passes: (row) => row.agentConnected,
  measure: (row) => ({ needed: "connected", left: row.agentConnected ? "connected" : "disconnected" }),
};

function attributesStage(required: readonly RequiredAttribute[]): Stage {
  const has = (row: ContainerInstanceRow, { name, value }: RequiredAttribute) => {
    const own = attributeOf(row, name);
    return own !== undefined && (value === undefined || own === value);
  };
  return {
    id: "attributes",
    reason: placementReason("placement.attribute"),
    passes: (row) => {
      for (const attribute of required) if (!has(row, attribute)) return false;
      return true;
    },
    measure: (row) => ({
      needed: required.map(attributeText),
      left: required.filter((attribute) => has(row, attribute)).map(attributeText),
    }),
  };
}

function attributeText({ name, value }: RequiredAttribute): string {
  return value === undefined ? name : `${name}=${value}`;
}

function locationStage({ vpcId, availabilityZones }: PlacementLocation): Stage {
  return {
    id: "location",
    reason: placementReason("placement.location"),
    passes: ({ spec }) => spec.vpcId === vpcId && availabilityZones.includes(spec.availabilityZone),
    measure: ({ spec }) => ({
      needed: availabilityZones,
      left: spec.vpcId === vpcId ? spec.availabilityZone : spec.vpcId,
    }),
  };
}

function amountStage(
  id: "cpu" | "memory" | "gpu" | "eni",
  why: PlacementCause,
  needed: number,
  left: (row: ContainerInstanceRow) => number,
): Stage {
  return {
    id,
    reason: placementReason(why),
    passes: (row) => left(row) >= needed,
    measure: (row) => ({ needed, left: left(row) }),
  };
}

/** The amounts of an instance list the ports in use, so a port that is there is a port that is taken. */
function portsStage(tcpPorts: readonly number[], udpPorts: readonly number[]): Stage {
  const taken = ({ remaining }: ContainerInstanceRow) => [
    ...tcpPorts.filter((port) => remaining.tcpPorts.includes(port)),
    ...udpPorts.filter((port) => remaining.udpPorts.includes(port)).map((port) => `${port}/udp`),
  ];
  const wanted = tcpPorts.length + udpPorts.length;
  const fits = ({ remaining }: ContainerInstanceRow) =>
    remaining.tcpPorts.length + remaining.udpPorts.length + wanted <= MAX_RESERVED_PORTS;
  return {
    id: "ports",
    reason: placementReason("placement.ports"),
    passes: (row) => {
      for (const port of tcpPorts) if (row.remaining.tcpPorts.includes(port)) return false;
      for (const port of udpPorts) if (row.remaining.udpPorts.includes(port)) return false;
      return fits(row);
    },
    measure: (row) => ({
      needed: [...tcpPorts, ...udpPorts.map((port) => `${port}/udp`)],
      left: taken(row).length > 0 || fits(row) ? taken(row) : `${MAX_RESERVED_PORTS} ports are reserved`,
    }),
  };
}

function constraintStage(constraint: PlacementConstraint, group: string, startsAtMs: number): Stage {
  if (constraint.type === "distinctInstance") {
    return {
      id: "distinctInstance",
      reason: placementReason("placement.distinct-instance"),
      passes: (row) => countOf(row, group) === 0,
      measure: (row) => ({ needed: 0, left: countOf(row, group) }),
    };
  }
  const { expression } = constraint;
  const parsed = parseExpression(expression);
  assert(parsed.ok, () => `the expression ${expression} was not checked`);
  const passes = compileExpression(parsed.expression, startsAtMs);
  return {
    id: "memberOf",
    reason: placementReason("placement.member-of"),
    expression,
    passes,
    measure: (row) => ({ needed: expression, left: passes(row) ? "satisfied" : "unsatisfied" }),
  };
}

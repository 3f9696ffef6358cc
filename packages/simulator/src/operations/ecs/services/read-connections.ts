/**
 * Target groups, service discovery, Service Connect, volumes that are configured at launch, VPC Lattice: checked against the definition that a revision runs,
 * kept and shown.
 * Simplified: no name is resolved, no proxy runs beside the containers, no instance is registered, no volume is made or attached, and
 * nothing that these members name outside of ECS is looked up but namespaces.
 */
import type { Cloud } from "../../../model/cloud.ts";
import type { ClusterRow, TaskDefinitionRow } from "../../../model/ecs.ts";
import type { EcsShapes } from "../../../model/generated/ecs.ts";
import type { Refusal } from "../../../model/refusal.ts";
import type { SchedulingStrategy, ServiceConnections } from "../../../model/services.ts";
import { networkModeOf } from "../../../task-definition/reservation.ts";
import { findNamespace } from "../namespaces.ts";
import { refuse } from "../refusals.ts";
import type { Checked } from "../task-request.ts";
import { readLoadBalancers } from "./read-load-balancers.ts";

/** What is asked; what is left out is as before. */
export type ConnectionsInput = Partial<Omit<ServiceConnections, "namespaceArn" | "loadBalancers">> & {
  readonly loadBalancers?: readonly EcsShapes["LoadBalancer"][] | undefined;
};

/** What they are read beside. */
export interface ConnectionsContext {
  readonly cluster: ClusterRow;
  readonly schedulingStrategy: SchedulingStrategy;
  readonly launchType: "FARGATE" | "EC2";
  /** Of the revision before. */
  readonly before: ServiceConnections | undefined;
}

/** The connections of a service that has none. */
export const NO_CONNECTIONS: ServiceConnections = Object.freeze({
  loadBalancers: Object.freeze([]),
  serviceRegistries: Object.freeze([]),
  volumeConfigurations: Object.freeze([]),
  vpcLatticeConfigurations: Object.freeze([]),
});

const REGISTRY = /^arn:[^:]+:servicediscovery:[^:]+:\d+:service\/srv-.+$/;

/** Reads them, or says what does not fit. */
export function readConnections(
  sim: Cloud,
  input: ConnectionsInput,
  { cluster, schedulingStrategy, launchType, before = NO_CONNECTIONS }: ConnectionsContext,
  definition: TaskDefinitionRow,
): Checked<ServiceConnections> {
  const {
    loadBalancers: balancers = before.loadBalancers,
    serviceRegistries = before.serviceRegistries,
    serviceConnectConfiguration: asked = before.serviceConnectConfiguration,
    volumeConfigurations = before.volumeConfigurations,
    vpcLatticeConfigurations = before.vpcLatticeConfigurations,
  } = input;
  const problem =
    registryProblem(serviceRegistries, definition) ??
    volumeProblem(volumeConfigurations, definition, schedulingStrategy) ??
    portNameProblem(vpcLatticeConfigurations, definition);
  if (problem !== undefined) return problem;
  const attached = readLoadBalancers(
    sim,
    balancers,
    { launchType, areKept: input.loadBalancers === undefined },
    definition,
  );
  if (!attached.ok) return attached;
  const plain = { loadBalancers: attached.checked, serviceRegistries, volumeConfigurations, vpcLatticeConfigurations };
  if (asked?.enabled !== true) return { ok: true, checked: plain };
  const named = asked.namespace ?? cluster.namespaceArn;
  if (named === undefined) return refuse("service.no-namespace");
  const namespaceArn = findNamespace(sim, named)?.namespaceArn;
  if (namespaceArn === undefined) return refuse("service.namespace");
  const refused = connectProblem(asked, definition);
  return refused ?? { ok: true, checked: { ...plain, serviceConnectConfiguration: asked, namespaceArn } };
}

function registryProblem(
  registries: ServiceConnections["serviceRegistries"],
  definition: TaskDefinitionRow,
): Refusal | undefined {
  const [registry] = registries;
  if (registry === undefined) return undefined;
  if (registries.length > 1) return refuse("service.registries");
  const { registryArn = "", containerName, containerPort } = registry;
  if (!REGISTRY.test(registryArn)) return refuse("service.registry-arn");
  const isShared = networkModeOf(definition.definition) !== "awsvpc";
  if (isShared && (containerName === undefined || containerPort === undefined)) {
    return refuse("service.registry-container");
  }
  if (containerName === undefined) return undefined;
  const container = definition.definition.containerDefinitions.find(({ name }) => name === containerName);
  if (container === undefined) return refuse("service.no-container", { containerName });
  const isMapped = container.portMappings?.some((mapping) => mapping.containerPort === containerPort) === true;
  return containerPort === undefined || isMapped
    ? undefined
    : refuse("service.no-port", { containerName, containerPort });
}

function connectProblem(
  { services = [] }: NonNullable<ServiceConnections["serviceConnectConfiguration"]>,
  definition: TaskDefinitionRow,
): Refusal | undefined {
  if (networkModeOf(definition.definition) === "host") return refuse("service.connect-host");
  if (services.some(({ clientAliases = [] }) => clientAliases.length > 1)) return refuse("service.connect-aliases");
  return portNameProblem(services, definition);
}

function portNameProblem(
  named: readonly { readonly portName: string }[],
  { definition }: TaskDefinitionRow,
): Refusal | undefined {
  const known = new Set(definition.containerDefinitions.flatMap(({ portMappings = [] }) => portMappings.map(nameOf)));
  const unknown = named.find(({ portName }) => !known.has(portName));
  return unknown === undefined ? undefined : refuse("service.port-name", { portName: unknown.portName });
}

function nameOf({ name }: { readonly name?: string }): string | undefined {
  return name;
}

function volumeProblem(
  configurations: ServiceConnections["volumeConfigurations"],
  { definition }: TaskDefinitionRow,
  schedulingStrategy: SchedulingStrategy,
): Refusal | undefined {
  const open = (definition.volumes ?? []).filter(({ configuredAtLaunch }) => configuredAtLaunch === true);
  if (configurations.length === 0) {
    const [missing] = open;
    return missing === undefined ? undefined : refuse("service.volume-missing", { name: missing.name ?? "" });
  }
  if (schedulingStrategy === "DAEMON") return refuse("service.volume-daemon");
  if (open.length === 0) return refuse("service.volume-none");
  const stray = configurations.find(({ name }) => open.every((volume) => volume.name !== name));
  if (stray !== undefined) return refuse("service.volume-name", { name: stray.name });
  const isSized = configurations.every(
    ({ managedEBSVolume }) => managedEBSVolume?.sizeInGiB !== undefined || managedEBSVolume?.snapshotId !== undefined,
  );
  return isSized ? undefined : refuse("service.volume-size");
}

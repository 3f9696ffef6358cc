/**
 * Ports and addresses of a container on an EC2 instance: in bridge mode an address on docker0 and published ports, static
 * or picked by the agent, in host mode the instance's own ports. The agent walks through the kernel's ephemeral range from
 * where it stopped last, and skips what is in use.
 * Source: the public agent, ephemeral ports; API Reference, NetworkBinding (checked 2026-11-21).
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerInstanceRow } from "../../model/container-instances.ts";
import type { ContainerRow, NetworkBinding, TaskRow } from "../../model/ecs.ts";
import { DYNAMIC_PORTS } from "../../model/instance-timing.ts";
import { readPortRange } from "../../model/port-range.ts";
import type { PortMapping } from "../../model/task-definition.ts";
import { instanceOf } from "../host/host-queue.ts";
import { addressAt } from "../network/addresses.ts";
import { containerDefinition, definitionOf } from "../rows/task-rows.ts";

/** Docker's default network on Linux. @source Docker, bridge network driver (checked 2026-11-21) */
const DOCKER0 = "172.17.0.0/16";
/** docker0 itself has the first address. */
const FIRST_BRIDGE_OFFSET = 2;
const LAST_BRIDGE_OFFSET = 65_534;

/** What Docker is to give a container, or how many host ports in a row were wanted and not there. */
export type Published =
  | { readonly ok: true; readonly given: Pick<ContainerRow, "networkBindings" | "bridgeAddress"> }
  | { readonly ok: false; readonly count: number };

/** Address and bindings for a container that is being created. Its instance's row changes; belongs to the next record. */
export function publishPorts(sim: Cloud, task: TaskRow, container: ContainerRow): Published {
  const { networkMode } = task.spec;
  const instance = instanceOf(sim, task);
  if (instance === undefined || (networkMode !== "bridge" && networkMode !== "host")) return { ok: true, given: {} };
  const { portMappings = [] } = containerDefinition(definitionOf(sim, task), container.name);
  if (networkMode === "host") {
    const single = portMappings.filter(({ containerPortRange }) => containerPortRange === undefined);
    const networkBindings = single.map((mapping) => binding(mapping, mapping.hostPort ?? mapping.containerPort));
    return { ok: true, given: { networkBindings } };
  }
  let { nextHostPort } = instance;
  const taken = portMappings.some(isDynamic) ? portsInUse(sim, instance) : undefined;
  const networkBindings: NetworkBinding[] = [];
  for (const mapping of portMappings) {
    if (taken === undefined || !isDynamic(mapping)) {
      networkBindings.push(binding(mapping, mapping.hostPort));
      continue;
    }
    const count = portCountOf(mapping);
    const hostPort = firstOfFree(taken, nextHostPort, count);
    if (hostPort === undefined) return { ok: false, count };
    for (let port = hostPort; port < hostPort + count; port += 1) taken.add(port);
    nextHostPort = after(hostPort + count - 1);
    networkBindings.push(binding(mapping, hostPort));
  }
  const offset = Math.max(FIRST_BRIDGE_OFFSET, instance.nextBridgeOffset);
  const nextBridgeOffset = offset >= LAST_BRIDGE_OFFSET ? FIRST_BRIDGE_OFFSET : offset + 1;
  sim.put("containerInstances", { ...instance, nextHostPort, nextBridgeOffset });
  return { ok: true, given: { networkBindings, bridgeAddress: addressAt(DOCKER0, offset) } };
}

/** The first of so many free ports in a row, from a port on and round once; undefined when there are none. */
function firstOfFree(taken: ReadonlySet<number>, from: number, count: number): number | undefined {
  const { low, high } = DYNAMIC_PORTS;
  let first = from;
  let found = 0;
  for (let looked = 0; looked < 2 * (high - low + 1); looked += 1) {
    const port = low + ((from - low + looked) % (high - low + 1));
    if (taken.has(port) || port === low) found = 0;
    if (taken.has(port)) continue;
    if (found === 0) first = port;
    found += 1;
    if (found === count) return first;
  }
  return undefined;
}

function isDynamic({ hostPort }: PortMapping): boolean {
  return hostPort === undefined || hostPort === 0;
}

/** The rules of task definitions take no other protocol than these two. */
function binding(mapping: PortMapping, hostPort = 0): NetworkBinding {
  const { containerPortRange, protocol } = mapping;
  const containerPort = readPortRange(containerPortRange)?.low ?? mapping.containerPort ?? 0;
  return {
    bindIP: "0.0.0.0",
    containerPort,
    hostPort,
    protocol: protocol === "udp" ? "udp" : "tcp",
    ...(containerPortRange !== undefined && { count: portCountOf(mapping) }),
  };
}

function portCountOf({ containerPortRange }: PortMapping): number {
  const range = readPortRange(containerPortRange);
  return range === undefined ? 1 : range.high - range.low + 1;
}

function after(port: number): number {
  return port >= DYNAMIC_PORTS.high ? DYNAMIC_PORTS.low : port + 1;
}

/** Every port in use on the host: reserved ones, static ones, and what containers have got. */
function portsInUse(sim: Cloud, instance: ContainerInstanceRow): Set<number> {
  const ports = new Set([...instance.hostRemaining.tcpPorts, ...instance.hostRemaining.udpPorts]);
  for (const key of sim.tables.tasks.bucket("containerInstance", instance.containerInstanceArn)) {
    for (const arn of sim.tables.tasks.get(key)?.spec.containerArns ?? []) {
      for (const { hostPort, count = 1 } of sim.tables.containers.get(arn)?.networkBindings ?? []) {
        for (let port = hostPort; port < hostPort + count; port += 1) ports.add(port);
      }
    }
  }
  return ports;
}

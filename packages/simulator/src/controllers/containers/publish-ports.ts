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
import type { PortMapping } from "../../model/task-definition.ts";
import { instanceOf } from "../host/host-queue.ts";
import { addressAt } from "../network/addresses.ts";
import { containerDefinition, definitionOf } from "../rows/task-rows.ts";

/** Docker's default network on Linux. @source Docker, bridge network driver (checked 2026-11-21) */
const DOCKER0 = "172.17.0.0/16";
/** docker0 itself has the first address. */
const FIRST_BRIDGE_OFFSET = 2;
const LAST_BRIDGE_OFFSET = 65_534;

/** Address and bindings for a container that is being created. Its instance's row changes; belongs to the next record. */
export function publishPorts(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
): Pick<ContainerRow, "networkBindings" | "bridgeAddress"> {
  const { networkMode } = task.spec;
  const instance = instanceOf(sim, task);
  if (instance === undefined || (networkMode !== "bridge" && networkMode !== "host")) return {};
  const { portMappings = [] } = containerDefinition(definitionOf(sim, task), container.name);
  if (networkMode === "host") {
    return {
      networkBindings: portMappings.map((mapping) => binding(mapping, mapping.hostPort ?? mapping.containerPort)),
    };
  }
  let { nextHostPort } = instance;
  const taken = portMappings.some(isDynamic) ? portsInUse(sim, instance) : undefined;
  const networkBindings = portMappings.map((mapping) => {
    if (taken === undefined || !isDynamic(mapping)) return binding(mapping, mapping.hostPort);
    while (taken.has(nextHostPort)) nextHostPort = after(nextHostPort);
    const hostPort = nextHostPort;
    taken.add(hostPort);
    nextHostPort = after(hostPort);
    return binding(mapping, hostPort);
  });
  const offset = Math.max(FIRST_BRIDGE_OFFSET, instance.nextBridgeOffset);
  const nextBridgeOffset = offset >= LAST_BRIDGE_OFFSET ? FIRST_BRIDGE_OFFSET : offset + 1;
  sim.put("containerInstances", { ...instance, nextHostPort, nextBridgeOffset });
  return { networkBindings, bridgeAddress: addressAt(DOCKER0, offset) };
}

function isDynamic({ hostPort }: PortMapping): boolean {
  return hostPort === undefined || hostPort === 0;
}

/** The rules of task definitions take no other protocol than these two. */
function binding({ containerPort = 0, protocol }: PortMapping, hostPort = 0): NetworkBinding {
  return { bindIP: "0.0.0.0", containerPort, hostPort, protocol: protocol === "udp" ? "udp" : "tcp" };
}

function after(port: number): number {
  return port >= DYNAMIC_PORTS.high ? DYNAMIC_PORTS.low : port + 1;
}

/** Every port in use on the host: reserved ones, static ones, and what containers have got. */
function portsInUse(sim: Cloud, instance: ContainerInstanceRow): Set<number> {
  const ports = new Set([...instance.hostRemaining.tcpPorts, ...instance.hostRemaining.udpPorts]);
  for (const key of sim.tables.tasks.bucket("containerInstance", instance.containerInstanceArn)) {
    for (const arn of sim.tables.tasks.get(key)?.spec.containerArns ?? []) {
      for (const { hostPort } of sim.tables.containers.get(arn)?.networkBindings ?? []) ports.add(hostPort);
    }
  }
  return ports;
}

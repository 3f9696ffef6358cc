/** Network mode, port mappings and links. */

import type { ContainerDefinition, PortMapping, TaskDefinitionInput } from "../../model/task-definition.ts";
import { eachContainer, type Path, type Rule, rule } from "../rule.ts";

const NETWORK_MODES = ["bridge", "host", "awsvpc", "none"];
const HIGHEST_PORT = 65_535;

export const networkRules: readonly Rule[] = [
  rule(
    { id: "enum", evidence: "ours", hint: "Use awsvpc, bridge, host or none.", code: "ClientException" },
    function* ({ networkMode }) {
      if (networkMode === undefined || NETWORK_MODES.includes(networkMode)) return;
      yield { message: `networkMode should be one of [${NETWORK_MODES.join(",")}]`, path: ["networkMode"] };
    },
  ),
  rule({ id: "port-invalid", evidence: "exact", hint: "Use a port from 1 to 65535." }, function* (definition) {
    for (const { mapping, container, path } of eachMapping(definition)) {
      if (mapping.containerPortRange !== undefined || isPort(mapping.containerPort, 1)) continue;
      yield { message: `Invalid 'containerPort' setting for container '${container.name}'.`, path };
    }
  }),
  rule({ id: "hostport-invalid", evidence: "ours", hint: "Use a port from 0 to 65535." }, function* (definition) {
    for (const { mapping, container, path } of eachMapping(definition)) {
      if (mapping.hostPort === undefined || isPort(mapping.hostPort, 0)) continue;
      yield { message: `Invalid 'hostPort' setting for container '${container.name}'.`, path: [...path, "hostPort"] };
    }
  }),
  rule({ id: "awsvpc-hostport", evidence: "exact", hint: "Leave hostPort out." }, (definition) =>
    mismatches(definition, "awsvpc"),
  ),
  rule({ id: "host-hostport", evidence: "exact", hint: "Leave hostPort out." }, (definition) =>
    mismatches(definition, "host"),
  ),
  rule(
    { id: "port-dup-awsvpc", evidence: "exact", hint: "Use another port: the containers share one interface." },
    function* (definition) {
      if (definition.networkMode !== "awsvpc") return;
      const used = new Set<string>();
      for (const { mapping, path } of eachMapping(definition)) {
        const protocol = mapping.protocol ?? "tcp";
        const key = `${mapping.containerPort}/${protocol}`;
        if (mapping.containerPort !== undefined && used.has(key)) {
          const message = `${protocol.toUpperCase()} container port '${mapping.containerPort}' is used multiple times in task when networkMode=awsvpc.`;
          yield { message, path: [...path, "containerPort"] };
        }
        used.add(key);
      }
    },
  ),
  rule({ id: "hostport-dup", evidence: "exact", hint: "Use hostPort 0 for a dynamic port." }, function* (definition) {
    if (definition.networkMode !== undefined && definition.networkMode !== "bridge") return;
    const used = new Set<string>();
    for (const { mapping, path } of eachMapping(definition)) {
      const protocol = mapping.protocol ?? "tcp";
      const key = `${mapping.hostPort}/${protocol}`;
      if (mapping.hostPort && used.has(key)) {
        const message = `${protocol.toUpperCase()} host port '${mapping.hostPort}' is mapped multiple times in task.`;
        yield { message, path: [...path, "hostPort"] };
      }
      used.add(key);
    }
  }),
  rule(
    { id: "links-mode", evidence: "near", hint: "Containers of an awsvpc task reach each other on localhost." },
    function* (definition) {
      if (definition.networkMode !== "awsvpc") return;
      for (const { container, path } of eachContainer(definition)) {
        if ((container.links?.length ?? 0) === 0) continue;
        yield { message: "Links are not supported when networkMode=awsvpc.", path: [...path, "links"] };
      }
    },
  ),
];

function* eachMapping(
  definition: TaskDefinitionInput,
): Iterable<{ mapping: PortMapping; container: ContainerDefinition; path: Path }> {
  for (const { container, path } of eachContainer(definition)) {
    for (const [index, mapping] of (container.portMappings ?? []).entries()) {
      yield { mapping, container, path: [...path, "portMappings", index] };
    }
  }
}

function* mismatches(definition: TaskDefinitionInput, networkMode: string): Iterable<{ message: string; path: Path }> {
  if (definition.networkMode !== networkMode) return;
  for (const { mapping, path } of eachMapping(definition)) {
    if (mapping.hostPort === undefined || mapping.hostPort === mapping.containerPort) continue;
    const message = `When networkMode=${networkMode}, the host ports and container ports in port mappings must match.`;
    yield { message, path: [...path, "hostPort"] };
  }
}

function isPort(port: number | undefined, lowest: number): boolean {
  return port !== undefined && Number.isInteger(port) && port >= lowest && port <= HIGHEST_PORT;
}

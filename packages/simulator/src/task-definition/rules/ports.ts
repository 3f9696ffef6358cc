/** Port mappings, by network mode. Which ports of an instance are taken is no matter of registration. */

import { isPort, readPortRange } from "../../model/port-range.ts";
import type { Container, Definition, PortMapping } from "../definition.ts";
import {
  at,
  containerRule,
  forgetUnknowns,
  type Path,
  type Rule,
  type RuleText,
  rule,
  type Violation,
} from "../rule.ts";
import { documented, pasted, RECORDED } from "../sources.ts";

const PORT_MAPPING = documented("API Reference, PortMapping");
const PORT_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;

export const portRules: readonly Rule[] = [
  mappingRule(
    { id: "range-both", evidence: "exact", source: RECORDED, hint: "Keep either the range or the single port." },
    function* ({ containerPortRange, containerPort, hostPort }, { name = "null" }) {
      if (containerPortRange === undefined || (containerPort === undefined && hostPort === undefined)) return;
      const message = `Invalid port mapping for container '${name}', cannot specify both single port and port range.`;
      yield at(message, "containerPortRange");
    },
  ),
  mappingRule(
    {
      id: "port-invalid",
      evidence: "exact",
      source: pasted("aws/aws-cli#7288", "aws/aws-cdk#8762"),
      hint: "Use a port from 1 to 65535.",
    },
    function* ({ containerPortRange, containerPort }, { name = "null" }) {
      if (containerPortRange !== undefined || isPort(containerPort, 1)) return;
      yield at(`Invalid 'containerPort' setting for container '${name}'.`, "containerPort");
    },
  ),
  mappingRule(
    {
      id: "hostport-invalid",
      evidence: "ours",
      certain: true,
      source: PORT_MAPPING,
      hint: "Use a port from 0 to 65535.",
    },
    function* ({ hostPort = 0 }, { name = "null" }) {
      if (!isPort(hostPort, 0)) yield at(`Invalid 'hostPort' setting for container '${name}'.`, "hostPort");
    },
  ),
  mappingRule(
    {
      id: "range-bad",
      evidence: "exact",
      source: RECORDED,
      hint: "Write the lower and the higher port with a hyphen, such as 8080-8090.",
    },
    function* ({ containerPortRange }, { name = "null" }) {
      if (containerPortRange === undefined || readPortRange(containerPortRange) !== undefined) return;
      yield at(`Invalid 'containerPortRange' setting for container '${name}'.`, "containerPortRange");
    },
  ),
  mappingRule(
    {
      id: "range-mode",
      evidence: "ours",
      source: PORT_MAPPING,
      hint: "Set networkMode to awsvpc or bridge, or map single ports.",
    },
    function* ({ containerPortRange }, _container, { networkMode }) {
      if (containerPortRange === undefined || networkMode !== "host") return;
      yield at("containerPortRange is not supported when networkMode=host.", "containerPortRange");
    },
  ),
  sameHostPort("awsvpc-hostport", "awsvpc", pasted("aws/amazon-ecs-cli#1014", "pulumi/pulumi-awsx#935")),
  sameHostPort("host-hostport", "host", RECORDED),
  containerRule(
    {
      id: "none-ports",
      evidence: "ours",
      certain: true,
      source: documented("API Reference, RegisterTaskDefinition, networkMode"),
      hint: "Remove portMappings: the task has no network.",
    },
    function* ({ portMappings = [] }, { networkMode }) {
      if (networkMode !== "none" || portMappings.length === 0) return;
      yield at("Port mappings are not supported when networkMode=none.", "portMappings");
    },
  ),
  rule(
    {
      id: "port-dup-awsvpc",
      evidence: "exact",
      source: RECORDED,
      hint: "Use another port: the containers share one interface.",
    },
    function* (definition) {
      if (definition.networkMode !== "awsvpc") return;
      for (const { mapping, path } of overlapping(definition)) {
        const { containerPort, containerPortRange } = mapping;
        const protocol = protocolOf(mapping);
        const port = containerPortRange ?? containerPort;
        const message = `${protocol.toUpperCase()} container port '${port}' is used multiple times in task when networkMode=awsvpc.`;
        yield at(message, ...path, containerPortRange === undefined ? "containerPort" : "containerPortRange");
      }
    },
  ),
  rule(
    {
      id: "hostport-dup",
      evidence: "exact",
      source: pasted("aws/amazon-ecs-agent#1220"),
      hint: "Use hostPort 0 for a dynamic port.",
    },
    function* (definition) {
      if (definition.networkMode !== undefined && definition.networkMode !== "bridge") return;
      const used = new Set<string>();
      for (const { mapping, path } of eachMapping(definition)) {
        const { hostPort } = mapping;
        const protocol = protocolOf(mapping);
        if (!hostPort) continue;
        const message = `${protocol.toUpperCase()} host port '${hostPort}' is mapped multiple times in task.`;
        if (used.has(message)) yield at(message, ...path, "hostPort");
        used.add(message);
      }
    },
  ),
  mappingRule(
    {
      id: "port-name-chars",
      evidence: "ours",
      certain: true,
      source: PORT_MAPPING,
      hint: "Use up to 64 lowercase letters, digits, underscores and hyphens, no hyphen first.",
    },
    function* ({ name }, container) {
      if (name === undefined || PORT_NAME.test(name)) return;
      yield at(`Invalid 'name' setting of a port mapping for container '${container.name ?? "null"}'.`, "name");
    },
  ),
  rule(
    { id: "port-name-dup", evidence: "exact", source: RECORDED, hint: "Give each port mapping a name of its own." },
    function* (definition) {
      if (definition.networkMode !== "awsvpc") return;
      const names = new Set<string>();
      for (const { mapping, path } of eachMapping(definition)) {
        if (mapping.name === undefined) continue;
        if (names.has(mapping.name)) {
          yield at("When networkMode=awsvpc, port mapping name is already used", ...path, "name");
        }
        names.add(mapping.name);
      }
    },
  ),
];

/** A rule that looks at one port mapping after the other. */
function mappingRule(
  text: RuleText,
  check: (mapping: PortMapping, container: Container, definition: Definition) => Iterable<Violation>,
): Rule {
  return containerRule(text, function* (container, definition, context) {
    for (const [index, mapping] of (container.portMappings ?? []).entries()) {
      for (const { message, path } of check(mapping, container, definition)) {
        yield at(message, "portMappings", index, ...path);
      }
      forgetUnknowns(context);
    }
  });
}

/** In these modes a container's port is the host's port. An explicit 0 counts as another port. */
function sameHostPort(id: string, mode: string, source: string): Rule {
  const text = { id, evidence: "exact" as const, source, hint: "Leave hostPort out." };
  return mappingRule(text, function* ({ hostPort, containerPort }, _container, { networkMode }) {
    if (networkMode !== mode || hostPort === undefined || containerPort === undefined) return;
    if (hostPort === containerPort) return;
    const message = `When networkMode=${mode}, the host ports and container ports in port mappings must match.`;
    yield at(message, "hostPort");
  });
}

interface PlacedMapping {
  readonly mapping: PortMapping;
  readonly path: Path;
}

function* eachMapping({ containerDefinitions }: Definition): Iterable<PlacedMapping> {
  for (const [at, { portMappings = [] }] of containerDefinitions.entries()) {
    for (const [index, mapping] of portMappings.entries()) {
      yield { mapping, path: ["containerDefinitions", at, "portMappings", index] };
    }
  }
}

/** Mappings whose ports another mapping of the same protocol has already; the later one of the text is named. */
function overlapping(definition: Definition): PlacedMapping[] {
  const spans = [...eachMapping(definition)].flatMap((placed, order) => {
    const { containerPort, containerPortRange } = placed.mapping;
    const protocol = protocolOf(placed.mapping);
    const range = readPortRange(containerPortRange);
    const low = range?.low ?? containerPort;
    return low === undefined ? [] : [{ ...placed, order, protocol, low, high: range?.high ?? low }];
  });
  spans.sort((a, b) => (a.protocol === b.protocol ? a.low - b.low : a.protocol < b.protocol ? -1 : 1));
  const later = new Set<(typeof spans)[number]>();
  let widest = spans[0];
  for (const span of spans.slice(1)) {
    if (widest !== undefined && span.protocol === widest.protocol) {
      if (span.low <= widest.high) later.add(span.order > widest.order ? span : widest);
      if (span.high <= widest.high) continue;
    }
    widest = span;
  }
  return [...later].sort((a, b) => a.order - b.order);
}

/** The protocol that the service keeps: it takes http for tcp. */
function protocolOf({ protocol = "tcp" }: PortMapping): string {
  return protocol === "http" ? "tcp" : protocol;
}

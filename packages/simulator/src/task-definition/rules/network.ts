/** Network mode, and the members of a container that do not go with it. Ports have a file of their own. */
import type { Container } from "../definition.ts";
import { firstOfCycle } from "../graph.ts";
import { at, containerRule, type Evidence, isGiven, type Rule, rule } from "../rule.ts";
import { documented, pasted, QUOTED, RECORDED } from "../sources.ts";

/** Members that a container of an awsvpc task cannot have, and how the service calls each. */
const NOT_IN_AWSVPC: readonly [id: string, member: keyof Container, words: string, Evidence, source: string][] = [
  ["awsvpc-hostname", "hostname", "hostname is", "exact", RECORDED],
  ["awsvpc-extrahosts", "extraHosts", "Extra hosts are", "exact", RECORDED],
  ["awsvpc-dns", "dnsServers", "DNS servers are", "near", QUOTED],
  [
    "awsvpc-dnssearch",
    "dnsSearchDomains",
    "DNS search domains are",
    "ours",
    documented("API Reference, ContainerDefinition, dnsSearchDomains"),
  ],
  ["awsvpc-disablenet", "disableNetworking", "Disable Networking is", "near", QUOTED],
];

export const networkRules: readonly Rule[] = [
  containerRule(
    {
      id: "links-mode",
      evidence: "near",
      source: QUOTED,
      hint: "Remove links: containers of an awsvpc or host task reach each other on localhost.",
    },
    function* ({ links = [] }, { networkMode }) {
      if (links.length === 0 || networkMode === undefined || networkMode === "bridge") return;
      yield at(`Links are not supported when networkMode=${networkMode}.`, "links");
    },
  ),
  rule(
    {
      id: "links-cycle",
      evidence: "exact",
      source: pasted("Shippable/support#4194"),
      hint: "Remove one of the links.",
    },
    function* ({ containerDefinitions }) {
      const edges = containerDefinitions.map(
        ({ name, links = [] }) => [name ?? "", links.map((link) => link.split(":")[0] ?? "")] as const,
      );
      const index = firstOfCycle(edges);
      if (index !== undefined) {
        yield at("Container links should not have a cycle", "containerDefinitions", index, "links");
      }
    },
  ),
  ...NOT_IN_AWSVPC.map(([id, member, words, evidence, source]) =>
    containerRule(
      {
        id,
        evidence,
        // The members beside it are refused in words that are known.
        ...(evidence === "ours" ? { certain: true } : {}),
        source,
        hint: "Remove it: the task's network interface decides.",
      },
      function* (container, { networkMode }) {
        if (networkMode !== "awsvpc" || !isGiven(container[member])) return;
        yield at(`${words} not supported on container when networkMode=awsvpc.`, member);
      },
    ),
  ),
  rule(
    {
      id: "proxy-mode",
      evidence: "near",
      source: QUOTED,
      hint: "Set networkMode to awsvpc.",
    },
    function* ({ proxyConfiguration, networkMode }) {
      if (proxyConfiguration === undefined || networkMode === "awsvpc") return;
      yield at("APPMESH proxy configuration is only supported in networkMode=awsvpc.", "proxyConfiguration");
    },
  ),
  rule(
    {
      id: "proxy-name",
      evidence: "exact",
      source: `${QUOTED}; public runbooks`,
      hint: "Add the proxy's container, or correct containerName.",
      judgesNames: true,
    },
    function* ({ proxyConfiguration, containerDefinitions }) {
      const name = proxyConfiguration?.containerName;
      if (name === undefined || containerDefinitions.some((each) => each.name === name)) return;
      yield at(`Proxy container [${name}] does not exist`, "proxyConfiguration", "containerName");
    },
  ),
  rule(
    { id: "proxy-prop", evidence: "exact", source: RECORDED, hint: "Add the property ProxyIngressPort." },
    function* ({ proxyConfiguration }) {
      if (proxyConfiguration === undefined) return;
      if (proxyConfiguration.properties?.some(({ name }) => name === "ProxyIngressPort") === true) return;
      yield at("Ingress port not found", "proxyConfiguration", "properties");
    },
  ),
  rule(
    {
      id: "fis-mode",
      evidence: "ours",
      source: documented("Developer Guide, fault injection with Amazon ECS"),
      hint: "Set networkMode to awsvpc or host.",
    },
    function* ({ enableFaultInjection, networkMode }) {
      if (enableFaultInjection !== true || networkMode === "awsvpc" || networkMode === "host") return;
      yield at("Fault injection is only supported when networkMode is awsvpc or host.", "enableFaultInjection");
    },
  ),
];

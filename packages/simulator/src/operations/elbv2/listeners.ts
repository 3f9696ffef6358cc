/**
 * CreateListener, DescribeListeners, DeleteListener. A listener's default actions are its default rule.
 * Simplified: AWS Certificate Manager is not simulated, so any ARN of a certificate of this account and Region is one.
 */
import { listenersOf, rulesOf } from "../../balancing/rows.ts";
import { arn, hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ListenerProtocol, ListenerRow, LoadBalancerRow } from "../../model/elb.ts";
import { ACCOUNT_ID, regionOf } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import type { Input, Shape } from "../shapes.ts";
import { cutPage } from "./listing.ts";
import { presentListener } from "./present.ts";
import { readActions } from "./read-actions.ts";
import { refuse } from "./refusals.ts";
import { newRuleArn } from "./rules.ts";
import { isSslPolicy, USUAL_SSL_POLICY } from "./ssl-policies.ts";
import { readTags, tagProblem } from "./tags.ts";

/** @source Application and Network Load Balancers guides, quotas (checked 2026-11-29) */
const MOST_LISTENERS = 50;

/** @source Elastic Load Balancing API Reference, CreateListener, Protocol (checked 2026-11-29) */
const PROTOCOLS: Readonly<Record<LoadBalancerRow["type"], readonly ListenerProtocol[]>> = {
  application: ["HTTP", "HTTPS"],
  network: ["UDP", "TCP", "TLS", "TCP_UDP"],
};

type CreateInput = Input<"elbv2", "CreateListener">;

export const createListener = command<"elbv2", "CreateListener">((sim, input) => {
  const { LoadBalancerArn: loadBalancerArn, Protocol, Port: port } = input;
  const balancer = sim.tables.loadBalancers.get(loadBalancerArn);
  if (balancer === undefined) return refuse("load-balancer.not-found", { arn: loadBalancerArn });
  const problem = unsimulated(input) ?? tagProblem(input.Tags);
  if (problem !== undefined) return problem;
  if (port === undefined) return refuse("listener.no-port");
  const protocol = readProtocol(Protocol, balancer);
  if (!protocol.ok) return protocol;
  const listeners = listenersOf(sim.tables, loadBalancerArn);
  const encryption = readEncryption(sim, protocol.value, input);
  if (!encryption.ok) return encryption;
  const read = readActions(sim, input.DefaultActions, { loadBalancerArn, protocol: protocol.value, port });
  if (!read.ok) return read;
  const same = listeners.find((row) => row.port === port);
  if (same !== undefined) return refuse("listener.duplicate", { arn: loadBalancerArn });
  if (listeners.length >= MOST_LISTENERS) return refuse("listener.too-many", { most: MOST_LISTENERS });
  const id = hexId(sim.world.random, 16);
  const row: ListenerRow = {
    ...encryption.value,
    listenerArn: `${loadBalancerArn.replace(":loadbalancer/", ":listener/")}/${id}`,
    loadBalancerArn,
    protocol: protocol.value,
    port,
    attributes: {},
    tags: readTags(input.Tags),
  };
  sim.put("listeners", row);
  sim.put("rules", {
    ruleArn: newRuleArn(row, hexId(sim.world.random, 16)),
    listenerArn: row.listenerArn,
    loadBalancerArn,
    priority: "default",
    conditions: [],
    action: read.action,
    tags: [],
  });
  sim.record("LISTENER_CREATED", row.listenerArn, { protocol: protocol.value, port });
  return answer({ Listeners: [presentListener(sim, row)] });
});

type Found<Value> = { readonly ok: true; readonly value: Value } | Refusal;

/** The protocol of a listener, which must be one of its balancer's type. */
export function readProtocol(protocol: string | undefined, { type }: LoadBalancerRow): Found<ListenerProtocol> {
  if (protocol === undefined) return refuse("listener.no-protocol");
  const found = PROTOCOLS[type].find((each) => each === protocol);
  return found === undefined
    ? refuse("listener.protocol", { protocol, allowed: PROTOCOLS[type] })
    : { ok: true, value: found };
}

type Encryption = Pick<ListenerRow, "certificateArns" | "sslPolicy">;

/** Certificate and policy of a listener that decrypts; others have neither. */
export function readEncryption(
  sim: Cloud,
  protocol: ListenerProtocol,
  { Certificates, SslPolicy }: Pick<CreateInput, "Certificates" | "SslPolicy">,
): Found<Encryption> {
  if (protocol !== "HTTPS" && protocol !== "TLS") {
    if (Certificates !== undefined || SslPolicy !== undefined) return refuse("listener.not-encrypted", { protocol });
    return { ok: true, value: { certificateArns: [] } };
  }
  const [certificate, ...others] = Certificates ?? [];
  if (certificate === undefined) return refuse("listener.no-certificate", { protocol });
  if (others.length > 0) return refuse("listener.one-certificate");
  const problem = certificateProblem(sim, certificate);
  if (problem !== undefined) return problem;
  const sslPolicy = SslPolicy ?? USUAL_SSL_POLICY;
  if (!isSslPolicy(sslPolicy)) return refuse("listener.ssl-policy", { policy: sslPolicy });
  return { ok: true, value: { certificateArns: [certificate.CertificateArn ?? ""], sslPolicy } };
}

/** The refusal of what cannot be a certificate of this account in this Region. */
export function certificateProblem(
  sim: Cloud,
  { CertificateArn = "" }: Shape<"elbv2", "Certificate">,
): Refusal | undefined {
  const here = arn({ service: "acm", region: regionOf(sim.tables), account: ACCOUNT_ID, resource: "certificate/" });
  const isOne = CertificateArn.startsWith(here) && /^[0-9a-f-]{36}$/.test(CertificateArn.slice(here.length));
  return isOne ? undefined : refuse("listener.certificate", { arn: CertificateArn });
}

/** What neither CreateListener nor ModifyListener can set. */
export function unsimulated({
  AlpnPolicy,
  MutualAuthentication,
}: Pick<CreateInput, "AlpnPolicy" | "MutualAuthentication">): Refusal | undefined {
  if (AlpnPolicy !== undefined && AlpnPolicy.join() !== "None") {
    return refuse("elbv2.not-simulated", { what: "ALPN policies" });
  }
  const { Mode = "off" } = MutualAuthentication ?? {};
  return Mode === "off" ? undefined : refuse("elbv2.not-simulated", { what: "mutual authentication" });
}

export const describeListeners = query<"elbv2", "DescribeListeners">((sim, input) => {
  const { LoadBalancerArn, ListenerArns = [] } = input;
  if ((LoadBalancerArn === undefined) === (ListenerArns.length === 0)) return refuse("listener.one-way");
  if (LoadBalancerArn !== undefined && !sim.tables.loadBalancers.has(LoadBalancerArn)) {
    return refuse("load-balancer.not-found", { arn: LoadBalancerArn });
  }
  const rows =
    LoadBalancerArn === undefined
      ? [...new Set(ListenerArns)].map((key) => sim.tables.listeners.get(key))
      : listenersOf(sim.tables, LoadBalancerArn);
  const found = rows.filter((row) => row !== undefined);
  if (found.length < rows.length) return refuse("listener.not-found");
  const page = cutPage(found, input);
  return page.ok ? answer({ Listeners: page.rows.map((row) => presentListener(sim, row)), ...page.next }) : page;
});

export const deleteListener = command<"elbv2", "DeleteListener">((sim, { ListenerArn }) => {
  const row = sim.tables.listeners.get(ListenerArn);
  if (row === undefined) return refuse("listener.not-found");
  for (const { ruleArn } of rulesOf(sim.tables, ListenerArn)) sim.remove("rules", ruleArn);
  sim.remove("listeners", ListenerArn);
  sim.record("LISTENER_DELETED", ListenerArn, { protocol: row.protocol, port: row.port });
  return answer({});
});

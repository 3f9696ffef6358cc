/** ModifyListener, and the certificates of listeners that decrypt. */
import { listenersOf, rulesOf } from "../../balancing/rows.ts";
import type { LoadBalancerRow } from "../../model/elb.ts";
import { answer, command, query } from "../operation.ts";
import { findListener } from "./find.ts";
import { certificateProblem, readEncryption, readProtocol, unsimulated } from "./listeners.ts";
import { cutPage } from "./listing.ts";
import { presentListener } from "./present.ts";
import { readActions } from "./read-actions.ts";
import { refuse } from "./refusals.ts";

/** @source Application Load Balancers guide, quotas: certificates per load balancer, default ones left out (checked 2026-11-29) */
const MOST_CERTIFICATES = 25;

export const modifyListener = command<"elbv2", "ModifyListener">((sim, input) => {
  const found = findListener(sim, input.ListenerArn);
  if (!found.ok) return found;
  const { row } = found;
  const { listenerArn, loadBalancerArn } = row;
  const problem = unsimulated(input);
  if (problem !== undefined) return problem;
  const balancer = sim.tables.loadBalancers.get(loadBalancerArn) as LoadBalancerRow;
  const protocol = readProtocol(input.Protocol ?? row.protocol, balancer);
  if (!protocol.ok) return protocol;
  const port = input.Port ?? row.port;
  const other = listenersOf(sim.tables, loadBalancerArn).find((each) => each.port === port);
  if (other !== undefined && other !== row) return refuse("listener.duplicate", { arn: loadBalancerArn });
  const [CertificateArn] = row.certificateArns;
  const isPlain = protocol.value !== "HTTPS" && protocol.value !== "TLS";
  const kept = isPlain || CertificateArn === undefined ? undefined : [{ CertificateArn }];
  const encryption = readEncryption(sim, protocol.value, {
    ...((input.Certificates ?? kept) && { Certificates: input.Certificates ?? kept }),
    ...((input.SslPolicy ?? (isPlain ? undefined : row.sslPolicy)) && { SslPolicy: input.SslPolicy ?? row.sslPolicy }),
  });
  if (!encryption.ok) return encryption;
  const rule = rulesOf(sim.tables, listenerArn).find(({ priority }) => priority === "default");
  if (input.DefaultActions !== undefined && rule !== undefined) {
    const read = readActions(sim, input.DefaultActions, { loadBalancerArn, protocol: protocol.value, port });
    if (!read.ok) return read;
    sim.change("rules", rule, { action: read.action });
  }
  const { certificateArns, sslPolicy } = encryption.value;
  const others = isPlain ? [] : row.certificateArns.slice(1).filter((arn) => !certificateArns.includes(arn));
  const changed = sim.change("listeners", row, {
    protocol: protocol.value,
    port,
    sslPolicy,
    certificateArns: [...certificateArns, ...others],
  });
  const what = Object.keys(input).filter((member) => member !== "ListenerArn");
  sim.record("LISTENER_CHANGED", listenerArn, { what });
  return answer({ Listeners: [presentListener(sim, changed)] });
});

export const addListenerCertificates = command<"elbv2", "AddListenerCertificates">((sim, input) => {
  const found = findListener(sim, input.ListenerArn);
  if (!found.ok) return found;
  const { row } = found;
  if (row.certificateArns.length === 0) return refuse("listener.certificate-of-plain", { protocol: row.protocol });
  for (const certificate of input.Certificates) {
    const problem = certificateProblem(sim, certificate);
    if (problem !== undefined) return problem;
  }
  const given = input.Certificates.map(({ CertificateArn = "" }) => CertificateArn);
  const certificateArns = [...new Set([...row.certificateArns, ...given])];
  if (certificateArns.length - 1 > MOST_CERTIFICATES) {
    return refuse("listener.too-many-certificates", { most: MOST_CERTIFICATES });
  }
  sim.change("listeners", row, { certificateArns });
  sim.record("LISTENER_CHANGED", row.listenerArn, { what: ["Certificates"] });
  return answer({ Certificates: given.map((CertificateArn) => ({ CertificateArn, IsDefault: false })) });
});

export const removeListenerCertificates = command<"elbv2", "RemoveListenerCertificates">((sim, input) => {
  const found = findListener(sim, input.ListenerArn);
  if (!found.ok) return found;
  const { row } = found;
  const given = input.Certificates.map(({ CertificateArn = "" }) => CertificateArn);
  const [standard = ""] = row.certificateArns;
  if (given.includes(standard)) return refuse("listener.default-certificate", { arn: standard });
  sim.change("listeners", row, { certificateArns: row.certificateArns.filter((arn) => !given.includes(arn)) });
  sim.record("LISTENER_CHANGED", row.listenerArn, { what: ["Certificates"] });
  return answer({});
});

export const describeListenerCertificates = query<"elbv2", "DescribeListenerCertificates">((sim, input) => {
  const found = findListener(sim, input.ListenerArn);
  if (!found.ok) return found;
  const all = found.row.certificateArns.map((CertificateArn, index) => ({ CertificateArn, IsDefault: index === 0 }));
  const page = cutPage(all, input);
  return page.ok ? answer({ Certificates: page.rows, ...page.next }) : page;
});

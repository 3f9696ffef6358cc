/**
 * The security policies of listeners that decrypt, and the limits of an account.
 * Source: Application and Network Load Balancers guides, "Security policies", quotas (checked 2026-11-29). Simplified: four policies
 * of the many that AWS has, without their ciphers.
 */
import { answer, query } from "../operation.ts";
import { cutPage } from "./listing.ts";
import { refuse } from "./refusals.ts";

/** What a listener has when nothing else is asked for. @source Elastic Load Balancing API Reference, CreateListener, SslPolicy (checked 2026-11-29) */
export const USUAL_SSL_POLICY = "ELBSecurityPolicy-2016-08";

/** Protocols of each policy by its name. */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  [USUAL_SSL_POLICY]: ["TLSv1", "TLSv1.1", "TLSv1.2"],
  "ELBSecurityPolicy-TLS13-1-2-2021-06": ["TLSv1.2", "TLSv1.3"],
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06": ["TLSv1.2", "TLSv1.3"],
  "ELBSecurityPolicy-TLS13-1-3-2021-06": ["TLSv1.3"],
};

/** Whether there is a policy of this name. */
export function isSslPolicy(name: string): boolean {
  return Object.hasOwn(POLICIES, name);
}

export const describeSSLPolicies = query<"elbv2", "DescribeSSLPolicies">((_sim, input) => {
  const { Names = [], LoadBalancerType } = input;
  const absent = Names.find((name) => !isSslPolicy(name));
  if (absent !== undefined) return refuse("listener.ssl-policy", { policy: absent });
  const types = ["application", "network"].filter(
    (type) => LoadBalancerType === undefined || type === LoadBalancerType,
  );
  const all = Object.entries(POLICIES).filter(([name]) => Names.length === 0 || Names.includes(name));
  const page = cutPage(types.length === 0 ? [] : all, input);
  if (!page.ok) return page;
  const SslPolicies = page.rows.map(([Name, SslProtocols]) => ({
    Name,
    SslProtocols,
    SupportedLoadBalancerTypes: ["application", "network"],
  }));
  return answer({ SslPolicies, ...page.next });
});

/** By AWS's names of the quotas. @source Application and Network Load Balancers guides, quotas (checked 2026-11-29) */
const LIMITS: Readonly<Record<string, number>> = {
  "application-load-balancers": 50,
  "listeners-per-application-load-balancer": 50,
  "rules-per-application-load-balancer": 100,
  "target-groups": 3000,
  "target-groups-per-action-on-application-load-balancer": 5,
  "target-groups-per-application-load-balancer": 100,
  "targets-per-application-load-balancer": 1000,
  "targets-per-target-group": 1000,
  "certificates-per-application-load-balancer": 25,
  "condition-values-per-alb-rule": 5,
  "condition-wildcards-per-alb-rule": 6,
  "network-load-balancers": 50,
  "listeners-per-network-load-balancer": 50,
  "targets-per-network-load-balancer": 3000,
  "targets-per-availability-zone-per-network-load-balancer": 500,
};

export const describeAccountLimits = query<"elbv2", "DescribeAccountLimits">((_sim, input) => {
  const page = cutPage(Object.entries(LIMITS), input);
  if (!page.ok) return page;
  return answer({ Limits: page.rows.map(([Name, most]) => ({ Name, Max: String(most) })), ...page.next });
});

/** The security policies of listeners that decrypt. Source: Application Load Balancers guide, "Security policies" (checked 2026-11-29). */

/** What a listener has when nothing else is asked for. @source Elastic Load Balancing API Reference, CreateListener, SslPolicy (checked 2026-11-29) */
export const USUAL_SSL_POLICY = "ELBSecurityPolicy-2016-08";

const POLICIES: ReadonlySet<string> = new Set([
  USUAL_SSL_POLICY,
  "ELBSecurityPolicy-TLS13-1-2-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
]);

/** Whether AWS has a policy of this name. */
export function isSslPolicy(name: string): boolean {
  return POLICIES.has(name);
}

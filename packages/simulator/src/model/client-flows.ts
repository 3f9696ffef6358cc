/** Clients of a load balancer: who sends how many requests, and what those have in common. AWS has no such thing: they are the world outside. */
import type { Profile } from "./traffic.ts";

/** What every request of a client is like. */
export interface RequestLook {
  /** Undefined: the name of the load balancer. */
  readonly host?: string | undefined;
  readonly path: string;
  readonly method: string;
}

export interface ClientFlowRow extends RequestLook {
  /** Its key. */
  readonly name: string;
  readonly loadBalancerArn: string;
  readonly port: number;
  /** `internet`, or the subnet of a machine that has no security group. */
  readonly from: string;
  readonly profile: Profile;
  readonly startedAtMs: number;
}

/**
 * What traffic depends on, as plain data: who sends requests to a load balancer, which rules they meet, and the targets behind.
 * Whoever has the rows makes it of them; nothing here knows tables. One view is one load balancer.
 */
import type { RuleAction, RuleCondition } from "../model/elb.ts";
import type { Profile, Serving } from "../model/traffic.ts";

export interface TrafficView {
  /** Number of the load balancer in the ledger. */
  readonly place: number;
  /** Number of the journal's record that brought about what is new in this view; -1 for none. */
  readonly since: number;
  /** After so long without an answer the client gets a 504. */
  readonly idleTimeoutMs: number;
  /** Availability Zones with a node: each goes round the targets on its own. */
  readonly nodes: number;
  readonly clients: readonly ClientView[];
  readonly listeners: readonly ListenerView[];
  readonly groups: readonly GroupView[];
}

/** What all requests of one client have in common. Header names and the host are compared without their case. */
export interface RequestShape {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Address that the load balancer sees. */
  readonly sourceIp: string;
}

export interface ClientView {
  readonly name: string;
  readonly port: number;
  readonly request: RequestShape;
  readonly profile: Profile;
  /** Its packets come through to the load balancer. */
  readonly reaches: boolean;
}

export interface ListenerView {
  readonly port: number;
  /** In the order in which they are asked; the default rule is the last. */
  readonly rules: readonly RuleView[];
}

export interface RuleView {
  readonly conditions: readonly RuleCondition[];
  readonly action: RuleAction;
}

export interface GroupView {
  /** Its ARN, and its number in the ledger. */
  readonly name: string;
  readonly place: number;
  /** `in-turn`: one target after the other; `by-lot`: each request on its own, as weighted random and flow hashes do. */
  readonly choice: "in-turn" | "by-lot";
  /** With fewer healthy targets than this all registered ones get requests. Default of AWS: 1. */
  readonly leastHealthy: number;
  readonly targets: readonly TargetView[];
}

export interface TargetView {
  /** Unlike that of any other target of the balancer. */
  readonly name: string;
  /** Registered, so that new requests may go to it; a draining target only ends those that it has. */
  readonly isRegistered: boolean;
  readonly isHealthy: boolean;
  /** What becomes of a connection: a program takes it, nothing listens there, or its packets get lost on the way. */
  readonly connects: "taken" | "refused" | "lost";
  /** As its processor lets it, see `servedWith`. */
  readonly serving: Serving;
  /** Until when this stays as it is by itself, such as the end of a warm-up. */
  readonly untilMs?: number;
  /** Number of the journal's record that brought it into this state. */
  readonly since: number;
}
